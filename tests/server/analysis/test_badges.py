"""Which findings a reader sees at a glance, and in which order."""

from server.analysis.badges import award
from server.analysis.vocabulary import Level, Stance
from tests.server.analysis.examples import finding


def test_a_finding_of_level_info_is_no_badge() -> None:
    assert award([finding("uses-cookies")]) == ()


def test_the_worst_stands_first_and_then_what_is_said_most_often() -> None:
    badges = award(
        [
            finding("can-delete"),
            finding("builds-profile"),
            finding("consent-by-use", count=1),
            finding("sells-data", count=4),
        ]
    )
    assert [badge.practice for badge in badges] == ["sells-data", "consent-by-use", "builds-profile", "can-delete"]
    assert [badge.level for badge in badges] == [Level.WARNING, Level.WARNING, Level.CAUTION, Level.GOOD]


def test_a_hedge_is_kept_with_its_own_label() -> None:
    (badge,) = award([finding("sells-data", hedged=True)])
    assert (badge.hedged, badge.label) == (True, "May sell your data")


def test_a_denial_has_the_level_of_its_stance() -> None:
    (badge,) = award([finding("sells-data", Stance.DOES_NOT)])
    assert badge.level is Level.GOOD
