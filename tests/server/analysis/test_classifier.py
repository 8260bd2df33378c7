"""The trained model's arithmetic, and the weights that ship."""

import math

import numpy as np
import pytest

from server.analysis import classifier
from server.analysis.classifier import CHUNK, Classifier, Features
from server.analysis.ngrams import BORDER
from server.analysis.vocabulary import PRACTICES, Topic


def utf8(*lines: str) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


@pytest.fixture
def tiny() -> Classifier:
    """Two words of different weight and a pair of them, two targets, of which a rule finds the first."""
    return Classifier(
        {
            "words": utf8("", "sell", "data"),
            "pairs": np.array([[2, 1]], np.uint16),
            "targets": utf8("sells", "keeps"),
            "idf": np.array([0.0, 3.0, 4.0, 12.0], np.float32),
            "weights": np.array([[0, 0], [100, 0], [0, 50], [20, 0]], np.int8),
            "scale": np.array([0.1, 0.2], np.float32),
            "bias": np.array([-1.0, -2.0], np.float32),
            "rules": np.array([[2.5, -0.5], [0.0, 0.0]], np.float32),
        }
    )


def test_the_score_is_the_weighed_mean_of_what_is_known(tiny: Classifier) -> None:
    # idf 3 and 4: a vector of length 5.
    (scores,) = tiny.scores([Features(["sell", "data", "unheard-of"])])
    assert scores.tolist() == pytest.approx([10 * 3 / 5 - 1, 10 * 4 / 5 - 2])


def test_a_word_that_is_said_twice_weighs_more_but_not_twice(tiny: Classifier) -> None:
    said = 3 * (1 + math.log(2))
    (scores,) = tiny.scores([Features(["sell", "sell", "data"])])
    assert scores[0] == pytest.approx(10 * said / math.hypot(said, 4) - 1)


def test_neighbouring_words_weigh_as_a_pair_too(tiny: Classifier) -> None:
    # idf 3, 4 and 12: a vector of length 13.
    (scores,) = tiny.scores([Features(["data", "sell"])])
    assert scores.tolist() == pytest.approx([(10 * 3 + 2 * 12) / 13 - 1, 10 * 4 / 13 - 2])


def test_words_of_two_sentences_or_across_a_border_are_no_neighbours(tiny: Classifier) -> None:
    of_two, across = (Features(["data"]), Features(["sell"])), Features(["data", BORDER, "sell"])
    assert tiny.scores(of_two).tolist() == [[-1.0, 10 - 2], [10 - 1, -2.0]]
    assert tiny.scores([across])[0].tolist() == pytest.approx([10 * 3 / 5 - 1, 10 * 4 / 5 - 2])


def test_what_a_rule_found_weighs_with_it(tiny: Classifier) -> None:
    (scores,) = tiny.scores([Features(["sell"], ["sells", "a target that was too rare to learn"])])
    assert scores.tolist() == pytest.approx([10 - 1 + 2.5, -2 - 0.5])


def test_of_unknown_words_nothing_but_the_bias_is_known(tiny: Classifier) -> None:
    assert tiny.scores([Features([]), Features(["unheard-of"])]).tolist() == [[-1.0, -2.0]] * 2


def test_what_it_stands_under_weighs_like_its_own_words(tiny: Classifier) -> None:
    apart, together = tiny.scores(
        [Features(["sell"], under=("data", BORDER, "data")), Features(["sell", "data", "data"])]
    )
    assert apart.tolist() == pytest.approx(together.tolist())


def test_no_sentences_have_no_scores(tiny: Classifier) -> None:
    assert tiny.scores([]).shape == (0, 2)


def test_a_sentence_scores_the_same_in_any_company(tiny: Classifier) -> None:
    alone = tiny.scores([Features(["sell", "data"])])
    together = tiny.scores([Features(["data"])] * CHUNK + [Features(["sell", "data"])])
    assert together[-1].tolist() == alone[0].tolist()


def test_the_weights_that_ship_know_what_they_speak_of() -> None:
    targets = set(classifier.load().targets)
    pairs = {f"{practice.id} {stance}" for practice in PRACTICES.values() for stance in practice.stances}
    assert set(Topic) | {"hedged"} <= targets
    assert targets <= pairs | set(Topic) | {"hedged"}
    pairs_of_words = classifier.load().arrays["pairs"].astype(int)
    assert sorted(map(tuple, pairs_of_words.tolist())) == list(map(tuple, pairs_of_words.tolist()))
    # Of each practice the model knows one stance at least.
    assert {target.split()[0] for target in targets & pairs} == set(PRACTICES)
