"""One logistic regression a target, over the same n-grams; what server/analysis/classifier.py computes again."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from server.analysis.classifier import Classifier, Features
from server.analysis.ngrams import BORDER, ngrams
from training.examples import HEDGED, Example

# Chosen on dev-*, of 5, 10, 20 and 50; trigrams, parts of words and larger weights of the rules gave no more.
STRENGTH = 20.0
RULE_VALUE = 0.7
TOPIC_STRENGTH = 5.0
# An n-gram of fewer texts, and a target of fewer examples, says nothing that can be relied on.
MIN_TEXTS = 3
MIN_EXAMPLES = 3


@dataclass(frozen=True)
class _Data:
    examples: Sequence[Example]
    features: csr_matrix

    def of(self, kinds: set[str]) -> NDArray[np.intp]:
        return np.flatnonzero([example.kind in kinds for example in self.examples])

    def truth(self, target: str) -> NDArray[np.bool_]:
        return np.array([target in example.targets for example in self.examples])


def _kinds(target: str, pairs: Sequence[str]) -> set[str]:
    """The kinds of example on which a target is known."""
    if target == HEDGED:
        return {"sentence"}
    return {"sentence", "silent sentence"} if target in pairs else {"paragraph"}


def _ngrams(features: Features) -> list[str]:
    return ngrams([*features.words, BORDER, *features.under])


def _found(features: Sequence[Features], pairs: Sequence[str]) -> csr_matrix:
    columns = {pair: column for column, pair in enumerate(pairs)}
    cells = [(row, columns[pair]) for row, one in enumerate(features) for pair in one.found if pair in columns]
    rows, found = zip(*cells, strict=True) if cells else ((), ())
    return csr_matrix((np.full(len(cells), RULE_VALUE), (rows, found)), (len(features), len(pairs)))


def fit(examples: Sequence[Example], pairs: Sequence[str], topics: Sequence[str]) -> Classifier:
    """Return a classifier of the `pairs`, of hedging and of the `topics`, as far as there are examples of them.

    It is the one that ships: its weights are whole numbers already.
    """
    vectoriser = TfidfVectorizer(analyzer=_ngrams, sublinear_tf=True, min_df=MIN_TEXTS)
    words = vectoriser.fit_transform([example.features for example in examples])
    known = [
        target
        for target in (*pairs, HEDGED, *topics)
        if sum(target in example.targets for example in examples) >= MIN_EXAMPLES
    ]
    known_pairs = [pair for pair in pairs if pair in known]
    data = _Data(examples, hstack([words, _found([example.features for example in examples], known_pairs)]).tocsr())

    def column(target: str) -> tuple[NDArray[np.float64], float]:
        rows = data.of(_kinds(target, known_pairs))
        truth = data.truth(target)[rows]
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=1)
        if target in topics:
            # Between the classes as they are and all of one weight: rare classes are not lost.
            model.set_params(
                C=TOPIC_STRENGTH, class_weight={False: 1.0, True: float(np.sqrt((~truth).sum() / truth.sum()))}
            )
        model.fit(data.features[rows], truth)
        return model.coef_[0], float(model.intercept_[0])

    with ThreadPoolExecutor() as pool:
        fitted = list(pool.map(column, known))
    weights = np.array([coefficients for coefficients, _ in fitted]).T
    return Classifier(
        _arrays(
            vocabulary=list(vectoriser.get_feature_names_out()),
            targets=known,
            idf=vectoriser.idf_,
            weights=weights[: words.shape[1]],
            bias=np.array([bias for _, bias in fitted]),
            rules=weights[words.shape[1] :] * RULE_VALUE,
        )
    )


def _arrays(
    *,
    vocabulary: list[str],
    targets: list[str],
    idf: NDArray[np.float64],
    weights: NDArray[np.float64],
    bias: NDArray[np.float64],
    rules: NDArray[np.float64],
) -> dict[str, NDArray[np.generic]]:
    # Each word of a known pair is known: it is in no fewer texts.
    rows = {ngram: row for row, ngram in enumerate(vocabulary)}
    words = [ngram for ngram in vocabulary if "_" not in ngram]
    places = {word: place for place, word in enumerate(words, 1)}
    pairs = sorted(([places[word] for word in ngram.split("_")], ngram) for ngram in vocabulary if "_" in ngram)
    order = [rows[ngram] for ngram in (*words, *(ngram for _, ngram in pairs))]
    scale = np.abs(weights).max(0) / 127
    blank = np.zeros((1, len(targets)))
    return {
        "words": _utf8([BORDER, *words]),
        "pairs": np.array([pair for pair, _ in pairs], np.uint16).reshape(-1, 2),
        "targets": _utf8(targets),
        "idf": np.concatenate([[0.0], idf[order]]).astype(np.float32),
        "weights": np.round(np.concatenate([blank, weights[order] / scale])).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": bias.astype(np.float32),
        # Rules find pairs alone, which are the first targets.
        "rules": np.concatenate([rules, np.zeros((len(targets) - len(rules), len(targets)))]).astype(np.float32),
    }


def _utf8(lines: list[str]) -> NDArray[np.generic]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)
