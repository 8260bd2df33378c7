"""From any host to the one way to write it, and to its registrable domain, the key of a domain's record."""

import ipaddress
import re

import idna
from publicsuffixlist import PublicSuffixList

# Private suffixes count: alice.github.io and bob.github.io are two sites of two people.
_SUFFIXES = PublicSuffixList(only_icann=False)

_MAX_HOST_CHARS = 253
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Browsers read any host whose last label is a number as an IPv4 address: 127.1, 2130706433, 0x7f.0.0.1.
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class NoDomain(ValueError):
    """The host belongs to no registrable domain, or is none. `str()` says why."""


def normal_host(host: str) -> str:
    """Return `host` as URLs hold it: lower case, ASCII, without a dot at its end; raise `NoDomain` where it is none."""
    if ":" not in host or "%" in host:
        return ".".join(_labels(host))
    try:
        return f"[{ipaddress.IPv6Address(host).compressed}]"
    except ValueError as error:
        raise NoDomain("an IPv6 address is expected where a host holds a colon") from error


def registrable_domain(host: str) -> str:
    """Return the registrable domain of `host`, in lower case and ASCII; raise `NoDomain` where it has none."""
    labels = _labels(host)
    if NUMBER.fullmatch(labels[-1]):
        raise NoDomain("an IP address has no domain")
    domain = _SUFFIXES.privatesuffix(".".join(labels))
    if domain is None:
        raise NoDomain("a site's own name stands under a public suffix, as example.org does")
    return str(domain)


def _labels(host: str) -> list[str]:
    if host.startswith("[") or host.count(":") > 1:
        raise NoDomain("an IP address has no domain")
    labels = _ascii(host).removesuffix(".").split(".")
    if not all(map(_LABEL.fullmatch, labels)):
        raise NoDomain("expected a host name such as www.example.org, without scheme, port or path")
    return labels


def _ascii(host: str) -> str:
    if len(host) > _MAX_HOST_CHARS + 1:
        raise NoDomain(f"a host name has at most {_MAX_HOST_CHARS} characters")
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise NoDomain("a host name cannot hold these characters") from error
