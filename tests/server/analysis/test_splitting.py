"""Where sentences end."""

from server.analysis.splitting import begins_anew, is_crowded, sentence_spans

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
