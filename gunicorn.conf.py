"""How gunicorn serves, under `make run` and the Procfile alike: read from the folder that it is started in."""

import os
import signal
import sys
from threading import Thread

from gunicorn.arbiter import Arbiter
from gunicorn.workers.gthread import ThreadWorker

from server.settings import Settings, WrongSetting
from server.store import embedded


class Worker(ThreadWorker):
    """A worker that leaves Ctrl-C, which reaches all processes at once, to the master.

    The master ends its workers itself, and one that is told to quit while it is quitting hangs on its own lock.
    """

    def init_signals(self) -> None:
        """Listen to the master alone."""
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)


wsgi_app = "server.app:create_app()"
worker_class = Worker
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)  # most of the work is the analysis: one a core
threads = 4
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


def post_worker_init(worker: Worker) -> None:
    """Watch over it from the workers: the master forks, and so may have no threads."""
    if settings.redis_url is None:
        Thread(target=embedded.watch, args=(settings.var,), daemon=True).start()


def on_exit(server: Arbiter) -> None:
    """End it, its data saved, when all workers have gone."""
    if settings.redis_url is None:
        embedded.stop(settings.var)
