"""Answers: their form, as the caller prefers it, and how long they may be kept."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from flask import Response, request

from server.rendering import MARKDOWN, PLAIN, Style

T = TypeVar("T")

JSON = "application/json"
STYLES = {style.media_type: style for style in (MARKDOWN, PLAIN)}

# By the caller alone: what somebody asked for is no business of a cache that others share.
NEVER_CHANGES = "private, max-age=2592000, immutable"
ASK_AGAIN = "private, no-cache"


def answer(body: bytes | str, media_type: str, cache: str) -> Response:
    """Return `body` with its ETag; nothing but the headers where the caller has it already."""
    response = Response(body, mimetype=media_type)
    response.headers["Cache-Control"] = cache
    response.add_etag()
    response.make_conditional(request)
    return response


def answer_as_preferred(body: bytes, shape: type[T], words: Callable[[T, Style], str], cache: str) -> Response:
    """Return the JSON `body`, or what `words` makes of it where the caller would rather read that."""
    style = STYLES.get(request.accept_mimetypes.best_match([JSON, *STYLES], default=JSON))
    response = _in_words(body, shape, words, style, cache) if style else answer(body, JSON, cache)
    response.vary.add("Accept")
    return response


def _in_words(body: bytes, shape: type[T], words: Callable[[T, Style], str], style: Style, cache: str) -> Response:
    try:
        value = msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError:
        return answer(body, JSON, cache)  # kept by an older service, which knew other members
    return answer(words(value, style), style.media_type, cache)
