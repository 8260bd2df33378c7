"""Serve: requests a second, and how long they take, through the Procfile's server, beside a bare route under the same.

All servers are up at once, on one Redis, and one at a time is loaded. On each connection the next request is sent when
the last is answered: the rate is what the machine can do, and the times are those of a server that is fully busy.
"""

import asyncio
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
import redis

from benchmarks.figures import OURS, Figure, Target
from benchmarks.policies import policies
from benchmarks.sending import BROWSER, Connection, get, post
from server.analysis import read_text, summarise
from server.settings import Settings
from server.store import embedded
from server.store.records import Provenance, Reading, Source
from server.store.store import Store
from tools.serving import AS_MAKE_RUN_DOES, serving

CHARACTERS = 15_000
KNOWN = 10
NEW = 100
CONNECTIONS = 8
FEW_CONNECTIONS = 2  # one a core: what is analysed should not wait for what else is
ROUNDS = 11
SECONDS = 1.0

BARE = "a bare route"
PLAIN = "plain Flask"

AS_FAST = Target("at least 0.8 of the bare route's", least=0.8)
HALF_AS_FAST = Target("at least 0.5 of the bare route's", least=0.5)
AS_SURE = Target("below 2 times the bare route's", most=2)

# As much as can be said: every request passes the limits, and none is refused.
_LIMITS = ",".join(f"{budget}=999999/minute" for budget in ("summaries", "searches", "domains", "lookups"))
_SUMMARIES = "/v1/summaries"

Requests = Iterator[bytes]


class Round(NamedTuple):
    """How it went under load: requests a second, and milliseconds."""

    rate: float
    p50: float
    p99: float
    sender: float  # what sending took of one core


class Servers(NamedTuple):
    """The ports at which they listen, and the policies that ours knows."""

    ours: int
    bare: int
    plain: int
    texts: list[str]
    new: list[str]
    domains: list[str]


def figures(rounds: int = ROUNDS, seconds: float = SECONDS, characters: int = CHARACTERS) -> Iterator[Figure]:
    """Return the figures: of a cached lookup, a cached POST and an uncached POST."""
    with ExitStack() as stack:
        var = Path(stack.enter_context(TemporaryDirectory()))
        redis_url = embedded.ensure(var)
        stack.callback(embedded.stop, var)
        variables = {"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "verify", "SMALLPRINT_LIMITS": _LIMITS}

        def port(name: str, *app: str) -> int:
            served = stack.enter_context(serving(var / name, (*AS_MAKE_RUN_DOES, *app), **variables))
            return int(served.address.rpartition(":")[2])

        texts = policies(characters, KNOWN)
        servers = Servers(
            port("ours"),
            port("bare", "benchmarks.bare:create_app()"),
            port("plain", "benchmarks.plain:create_app()"),
            texts,
            policies(characters, NEW, lot=1),
            _fill(Store(Settings.from_env(variables)), texts),
        )
        with redis.Redis.from_url(redis_url) as client:
            yield from _figures(servers, client, rounds, seconds)


def _fill(store: Store, texts: Iterable[str]) -> list[str]:
    """Keep each policy as that of a domain, as a search would have; return the domains."""
    domains = []
    for number, text in enumerate(texts):
        domain = f"site-{number}.example"
        url = f"https://{domain}/privacy"
        summary = msgspec.json.encode(summarise(read_text(text)))
        provenance = Provenance(Source.HOME_PAGE, "The site's home page links to it.", f"https://{domain}/")
        store.records.enter(domain, Reading(url, summary, datetime.now(UTC), provenance))
        domains.append(domain)
    return domains


def _figures(servers: Servers, client: redis.Redis, rounds: int, seconds: float) -> Iterator[Figure]:
    def bare(kind: str, example: bytes) -> dict[str, tuple[int, Requests]]:
        """Requests for as many bytes as ours answers to `example` with."""
        client.set(kind, _answer(servers.ours, example))
        requests = cycle([get(f"/bare/{kind}", BROWSER)])
        return {BARE: (servers.bare, requests), PLAIN: (servers.plain, requests)}

    lookups = [get(f"/v1/domains/{domain}", BROWSER) for domain in servers.domains]
    posts = [post(_SUMMARIES, text, BROWSER) for text in servers.texts]
    for request in posts:
        _answer(servers.ours, request)  # it is known from now on

    work = {OURS: (servers.ours, cycle(lookups))} | bare("lookup", lookups[0])
    taken = _turns(work, CONNECTIONS, rounds, seconds)
    yield from _compared("cached lookup", taken, AS_FAST, AS_SURE)
    yield Figure("cached lookup: sender, of one core", "%", taken[OURS].sender * 100, taken[BARE].sender * 100, BARE)

    work = {OURS: (servers.ours, cycle(posts))} | bare("summary", posts[0])
    yield from _compared("cached POST", _turns(work, CONNECTIONS, rounds, seconds), HALF_AS_FAST)

    work = {OURS: (servers.ours, _new(servers.new))}
    new = _turns(work, FEW_CONNECTIONS, rounds, seconds)[OURS]
    yield Figure("uncached POST", "/s", new.rate)
    yield Figure("uncached POST: p50", "ms", new.p50)
    yield Figure("uncached POST: p99", "ms", new.p99)


def _new(texts: Sequence[str]) -> Requests:
    """Requests for policies of which none was sent before: when all were, they come again with a line more."""
    for edition in count():
        for text in texts:
            yield post(_SUMMARIES, f"{text}\n\nThis is edition {edition} of our privacy policy.\n", BROWSER)


def _compared(
    what: str, taken: Mapping[str, Round], fast: Target | None = None, sure: Target | None = None
) -> Iterator[Figure]:
    ours, bare = taken[OURS], taken[BARE]
    yield Figure(what, "/s", ours.rate, bare.rate, BARE, fast)
    yield Figure(what, "/s", ours.rate, taken[PLAIN].rate, PLAIN)
    yield Figure(f"{what}: p50", "ms", ours.p50, bare.p50, BARE)
    yield Figure(f"{what}: p99", "ms", ours.p99, bare.p99, BARE, sure)


def _turns(work: Mapping[str, tuple[int, Requests]], connections: int, rounds: int, seconds: float) -> dict[str, Round]:
    """Load each server in turn (A B A B), after a round that is not counted; return the medians of its rounds."""
    turns = [
        {name: asyncio.run(_load(port, requests, connections, seconds)) for name, (port, requests) in work.items()}
        for _ in range(rounds + 1)
    ][1:]
    return {name: Round(*map(statistics.median, zip(*(turn[name] for turn in turns), strict=True))) for name in work}


async def _load(port: int, requests: Requests, connections: int, seconds: float) -> Round:
    times: list[float] = []
    begun, worked = time.perf_counter(), time.process_time()

    async def client() -> None:
        with closing(Connection(port)) as connection:
            while (sent := time.perf_counter()) < begun + seconds:
                await _exchange(connection, next(requests))
                times.append(time.perf_counter() - sent)

    await asyncio.gather(*(client() for _ in range(connections)))
    took = time.perf_counter() - begun
    percentiles = statistics.quantiles(times, n=100)
    sender = (time.process_time() - worked) / took
    return Round(len(times) / took, percentiles[49] * 1000, percentiles[98] * 1000, sender)


async def _exchange(connection: Connection, request: bytes) -> bytes:
    status, body = await connection.exchange(request)
    if status != 200:
        raise RuntimeError(f"Answered with status {status}: {body[:200]!r}")
    return body


def _answer(port: int, request: bytes) -> bytes:
    async def ask() -> bytes:
        with closing(Connection(port)) as connection:
            return await _exchange(connection, request)

    return asyncio.run(ask())
