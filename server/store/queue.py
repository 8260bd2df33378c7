"""The queue of domains whose policy is to be looked for. Its jobs hold a domain and nothing else."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import redis
import rq
from rq.job import Job
from rq.serializers import JSONSerializer

from server.store.connection import Server, StoreAway, away

T = TypeVar("T")

MAX_WAITING = 1_000
"""How many domains wait at most in each line. A few more may, where several are put there at one moment."""

JOB_SECONDS = 120
"""How long one search may take before it is broken off: its pages have ten seconds each, and most take one."""

# What RQ would import and call. Our workers call nothing that a job names, so this is only a name.
_NAME = "server.searching.search"


class Line(StrEnum):
    """In which line a domain waits. Those that somebody asked for come first."""

    ASKED = "smallprint-asked"
    UNASKED = "smallprint-unasked"


class QueueFull(Exception):
    """As many domains wait as may."""


class SearchJob(Job):
    """A job that can only be a search."""

    @property
    def domain(self) -> str:
        """The domain whose policy is looked for."""
        (domain,) = self.args
        return str(domain)

    @property
    def line(self) -> Line:
        """The line that it stood in."""
        return Line(self.origin)


class Queue:
    """Domains in their lines, on one Redis, that of the records or another. Its verbs raise `StoreAway`."""

    def __init__(self, url: str | None) -> None:
        self._server = Server(url) if url else None

    def put(self, domain: str, line: Line) -> None:
        """Let the policy of `domain` be looked for; raise `QueueFull` where too many wait."""

        def put(client: redis.Redis) -> None:
            queue = _line(line, client)
            if queue.count >= MAX_WAITING:
                raise QueueFull
            queue.enqueue_call(
                _NAME,
                (domain,),
                timeout=JOB_SECONDS,
                # What comes of it is in the store of searches: here nothing is left of it.
                result_ttl=0,
                failure_ttl=1,
                description="a search",
            )

        self._run(put)

    def waiting(self, line: Line) -> int:
        """Return how many domains wait in `line`."""
        return self._run(lambda client: _line(line, client).count)

    def _run(self, work: Callable[[redis.Redis], T]) -> T:
        if self._server is None:
            raise StoreAway("There is no queue: QUEUE_URL names none, and REDIS_URL several servers")
        try:
            return self._server.run(work)
        except redis.RedisError as error:
            raise away(error) from error


def _line(line: Line, client: redis.Redis) -> rq.Queue:
    return rq.Queue(line, connection=client, serializer=JSONSerializer, job_class=SearchJob)
