"""Our own privacy policy, read as any other."""

from server.analysis import read_text, summarise
from server.analysis.vocabulary import Level, Stance
from tests.extension.node import EXTENSION

POLICY = (EXTENSION.parent / "PRIVACY.md").read_text("utf-8")
SUMMARY = summarise(read_text(POLICY))

PROMISED = {
    ("allows-third-party-trackers", Stance.DOES_NOT),
    ("can-delete", Stance.DOES),
    ("collects-browsing-activity", Stance.DOES_NOT),
    ("collects-contact-info", Stance.DOES_NOT),
    ("collects-from-children", Stance.DOES_NOT),
    ("collects-payment-info", Stance.DOES_NOT),
    ("collects-precise-location", Stance.DOES_NOT),
    ("collects-sensitive-data", Stance.DOES_NOT),
    ("encrypts-data", Stance.DOES),
    ("sells-data", Stance.DOES_NOT),
    ("shares-for-marketing", Stance.DOES_NOT),
    ("states-retention-period", Stance.DOES),
    ("uses-cookies", Stance.DOES_NOT),
    ("uses-for-ai-training", Stance.DOES_NOT),
    ("uses-for-targeted-ads", Stance.DOES_NOT),
}


def test_it_shows_no_warning_and_contradicts_itself_nowhere() -> None:
    assert [badge for badge in SUMMARY.badges if badge.level in (Level.WARNING, Level.CAUTION)] == []
    assert SUMMARY.contradictions == ()
    assert SUMMARY.grade
    assert SUMMARY.grade.letter == "A"


def test_what_it_says_is_found() -> None:
    found = {(finding.practice, finding.stance) for finding in SUMMARY.findings}

    assert PROMISED - found == set()


def test_it_is_dated() -> None:
    assert SUMMARY.document.policy_date
