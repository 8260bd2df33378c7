"""The trained model: how likely a sentence states each practice, and what it speaks of.

A linear model over TF-IDF of words and pairs of words, beside what the rules find in the sentence. How it was
trained, on what and how good it is: data/classifier.md; how to train it again: `make train`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# So many sentences are weighed at a time that what is held for them stays within some 20 MB.
CHUNK = 256


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a sentence: its n-grams (`ngrams.py`), and the names of the targets that rules found in it."""

    ngrams: Sequence[str]
    found: Sequence[str] = ()


class Classifier:
    """Weights, one column a target. Scores are log odds: above 0 where a target is more likely than not.

    `arrays` holds
        ngrams   the known n-grams in UTF-8, a line each
        targets  the names of the columns, likewise
        idf      the inverse document frequency of each n-gram; the first, of a line without words, is 0
        weights  whole numbers from -127 to 127, a row each n-gram
        scale    what a column's whole numbers are multiples of
        bias     what a column begins with
        rules    what it adds to each column that a rule found a target, a row each target
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays: Final = arrays
        self.targets: Final[tuple[str, ...]] = tuple(_lines(arrays["targets"]))
        self._rows = {ngram: row for row, ngram in enumerate(_lines(arrays["ngrams"]))}
        self._columns = {target: column for column, target in enumerate(self.targets)}
        self._idf = arrays["idf"].astype(np.float32)
        self._weights = arrays["weights"]
        self._scale, self._bias, self._rules = (arrays[name].astype(np.float32) for name in ("scale", "bias", "rules"))

    def scores(self, features: Sequence[Features]) -> Floats:
        """Return the log odds of each target (columns) in each of `features` (rows)."""
        chunks = [self._chunk(chunk) for chunk in _chunks(features)]
        return np.concatenate(chunks) if chunks else np.empty((0, len(self.targets)), np.float32)

    def _chunk(self, features: Sequence[Features]) -> Floats:
        counts = [self._counted(one.ngrams) for one in features]
        rows = np.array(list(chain.from_iterable(counts)), np.intp)
        times = np.array(list(chain.from_iterable(counted.values() for counted in counts)), np.float32)
        starts = np.cumsum([0, *map(len, counts[:-1])])
        values = ((1 + np.log(times)) * self._idf[rows]).astype(np.float32)
        lengths = np.sqrt(np.add.reduceat(values * values, starts))
        weighed = np.add.reduceat(self._weights[rows] * values[:, None], starts, axis=0)
        scores: Floats = (weighed / np.maximum(lengths, 1e-6)[:, None] * self._scale + self._bias).astype(np.float32)
        for one, score in zip(features, scores, strict=True):
            for target in self._columns.keys() & one.found:
                score += self._rules[self._columns[target]]
        return scores

    def _counted(self, ngrams: Sequence[str]) -> Counter[int]:
        counted = Counter(filter(None, map(self._rows.get, ngrams)))
        # The first row weighs nothing; no sentence is without a row.
        return counted or Counter((0,))


def _lines(utf8: NDArray[Any]) -> list[str]:
    return utf8.tobytes().decode().split("\n")


def _chunks(features: Sequence[Features]) -> Iterator[Sequence[Features]]:
    remaining = iter(features)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def load() -> Classifier:
    """Return the classifier that ships with the analysis."""
    stored = files(__package__) / "data" / "classifier.npz"
    with stored.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Classifier(dict(arrays))
