"""How gunicorn serves, under `make run` and the Procfile alike: read from the folder that it is started in."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from threading import Thread
from typing import Any

from gunicorn.arbiter import Arbiter
from gunicorn.util import close_graceful
from gunicorn.workers.gthread import TConn, ThreadWorker

from server.settings import Settings, WrongSetting
from server.store import embedded

# For all of a request to arrive: 2 MiB at some 2 Mbit/s. gunicorn itself would wait for ever, and with it a thread.
ARRIVAL_SECONDS = 8.0


class Worker(ThreadWorker):
    """A worker that waits for no request for ever, and leaves Ctrl-C, which reaches all processes, to the master.

    The master ends its workers itself, and one that is told to quit while it is quitting hangs on its own lock.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deadlines: dict[TConn, float] = {}

    def init_signals(self) -> None:
        """Listen to the master alone."""
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def handle(self, conn: TConn) -> object:
        """Answer one request, from a thread, and return whether gunicorn keeps the connection."""
        self._deadlines[conn] = time.monotonic() + ARRIVAL_SECONDS
        try:
            kept = super().handle(conn)
        finally:
            del self._deadlines[conn]
        if not kept:
            _part(conn.sock)
        return kept

    def murder_pending(self) -> None:
        """End what has not arrived in time, as gunicorn's main loop asks every second.

        To its thread, the request ends there. An answer that is still being made can be sent all the same.
        """
        super().murder_pending()
        now = time.monotonic()
        for conn, deadline in self._deadlines.copy().items():
            if deadline < now:
                with suppress(OSError):  # its client has gone
                    conn.sock.shutdown(socket.SHUT_RD)


def _part(connection: socket.socket) -> None:
    """Wait a little for the client to hang up, here and not in the main loop, where gunicorn would for all."""
    with suppress(OSError):  # it has gone
        close_graceful(connection.dup(), timeout=1.0)
        connection.shutdown(socket.SHUT_RD)


class SearchWorkers:
    """Workers that look for policies, beside those that serve: for a machine on which nothing else starts them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._running: list[subprocess.Popen[bytes]] = []

    def keep(self) -> None:
        """Start as many as are missing."""
        self._running = [process for process in self._running if process.poll() is None]
        for _ in range(self._count - len(self._running)):
            command = [sys.executable, "-m", "server", "worker", "--parent", str(os.getpid())]
            self._running.append(subprocess.Popen(command))

    def end(self) -> None:
        """End them all, and what they are doing."""
        self._count = 0
        for process in self._running:
            process.terminate()
        for process in self._running:
            process.wait()


wsgi_app = "server.app:create_app()"
worker_class = Worker
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)  # most of the work is the analysis: one a core
threads = 32  # far more than can work at a time: most of those that are taken wait for slow clients
graceful_timeout = 10
control_socket_disable = True  # its place in $HOME is one for all services of a user

try:
    settings = Settings.from_env()
except WrongSetting as error:
    sys.exit(str(error))


def when_ready(server: Arbiter) -> None:
    """Start a Redis of our own where none is named: the port is ours by now, and no worker has begun."""
    if settings.redis_url is None:
        try:
            embedded.ensure(settings.var)
        except (embedded.CannotStart, OSError) as error:
            sys.exit(str(error))
    server.search_workers = SearchWorkers(int(os.environ.get("SEARCH_WORKERS") or 0))
    # gunicorn has no hook for what else its master should look after at each turn of its loop.
    manage_workers = server.manage_workers

    def manage_all_workers() -> None:
        server.search_workers.keep()
        manage_workers()

    server.manage_workers = manage_all_workers


def post_worker_init(worker: Worker) -> None:
    """Watch over it from the workers: the master forks, and so may have no threads."""
    if settings.redis_url is None:
        Thread(target=embedded.watch, args=(settings.var,), daemon=True).start()


def on_exit(server: Arbiter) -> None:
    """End the search workers, and then the Redis of our own, its data saved, when all workers have gone."""
    if hasattr(server, "search_workers"):
        server.search_workers.end()
    if settings.redis_url is None:
        embedded.stop(settings.var)
