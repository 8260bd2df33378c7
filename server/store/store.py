"""What the service keeps, in Redis: summaries by content, records by domain, searches and limits."""

import time
from datetime import timedelta
from functools import partial

import redis

from server.settings import Settings
from server.store import embedded
from server.store.connection import StoreAway
from server.store.limits import Limits
from server.store.queue import Queue
from server.store.records import Records
from server.store.searches import Searches
from server.store.servers import connect
from server.store.summaries import Summaries

_CHECK_SECONDS = 0.5


class Store:
    """The collections on one connection. Every verb raises `StoreAway` when Redis does not answer.

    A Redis of our own is not started here: a service whose Redis hangs must begin all the same.
    """

    def __init__(self, settings: Settings) -> None:
        self._servers = connect(settings.redis_url or embedded.address(settings.var))
        self.summaries = Summaries(self._servers, timedelta(days=settings.summary_days))
        self.records = Records(self._servers, settings.trust, timedelta(days=settings.record_days))
        self.searches = Searches(self._servers)
        self.limits = Limits(self._servers, settings.limits)
        self.queue = Queue(queue_url(settings))

    def check(self) -> None:
        """Return if the store keeps what it is given: one that is full, or only read from, answers all the same.

        Of a cluster, one node that does is enough, as its keys are served while others' wait.
        """
        deadline = time.monotonic() + _CHECK_SECONDS
        for probe in self._servers.probes:
            try:
                self._servers.run(probe, partial(_write_nothing, probe))
                return
            except StoreAway as error:
                away = error
            if time.monotonic() > deadline:
                break
        raise away


def queue_url(settings: Settings) -> str | None:
    """Return the URL of the Redis that has the queue; None where the settings name none, but several servers."""
    return settings.queue or (None if settings.redis_url else embedded.address(settings.var))


def _write_nothing(key: str, client: redis.Redis) -> None:
    # A write that changes nothing, as there is no such key: Redis refuses it wherever it would refuse another.
    client.set(key, b"", xx=True)
