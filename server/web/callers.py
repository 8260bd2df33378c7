"""Who may call: the names that the service answers to, and the web pages that may use it."""

import ipaddress
import re
from collections.abc import Iterable

import flask_cors
from flask import Flask, request
from werkzeug.datastructures import Headers

from server.settings import Network, Settings, Trust
from server.web.problems import ForbiddenOrigin, echo

# In the spelling that WSGI gives to names.
_FORWARDING = (
    *("Forwarded", "Via", "Cdn-Loop", "X-Forward"),
    *("X-Real-Ip", "X-Client-Ip", "X-Cluster-Client-Ip", "True-Client-Ip", "Cf-Connecting-Ip"),
)

# The forms of an extension's id, so that `*` stands for one whole extension and nothing else.
_ANY_EXTENSION = {
    "chrome-extension://*": "chrome-extension://[a-p]{32}",
    "moz-extension://*": "moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
}

_PREFLIGHT_SECONDS = 7200


def init_app(app: Flask, settings: Settings) -> None:
    """Refuse all other callers before anything is read of their requests; let the listed origins read answers."""
    origins = [_pattern(origin) for origin in sorted(settings.origins)]

    def refuse_strangers() -> None:
        _check_host(request.headers.get("Host", ""), settings.hosts)
        if settings.trust is Trust.SELF:
            _check_own_user(request.remote_addr or "", request.headers)
        if not _is_link_to_the_page():
            _check_origin(request.headers, origins)

    app.before_request(refuse_strangers)
    flask_cors.CORS(
        app,
        origins=origins,
        methods=["GET", "POST"],
        allow_headers=["Content-Type"],
        expose_headers=["Cache-Status", "ETag", "Link", "Retry-After", "Server-Timing", "X-Request-Id"],
        max_age=_PREFLIGHT_SECONDS,
        allow_private_network=True,
        always_send=False,
        vary_header=False,  # headers.py says it on every answer
    )


def _pattern(origin: str) -> re.Pattern[str]:
    return re.compile(_ANY_EXTENSION.get(origin, re.escape(origin)) + r"\Z")


def _check_host(host: str, allowed: frozenset[str]) -> None:
    name = re.sub(r":\d*\Z", "", host.lower())
    if allowed.isdisjoint({host.lower(), name}):
        raise ForbiddenOrigin(f"This server does not go by the name {echo(host)}. SMALLPRINT_HOSTS lists its names.")


def _check_own_user(address: str, headers: Headers) -> None:
    if not is_loopback(address):
        raise ForbiddenOrigin("This server trusts its user (SMALLPRINT_TRUST=self), so it answers this machine alone.")
    if name := _forwarding_header(headers):
        raise ForbiddenOrigin(
            f"This server trusts its user (SMALLPRINT_TRUST=self), so it answers no forwarded request ({name})."
        )


def is_loopback(address: str) -> bool:
    """Return whether `address` is one of this machine to itself."""
    ip = _ip(address)
    return ip is not None and ip.is_loopback


def check_network(address: str, headers: Headers, networks: Iterable[Network]) -> None:
    """Return if the caller sits in one of `networks` and calls from there itself; raise `ForbiddenOrigin` if not."""
    ip = _ip(address)
    if ip is None or not any(ip in network for network in networks) or _forwarding_header(headers):
        raise ForbiddenOrigin(
            "This is not for callers from everywhere. SMALLPRINT_METRICS lists the networks that may."
        )


def _ip(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return None
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return mapped or ip


def _forwarding_header(headers: Headers) -> str | None:
    # Iterating over Headers itself gives pairs.
    return next((name for name in headers.keys() if name.startswith(_FORWARDING)), None)  # noqa: SIM118


def _check_origin(headers: Headers, origins: list[re.Pattern[str]]) -> None:
    origin = headers.get("Origin")
    if origin is None:
        if headers.get("Sec-Fetch-Site") == "cross-site":
            raise ForbiddenOrigin("Another site's page may not use this server.")
    elif not _is_own(origin, headers["Host"]) and not any(pattern.match(origin) for pattern in origins):
        raise ForbiddenOrigin(
            f"Pages of {echo(origin)} may not use this server. SMALLPRINT_ORIGINS lists the origins that may."
        )


def _is_own(origin: str, host: str) -> bool:
    # Either scheme: a proxy in front may speak https where the service itself does not.
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


def _is_link_to_the_page() -> bool:
    """Whether a link on another site was followed to the page at /, which shows nothing of anyone's.

    Browsers alone set these two headers, and never for a frame, a script or an image.
    """
    return (
        request.method == "GET"
        and request.path == "/"
        and "Origin" not in request.headers
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )
