"""The model against OPP-115, in the split that PrivacyGLUE uses: the twelve classes, macro- and micro-F1.

    python -m evaluation.opp115 [FILE]

FILE is a JSON Lines file of {"text", "labels"}, by default `SMALLPRINT_SHARED`/data/opp115-validation.jsonl. Two rows:

    transfer    the weights that ship, which have seen nothing of OPP-115, as they are
    trained     the same architecture trained on OPP-115's training split (and on the validation split, where FILE is
                another one): one logistic regression a class over the words and pairs of words of a segment,
                beside what the shipped model makes of it

and, with --folds, the second in five folds that share no policy (opp115-attributes.jsonl). What is trained on OPP-115
is for research alone, stays in memory and is never shipped. Intervals are 95 % of 1,000 bootstrap samples of segments.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from evaluation.corpus import SHARED
from server.analysis.classifier import Features, load
from server.analysis.documents import read_text
from server.analysis.finder import FINDER
from server.analysis.judgement import features
from server.analysis.ngrams import ngrams, own_words
from server.analysis.plain import plain
from server.analysis.sentences import split
from server.analysis.vocabulary import Topic

CLASSES = {
    "First Party Collection/Use": Topic.FIRST_PARTY,
    "Third Party Sharing/Collection": Topic.THIRD_PARTY,
    "User Choice/Control": Topic.CHOICE,
    "User Access, Edit and Deletion": Topic.ACCESS,
    "Data Retention": Topic.RETENTION,
    "Data Security": Topic.SECURITY,
    "Policy Change": Topic.CHANGE,
    "Do Not Track": Topic.DO_NOT_TRACK,
    "International and Specific Audiences": Topic.AUDIENCES,
    "Introductory/Generic": Topic.INTRODUCTORY,
    "Privacy contact information": Topic.CONTACT,
    "Practice not covered": Topic.NOT_COVERED,
}
DATA = SHARED / "data"
# Chosen on the validation split.
STRENGTH = 2.0
OPINION_VALUE = 0.5

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Segments:
    """Segments and which of the classes (columns) each is of; those of one policy are in one of the `folds`."""

    texts: list[str]
    truth: Bools
    folds: list[int]


def read(*paths: Path) -> Segments:
    """Return the segments of the JSON Lines files at `paths`."""
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    truth = np.array([[name in row.get("labels", row.get("majority12")) for name in CLASSES] for row in rows])
    return Segments([row["text"] for row in rows], truth, [row.get("doc_fold5", 0) for row in rows])


class _Shipped:
    """What the weights that ship make of segments."""

    def __init__(self) -> None:
        self._classifier = load()
        self._topics = [self._classifier.targets.index(topic) for topic in CLASSES.values()]
        self._pairs = [column for column in range(len(self._classifier.targets)) if column not in self._topics]

    def topics(self, texts: Sequence[str]) -> Floats:
        """Return the log odds of each class."""
        scores = self._classifier.scores([Features(own_words(plain(text))) for text in texts])
        return scores[:, self._topics].astype(float)

    def opinions(self, texts: Sequence[str]) -> Floats:
        """Return the likelihood of each class, and of each (practice, stance) pair and hedging at their likeliest."""
        stated = np.array([self._pairs_of(text) for text in texts])
        return _likelihood(np.concatenate([self.topics(texts), stated], axis=1))

    def _pairs_of(self, text: str) -> Floats:
        sentences = split(read_text(text))
        if not sentences:
            return np.full(len(self._pairs), -10.0)
        ruled = FINDER.statements(sentences, range(len(sentences)))
        scores = self._classifier.scores(features(sentences, ruled))
        return scores[:, self._pairs].max(axis=0).astype(float)


def _likelihood(log_odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-log_odds))


def trained(learnt: Segments, opinions: Floats, asked: Segments, asked_opinions: Floats) -> Bools:
    """Return what the architecture, trained on the segments `learnt`, says of those `asked`."""
    words = TfidfVectorizer(analyzer=lambda text: ngrams(own_words(plain(text))), sublinear_tf=True, min_df=2)
    features = hstack([words.fit_transform(learnt.texts), csr_matrix(opinions * OPINION_VALUE)]).tocsr()
    asked_features = hstack([words.transform(asked.texts), csr_matrix(asked_opinions * OPINION_VALUE)]).tocsr()
    found = []
    for truth in learnt.truth.T:
        # Between the classes as they are and all of one weight: rare classes are not lost, frequent ones not overrun.
        weight = {False: 1.0, True: float(np.sqrt((~truth).sum() / truth.sum()))}
        model = LogisticRegression(C=STRENGTH, solver="liblinear", class_weight=weight, random_state=1)
        found.append(model.fit(features, truth).predict(asked_features))
    return np.array(found).T


def f1(truth: Bools, found: Bools) -> tuple[float, float, Floats]:
    """Return macro-F1, micro-F1 and the F1 of each class; the macro is the mean over the classes that there are."""
    right, claimed, there = (truth & found).sum(0), found.sum(0), truth.sum(0)
    each = 2 * right / np.maximum(1, claimed + there)
    return float(each[there > 0].mean()), float(2 * right.sum() / max(1, (claimed + there).sum())), each


def _interval(truth: Bools, found: Bools) -> str:
    chance = np.random.default_rng(1)
    samples = [chance.integers(0, len(truth), len(truth)) for _ in range(1000)]
    rates = np.array([f1(truth[rows], found[rows])[:2] for rows in samples])
    (low, high) = np.percentile(rates, (2.5, 97.5), axis=0)
    return f"macro {low[0]:.3f} to {high[0]:.3f}, micro {low[1]:.3f} to {high[1]:.3f}"


def _print(name: str, truth: Bools, found: Bools) -> None:
    macro, micro, each = f1(truth, found)
    print(f"{name:10} macro-F1 {macro:.3f}  micro-F1 {micro:.3f}   (95 %: {_interval(truth, found)})")
    print("           " + "  ".join(f"{topic} {rate:.2f}" for topic, rate in zip(CLASSES.values(), each, strict=True)))


def _folds(shipped: _Shipped) -> None:
    every = read(DATA / "opp115-attributes.jsonl")
    opinions, found = shipped.opinions(every.texts), np.zeros_like(every.truth)
    for fold in sorted(set(every.folds)):
        held_out = np.array([one == fold for one in every.folds])
        parts = [
            (Segments([t for t, m in zip(every.texts, mask, strict=True) if m], every.truth[mask], []), opinions[mask])
            for mask in (~held_out, held_out)
        ]
        found[held_out] = trained(*parts[0], *parts[1])
    _print("folds", every.truth, found)


def main() -> None:
    """Print the two rows, or the folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--folds", action="store_true", help="five folds that share no policy")
    options = parser.parse_args()
    shipped = _Shipped()
    if options.folds:
        _folds(shipped)
        return
    validation = DATA / "opp115-validation.jsonl"
    learnt = read(DATA / "opp115-train.jsonl", *([validation] if options.file else []))
    asked = read(options.file or validation)
    print(f"{options.file or validation}: {len(asked.texts)} segments; trained on {len(learnt.texts)}")
    _print("transfer", asked.truth, shipped.topics(asked.texts) > 0)
    _print(
        "trained", asked.truth, trained(learnt, shipped.opinions(learnt.texts), asked, shipped.opinions(asked.texts))
    )


if __name__ == "__main__":
    main()
