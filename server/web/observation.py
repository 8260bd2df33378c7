"""What is noted of each request, in the log and in the metrics: nothing of what was sent."""

import logging
import secrets
import time
from enum import StrEnum
from types import TracebackType

from flask import Flask, Response, g, request

from server import logs, metrics

_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))
_NOT_OURS = "other"

_log = logging.getLogger(__name__)


class Collection(StrEnum):
    """What the store was asked for."""

    SUMMARY = "summary"
    TEXT = "text"
    RECORD = "record"


class Outcome(StrEnum):
    """What became of that."""

    HIT = "hit"
    STORED = "stored"
    MISS = "miss"
    BYPASS = "bypass"


class Application(Flask):
    """Flask, but that an error which nobody expected is logged without the path that led to it."""

    def log_exception(
        self,
        exc_info: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> None:
        """Write where the error came from."""
        _log.error("unexpected error", exc_info=exc_info)


def init_app(app: Flask) -> None:
    """Note each request to `app`. To be called before any other part, so that all else happens in between."""
    app.before_request(_begin)
    app.after_request(_end)


def note_cache(collection: Collection, outcome: Outcome) -> None:
    """Note what the store had to do with this answer."""
    g.cache = outcome
    metrics.CACHE.labels(collection, outcome).inc()


def _begin() -> None:
    # Always our own: what a caller names a request, it could also name somebody.
    g.request_id = secrets.token_hex(8)
    g.begun = time.perf_counter()
    logs.request_id.set(g.request_id)


def _end(response: Response) -> Response:
    took = time.perf_counter() - g.begun
    route = request.url_rule.rule if request.url_rule else _NOT_OURS
    method = request.method if request.method in _METHODS else _NOT_OURS
    response.headers["X-Request-Id"] = g.request_id
    metrics.REQUESTS.labels(route, method, f"{response.status_code // 100}xx").observe(took)
    fields = {"cache": g.cache} if "cache" in g else {}
    logs.write(
        "info",
        "answered",
        method=method,
        route=route,
        status=response.status_code,
        milliseconds=round(took * 1000, 2),
        **fields,
    )
    logs.request_id.set("")
    return response
