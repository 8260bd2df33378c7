"""The trained model: how likely a sentence states each practice, and what it speaks of.

A linear model over TF-IDF of words and pairs of words, beside what the rules find in the sentence. How it was
trained, on what and how good it is: data/classifier.md; how to train it again: `make train`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, islice, pairwise, repeat
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from server.analysis.ngrams import BORDER

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Rows = NDArray[np.int64]

# So many sentences are weighed at a time that what is held for them stays within some 20 MB.
CHUNK = 256


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a sentence: its words (`ngrams.py`), the names of the targets that rules found in it, and the
    words of what it stands under, which are none of its own and mostly those of its neighbours too.
    """

    words: Sequence[str]
    found: Sequence[str] = ()
    under: tuple[str, ...] = ()


class Classifier:
    """Weights, one column a target. Scores are log odds: above 0 where a target is more likely than not.

    `arrays` holds
        words    the known words in UTF-8, a line each; the first is no word
        pairs    the known pairs of words in ascending order, each as the places of its two words
        targets  the names of the columns, like the words
        idf      the inverse document frequency of each n-gram: of the words, then of the pairs; of no word it is 0
        weights  whole numbers from -127 to 127, a row each n-gram
        scale    what a column's whole numbers are multiples of
        bias     what a column begins with
        rules    what it adds to each column that a rule found a target, a row each target
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays: Final = arrays
        self.targets: Final[tuple[str, ...]] = tuple(_lines(arrays["targets"]))
        self._words = {word: row for row, word in enumerate(_lines(arrays["words"]))}
        # The last is none: what is looked for stands before it.
        self._pairs = np.append(arrays["pairs"].astype(np.int64) @ (len(self._words), 1), np.iinfo(np.int64).max)
        self._columns = {target: column for column, target in enumerate(self.targets)}
        self._idf = arrays["idf"].astype(np.float32)
        self._weights = arrays["weights"]
        self._scale, self._bias, self._rules = (arrays[name].astype(np.float32) for name in ("scale", "bias", "rules"))

    def scores(self, features: Sequence[Features]) -> Floats:
        """Return the log odds of each target (columns) in each of `features` (rows)."""
        chunks = [self._chunk(chunk) for chunk in _chunks(features)]
        return np.concatenate(chunks) if chunks else np.empty((0, len(self.targets)), np.float32)

    def _chunk(self, features: Sequence[Features]) -> Floats:
        own, own_squares = self._weighed([one.words for one in features])
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
        words = list(chain.from_iterable((*text, BORDER) for text in texts))
        rows = np.fromiter(map(self._words.get, words, repeat(0)), np.int64, len(words))
        cells_before = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts]) * len(self._idf)
        places, pairs = self._pairs_of(rows)
        cells = np.concatenate([(cells_before + rows)[rows > 0], cells_before[places] + pairs])
        cells, times = np.unique(cells, return_counts=True)
        text_of, rows = np.divmod(cells, len(self._idf))
        values = (1 + np.log(times)) * self._idf[rows]
        weights = self._weights[rows].astype(np.float64)
        bounds = np.searchsorted(text_of, np.arange(len(texts) + 1)).tolist()
        of_texts = [slice(start, end) for start, end in pairwise(bounds)]
        sums = np.array([values[one] @ weights[one] for one in of_texts])
        return sums, np.array([values[one] @ values[one] for one in of_texts])

    def _pairs_of(self, words: Rows) -> tuple[Rows, Rows]:
        """Where in `words`, the rows of words side by side, known pairs begin, and the rows of these."""
        places = np.flatnonzero((words[:-1] > 0) & (words[1:] > 0))
        pairs = words[places] * len(self._words) + words[places + 1]
        found = np.searchsorted(self._pairs, pairs)
        known = self._pairs[found] == pairs
        return places[known], len(self._words) + found[known]


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
