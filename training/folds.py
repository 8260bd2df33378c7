"""How the analysis does on policies that were labelled as a whole: a model for each fold, trained on the others."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sklearn.model_selection import GroupKFold

from evaluation.corpus import SHARED
from evaluation.gold import Judged, Pair, rates
from evaluation.labels import Label, load
from server.analysis.documents import read_text
from server.analysis.findings import find
from server.analysis.judgement import Judge
from server.analysis.model import Document, Sentence
from server.analysis.not_stated import not_stated
from server.analysis.outline import outline
from server.analysis.sentences import split
from server.analysis.vocabulary import PRACTICES, Level, Stance
from training.examples import Example
from training.fit import fit

_FILES = ("whole.*", "train.*", "more.*", "active.*", "denials.*", "dev-*.[AB]", "test-*.C")
_Places = Mapping[tuple[int, int], tuple[Label, ...]]


def print_folds(examples: Sequence[Example], pairs: Sequence[str], topics: Sequence[str], folds: int) -> None:
    """Print the rates of findings, of badges and of each level, and how often hedges and silence are right.

    A policy states what any of its labelled sentences does; the few sentences that nobody labelled are left out.
    """
    labels = _by_policy()
    whole = sorted({example.policy for example in examples if example.drawn == "whole"})
    judged: list[Judged] = []
    counts: Counter[tuple[str, bool]] = Counter()
    for _, held_out in GroupKFold(folds).split(whole, groups=whole):
        names = {whole[index] for index in held_out}
        model = fit([example for example in examples if example.policy not in names], pairs, topics)
        for name in sorted(names):
            verdicts, particulars = _compared(name, labels[name], Judge(model))
            judged += verdicts
            counts.update(particulars)
    _print(judged, counts)


def _by_policy() -> dict[str, dict[tuple[int, int], tuple[Label, ...]]]:
    places: dict[str, dict[tuple[int, int], tuple[Label, ...]]] = defaultdict(dict)
    for labelled in (one for pattern in _FILES for one in load(f"{pattern}.jsonl")):
        places[labelled.policy][labelled.start, labelled.end] = labelled.labels
    return places


def _labelled_part(name: str, labels: _Places) -> tuple[Document, tuple[Sentence, ...]]:
    document = read_text((SHARED / "corpus" / "policies" / f"{name}.txt").read_text("utf-8"))
    return document, tuple(one for one in split(document) if (one.start, one.end) in labels)


def _compared(name: str, labels: _Places, judge: Judge) -> tuple[list[Judged], Iterator[tuple[str, bool]]]:
    """The verdict on each pair, and of each particular whether it is right."""
    document, sentences = _labelled_part(name, labels)
    findings = find(document, sentences, judge)
    hedges: dict[Pair, bool] = {}
    for label in (label for one in sentences for label in labels[one.start, one.end]):
        pair = label.practice, label.stance
        hedges[pair] = hedges.get(pair, True) and label.hedged
    found = {(one.practice, one.stance): one.hedged for one in findings.stated}
    silent = not_stated(findings, sentences, outline(document, sentences, findings.topics))
    stated = {practice for practice, _ in hedges}

    def verdict(pair: Pair) -> str:
        return "missed" if pair not in found else "right" if pair in hedges else "false alarm"

    def particulars() -> Iterator[tuple[str, bool]]:
        for pair in found.keys() & hedges.keys():
            if pair[1] is not Stance.DOES_NOT:
                yield "hedging", found[pair] == hedges[pair]
        yield from (("silence", practice not in stated) for practice in silent)

    return [Judged(name, pair, verdict(pair), "") for pair in sorted(found.keys() | hedges.keys())], particulars()


def _print(judged: Sequence[Judged], counts: Mapping[tuple[str, bool], int]) -> None:
    rows = {"findings": list(judged), "badges": [one for one in judged if one.is_badge]}
    rows |= {str(level): [one for one in judged if _level(one.pair) is level] for level in Level}
    for name, ones in rows.items():
        total = rates(ones)
        print(f"{name:10} precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}")
    for name in ("hedging", "silence"):
        right, wrong = counts[name, True], counts[name, False]
        print(f"{name:10} right {right} of {right + wrong}, {right / (right + wrong or 1):.3f}")


def _level(pair: Pair) -> Level:
    practice, stance = pair
    return PRACTICES[practice].stances[stance].level
