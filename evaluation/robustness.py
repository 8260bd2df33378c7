"""Whether a policy gives the same findings in other forms: as a page, wrapped, in capitals, without Markdown.

    python -m evaluation.robustness [--every N] [--form NAME] [--verbose]

A finding is a (practice, stance) pair; those of the text as it was pasted count as right. Read are the
documents of our gold, the seeds, and every Nth policy of the corpus. With --verbose each pair that is lost or added
is listed with its quote.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import SHARED
from evaluation.forms import FORMS
from evaluation.gold import OURS, Pair
from server.analysis import Document, Refusal, read_text
from server.analysis.findings import find
from server.analysis.gate import check
from server.analysis.model import Finding
from server.analysis.sentences import split

# One core takes about a minute for these.
EVERY = 35

Found = dict[Pair, Finding]


@dataclass(frozen=True)
class Compared:
    """What one form of a policy gives beside the text as pasted."""

    policy: str
    pasted: Found
    found: Found
    verdicts: tuple[str, str]

    @property
    def kept(self) -> list[Pair]:
        """The pairs that both give."""
        return [pair for pair in self.pasted if pair in self.found]

    @property
    def differences(self) -> Iterator[tuple[str, Finding]]:
        """The findings that the form lost, and those that it added."""
        yield from (("lost", finding) for pair, finding in self.pasted.items() if pair not in self.found)
        yield from (("added", finding) for pair, finding in self.found.items() if pair not in self.pasted)

    @property
    def hedged_alike(self) -> int:
        """How many of the kept pairs are hedged in both, or in neither."""
        return sum(self.pasted[pair].hedged == self.found[pair].hedged for pair in self.kept)


def paths(every: int) -> list[Path]:
    """Return the policies to read, each once."""
    gold = [path for folder in (OURS, OURS.with_name("dev")) for path in sorted(folder.glob("*.json"))]
    documents = [SHARED / json.loads(path.read_text("utf-8"))["document"] for path in gold]
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    return list(dict.fromkeys([*documents, *seeds, *sorted((SHARED / "corpus" / "policies").glob("*.txt"))[::every]]))


def _found(document: Document) -> Found:
    return {(finding.practice, finding.stance): finding for finding in find(document, split(document)).stated}


def _verdict(document: Document) -> str:
    try:
        check(document)
    except Refusal as refusal:
        return type(refusal).__name__
    return "policy"


def compare(path: Path, forms: list[str]) -> dict[str, Compared]:
    """Return what each of `forms` makes of the policy at `path`."""
    policy = read_text(path.read_text("utf-8"))
    pasted, verdict = _found(policy), _verdict(policy)
    compared = {}
    for form in forms:
        document = FORMS[form](policy)
        compared[form] = Compared(path.stem, pasted, _found(document), (verdict, _verdict(document)))
    return compared


def _print_row(form: str, compared: list[Compared]) -> None:
    kept = sum(len(one.kept) for one in compared)
    same = sum(one.pasted.keys() == one.found.keys() for one in compared) / len(compared)
    added = 1 - kept / (sum(len(one.found) for one in compared) or 1)
    hedged = sum(one.hedged_alike for one in compared) / (kept or 1)
    verdicts = sum(one.verdicts[0] == one.verdicts[1] for one in compared) / len(compared)
    kept_share = kept / (sum(len(one.pasted) for one in compared) or 1)
    print(f"{form:24} {same:9.3f} {kept_share:8.3f} {added:8.3f} {hedged:8.3f} {verdicts:9.3f}")


def _print_differences(form: str, compared: list[Compared]) -> None:
    for one in compared:
        if one.verdicts[0] != one.verdicts[1]:
            print(f"{form}: {one.policy}: {one.verdicts[0]} is now {one.verdicts[1]}")
        for change, finding in one.differences:
            proof = finding.evidence[0]
            print(f"{form}: {one.policy}: {change} {finding.practice} {finding.stance}:", end=" ")
            print(f"[{proof.heading[:60]}] {{{proof.lead_in[-120:]}}} {proof.display}")


def main() -> None:
    """Print the table, and on demand every difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=EVERY)
    parser.add_argument("--form", choices=sorted(FORMS), help="this one alone")
    parser.add_argument("--verbose", action="store_true", help="list every difference")
    options = parser.parse_args()
    forms = [options.form] if options.form else list(FORMS)
    read = [compare(path, forms) for path in paths(options.every)]
    if options.verbose:
        for form in forms:
            _print_differences(form, [one[form] for one in read])
    print(f"{len(read)} policies             same all     kept    added   hedged      gate")
    for form in forms:
        _print_row(form, [one[form] for one in read])


if __name__ == "__main__":
    main()
