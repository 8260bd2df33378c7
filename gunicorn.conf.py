"""How gunicorn serves, under `make run` and the Procfile alike: read from the folder that it is started in."""

import gc
import importlib
import os
import sys
from threading import Thread

from gunicorn.arbiter import Arbiter

from server import logs, metrics_folder
from server.search_workers import SearchWorkers
from server.serving import Log, Worker
from server.settings import Settings, WrongSetting
from server.store import embedded

wsgi_app = "server.app:create_app()"
worker_class = Worker
logger_class = Log
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)  # most of the work is the analysis: one a core
threads = 256  # far more than can work at a time: most of those that are taken wait for slow clients
graceful_timeout = 10
forwarder_headers = ""  # else a caller on this machine, or behind a proxy on it, says by SCRIPT_NAME where we are
control_socket_disable = True  # its place in $HOME is one for all services of a user

try:
    settings = Settings.from_env()
except WrongSetting as error:
    sys.exit(str(error))
logs.set_up(settings.log)

figures = metrics_folder.own()  # the same after a reload
raw_env = [f"{metrics_folder.VARIABLE}={figures}"]


def when_ready(server: Arbiter) -> None:
    """Start a Redis of our own where none is named: the port is ours by now, and no worker has begun."""
    if settings.redis_url is None:
        try:
            embedded.ensure(settings.var)
        except (embedded.CannotStart, OSError) as error:
            sys.exit(str(error))
    server.search_workers = SearchWorkers(int(os.environ.get("SEARCH_WORKERS") or 0))
    _load_the_service()
    # gunicorn has no hook for what else its master should look after at each turn of its loop.
    manage_workers = server.manage_workers

    def manage_all_workers() -> None:
        server.search_workers.keep()
        manage_workers()

    server.manage_workers = manage_all_workers


def _load_the_service() -> None:
    """Load the code and the model once: a worker is then there in an instant, and shares what it only reads.

    gunicorn's own preload_app would do so before it has the port, and make one app, with its connections, for all.
    """
    importlib.import_module("server.app")
    # What is there by now stays. A collection that visits it would write to it, and so copy it for each worker.
    gc.collect()
    gc.freeze()


def pre_fork(server: Arbiter, worker: Worker) -> None:
    """Give it a row of the metrics."""
    worker.row = metrics_folder.free_row([other.row for other in server.WORKERS.values()])


def post_fork(server: Arbiter, worker: Worker) -> None:
    """Let it count in its row."""
    metrics_folder.write_in(worker.row)


def post_worker_init(worker: Worker) -> None:
    """Watch over it from the workers: the master forks, and so may have no threads."""
    if settings.redis_url is None:
        Thread(target=embedded.watch, args=(settings.var,), daemon=True).start()


def on_exit(server: Arbiter) -> None:
    """End the search workers, and then the Redis of our own, its data saved, when all workers have gone."""
    if hasattr(server, "search_workers"):
        server.search_workers.end()
    metrics_folder.remove(figures)
    if settings.redis_url is None:
        embedded.stop(settings.var)
