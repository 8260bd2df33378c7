"""One limit for all that a fetch waits for."""

import time

from server.fetch.errors import Unreachable


class Deadline:
    """A point in time by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raise `Unreachable` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> Unreachable:
        """Return what is to be said when time is up."""
        return Unreachable(f"The site took more than {self._seconds:g} seconds to answer in full.")
