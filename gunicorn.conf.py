"""How gunicorn serves, under `make run` and the Procfile alike: read from the folder that it is started in."""

import os
import sys
from typing import Any

from server.settings import Settings, WrongSetting
from server.store import embedded

wsgi_app = "server.app:create_app()"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)  # most of the work is the analysis: one a core
worker_class = "gthread"
threads = 4
control_socket_disable = True  # its place in $HOME is one for all services of a user

try:
    settings = Settings.from_env(os.environ)
except WrongSetting as error:
    sys.exit(str(error))


def on_starting(server: Any) -> None:
    """Start a Redis of our own before any worker wants it, where none is named."""
    if settings.redis_url is None:
        try:
            embedded.ensure(settings.var)
        except embedded.CannotStart as error:
            sys.exit(str(error))


def on_exit(server: Any) -> None:
    """End it, its data saved, when all workers have gone."""
    if settings.redis_url is None:
        embedded.stop(settings.var)
