"""Problems (RFC 9457): one class for each `type`, one place that renders them."""

from http import HTTPStatus
from typing import Any, ClassVar

import msgspec
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from server import metrics
from server.analysis import refusals
from server.fetch import errors
from server.fetch.errors import FetchError
from server.store.connection import StoreAway as StoreIsAway
from server.store.searches import Search

MEDIA_TYPE = "application/problem+json"

# A relative reference, as RFC 9457 allows: it leads to what the server itself says of the problem.
TYPES = "/problems/"

_MAX_ECHO_CHARS = 80


class ProblemDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """An RFC 9457 problem. Programs read `type`; `title` and `detail` are for people."""

    type: str
    title: str
    status: int
    detail: str
    what_to_do: str | None = None
    looks_like: str | None = None
    language: str | None = None
    search: Search | None = None


class Problem(Exception):
    """Why there is no other answer. The docstring of a subclass says when, for the API's description."""

    name: ClassVar[str]
    status: ClassVar[HTTPStatus]
    title: ClassVar[str]
    what_to_do: ClassVar[str | None] = None
    retry_after_seconds: int | None = None

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.members = members


class BadRequest(Problem):
    """The request is not JSON, a field is wrong, unknown or missing, or the body does not arrive: see `detail`."""

    name = "bad-request"
    status = HTTPStatus.BAD_REQUEST
    title = "The request cannot be read"


class ForbiddenOrigin(Problem):
    """The caller, or the name by which it calls, is not one that the server's settings list."""

    name = "forbidden-origin"
    status = HTTPStatus.FORBIDDEN
    title = "This server does not answer such a caller"


class UnknownSummary(Problem):
    """No summary is kept under this id: there never was one, or its time is over."""

    name = "unknown-summary"
    status = HTTPStatus.NOT_FOUND
    title = "There is no such summary"
    what_to_do = "Send the policy again: POST /v1/summaries."


class UnknownDomain(Problem):
    """No policy of this domain has been read; `search` says how far the last search for it is, if there was one."""

    name = "unknown-domain"
    status = HTTPStatus.NOT_FOUND
    title = "No policy of this domain has been read"
    what_to_do = "POST /v1/domains/{domain}/refresh has it looked for; POST /v1/summaries takes its text."


class UnknownProblem(Problem):
    """No problem has this name."""

    name = "unknown-problem"
    status = HTTPStatus.NOT_FOUND
    title = "There is no such problem"
    what_to_do = "Read the names of all problems in /openapi.json."


class TooLarge(Problem):
    """The body or the document has more than 2 MiB, or 1,000,000 characters. Nothing is cut off in silence."""

    name = "too-large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    title = "The document is too large"


class UnsupportedMediaType(Problem):
    """The media type, charset or encoding of the body, or of what lies at `url`, is not one that the server reads."""

    name = "unsupported-media-type"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    title = "The server does not read this kind of document"
    what_to_do = (
        "Send UTF-8, uncompressed, with Content-Type: application/json, text/plain, text/markdown or text/html; "
        "at an address, HTML, plain text and PDF are read."
    )


class NotAPolicy(Problem):
    """The text is no privacy policy; `looks_like` says what it is: terms, cookie-policy or other."""

    name = "not-a-policy"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "This is not a privacy policy"


class NotEnglish(Problem):
    """The text is not English; `language` is its ISO 639-1 code."""

    name = "not-english"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "This is not in English"


class TooShort(Problem):
    """The text has too few words to be a policy."""

    name = "too-short"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "This is too short to be a privacy policy"


class BotWall(Problem):
    """The page asks whether its reader is a robot."""

    name = "bot-wall"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "This page asks whether its reader is a robot"
    what_to_do = "Open the policy in a browser and send what it shows."


class ScriptOnly(Problem):
    """The page's words are drawn by its scripts alone."""

    name = "script-only"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "This page has no words of its own"
    what_to_do = "Open the policy in a browser and send what it shows."


class Unreachable(Problem):
    """What lies at `url` cannot be read: the site does not answer, not in time, or not with a document."""

    name = "unreachable"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "The site does not give the document out"
    what_to_do = "Open the policy in a browser and send what it shows."


class RefusedAddress(Problem):
    """The server does not read such an address as `url`, or the one that it leads to: see `detail`."""

    name = "refused-address"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "The server does not read this address"
    what_to_do = "Give the http or https address of a public site, or send the policy's text."


class RateLimited(Problem):
    """The caller's address has asked for too much in too short a time; `Retry-After` says for how long to wait."""

    name = "rate-limited"
    status = HTTPStatus.TOO_MANY_REQUESTS
    title = "Too many requests"
    what_to_do = "Wait as many seconds as the header Retry-After says."

    def __init__(self, detail: str, retry_after_seconds: int) -> None:
        super().__init__(detail)
        self.retry_after_seconds = retry_after_seconds


class Busy(Problem):
    """So many policies are being read that this one would wait too long for its turn."""

    name = "busy"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    title = "The server has too much to read"
    what_to_do = "Try again in half a minute."
    retry_after_seconds = 30


class StoreAway(Problem):
    """The store does not answer, or takes nothing. Summaries of submitted texts are made all the same."""

    name = "store-away"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    title = "The store does not answer"
    what_to_do = "Try again in a few seconds."
    retry_after_seconds = 5


REFUSED: dict[type[refusals.Refusal], type[Problem]] = {
    refusals.NotAPolicy: NotAPolicy,
    refusals.NotEnglish: NotEnglish,
    refusals.TooShort: TooShort,
    refusals.BotWall: BotWall,
    refusals.ScriptOnly: ScriptOnly,
}

NOT_READ: dict[type[FetchError], type[Problem]] = {
    errors.Unreachable: Unreachable,
    errors.RefusedAddress: RefusedAddress,
    errors.TooLarge: TooLarge,
    errors.UnsupportedMediaType: UnsupportedMediaType,
    errors.Busy: Busy,
}


def echo(text: str) -> str:
    """Return what the caller sent so that it can be shown in `detail`: quoted, printable and short."""
    short = text if len(text) <= _MAX_ECHO_CHARS else text[:_MAX_ECHO_CHARS] + "…"
    return ascii(short) if not short.isprintable() else f"'{short}'"


def init_app(app: Flask) -> None:
    """Make every error that leaves a view an answer of problems' form."""
    app.register_error_handler(Problem, _render)
    app.register_error_handler(refusals.Refusal, _render_refusal)
    app.register_error_handler(FetchError, _render_not_read)
    app.register_error_handler(StoreIsAway, _render_store_away)
    app.register_error_handler(HTTPException, _render_http)


def _render(problem: Problem) -> Response:
    document = ProblemDocument(
        type=TYPES + problem.name,
        title=problem.title,
        status=problem.status,
        detail=str(problem),
        what_to_do=problem.what_to_do,
        **problem.members,
    )
    metrics.REFUSALS.labels(problem.name).inc()
    response = Response(msgspec.json.encode(document), problem.status, content_type=MEDIA_TYPE)
    if problem.retry_after_seconds:
        response.headers["Retry-After"] = str(problem.retry_after_seconds)
    return response


def _render_refusal(refusal: refusals.Refusal) -> Response:
    # What a refusal knows besides its sentence goes on the wire under its own name.
    return _render(REFUSED[type(refusal)](str(refusal), **vars(refusal)))


def _render_not_read(error: FetchError) -> Response:
    return _render(NOT_READ[type(error)](str(error)))


def _render_store_away(_error: StoreIsAway) -> Response:
    return _render(StoreAway("Redis, which keeps summaries and records, cannot be reached just now, or takes nothing."))


def _render_http(error: HTTPException) -> Response:
    """Flask's own errors (no such route, wrong method, a bug) mean no more than their status says."""
    response = Response(headers=error.get_headers(), status=error.code)
    title = HTTPStatus(response.status_code).phrase
    metrics.REFUSALS.labels(str(response.status_code)).inc()
    document = ProblemDocument("about:blank", title, response.status_code, error.description or title)
    response.data = msgspec.json.encode(document)
    response.content_type = MEDIA_TYPE
    return response
