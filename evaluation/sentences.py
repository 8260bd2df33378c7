"""The findings of single sentences against labels made by hand, and two readers against each other.

    python -m evaluation.sentences [--set dev|test] [--rules] [--practices] [--verbose] [--practice P]
    python -m evaluation.sentences --agreement

--rules takes the rules alone, without the trained model. A label is a (practice, stance) pair of a sentence; hedging is
compared where both have the pair.
"""

import argparse
from collections import defaultdict

from evaluation.corpus import policies
from evaluation.gold import Judged, Pair, rates
from evaluation.labels import Labelled, digest, load, load_paragraphs
from server.analysis.finder import FINDER
from server.analysis.judgement import JUDGE
from server.analysis.model import Sentence

FIRST_READERS = {"dev": ("dev-*.A.jsonl", "dev-*.B.jsonl"), "test": ("test-*.C.jsonl",)}
# What was read twice: the second reader's files, and those among which the first's are.
SECOND_READERS = {
    "dev-0.D.jsonl": "dev-*.[AB].jsonl",
    "test-0.D.jsonl": "test-*.C.jsonl",
    "second-train.Y.jsonl": "train.*.jsonl",
    "second-more.Y.jsonl": "more.*.jsonl",
}
Hedges = dict[Pair, bool]


def _pairs(labelled: Labelled) -> Hedges:
    return {(label.practice, label.stance): label.hedged for label in labelled.labels}


def compare(expected: Hedges, found: Hedges, words: str, policy: str) -> list[Judged]:
    """Return a verdict for each pair that is expected or found."""
    verdicts = []
    for pair in sorted(expected.keys() | found.keys()):
        verdict = "right" if pair in expected and pair in found else "missed" if pair in expected else "false alarm"
        verdicts.append(Judged(policy, pair, verdict, words))
    return verdicts


class Sentences:
    """The sentences of the corpus, found by where a label says that they stand."""

    def __init__(self, rules_alone: bool) -> None:
        self._policies = {policy.name: policy.sentences for policy in policies()}
        self._rules_alone = rules_alone

    def found(self, labelled: Labelled) -> tuple[Hedges, Sentence] | None:
        """Return what the analysis finds in a labelled sentence, None where it is no longer split so."""
        sentences = self._policies[labelled.policy]
        for index, sentence in enumerate(sentences):
            if (sentence.start, sentence.end) == (labelled.start, labelled.end):
                if digest(sentence.quote) != labelled.sha256:
                    raise ValueError(f"{labelled.policy} is not the text that was labelled")
                (statements,) = FINDER.statements(sentences, [index])
                if not self._rules_alone:
                    statements = JUDGE.judge([sentence], [statements]).statements[0]
                return {(s.practice, s.stance): s.hedged for s in statements}, sentence
        return None


def _report(judged: list[Judged], hedges: list[bool], practices: bool) -> None:
    rows = {"all": judged}
    if practices:
        by_pair = defaultdict(list)
        for one in judged:
            by_pair[f"{one.pair[0]} {one.pair[1]}"].append(one)
        rows |= dict(sorted(by_pair.items()))
    for name, ones in rows.items():
        total = rates(ones)
        print(
            f"{name:45} precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
            f"   right {total.right}, false alarms {total.false_alarms}, missed {total.missed}"
        )
    print(f"hedging right in {sum(hedges) / (len(hedges) or 1):.3f} of {len(hedges)}")


def measure(set_: str, options: argparse.Namespace) -> None:
    """Print how the analysis does on the labelled sentences of `set_`."""
    corpus, judged, hedges, lost = Sentences(options.rules), [], [], 0
    for labelled in (one for pattern in FIRST_READERS[set_] for one in load(pattern)):
        answer = corpus.found(labelled)
        if answer is None:
            lost += 1
            continue
        found, sentence = answer
        expected = _pairs(labelled)
        judged += compare(expected, found, f"{{{sentence.lead_in[-60:]}}} {sentence.display}", labelled.policy)
        hedges += [expected[pair] == found[pair] for pair in expected.keys() & found.keys()]
    if options.verbose:
        for one in judged:
            if one.verdict != "right" and options.practice in (None, one.pair[0]):
                print(f"{one.verdict:12} {one.pair[0]} {one.pair[1]}: {one.words}")
    _report(judged, hedges, options.practices)
    print(f"{lost} sentences are split in another way since they were labelled, and left out")


def agreement() -> None:
    """Print how far second readers agree with the first, taken as gold."""
    judged, hedges, read_twice = [], [], 0
    for seconds, firsts in SECOND_READERS.items():
        first = {(one.policy, one.start, one.end): _pairs(one) for one in load(firsts)}
        for one in load(seconds):
            before, after = first[one.policy, one.start, one.end], _pairs(one)
            read_twice += 1
            judged += compare(before, after, "", one.policy)
            hedges += [before[pair] == after[pair] for pair in before.keys() & after.keys()]
    print(f"{read_twice} sentences read twice")
    _report(judged, hedges, practices=False)
    _agreement_on_paragraphs()


def _agreement_on_paragraphs() -> None:
    first = {(one.policy, one.start, one.end): set(one.topics) for one in load_paragraphs("paragraphs.*.jsonl")}
    second = load_paragraphs("second-paragraphs.*.jsonl")
    both = [(first[one.policy, one.start, one.end], set(one.topics)) for one in second]
    shared = sum(len(before & after) for before, after in both)
    print(f"{len(both)} paragraphs read twice: F1 {2 * shared / sum(len(a) + len(b) for a, b in both):.3f}")


def main() -> None:
    """Print the table asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=sorted(FIRST_READERS), default="dev")
    parser.add_argument("--practices", action="store_true")
    parser.add_argument("--practice")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--rules", action="store_true", help="the rules alone")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        agreement()
    else:
        measure(options.set, options)


if __name__ == "__main__":
    main()
