"""The practices file and what is read from it."""

import re2

from server.analysis.vocabulary import PRACTICES, Category, Level, Stance


def test_there_are_53_practices_in_the_ten_categories() -> None:
    assert len(PRACTICES) == 53
    assert {practice.category for practice in PRACTICES.values()} == set(Category)


def test_every_practice_can_be_affirmed() -> None:
    assert all(Stance.DOES in practice.stances for practice in PRACTICES.values())


def test_levels_are_ordered_worst_first() -> None:
    assert sorted(Level, key=lambda level: level.rank) == [Level.WARNING, Level.CAUTION, Level.INFO, Level.GOOD]


def test_a_hedged_label_is_a_label_of_its_own() -> None:
    commitments = [c for practice in PRACTICES.values() for c in practice.stances.values()]
    assert all(c.hedged_label != c.label for c in commitments)
    assert any(c.hedged_label == "May sell your data" for c in commitments)


def test_no_label_stands_for_two_things() -> None:
    labels = [
        label for p in PRACTICES.values() for c in p.stances.values() for label in (c.label, c.hedged_label) if label
    ]
    assert len(labels) == len(set(labels))


def test_the_words_that_break_silence_are_patterns() -> None:
    assert all(re2.compile(practice.mentions) for practice in PRACTICES.values())
