"""The connection to Redis, and what becomes of its errors."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from server.metrics import STORE_FAILURES

T = TypeVar("T")

# A store on this machine or the next answers in a millisecond. Whoever waits longer waits in vain, and a
# summary is computed as fast; redis-py by itself would wait 5 s and ask 10 times.
_CONNECT_SECONDS = 0.25
_ANSWER_SECONDS = 0.5

# A server that was silent is left alone for so long: an answer asks the store several things, and would wait for each.
_PAUSE_SECONDS = 0.5

_log = logging.getLogger(__name__)


class StoreAway(Exception):
    """Redis does not answer, or not as it should."""


class Server:
    """One redis-server, which is not asked again at once where it was silent.

    It is connected to when first used, so it may be made before a fork.
    """

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(
            url,
            socket_connect_timeout=_CONNECT_SECONDS,
            socket_timeout=_ANSWER_SECONDS,
            # Once more where a pooled connection has died, as all have after a restart; not where it is slow.
            retry=Retry(NoBackoff(), retries=1, supported_errors=(redis.ConnectionError,)),
        )
        self._silent_until = 0.0

    def run(self, work: Callable[[redis.Redis], T]) -> T:
        """Return what `work` returns of the server's client; raise what redis-py does."""
        if self._silent_until:
            now = time.monotonic()
            if now < self._silent_until:
                raise redis.TimeoutError("It was silent a moment ago")
            self._silent_until = now + _PAUSE_SECONDS  # this caller tries, and the others do not wait for it
        silent = False
        try:
            return work(self._client)
        except redis.TimeoutError:
            silent = True
            raise
        finally:
            self._silent_until = time.monotonic() + _PAUSE_SECONDS if silent else 0.0


def away(error: redis.RedisError) -> StoreAway:
    """Return what to raise in place of what redis-py raised, and say so in the log and the metrics."""
    kind = type(error).__name__
    # redis-py puts the command before the reason, and with it the first words of somebody's text; a Redis that does
    # not know a command puts them after it.
    reason = str(error).rpartition(" caused error: ")[2].partition(", with args beginning with")[0]
    STORE_FAILURES.labels(kind).inc()
    _log.warning("the store is away: %s: %s", kind, reason)
    return StoreAway(reason)
