"""What else is said of a policy, against gold: hedging, for whom a finding holds, silence and contradictions.

    python -m evaluation.particulars [--gold FOLDER] [--verbose]

Hedging and regions are compared where a finding is right. Silence that is claimed ("We found no statement on ...") is
right where the gold has no finding of that practice, arguable ones included. Contradictions are compared by their
practices.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.gold import OURS, Gold, load
from server.analysis.contradictions import contradictions
from server.analysis.findings import find
from server.analysis.model import Finding
from server.analysis.not_stated import not_stated
from server.analysis.outline import outline
from server.analysis.sentences import split

Verdict = tuple[str, str, str]
"""What is judged, "right" or what is wrong, and the words that show it."""


def _of_findings(gold: Gold, findings: tuple[Finding, ...]) -> Iterator[Verdict]:
    for finding in findings:
        pair = finding.practice, finding.stance
        words = f"{gold.name} {finding.practice} {finding.stance}"
        if pair in gold.hedged and finding.stance != "does-not":
            right = gold.hedged[pair] == finding.hedged
            yield "hedging", "right" if right else "false hedge" if finding.hedged else "lost hedge", words
        if pair in gold.regions and (gold.regions[pair] or finding.region):
            right = gold.regions[pair] == finding.region
            yield "region", "right" if right else f"{finding.region} for {gold.regions[pair]}", words


def verdicts(gold: Gold) -> Iterator[Verdict]:
    """Yield a verdict on each particular of the analysis of one policy."""
    sentences = split(gold.document)
    found = find(gold.document, sentences)
    findings = found.stated
    yield from _of_findings(gold, findings)
    stated = {practice for practice, _ in gold.expected} | {practice for practice, _ in gold.arguable}
    for practice in not_stated(found, sentences, outline(gold.document, sentences, found.topics)):
        yield "silence", "stated" if practice in stated else "right", f"{gold.name} {practice}"
    claimed = {frozenset(one.practices) for one in contradictions(findings)}
    for practices in sorted(claimed | gold.contradictions, key=sorted):
        missed = "right" if practices in claimed else "missed"
        verdict = missed if practices in gold.contradictions else "false alarm"
        yield "contradiction", verdict, f"{gold.name} {' and '.join(sorted(practices))}"


def main() -> None:
    """Print how many of each are right, and on demand each that is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=OURS, metavar="FOLDER")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    found = [verdict for path in sorted(options.gold.glob("*.json")) for verdict in verdicts(load(path))]
    for kind in ("hedging", "region", "silence", "contradiction"):
        of_kind = [(verdict, words) for what, verdict, words in found if what == kind]
        counts = Counter(verdict for verdict, _ in of_kind)
        wrong = ", ".join(f"{name} {count}" for name, count in counts.items() if name != "right")
        print(
            f"{kind:14} right {counts['right']} of {len(of_kind)}, {counts['right'] / (len(of_kind) or 1):.3f}  {wrong}"
        )
        for verdict, words in of_kind if options.verbose else ():
            if verdict != "right":
                print(f"    {verdict:20} {words}")


if __name__ == "__main__":
    main()
