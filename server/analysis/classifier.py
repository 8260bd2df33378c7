"""The trained model: how likely a sentence states each practice, and what it speaks of.

A linear model over TF-IDF of words and pairs of words, beside what the rules find in the sentence. How it was
trained, on what and how good it is: data/classifier.md; how to train it again: `make train`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, islice, pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

# So many sentences are weighed at a time that what is held for them stays within some 20 MB.
CHUNK = 256


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a sentence: its n-grams (`ngrams.py`), the names of the targets that rules found in it, and the
    n-grams of what it stands under, which are no words of its own and mostly those of its neighbours too.
    """

    ngrams: Sequence[str]
    found: Sequence[str] = ()
    under: tuple[str, ...] = ()


class Classifier:
    """Weights, one column a target. Scores are log odds: above 0 where a target is more likely than not.

    `arrays` holds
        ngrams   the known n-grams in UTF-8, a line each
        targets  the names of the columns, likewise
        idf      the inverse document frequency of each n-gram; the first is of no n-gram, and is 0
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
        own, own_squares = self._weighed([one.ngrams for one in features])
        places = {under: place for place, under in enumerate(dict.fromkeys(one.under for one in features))}
        above, above_squares = self._weighed(list(places))
        under = [places[one.under] for one in features]
        lengths = np.maximum(np.sqrt(own_squares + above_squares[under]), 1e-6)
        scores: Floats = ((own + above[under]) / lengths[:, None] * self._scale + self._bias).astype(np.float32)
        for one, score in zip(features, scores, strict=True):
            for target in one.found:
                if (column := self._columns.get(target)) is not None:
                    score += self._rules[column]
        return scores

    def _weighed(self, texts: Sequence[Sequence[str]]) -> tuple[Doubles, Doubles]:
        """The TF-IDF vector of the n-grams of each text, times the weights, and the square of its length."""
        known = [[row for ngram in ngrams if (row := self._rows.get(ngram))] for ngrams in texts]
        text_of = np.repeat(np.arange(len(texts)), [len(rows) for rows in known])
        rows = np.fromiter(chain.from_iterable(known), np.intp, len(text_of))
        cells, times = np.unique(text_of * len(self._idf) + rows, return_counts=True)
        text_of, rows = np.divmod(cells, len(self._idf))
        values = (1 + np.log(times)) * self._idf[rows]
        weights = self._weights[rows].astype(np.float64)
        bounds = np.searchsorted(text_of, np.arange(len(texts) + 1)).tolist()
        of_texts = [slice(start, end) for start, end in pairwise(bounds)]
        sums = np.array([values[one] @ weights[one] for one in of_texts])
        return sums, np.array([values[one] @ values[one] for one in of_texts])


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
