"""How long the steps of an answer took (the Server-Timing header)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Timing:
    """The steps of one answer. `str()` is the header's value."""

    def __init__(self) -> None:
        self._milliseconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what the block takes to the step `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            took = (time.perf_counter() - start) * 1000
            self._milliseconds[name] = self._milliseconds.get(name, 0.0) + took

    def __str__(self) -> str:
        return ", ".join(f"{name};dur={took:.1f}" for name, took in self._milliseconds.items())
