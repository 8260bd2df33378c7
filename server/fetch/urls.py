"""Addresses in the one spelling in which they are sent, and nothing that could be read in two ways."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address
from typing import ClassVar
from urllib.parse import quote, urljoin, urlsplit

from server.domains import NUMBER, NoDomain, normal_host
from server.fetch.errors import RefusedAddress

MAX_CHARS = 2_048

_DEFAULT_PORTS = {"http": 80, "https": 443}
# What no URL holds, and what browsers and urlsplit read differently.
_NEVER = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# All that RFC 3986 lets stand in a path or a query; quotation marks and angle brackets are not among it.
_STANDS = "!$%&'()*+,-./:;=?@_~"


@dataclass(frozen=True, slots=True)
class Url:
    """An address. `host` is in lower case and ASCII, an IPv6 address in brackets; `str()` is the whole of it."""

    scheme: str
    host: str
    port: int
    target: str

    ROBOTS: ClassVar[str] = "/robots.txt"

    @classmethod
    def parse(cls, text: str) -> "Url":
        """Return the address that `text` is; raise `RefusedAddress` where it is none that could be read."""
        if _NEVER.search(text):
            raise RefusedAddress("The address holds a character that no address has.")
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError as error:
            raise RefusedAddress("The address cannot be read as a URL.") from error
        if parts.scheme not in _DEFAULT_PORTS:
            raise RefusedAddress("The address begins with neither http:// nor https://.")
        if "@" in parts.netloc:
            raise RefusedAddress("The address holds a user's name.")
        target = quote(parts.path or "/", _STANDS) + ("?" + quote(parts.query, _STANDS) if parts.query else "")
        host = _host(parts.netloc, parts.hostname or "")
        url = cls(parts.scheme, host, _DEFAULT_PORTS[parts.scheme] if port is None else port, target)
        if len(str(url)) > MAX_CHARS:
            raise RefusedAddress(f"The address has more than {MAX_CHARS:,} characters.")
        return url

    def joined(self, reference: str) -> "Url":
        """Return the address that `reference` means on the page at this one; raise as `parse` does."""
        # Browsers forgive blanks in a redirect, and so do its authors.
        reference = reference.strip(" ").replace(" ", "%20")
        if _NEVER.search(reference):  # before urljoin, which drops some of them in silence
            raise RefusedAddress("The address holds a character that no address has.")
        try:
            return Url.parse(urljoin(str(self), reference))
        except ValueError as error:
            raise RefusedAddress("The address cannot be read as a URL.") from error

    @property
    def address(self) -> IPv4Address | IPv6Address | None:
        """The address that the host is itself, None where it is a name."""
        try:
            return ip_address(self.host.strip("[]"))
        except ValueError:
            return None

    @property
    def name(self) -> str:
        """The host as certificates hold it, without brackets."""
        return self.host.strip("[]")

    @property
    def robots(self) -> "Url":
        """The address of the site's robots.txt."""
        return Url(self.scheme, self.host, self.port, self.ROBOTS)

    def __str__(self) -> str:
        port = "" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.target}"


def _host(netloc: str, host: str) -> str:
    if netloc.startswith("[") != (":" in host):  # as in http://[v1.x]/, whose kind of address does not exist yet
        raise RefusedAddress("The address has no host.")
    try:
        normal = normal_host(host)
    except NoDomain as error:
        raise RefusedAddress(f"The address has no host: {error}.") from error
    # 127.1, 0177.0.0.1, 0x7f.1, 2130706433: what resolvers read as an address, and every one in its own way.
    if NUMBER.fullmatch(normal.rpartition(".")[2]):
        try:
            return str(IPv4Address(normal))
        except AddressValueError as error:
            raise RefusedAddress("The host is a number, but not written as four numbers from 0 to 255.") from error
    return normal
