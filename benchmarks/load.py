"""Load the service with mixed traffic, compare every answer with what it should be, and say how it went.

    python -m benchmarks.load [--seconds 60] [--records 1000] [--connections 16] [--kill-redis]

95 of 100 requests are lookups of domains on record; the others are policies submitted again, policies that are new, and
questions after the service's health. Service and Redis are this run's own, on this machine, as is what sends the
requests: each of `connections` sends its next one when it has the answer to the last.
With --kill-redis, Redis is killed half-way and started again five seconds later.

Ends with status 1 where an answer was wrong, missing or later than a second.
"""

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import redis

from benchmarks.policies import EXAMPLE
from benchmarks.sending import Connection, get, post
from server.analysis import read_text, summarise, summary_id
from server.settings import Settings
from server.store import embedded
from server.store.packed import Packed
from server.store.store import Store
from tools.serving import serving

_EXAMPLE = EXAMPLE.read_text("utf-8")
_SUMMARIES = "/v1/summaries"

LONGEST_SECONDS = 1.0
RECOVERY_SECONDS = 2.0
DOWN_SECONDS = 5.0

# Of a hundred requests; "new" ones are analysed, as the "again" ones are while Redis is away.
SHARES = {"lookup": 95.0, "again": 2.5, "new": 0.5, "health": 2.0}
KNOWN_POLICIES = 20
PROCESSES = 2

RIGHT, AWAY, WRONG = "right", "store away", "wrong"


@dataclass(frozen=True, slots=True)
class Sent:
    """One request: of which kind, when it was sent, how long its answer took, and what that was."""

    kind: str
    begun: float
    seconds: float
    outcome: str


@dataclass(frozen=True, slots=True)
class Task:
    """What one process sends, and until when."""

    port: int
    connections: int
    until: float
    seed: int
    records: dict[str, bytes]
    summaries: dict[str, bytes]


class OwnRedis:
    """A Redis of this run alone, which keeps its data when it is killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.url = f"unix://{folder}/s"
        self.start()

    def start(self) -> None:
        """Start it, and return when it answers."""
        options = ["--port", "0", "--unixsocket", "s", "--save", "", "--appendonly", "yes"]
        self.process = subprocess.Popen([embedded.find(), *options], stdout=subprocess.DEVNULL, cwd=self._folder)
        while not self._answers():
            time.sleep(0.01)

    def _answers(self) -> bool:
        with redis.Redis.from_url(self.url) as client, suppress(redis.ConnectionError):
            return bool(client.ping())
        return False

    def kill(self) -> None:
        """Kill it, as a crash would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def own_redis() -> Iterator[OwnRedis]:
    """Run a Redis until the block ends."""
    with TemporaryDirectory(prefix="sp") as folder:  # short: a socket's path has room for 107 bytes
        server = OwnRedis(Path(folder))
        try:
            yield server
        finally:
            server.kill()


def policy(number: int) -> str:
    """Return a policy that no other number has, and that says the same."""
    return f"{_EXAMPLE}\n\nThis is version {number:09} of our privacy policy.\n"


def fill(settings: Settings, count: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Put records and summaries into the store; return the answers, by domain and by text."""
    store = Store(settings)
    summaries = {}
    for number in range(KNOWN_POLICIES):
        document = read_text(policy(number))
        summary = summarise(document)
        summaries[policy(number)] = encoded = msgspec.json.encode(summary)
        store.summaries.put(summary.id, Packed.of(encoded), document.text)
    records = {}
    for number in range(count):
        domain = f"site-{number}.example"
        summary_bytes = summaries[policy(number % KNOWN_POLICIES)]
        store.records.submit(domain, f"https://{domain}/privacy", summary_bytes, datetime.now(UTC))
        record = store.records.get(domain)
        records[domain] = record.body if record else b""
    return records, summaries


def send_all(task: Task) -> list[Sent]:
    """Send requests on all connections of one process until its time is over; return what became of them."""
    return asyncio.run(_send_all(task))


async def _send_all(task: Task) -> list[Sent]:
    chances = random.Random(task.seed)
    clients = [_Client(task, random.Random(chances.random()), number) for number in range(task.connections)]
    await asyncio.gather(*(client.run() for client in clients))
    return [sent for client in clients for sent in client.sent]


class _Client:
    """One connection, and all that was sent on it."""

    def __init__(self, task: Task, chances: random.Random, number: int) -> None:
        self._task = task
        self._chances = chances
        self._domains = list(task.records)
        self._texts = list(task.summaries)
        # Policies that no other client sends.
        self._new = 1_000_000 * (task.seed * task.connections + number + 1)
        self._connection = Connection(task.port)
        self.sent: list[Sent] = []

    async def run(self) -> None:
        while time.monotonic() < self._task.until:
            kind = self._chances.choices(list(SHARES), list(SHARES.values()))[0]
            request, expected = self._make(kind)
            begun = time.monotonic()
            try:
                status, body = await asyncio.wait_for(self._connection.exchange(request), timeout=30)
                outcome = _judged(status, body, expected)
            except (OSError, TimeoutError, ValueError) as error:
                outcome = type(error).__name__
                self._connection.close()
            self.sent.append(Sent(kind, begun, time.monotonic() - begun, outcome))
        self._connection.close()

    def _make(self, kind: str) -> tuple[bytes, bytes]:
        """The request, and the body of the answer to it."""
        match kind:
            case "lookup":
                domain = self._chances.choice(self._domains)
                return get(f"/v1/domains/{domain}"), self._task.records[domain]
            case "again":
                text = self._chances.choice(self._texts)
                return post(_SUMMARIES, text), self._task.summaries[text]
            case "new":
                self._new += 1
                text = policy(self._new)
                return post(_SUMMARIES, text), _like(self._task.summaries[self._texts[0]], text)
        return get("/healthz"), b'{"status":"alive"}'


def _like(summary: bytes, text: str) -> bytes:
    """The summary of `text`, which differs from that of any other version in its id alone."""
    return summary.replace(json.loads(summary)["id"].encode(), summary_id(read_text(text)).encode())


def _judged(status: int, body: bytes, expected: bytes) -> str:
    if status == 503 and json.loads(body)["type"] == "/problems/store-away":
        return AWAY
    if status != 200:
        return f"status {status}"
    # To a summary, a submission's answer adds where it is from and when.
    as_submitted = expected.removesuffix(b"}") + b',"provenance":'
    return RIGHT if body == expected or body.startswith(as_submitted) else WRONG


def kill_and_restart(server: OwnRedis, begun: float, seconds: float) -> tuple[float, float]:
    """Kill Redis half-way and start it again; return when it was killed and when it was back."""
    time.sleep(max(begun + seconds / 2 - time.monotonic(), 0))
    killed = time.monotonic()
    server.kill()
    time.sleep(DOWN_SECONDS)
    server.start()
    return killed, time.monotonic()


def load(options: argparse.Namespace) -> tuple[list[Sent], tuple[float, float] | None]:
    """Return all that was sent, and when Redis was killed and was back."""
    with own_redis() as own, TemporaryDirectory() as var:
        variables = {"REDIS_URL": own.url, "SMALLPRINT_TRUST": "self", "SMALLPRINT_LOG": "json"}
        records, summaries = fill(Settings.from_env(variables), options.records)
        with serving(Path(var), **variables) as served, ProcessPoolExecutor(PROCESSES) as pool:
            port = int(served.address.rpartition(":")[2])
            begun = time.monotonic()
            each = options.connections // PROCESSES
            tasks = [Task(port, each, begun + options.seconds, seed, records, summaries) for seed in range(PROCESSES)]
            running = [pool.submit(send_all, task) for task in tasks]
            away = kill_and_restart(own, begun, options.seconds) if options.kill_redis else None
            return [sent for future in running for sent in future.result()], away


def report(sent: list[Sent], seconds: float) -> Iterator[str]:
    """Return the table, and what went otherwise than well."""
    yield f"{len(sent) / seconds:,.0f} requests a second, {len(sent):,} in all"
    yield f"{'':10}{'requests':>10}{'p50':>10}{'p99':>10}{'longest':>10}   in milliseconds"
    for kind in (*SHARES, "all"):
        times = [one.seconds * 1000 for one in sent if kind in (one.kind, "all")]
        if len(times) > 1:
            percentiles = statistics.quantiles(times, n=100)
            yield f"{kind:10}{len(times):10,}{percentiles[49]:10.1f}{percentiles[98]:10.1f}{max(times):10.1f}"
    for (kind, outcome), times in sorted(Counter((one.kind, one.outcome) for one in sent).items()):
        yield f"{kind:10}{times:10,} {outcome}"


def complaints(sent: list[Sent], away: tuple[float, float] | None) -> Iterator[str]:
    """Return what breaks the promises."""
    killed, back = away or (float("inf"), float("-inf"))
    unwell = [one for one in sent if one.outcome != RIGHT]
    unexcused = [
        one
        for one in unwell
        if one.outcome != AWAY or one.begun + one.seconds < killed or one.begun > back + RECOVERY_SECONDS
    ]
    late = [one for one in sent if one.seconds > LONGEST_SECONDS]
    if unexcused:
        yield f"{len(unexcused)} requests were not answered as they should"
    if late:
        yield f"{len(late)} requests took more than {LONGEST_SECONDS} s"


def recovery(sent: list[Sent], back: float) -> float:
    """Return after how many seconds of Redis' return the last answer without it was given."""
    return max((one.begun + one.seconds - back for one in sent if one.outcome == AWAY), default=0.0)


def main() -> int:
    """Print how it went; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--kill-redis", action="store_true")
    options = parser.parse_args()
    sent, away = load(options)
    print(*report(sent, options.seconds), sep="\n")
    if away:
        print(
            f"Redis was away for {away[1] - away[0]:.1f} s; full service {max(recovery(sent, away[1]), 0):.2f} s later"
        )
    wrong = list(complaints(sent, away))
    print(*wrong or ["No answer was wrong, missing or late."], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
