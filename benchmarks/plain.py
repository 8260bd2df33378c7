"""Flask and one route, and nothing of ours: what Flask itself costs under our gunicorn.conf.py.

python -m gunicorn "benchmarks.plain:create_app()"
"""

import os
from collections.abc import Callable

import redis
from flask import Flask, Response


def create_app() -> Flask:
    """Return an app with the bare route, which is alive and ready."""
    app = Flask(__name__)
    add_route(app)
    for path in ("/healthz", "/readyz"):
        app.add_url_rule(path, path, lambda: "")
    return app


def add_route(app: Flask, first: Callable[[], None] = lambda: None) -> None:
    """Let `app` answer with the bytes that Redis has under a key, having done what comes `first`."""
    client = redis.Redis.from_url(os.environ["REDIS_URL"])

    @app.get("/bare/<key>")
    def bare(key: str) -> Response:
        first()
        return Response(client.get(key), mimetype="application/json")
