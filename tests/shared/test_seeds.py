"""What must come out of the user's own five policies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.analysis import Summary, read_text, summarise
from server.analysis.vocabulary import Stance

DOES, DOES_NOT, WITH_CONSENT = Stance.DOES, Stance.DOES_NOT, Stance.WITH_CONSENT

MUSTS = [
    ("000", "consent-by-use", DOES, "By visiting the CIPRO site, you expressly consent"),
    ("001", "collects-precise-location", DOES, "your precise location"),
    ("001", "discloses-at-own-discretion", DOES, "in our sole discretion"),
    ("002", "allows-third-party-trackers", DOES, "Google"),
    ("002", "uses-for-marketing", WITH_CONSENT, "unless you opted to allow us to do so"),
    ("003", "sells-data", DOES_NOT, "Sell the names and addresses of our users to outside vendors"),
    ("004", "publishes-user-data", DOES, "Company Directory"),
    ("004", "shares-for-credit-checks", DOES, "credit-worthiness"),
    ("004", "can-opt-out-of-marketing", DOES_NOT, "not able to unsubscribe from service announcements"),
]


@pytest.fixture(scope="module")
def summaries(shared: Path) -> dict[str, Summary]:
    return {path.name[:3]: summarise(read_text(path.read_text("utf-8"))) for path in seeds(shared)}


def seeds(shared: Path) -> Iterator[Path]:
    return (shared / "seeds").glob("*.txt")


@pytest.mark.parametrize(("seed", "practice", "stance", "words"), MUSTS)
def test_it_comes_out_with_its_quote(
    summaries: dict[str, Summary], seed: str, practice: str, stance: Stance, words: str
) -> None:
    found = [f for f in summaries[seed].findings if (f.practice, f.stance) == (practice, stance)]
    assert [words for finding in found for e in finding.evidence if words in e.quote]
