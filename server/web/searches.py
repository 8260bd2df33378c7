"""Searches for a site's policy: how one comes into the queue."""

from server.store.connection import StoreAway
from server.store.queue import Line, QueueFull
from server.web import problems
from server.web.service import now, store

_QUEUE_FULL_SECONDS = 60


def begin(domain: str, line: Line) -> int:
    """Put `domain` into the queue and return 0; where that was done within the hour, the seconds until it may be.

    Raises `RateLimited` where too many searches wait already.
    """
    wait = store().searches.begin(domain, now())
    if wait:
        return wait
    try:
        store().queue.put(domain, line)
    except StoreAway:
        store().searches.forget(domain)
        raise
    except QueueFull as error:
        store().searches.forget(domain)
        raise problems.RateLimited("As many searches as may are waiting already.", _QUEUE_FULL_SECONDS) from error
    return 0
