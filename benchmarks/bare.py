"""Our service with one route more, which does a single Redis GET and returns its bytes: what our answers stand beside.

    python -m gunicorn "benchmarks.bare:create_app()"

It is served by gunicorn with our gunicorn.conf.py: the same class and number of workers, as many threads, the same
bounds on what arrives. And as it is the service itself, all that is done to every request is done to this one too: its
id, its line in the log, its figures in the metrics, who may call, the headers. Like a lookup, the route takes one from
its caller's budget.
"""

from flask import Flask

import server.app
from benchmarks.plain import add_route
from server.settings import Budget
from server.web import limits


def create_app() -> Flask:
    """Return the service with the bare route."""
    app = server.app.create_app()
    add_route(app, lambda: limits.take(Budget.DOMAINS))
    return app
