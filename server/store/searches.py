"""Searches for a domain's policy: how far they are, what they found, and how often they may be asked for."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

import msgspec
import redis

from server.store.servers import Servers

# How long it is said of a domain that its policy was looked for, and what came of it.
_KEPT = timedelta(days=30)
APART = timedelta(hours=1)
"""How far apart two searches for the policy of one domain begin, at least."""


class SearchState(StrEnum):
    """How far a search is."""

    QUEUED = "queued"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Search(msgspec.Struct, frozen=True):
    """How far the last search for a domain's policy is, since when, and, where it failed, why: a plain sentence."""

    state: SearchState
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    reason: str | None = None


_SEARCHES = msgspec.json.Decoder(Search)


class Searches:
    """The last search for the policy of each domain."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers

    def get(self, domain: str) -> Search | None:
        """Return how far the last search is, None where there was none of late."""
        key = _key("search", domain)
        kept = self._servers.run(key, lambda client: client.get(key))
        return None if kept is None else _SEARCHES.decode(kept)

    def put(self, domain: str, search: Search) -> None:
        """Say how far the search is."""
        key = _key("search", domain)
        self._servers.run(key, lambda client: client.set(key, msgspec.json.encode(search), ex=_KEPT))

    def begin(self, domain: str, now: datetime) -> int:
        """Queue a search and return 0; where one was begun within the hour, the seconds until the next may be."""
        begun = _key("search-begun", domain)

        def begin(client: redis.Redis) -> int:
            if client.set(begun, b"", nx=True, ex=APART):
                client.set(_key("search", domain), msgspec.json.encode(Search(SearchState.QUEUED, now)), ex=_KEPT)
                return 0
            return max(1, client.ttl(begun))

        return self._servers.run(begun, begin)

    def forget(self, domain: str) -> bool:
        """Remove all that is known of searches for the policy of `domain`; return whether there was anything.

        So may a search that was begun and could not be queued be begun again.
        """
        keys = (_key("search", domain), _key("search-begun", domain))
        return bool(self._servers.run(keys[0], lambda client: client.delete(*keys)))


def _key(kind: str, domain: str) -> str:
    return f"smallprint:{kind}:{{{domain}}}"
