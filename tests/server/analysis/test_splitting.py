"""Where sentences end."""

import pytest
from nltk.tokenize.punkt import PunktSentenceTokenizer

from server.analysis.splitting import _punkt, begins_anew, is_crowded, sentence_spans

PROSE = "We collect your name when you register. We may share it with partners. "


def test_spans_are_in_order_and_inside():
    assert sentence_spans("We sell it. You may object. ") == [(0, 11), (12, 27)]


def test_words_that_begin_anew():
    assert begins_anew("We sell it.")
    assert begins_anew("“However, we do.")
    assert not begins_anew("Webshops do.")
    assert not begins_anew("names of readers")


def test_in_capitals_words_begin_anew_too():
    assert begins_anew("WE SELL IT.")
    assert not begins_anew("IT AND SALES DO.")
    assert not begins_anew("WEBSHOPS DO.")


def test_prose_is_not_crowded():
    assert not is_crowded(PROSE * 1_000)
    assert is_crowded("No. " * 10_000)


@pytest.mark.parametrize(
    "text",
    [
        "We sell it. You may object.",
        "We sell it. you may object.",
        "We work with Acme Inc. and others. That is all.",
        "We work with Acme Inc. We tell you.",
        "We use (e.g. by cookies) data, etc. For more see no. 5.",
        "Do we sell it? No! We do not.",
        "See J. Bach. Or I. We do.",
        "The date is 5. May. At 10 p.m. We close.",
        "It ends here.\nWe begin anew... And go on.",
    ],
)
def test_the_short_way_ends_sentences_where_punkt_does(text: str) -> None:
    punkt = _punkt()
    assert [*punkt.span_tokenize(text)] == [*PunktSentenceTokenizer(punkt._params).span_tokenize(text)]
