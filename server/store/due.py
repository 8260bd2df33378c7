"""Which domains are to be read again, and when."""

import random
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from server.settings import Trust
from server.store.connection import StoreAway
from server.store.servers import Servers

# A sorted set is one key, and a key lies on one server: with several, no server has all of the work, and one that is
# away takes only its share of the domains with it. They never expire, lest a full memory cost a domain its reading.
_BUCKETS = 16

# In one step, so that of several workers one alone gets a domain.
_TAKE = """
local found = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, domain in ipairs(found) do
    redis.call('ZADD', KEYS[1], ARGV[2], domain)
end
return found
"""


class Due:
    """Domains by the time at which they are to be read again."""

    def __init__(self, servers: Servers, trust: Trust) -> None:
        self._servers = servers
        self._trust = trust

    def put(self, domain: str, at: datetime) -> None:
        """Let `domain` be read again at `at`, and at no other time."""
        key = self._key(_bucket(domain))
        self._servers.run(key, lambda client: client.zadd(key, {domain: at.timestamp()}))

    def remove(self, domain: str) -> bool:
        """Let `domain` not be read again; return whether it was to be."""
        key = self._key(_bucket(domain))
        return bool(self._servers.run(key, lambda client: client.zrem(key, domain)))

    def take(self, now: datetime, put_off_to: datetime, limit: int, wanted: Callable[[str], bool]) -> list[str]:
        """Return at most `limit` domains whose time has come by `now` and that are `wanted`.

        All that are looked at are put off, so that no other worker takes them too. Of servers that are away, none is
        returned.
        """
        taken: list[str] = []
        away: StoreAway | None = None
        buckets = list(range(_BUCKETS))
        random.shuffle(buckets)
        for bucket in buckets:
            try:
                while len(taken) < limit and (found := self._take(bucket, now, put_off_to, limit - len(taken))):
                    taken += filter(wanted, found)
            except StoreAway as error:
                away = error
        if away and not taken:
            raise away
        return taken

    def _take(self, bucket: int, now: datetime, put_off_to: datetime, limit: int) -> list[str]:
        key = self._key(bucket)
        arguments = (now.timestamp(), put_off_to.timestamp(), limit)
        return [
            domain.decode() for domain in self._servers.run(key, lambda client: client.eval(_TAKE, 1, key, *arguments))
        ]

    def _key(self, bucket: int) -> str:
        # As the records are: those of another trust are another service's to read again.
        return f"smallprint:due:{self._trust}:{bucket}"


def _bucket(domain: str) -> int:
    return sha256(domain.encode()).digest()[0] % _BUCKETS
