"""The grade is the sum of its terms."""

from hypothesis import given
from hypothesis import strategies as st

from server.analysis.badges import award
from server.analysis.grade import LETTERS, MIN_BADGES, grade
from server.analysis.vocabulary import PRACTICES, Level, Stance
from tests.server.analysis.examples import finding

GOOD = [
    "can-delete",
    "can-export",
    "can-access-or-correct",
    "encrypts-data",
    "notifies-of-breach",
    "notifies-of-changes",
]
BAD = [p.id for p in PRACTICES.values() if Stance.DOES in p.stances and p.stances[Stance.DOES].level is Level.WARNING]


def test_too_few_badges_are_no_ground_for_a_grade() -> None:
    assert grade(award([finding(practice) for practice in GOOD[: MIN_BADGES - 1]])) is None


def test_only_good_badges_earn_the_best_letter() -> None:
    given_ = grade(award([finding(practice) for practice in GOOD]))
    assert given_ is not None
    assert given_.letter == "A"


def test_only_warnings_earn_the_worst_letter() -> None:
    given_ = grade(award([finding(practice) for practice in BAD]))
    assert given_ is not None
    assert given_.letter == "E"


@given(st.sets(st.sampled_from(sorted(PRACTICES)), min_size=20))
def test_the_points_are_the_sum_of_the_terms(practices: set[str]) -> None:
    findings = [finding(practice, next(iter(PRACTICES[practice].stances))) for practice in sorted(practices)]
    badges = award(findings)
    given_ = grade(badges)
    assert given_ is not None
    assert given_.points == sum(term.points for term in given_.terms)
    assert [(t.practice, t.stance) for t in given_.terms] == [(b.practice, b.stance) for b in badges]
    assert given_.letter in [letter for letter, _ in LETTERS] + ["E"]
