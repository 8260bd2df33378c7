"""What the trained model weighs of a sentence."""

from server.analysis.ngrams import BORDER, MAX_HEADING_WORDS, MAX_LEAD_IN_WORDS, ngrams, own_words, words_above


def test_words_and_their_neighbours_are_weighed() -> None:
    assert ngrams(own_words("we don't sell 2 things")) == [
        *("we", "don't", "sell", "2", "things"),
        *("we_don't", "don't_sell", "sell_2", "2_things"),
    ]


def test_a_question_is_told_from_a_statement() -> None:
    assert "?" in own_words("do we sell your data?")


def test_what_stands_above_is_told_from_the_sentence_itself() -> None:
    above = words_above("selling data", "we do")
    assert above == ["L:we", "L:do", BORDER, "H:selling", "H:data"]
    assert ngrams(above) == ["L:we", "L:do", "H:selling", "H:data", "L:we_L:do", "H:selling_H:data"]


def test_of_a_long_lead_in_the_words_next_to_the_item_count() -> None:
    above = words_above("", " ".join(f"a{n} first" for n in range(99)) + " we do not")
    assert above[-4:] == ["L:we", "L:do", "L:not", BORDER]
    assert len(above) == MAX_LEAD_IN_WORDS + 1


def test_of_a_long_heading_the_first_words_count() -> None:
    above = words_above("one two " + "security " * 99, "")
    assert above[:3] == [BORDER, "H:one", "H:two"]
    assert len(above) == MAX_HEADING_WORDS + 1


def test_nothing_gives_nothing() -> None:
    assert ngrams(own_words("* |")) == ngrams(words_above("", "")) == []
