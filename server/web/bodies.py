"""The body of a request as text, or the problem with it."""

import codecs
import time
from contextlib import suppress

from flask import request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from server.web.problems import BadRequest, TooLarge, UnsupportedMediaType, echo

MAX_BODY_BYTES = 2 * 1024 * 1024

# How much of a body that is too large is read and thrown away. A client that sends and does not listen
# would else see its connection reset, and not the answer. One that listens and does not send waits no longer.
_DRAINED_BYTES = 16 * 1024 * 1024
_DRAINED_SECONDS = 0.5
_CHUNK_BYTES = 64 * 1024


def read() -> str:
    """Return the request's body."""
    body = _read_bytes()
    if not body:
        raise BadRequest("The body is empty: send a policy.")
    encoding = request.headers.get("Content-Encoding", "identity")
    if encoding != "identity":
        raise UnsupportedMediaType(f"The body is compressed (Content-Encoding: {echo(encoding)}).")
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType(f"The body's charset is {echo(charset)}.")
    try:
        return body.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8: byte {error.start} cannot be read.") from error


def _read_bytes() -> bytes:
    # One byte more than allowed is read: werkzeug cuts a body of no stated length off at the limit, in silence.
    request.max_content_length = MAX_BODY_BYTES + 1
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge:
        body = None
    except (ClientDisconnected, OSError) as error:
        raise BadRequest("The body ends before its last chunk, or did not arrive in time.") from error
    except ParseException as error:
        raise BadRequest("The body's chunks are not written as HTTP has them.") from error
    if body is None or len(body) > MAX_BODY_BYTES:
        _drain()
        raise TooLarge(f"The body has more than {MAX_BODY_BYTES:,} bytes.")
    announced = request.content_length or 0
    if len(body) < announced:
        raise BadRequest(f"Of the body's {announced:,} bytes only {len(body):,} arrived in time.")
    return body


def _drain() -> None:
    stream = request.environ["wsgi.input"]
    left = min(request.content_length or _DRAINED_BYTES, _DRAINED_BYTES)
    deadline = time.monotonic() + _DRAINED_SECONDS
    _limit_waiting(_DRAINED_SECONDS)
    with suppress(OSError, ParseException):  # it stopped sending, has gone, or sends no more chunks but nonsense
        while left > 0 and time.monotonic() < deadline and (chunk := stream.read(min(left, _CHUNK_BYTES))):
            left -= len(chunk)
    _limit_waiting(None)


def _limit_waiting(seconds: float | None) -> None:
    """Wait no longer than this for the next bytes, where it is gunicorn that serves."""
    connection = request.environ.get("gunicorn.socket")
    if connection:
        connection.settimeout(seconds)
