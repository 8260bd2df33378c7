"""Silence is claimed only where the policy is silent."""

from server.analysis.findings import Findings
from server.analysis.model import OutlineEntry
from server.analysis.not_stated import not_stated
from server.analysis.vocabulary import PRACTICES, Category, Topic
from tests.server.analysis.examples import finding, sentence

NOTHING = Findings((), (), frozenset())


def test_all_that_is_expected_is_missing_from_an_empty_policy() -> None:
    assert not_stated(NOTHING, [], []) == tuple(p.id for p in PRACTICES.values() if p.expected)


def test_what_was_found_is_stated() -> None:
    assert "sells-data" not in not_stated(Findings((finding("sells-data"),), (), frozenset()), [], [])


def test_a_part_on_the_subject_is_no_silence() -> None:
    part = OutlineEntry(Category.RETENTION, "How long we keep it", 0, 10)
    assert "states-retention-period" not in not_stated(NOTHING, [], [part])


def test_a_broad_part_says_nothing_of_one_practice() -> None:
    part = OutlineEntry(Category.FIRST_PARTY, "What we collect", 0, 10)
    assert "uses-for-ai-training" in not_stated(NOTHING, [], [part])


def test_a_sentence_on_the_subject_is_no_silence() -> None:
    spoken = [sentence("Our AI is friendly.")]
    assert "uses-for-ai-training" not in not_stated(NOTHING, spoken, [])


def test_what_may_be_stated_in_other_words_is_no_silence() -> None:
    hinted = Findings((), (), frozenset({"sells-data"}))
    assert "sells-data" not in not_stated(hinted, [], [])


def test_a_narrow_topic_that_is_spoken_of_is_no_silence() -> None:
    on_retention = Findings((), (frozenset({Topic.RETENTION}),), frozenset())
    assert "states-retention-period" not in not_stated(on_retention, [], [])


def test_a_broad_topic_says_nothing_of_one_practice() -> None:
    on_collection = Findings((), (frozenset({Topic.FIRST_PARTY}),), frozenset())
    assert "uses-for-ai-training" in not_stated(on_collection, [], [])
