"""What the service keeps, in Redis: summaries by content, records by domain."""

from datetime import timedelta

from server.settings import Settings
from server.store import embedded
from server.store.connection import away_on_error, connect
from server.store.records import Records
from server.store.summaries import Summaries


class Store:
    """The two collections on one connection. Every verb raises `StoreAway` when Redis does not answer.

    A Redis of our own is not started here: a service whose Redis hangs must begin all the same.
    """

    def __init__(self, settings: Settings) -> None:
        self._client = connect(settings.redis_url or embedded.address(settings.var))
        self.summaries = Summaries(self._client, timedelta(days=settings.summary_days))
        self.records = Records(self._client, settings.trust, timedelta(days=settings.record_days))

    def check(self) -> None:
        """Return if the store keeps what it is given: one that is full, or only read from, answers all the same."""
        # A write that changes nothing, as there is no such key: Redis refuses it wherever it would refuse another.
        with away_on_error():
            self._client.set("smallprint:check", b"", xx=True)
