"""What takes domains from the queue: RQ's worker, which does every search in a process of its own."""

import logging
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any

import redis
import rq
from redis.backoff import NoBackoff
from redis.client import Pipeline
from redis.retry import Retry
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker import WorkerStatus

from server.store.connection import StoreAway
from server.store.queue import Line, Queue, QueueFull, SearchJob

# How long it waits for a job before it looks at the clock, and whether it is still wanted.
_TURN_SECONDS = 5
# RQ waits for so much less than the lifetime of the worker's own entry in Redis.
_RQ_WAITS_LESS_SECONDS = 15
_TICK_SECONDS = 60.0
_AGAIN_SECONDS = 1.0
_CONNECT_SECONDS = 5.0

# At its level of information it tells of every job and of its own turns.
logging.getLogger("rq.worker").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Work:
    """What is done.

    `search` is called with every domain and its line, in a process that is forked from this one for it alone;
    `give_up` with a domain whose process did not end by itself, and `tick` about once a minute, both in this one.
    Work ends when it is told to (SIGINT, SIGTERM), or is no longer wanted.
    """

    search: Callable[[str, Line], None]
    give_up: Callable[[str], None]
    tick: Callable[[], None]
    is_wanted: Callable[[], bool] = lambda: True


def run(url: str, work: Work) -> None:
    """Take domains from the queue at `url`, those that were asked for first. A Redis that is away is waited for."""
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _end)
    with suppress(StopRequested):
        while work.is_wanted():
            with suppress(redis.RedisError, OSError):
                worker = _Worker(url, work)
                worker.work()
                if worker.was_told_to_end:
                    return
            time.sleep(_AGAIN_SECONDS)


def _end(_signum: int, _frame: FrameType | None) -> None:
    raise StopRequested


def _job_class(search: Callable[[str, Line], None]) -> type[SearchJob]:
    class Searching(SearchJob):
        def perform(self) -> None:
            search(self.domain, self.line)

    return Searching


class _Worker(rq.Worker):
    """RQ's worker without its commands over Redis, of which a thread would live on in every fork."""

    def __init__(self, url: str, work: Work) -> None:
        def give_up(job: SearchJob, *_: Any) -> None:
            work.give_up(job.domain)

        super().__init__(
            list(Line),
            # RQ itself tries again, and knows how long an answer may take.
            connection=redis.Redis.from_url(
                url, socket_connect_timeout=_CONNECT_SECONDS, retry=Retry(NoBackoff(), retries=0)
            ),
            serializer=JSONSerializer,
            job_class=_job_class(work.search),
            worker_ttl=_TURN_SECONDS + _RQ_WAITS_LESS_SECONDS,
            log_job_description=False,
            exception_handlers=[give_up],  # of jobs whose worker has vanished with them, too
        )
        self._queue = Queue(url)
        self._work = work
        self._ticked_at = float("-inf")
        self.was_told_to_end = False

    def bootstrap(self, *_: Any, **__: Any) -> None:
        """Begin, without log handlers and commands."""
        self.register_birth()  # type: ignore[no-untyped-call]
        self.set_state(WorkerStatus.STARTED)

    def heartbeat(self, timeout: int | None = None, pipeline: Pipeline | None = None) -> None:
        """Tell Redis that the worker lives, and at each turn of its loop look at the clock."""
        super().heartbeat(timeout, pipeline)
        if pipeline is None:
            self._turn()

    def _turn(self) -> None:
        if not self._work.is_wanted():
            raise StopRequested
        if time.monotonic() - self._ticked_at > _TICK_SECONDS:
            self._ticked_at = time.monotonic()
            self._work.tick()

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """End at once: what is being done is put back into its line."""
        self.was_told_to_end = True
        self._stop_requested = True
        if not self.horse_pid:
            raise StopRequested
        self.kill_horse()

    request_force_stop = request_stop

    def kill_horse(self, sig: signal.Signals = signal.SIGKILL) -> None:
        """Kill the process that searches."""
        # It alone, and not its process group, as RQ does: just after the fork that is still our own.
        with suppress(ProcessLookupError):
            os.kill(self.horse_pid, sig)

    def handle_work_horse_killed(self, job: Job, retpid: int, ret_val: int, rusage: Any) -> None:
        """Put the job back where it is we who end; else give it up, lest it kill the next one too."""
        assert isinstance(job, SearchJob)
        if not self.was_told_to_end:
            self._work.give_up(job.domain)
            return
        with suppress(StoreAway, QueueFull):
            self._queue.put(job.domain, job.line)
