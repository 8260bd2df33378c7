"""What a process keeps to itself for a while, within bounds."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from cachetools import TTLCache

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What was put last: for so many `seconds`, and of at most `most` by the sum of what `weigh` returns of each."""

    def __init__(self, most: int, seconds: float, weigh: Callable[[V], int] = lambda _: 1) -> None:
        self._lock = threading.Lock()
        self._values: TTLCache[K, V] = TTLCache(most, seconds, getsizeof=weigh)

    def get(self, key: K) -> V | None:
        """Return what was put under `key`, or None."""
        with self._lock:
            return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep `value`, unless it alone is more than may be kept."""
        with self._lock, suppress(ValueError):
            self._values[key] = value
