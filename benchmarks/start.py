"""Start: how long until a worker answers, and how much memory one, two and four of them have.

The time goes from the start of gunicorn, as the Procfile starts it and with no more packages than it needs, to the
first answer of /healthz; then from the death of its only worker to the next answer. Memory is what /proc calls Pss:
what processes share is divided among them. It is measured when every worker has made summaries, and stands beside as
many times one worker's.
"""

import asyncio
import os
import re
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.figures import Figure, Target
from benchmarks.policies import policies
from benchmarks.runtime import module
from benchmarks.sending import Connection, get, post
from server.store import embedded
from tools.serving import ROOT

WORKERS = (1, 2, 4)
ROUNDS = 5
POLICIES_A_WORKER = 8
CHARACTERS = 15_000
PATIENCE_SECONDS = 60.0

READY = Target("at most 1.5 s", most=1.5)


class Started(NamedTuple):
    """A server that answers: its master's number, its port, and the seconds until its first answer."""

    pid: int
    port: int
    seconds: float


def figures(workers: Sequence[int] = WORKERS, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Return the figures."""
    with TemporaryDirectory() as folder:
        var = Path(folder)
        environment = os.environ | {
            "REDIS_URL": embedded.ensure(var),
            "SMALLPRINT_LIMITS": "none",
            "SEARCH_WORKERS": "0",
        }
        try:
            yield from _times(environment, var, rounds)
            yield from _memory(environment, var, workers)
        finally:
            embedded.stop(var)


def _times(environment: dict[str, str], var: Path, rounds: int) -> Iterator[Figure]:
    one = environment | {"WEB_CONCURRENCY": "1"}
    first, next_ = map(statistics.median, zip(*(_answers(one, var) for _ in range(rounds)), strict=True))
    yield Figure("from nothing to the first answer", "s", first, target=READY)
    yield Figure("from a worker's death to the next answer", "s", next_, target=READY)


def _answers(environment: dict[str, str], var: Path) -> tuple[float, float]:
    """The seconds until the first answer, and those from the death of the worker until the next."""
    with _started(environment, var) as started:
        _, worker = _family(started.pid)
        os.kill(worker, signal.SIGKILL)
        died = time.perf_counter()
        # The port is the master's: who asks now is answered by the worker to come.
        asyncio.run(_ask(started.port, get("/healthz")))
        return started.seconds, time.perf_counter() - died


def _memory(environment: dict[str, str], var: Path, workers: Sequence[int]) -> Iterator[Figure]:
    one = 0.0
    for number in workers:
        with _started(environment | {"WEB_CONCURRENCY": str(number)}, var) as started:
            asyncio.run(_summarise(started.port, number))
            master, *others = map(_megabytes, _family(started.pid))
        one = one or sum(others)
        beside = (number * one, f"{number} times one") if number > 1 else (None, "")
        yield Figure(f"memory of {number} worker{'s' * (number > 1)}", "MB", sum(others), *beside)
    yield Figure("memory of their master", "MB", master)


@contextmanager
def _started(environment: dict[str, str], var: Path) -> Iterator[Started]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = module("gunicorn", "--bind", f"127.0.0.1:{port}")
    begun = time.perf_counter()
    with (var / "service.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    with process:
        try:
            yield Started(process.pid, port, asyncio.run(_wait_for_answer(port)) - begun)
        finally:
            process.terminate()


async def _wait_for_answer(port: int) -> float:
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < deadline:
        try:
            await _ask(port, get("/healthz"))
        except OSError:
            await asyncio.sleep(0.005)
        else:
            return time.perf_counter()
    raise TimeoutError("The server does not come up")


async def _summarise(port: int, workers: int) -> None:
    """Send policies on as many connections, so that every worker has its share."""
    number = POLICIES_A_WORKER * workers
    texts = islice(cycle(policies(CHARACTERS, POLICIES_A_WORKER)), number)
    requests = [post("/v1/summaries", f"{text}\n\nThis is version {of}.\n") for of, text in enumerate(texts)]
    await asyncio.gather(*(_ask(port, request) for request in requests))


async def _ask(port: int, request: bytes) -> None:
    with closing(Connection(port)) as connection:
        status, body = await connection.exchange(request)
    if status != 200:
        raise RuntimeError(f"Answered with status {status}: {body[:200]!r}")


def _family(pid: int) -> list[int]:
    """The process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]


def _megabytes(pid: int) -> float:
    kilobytes = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    assert kilobytes
    return int(kilobytes[1]) / 1024
