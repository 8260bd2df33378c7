"""The servers that make up the store: which of them keeps a key, found again when that has changed."""

import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, Protocol, TypeVar

import redis
from redis.crc import REDIS_CLUSTER_HASH_SLOTS, key_slot

from server import redis_urls
from server.redis_urls import Address, Many
from server.store.connection import Server, away

T = TypeVar("T")

# For the question who keeps what. It comes on top of a request's own time, and any server can answer it.
_FIND_CONNECT_SECONDS = 0.1
_FIND_ANSWER_SECONDS = 0.15
_FIND_SECONDS = 0.3
# What was found so short a time ago is not asked for again: a failure meets all threads at once.
_FRESH_SECONDS = 0.1

# The answers by which a server says that it is not, or not now, the one to ask.
_NOT_HERE = (redis.ConnectionError, redis.exceptions.MovedError, redis.ReadOnlyError, redis.exceptions.ClusterDownError)


class Route(NamedTuple):
    """The server that keeps all slots from `first` to `last`."""

    first: int
    last: int
    address: Address


class Servers(Protocol):
    """The store's servers. What is done to one key, or to several of one hash tag, is done on one of them."""

    @property
    def probes(self) -> Sequence[str]:
        """Keys that lie on different servers, to see whether any takes a write."""
        ...

    def run(self, key: str, work: Callable[[redis.Redis], T]) -> T:
        """Return what `work` returns of a client of the server that keeps `key`; raise `StoreAway` where it fails.

        `work` may be done twice, where the server changed meanwhile.
        """
        ...


def connect(url: str) -> Servers:
    """Return the servers at `url`. They are connected to when first used, so this may be done before a fork."""
    where = redis_urls.read(url)
    return _One(where) if isinstance(where, str) else _Several(where)


class _One:
    probes = ("smallprint:check",)

    def __init__(self, url: str) -> None:
        self._server = Server(url)

    def run(self, key: str, work: Callable[[redis.Redis], T]) -> T:
        try:
            return self._server.run(work)
        except redis.RedisError as error:
            raise away(error) from error


class _Several:
    """The primaries of a cluster, or the one that sentinels name.

    redis-py has clients for both. They connect when they are made; asked while a server hangs, they wait several times
    as long as they are told to, once for each command of a pipeline; and a refresh blocks the healthy servers too.
    """

    probes = tuple(f"smallprint:check:{number}" for number in range(8))

    def __init__(self, where: Many) -> None:
        self._where = where
        self._find = _find_primary if where.name else _find_slots
        self._routes: list[Route] = []
        self._servers: dict[Address, Server] = {}
        self._known: tuple[Address, ...] = ()
        self._finding = threading.Lock()
        self._found_at = 0.0

    def run(self, key: str, work: Callable[[redis.Redis], T]) -> T:
        try:
            return self._run(key_slot(key.encode()), work)
        except redis.RedisError as error:
            raise away(error) from error

    def _run(self, slot: int, work: Callable[[redis.Redis], T]) -> T:
        if not self._routes:
            self._find_again()
        address = self._address(slot)
        try:
            return self._server(address).run(work)
        except redis.TimeoutError:
            # Half a second is over. The next request will find who has taken over.
            self._find_again(patience_seconds=0)
            raise
        except _NOT_HERE as error:
            other = self._other(slot, address, error)
            if other is None:
                raise
            return self._server(other).run(work)

    def _other(self, slot: int, address: Address, error: redis.RedisError) -> Address | None:
        """The server to ask in place of the one at `address`, if there is another."""
        self._find_again()
        if isinstance(error, redis.exceptions.MovedError) and error.host:
            return error.host, error.port  # it knows better than whom we asked meanwhile
        other = self._address(slot)
        return other if other != address else None

    def _address(self, slot: int) -> Address:
        routes = self._routes
        place = bisect_right(routes, slot, key=lambda route: route.first) - 1
        if place < 0 or routes[place].last < slot:
            self._find_again()
            raise redis.ConnectionError("No server is known that keeps this")
        return routes[place].address

    def _server(self, address: Address) -> Server:
        server = self._servers.get(address)
        return server or self._servers.setdefault(address, Server(self._where.server(address)))

    def _find_again(self, patience_seconds: float = _FIND_SECONDS) -> None:
        if not self._finding.acquire(timeout=patience_seconds):
            return  # another thread is at it
        try:
            if time.monotonic() - self._found_at > _FRESH_SECONDS:
                self._take_over()
                self._found_at = time.monotonic()
        finally:
            self._finding.release()

    def _take_over(self) -> None:
        deadline = time.monotonic() + _FIND_SECONDS
        for address in self._to_ask():
            if time.monotonic() > deadline:
                return
            with suppress(redis.RedisError):
                routes, known = self._find(self._where, address)
                if routes:
                    # In one step each: they are read without the lock.
                    self._routes = sorted(routes)
                    self._known = (address, *known)
                    kept = {route.address for route in routes}
                    self._servers = {at: server for at, server in self._servers.items() if at in kept}
                    return

    def _to_ask(self) -> Iterator[Address]:
        """Whoever answered last first, then those that it knows, then those of the URL."""
        return iter(dict.fromkeys((*self._known, *self._where.hosts)))


def _find_primary(where: Many, sentinel: Address) -> tuple[list[Route], list[Address]]:
    with _asking(where.sentinel(sentinel)) as client:
        primary = _execute(client, "SENTINEL GET-MASTER-ADDR-BY-NAME", where.name)
    return [Route(0, REDIS_CLUSTER_HASH_SLOTS - 1, _of(primary, sentinel))] if primary else [], []


def _find_slots(where: Many, node: Address) -> tuple[list[Route], list[Address]]:
    with _asking(where.server(node)) as client:
        ranges = _execute(client, "CLUSTER SLOTS")
    routes = [Route(first, last, _of(primary, node)) for first, last, primary, *_ in ranges]
    others = [_of(server, node) for _, _, *servers in ranges for server in servers]
    return routes, others


def _execute(client: redis.Redis, *command: str | None) -> Any:
    return client.execute_command(*command)  # type: ignore[no-untyped-call]


def _of(server: Sequence[bytes | int], asked: Address) -> Address:
    host, port = server[:2]
    # A node that does not know its own address leaves it out.
    return bytes(host or b"").decode() or asked[0], int(port)


@contextmanager
def _asking(url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(
        url, socket_connect_timeout=_FIND_CONNECT_SECONDS, socket_timeout=_FIND_ANSWER_SECONDS, retry=None
    ) as client:
        yield client
