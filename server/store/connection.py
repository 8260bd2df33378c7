"""The connection to Redis, and what becomes of its errors."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from server.metrics import STORE_FAILURES

# A store on this machine or the next answers in a millisecond. Whoever waits longer waits in vain, and a
# summary is computed as fast; redis-py by itself would wait 5 s and ask 10 times.
_CONNECT_SECONDS = 0.25
_ANSWER_SECONDS = 0.5

_log = logging.getLogger(__name__)


class StoreAway(Exception):
    """Redis does not answer, or not as it should."""


def connect(url: str) -> redis.Redis:
    """Return a client of the Redis at `url`. It connects when first used, so it may be made before a fork."""
    return redis.Redis.from_url(
        url,
        socket_connect_timeout=_CONNECT_SECONDS,
        socket_timeout=_ANSWER_SECONDS,
        # Once more where a pooled connection has died, as all have after a restart of Redis; not where it is slow.
        retry=Retry(NoBackoff(), retries=1, supported_errors=(redis.ConnectionError,)),
    )


@contextmanager
def away_on_error() -> Iterator[None]:
    """Turn what redis-py raises inside the block into `StoreAway`."""
    try:
        yield
    except redis.RedisError as error:
        kind = type(error).__name__
        # redis-py puts the command before the reason, and with it the first words of somebody's text; a Redis that
        # does not know a command puts them after it.
        reason = str(error).rpartition(" caused error: ")[2].partition(", with args beginning with")[0]
        STORE_FAILURES.labels(kind).inc()
        _log.warning("the store is away: %s: %s", kind, reason)
        raise StoreAway(reason) from error
