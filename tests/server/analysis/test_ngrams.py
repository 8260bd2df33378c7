"""What the trained model weighs of a sentence."""

from server.analysis.ngrams import MAX_HEADING_WORDS, MAX_LEAD_IN_WORDS, context_ngrams, own_ngrams


def test_words_and_their_neighbours_are_weighed() -> None:
    assert own_ngrams("we don't sell 2 things") == [
        *("we", "don't", "sell", "2", "things"),
        *("we_don't", "don't_sell", "sell_2", "2_things"),
    ]


def test_a_question_is_told_from_a_statement() -> None:
    assert "?" in own_ngrams("do we sell your data?")


def test_what_stands_above_is_told_from_the_sentence_itself() -> None:
    assert context_ngrams("selling", "we do") == ["L:we", "L:do", "L:we_do", "H:selling"]


def test_of_a_long_lead_in_the_words_next_to_the_item_count() -> None:
    ngrams = context_ngrams("", " ".join(f"a{n} first" for n in range(99)) + " we do not")
    assert "L:do_not" in ngrams
    assert len(ngrams) == 2 * MAX_LEAD_IN_WORDS - 1


def test_of_a_long_heading_the_first_words_count() -> None:
    ngrams = context_ngrams("security " * 99, "")
    assert len(ngrams) == 2 * MAX_HEADING_WORDS - 1


def test_nothing_gives_nothing() -> None:
    assert own_ngrams("* |") == context_ngrams("", "") == []
