"""Answers: their form, as the caller prefers it, and how long they may be kept."""

from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from typing import TypeVar

import msgspec
from flask import Response, request
from werkzeug.http import parse_accept_header

from server.rendering import MARKDOWN, PLAIN, Style
from server.store.packed import Packed
from server.web.headers import vary

T = TypeVar("T")

JSON = "application/json"
STYLES = {style.media_type: style for style in (MARKDOWN, PLAIN)}

# By the caller alone: what somebody asked for is no business of a cache that others share.
NEVER_CHANGES = "private, max-age=2592000, immutable"
ASK_AGAIN = "private, no-cache"


_UNLESS_KNOWN = "If-None-Match"


def answer(body: bytes | str | Packed, media_type: str, cache: str) -> Response:
    """Return `body` with its ETag; nothing but the headers where the caller has it already."""
    if isinstance(body, Packed):
        return _unpacked_as_needed(body, media_type, cache)
    response = Response(body, mimetype=media_type, headers={"Cache-Control": cache})
    response.add_etag()
    response.make_conditional(request)
    return response


def answer_as_preferred(body: bytes | Packed, shape: type[T], words: Callable[[T, Style], str], cache: str) -> Response:
    """Return the JSON `body`, or what `words` makes of it where the caller would rather read that."""
    style = _preferred_style()
    response = _in_words(body, shape, words, style, cache) if style else answer(body, JSON, cache)
    vary(response, "Accept")
    return response


def _unpacked_as_needed(body: Packed, media_type: str, cache: str) -> Response:
    """Neither hashed nor compressed again, nor unpacked for a caller who has it or takes it as it is."""
    tag = body.tag.hex()
    # Weak: it means the same, whether it is compressed or not.
    headers = {"Cache-Control": cache, "ETag": f'W/"{tag}"', "Vary": "Accept-Encoding"}
    if _UNLESS_KNOWN in request.headers and request.if_none_match.contains_weak(tag):
        return Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if _takes_gzip(request.headers.get("Accept-Encoding", "")):
        return Response(body.compressed, mimetype=media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(body.body, mimetype=media_type, headers=headers)


@lru_cache(maxsize=128)
def _takes_gzip(accepted: str) -> bool:
    # Callers say the same few things again and again, and reading it takes a tenth of a lookup's own time.
    return parse_accept_header(accepted)["gzip"] > 0


def _preferred_style() -> Style | None:
    # Most callers name no type of text, and parsing what they accept takes longer than asking for it.
    if "text/" not in request.headers.get("Accept", "").lower():
        return None
    return STYLES.get(request.accept_mimetypes.best_match([JSON, *STYLES], default=JSON))


def _in_words(
    body: bytes | Packed, shape: type[T], words: Callable[[T, Style], str], style: Style, cache: str
) -> Response:
    try:
        value = msgspec.json.decode(body.body if isinstance(body, Packed) else body, type=shape)
    except msgspec.ValidationError:
        return answer(body, JSON, cache)  # kept by an older service, which knew other members
    return answer(words(value, style), style.media_type, cache)
