"""Answers: their form, as the caller prefers it, and how long they may be kept."""

from flask import Response, request

from server.rendering import MARKDOWN, PLAIN, Style

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


def preferred_style() -> Style | None:
    """Return the style in which the caller would rather read a summary than as JSON, None for JSON."""
    return STYLES.get(request.accept_mimetypes.best_match([JSON, *STYLES], default=JSON))
