"""Findings and badges against gold annotations: precision, recall, F1, over all and a practice.

    python -m evaluation.gold [--gold FOLDER] [--only GLOB] [--verbose] [--practices]

Gold is a JSON file a document: the (practice, stance) pairs that a careful reader found, each with
its quote or the quote's place, and those that are arguable, which count neither way. Ours was made
without a look at what the analysis says: evaluation/gold/dev, from whose errors the rules have
learnt, and evaluation/gold/test, from which they have not. `--gold ../shared/gold` names another.
The documents lie below `SMALLPRINT_SHARED`; a document that has changed is an error.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import SHARED
from server.analysis.documents import read_text
from server.analysis.findings import find
from server.analysis.model import Document
from server.analysis.sentences import split
from server.analysis.vocabulary import PRACTICES, Level, Stance

OURS = Path(__file__).parent / "gold" / "test"

Pair = tuple[str, Stance]


@dataclass(frozen=True)
class Judged:
    """One (practice, stance) pair of one document: "right", "false alarm" or "missed", with the words that show it."""

    document: str
    pair: Pair
    verdict: str
    words: str

    @property
    def is_badge(self) -> bool:
        """Whether the pair's level is other than info."""
        return is_badge(self.pair)


@dataclass(frozen=True)
class Rates:
    """Counts of verdicts, and the rates made from them (0.0 where there is nothing to divide by)."""

    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.false_alarms or 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.false_alarms + self.missed or 1)


def rates(judged: list[Judged]) -> Rates:
    """Return the rates over `judged`."""
    verdicts = Counter(one.verdict for one in judged)
    return Rates(verdicts["right"], verdicts["false alarm"], verdicts["missed"])


@dataclass(frozen=True)
class Gold:
    """One annotated document: the pairs that a careful reader found, with their words, and those that are arguable."""

    name: str
    document: Document
    expected: dict[Pair, str]
    arguable: frozenset[Pair]
    hedged: dict[Pair, bool]
    regions: dict[Pair, str | None]
    contradictions: frozenset[frozenset[str]]


def load(path: Path) -> Gold:
    """Return the gold file at `path` with its document; raise ValueError where the document has changed since."""
    gold = json.loads(path.read_text("utf-8"))
    raw = (SHARED / gold["document"]).read_bytes()
    if gold.get("sha256", hashlib.sha256(raw).hexdigest()) != hashlib.sha256(raw).hexdigest():
        raise ValueError(f"{gold['document']} is not the text that {path} was made from")
    document = read_text(raw.decode("utf-8"))
    expected = {
        (f["practice"], Stance(f["stance"])): f.get("quote") or document.text[f["start"] : f["end"]]
        for f in gold["findings"]
    }
    arguable = frozenset((f["practice"], Stance(f["stance"])) for f in gold.get("arguable", [])) - expected.keys()
    pairs = {(f["practice"], Stance(f["stance"])): f for f in gold["findings"]}
    return Gold(
        path.stem,
        document,
        expected,
        arguable,
        hedged={pair: f["hedged"] for pair, f in pairs.items() if "hedged" in f},
        regions={pair: f["region"] for pair, f in pairs.items() if "region" in f},
        contradictions=frozenset(frozenset(one["practices"]) for one in gold.get("contradictions", [])),
    )


def is_badge(pair: Pair) -> bool:
    """Return whether the pair's level is other than info."""
    practice, stance = pair
    return PRACTICES[practice].stances[stance].level is not Level.INFO


def verdicts(path: Path) -> Iterator[Judged]:
    """Yield a verdict for each pair that the gold file at `path` holds or the analysis finds."""
    gold = load(path)
    expected = gold.expected
    findings = find(gold.document, split(gold.document)).stated
    found = {(f.practice, f.stance): f.evidence[0].display for f in findings}
    for pair in sorted((found.keys() | expected.keys()) - gold.arguable):
        verdict = "right" if pair in found and pair in expected else "missed" if pair in expected else "false alarm"
        yield Judged(gold.name, pair, verdict, expected.get(pair) or found[pair])


def main() -> None:
    """Print the table, and on demand every error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=OURS, metavar="FOLDER")
    parser.add_argument("--only", default="*", metavar="GLOB")
    parser.add_argument("--verbose", action="store_true", help="list every false alarm and miss")
    parser.add_argument("--practices", action="store_true", help="a row for each practice")
    options = parser.parse_args()
    judged = [one for path in sorted(options.gold.glob(f"{options.only}.json")) for one in verdicts(path)]
    if options.verbose:
        for one in judged:
            if one.verdict != "right":
                print(f"{one.document:12} {one.verdict:12} {one.pair[0]} {one.pair[1]}: {one.words[:150]}")
    by_practice = defaultdict(list)
    for one in judged:
        by_practice[one.pair[0]].append(one)
    rows = {"findings": judged, "badges": [one for one in judged if one.is_badge]}
    for name, ones in (rows | (dict(by_practice) if options.practices else {})).items():
        total = rates(ones)
        print(
            f"{name:30} precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
            f"   right {total.right}, false alarms {total.false_alarms}, missed {total.missed}"
        )


if __name__ == "__main__":
    main()
