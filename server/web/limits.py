"""How much a caller may ask for, and who the caller is."""

import ipaddress
from collections.abc import Iterable

from flask import Flask, current_app, request

from server.settings import Budget, Proxies, Settings, Trust
from server.web.callers import is_loopback
from server.web.problems import RateLimited
from server.web.service import store

_NAME = "smallprint-limits"

# More hops than this no request has taken; what is further left in the header is nobody's that we trust.
_MAX_HOPS = 20


def init_app(app: Flask, settings: Settings) -> None:
    """Let the views of `app` limit their callers as the settings say."""
    app.extensions[_NAME] = settings


def take(budget: Budget) -> None:
    """Take one from the budget of the caller; raise `RateLimited` where nothing is left of it."""
    settings: Settings = current_app.extensions[_NAME]
    if settings.trust is Trust.SELF and is_loopback(request.remote_addr or ""):
        return
    address = caller(request.remote_addr or "", request.headers.getlist("X-Forwarded-For"), settings.proxies)
    seconds = store().limits.take(address, budget)
    if seconds:
        raise RateLimited(f"That is too much for one address. The next may come in {seconds} s.", seconds)


def caller(address: str, forwarded: Iterable[str], proxies: Proxies) -> str:
    """Return the address of the caller: the socket's, or, behind proxies, the last that is none of them.

    `forwarded` are the request's X-Forwarded-For headers. What is written there left of the caller is the caller's own
    invention, and where the socket is no proxy's, so is all of it.
    """
    hops = ",".join(forwarded).rsplit(",", _MAX_HOPS)[-_MAX_HOPS:]
    while _is_proxy(address, proxies) and hops:
        hop = _without_port(hops.pop())
        if not _is_address(hop):
            break
        address = hop
    return address


def _is_proxy(address: str, proxies: Proxies) -> bool:
    if not address:
        return proxies.by_socket
    if not _is_address(address):
        return False
    ip = ipaddress.ip_address(address)
    ip = (ip.ipv4_mapped or ip) if isinstance(ip, ipaddress.IPv6Address) else ip
    return any(ip in network for network in proxies.networks)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _without_port(hop: str) -> str:
    """A hop without what some proxies add to it: `203.0.113.7:4711`, `[2001:db8::1]:4711`."""
    hop = hop.strip()
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop
