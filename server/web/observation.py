"""What is noted of each request, in the log and in the metrics: nothing of what was sent."""

import logging
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType

from flask import Flask, Response, g, request

from server import logs, metrics

_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))
_NOT_OURS = "other"
_CLASSES = ("", "1xx", "2xx", "3xx", "4xx", "5xx")

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


@dataclass(slots=True)
class _Observed:
    request_id: str
    begun: float
    cache: Outcome | None = None


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
    g.observed.cache = outcome
    metrics.CACHE.labels(collection, outcome).inc()


def _begin() -> None:
    # Always our own id: what a caller names a request, it could also name somebody.
    g.observed = observed = _Observed(secrets.token_hex(8), time.perf_counter())
    logs.request_id.set(observed.request_id)


def _end(response: Response) -> Response:
    # Flask looks up `g` and `request` anew at each use: once is enough for what every request pays for.
    observed: _Observed = g.observed
    rule, method = request.url_rule, request.method
    took = time.perf_counter() - observed.begun
    route = rule.rule if rule else _NOT_OURS
    method = method if method in _METHODS else _NOT_OURS
    status = response.status_code
    response.headers.add("X-Request-Id", observed.request_id)
    metrics.REQUESTS.labels(route, method, _CLASSES[status // 100]).observe(took)
    fields = {"method": method, "route": route, "status": status, "milliseconds": round(took * 1000, 2)}
    if observed.cache:
        fields["cache"] = observed.cache
    logs.write("info", "answered", **fields)
    logs.request_id.set("")
    return response
