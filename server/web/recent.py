"""What a process remembers of its last answers, so that what is sent again need not be read or analysed again."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from cachetools import TTLCache

K = TypeVar("K")
V = TypeVar("V")

# Long enough for the next caller, short enough for whoever has something forgotten.
_SECONDS = 600
_MAX_SUBMISSIONS = 5_000  # some 500 bytes each
_MAX_SUMMARY_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a submission was found to be: the id of its summary, and its address, "" where none was given."""

    id: str
    url: str


class Recent:
    """The last submissions by their digests, and the last summaries by their ids; both are gone after ten minutes.

    Neither can be out of date: a digest covers all that was sent, and an id all that a summary is made from.
    """

    def __init__(self) -> None:
        self.submissions: _Kept[bytes, Submitted] = _Kept(_MAX_SUBMISSIONS, lambda _: 1)
        self.summaries: _Kept[str, bytes] = _Kept(_MAX_SUMMARY_BYTES, len)


class _Kept(Generic[K, V]):
    """What was put last, of at most `most` by the sum of what `weigh` returns of each."""

    def __init__(self, most: int, weigh: Callable[[V], int]) -> None:
        self._lock = threading.Lock()
        self._values: TTLCache[K, V] = TTLCache(most, _SECONDS, getsizeof=weigh)

    def get(self, key: K) -> V | None:
        """Return what was put under `key`, or None."""
        with self._lock:
            return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep `value`, if it is not larger than all that is kept may be."""
        with self._lock, suppress(ValueError):
            self._values[key] = value
