"""Headers that every answer carries."""

from flask import Flask, Response

EVERYWHERE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for what is too old to know frame-ancestors
}
"""What every answer carries. Not Strict-Transport-Security: that is for the proxy to say, which speaks https."""


def init_app(app: Flask) -> None:
    """Add the headers to every answer, and keep what says nothing of caching out of caches."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    response.headers.extend(EVERYWHERE)
    response.headers.setdefault("Cache-Control", "no-store")
    # Whether there is an answer at all depends on these two.
    vary(response, "Origin, Sec-Fetch-Site")
    return response


def vary(response: Response, headers: str) -> None:
    """Say that the answer depends on these headers of the request, which nothing else says of it.

    Werkzeug's own `vary` reads what is there anew, and writes it anew, for each name.
    """
    said = response.headers.get("Vary")
    response.headers["Vary"] = f"{said}, {headers}" if said else headers
