"""Which addresses may be connected to: public ones, on the two ports of the web, and what the settings name."""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from server.fetch.errors import RefusedAddress
from server.settings import Opening

Address = IPv4Address | IPv6Address

WEB_PORTS = (80, 443)

# Written out from IANA's registries of special addresses, since `is_global` lets some of them through: relays and
# translators (6to4, NAT64) lead to any IPv4 address, and multicast to many machines at once.
_REFUSED_V4 = {
    IPv4Network("0.0.0.0/8"): "this network",
    IPv4Network("10.0.0.0/8"): "private networks",
    IPv4Network("100.64.0.0/10"): "a provider's inner network",
    IPv4Network("127.0.0.0/8"): "the machine itself",
    IPv4Network("169.254.0.0/16"): "the local link",
    IPv4Network("172.16.0.0/12"): "private networks",
    IPv4Network("192.0.0.0/24"): "protocols",
    IPv4Network("192.0.2.0/24"): "examples",
    IPv4Network("192.31.196.0/24"): "AS112",
    IPv4Network("192.52.193.0/24"): "AMT relays",
    IPv4Network("192.88.99.0/24"): "6to4 relays",
    IPv4Network("192.168.0.0/16"): "private networks",
    IPv4Network("192.175.48.0/24"): "AS112",
    IPv4Network("198.18.0.0/15"): "benchmarks",
    IPv4Network("198.51.100.0/24"): "examples",
    IPv4Network("203.0.113.0/24"): "examples",
    IPv4Network("224.0.0.0/4"): "multicast",
    IPv4Network("240.0.0.0/4"): "no known use",
}
_PUBLIC_V6 = IPv6Network("2000::/3")
# Of all else (loopback, unique local, link-local, multicast, mapped IPv4, NAT64 …) nothing is public.
_REFUSED_V6 = {
    IPv6Network("2001::/23"): "protocols (Teredo, ORCHID)",
    IPv6Network("2001:db8::/32"): "examples",
    IPv6Network("2002::/16"): "6to4",
    IPv6Network("2620:4f:8000::/48"): "AS112",
    IPv6Network("3fff::/20"): "examples",
}


class Guard:
    """What may be connected to: every public address, and besides them the `openings`."""

    def __init__(self, openings: Collection[Opening] = ()) -> None:
        self._openings = openings

    def check_port(self, port: int) -> None:
        """Raise `RefusedAddress` where nothing may be connected to on `port`."""
        if port not in WEB_PORTS and not any(port in opening.ports for opening in self._openings):
            raise RefusedAddress(f"Port {port} is not read from, only {WEB_PORTS[0]} and {WEB_PORTS[1]}.")

    def check(self, address: Address, port: int) -> None:
        """Raise `RefusedAddress` where `address` may not be connected to on `port`."""
        if any(port in opening.ports and address in opening.network for opening in self._openings):
            return
        if port not in WEB_PORTS:
            raise RefusedAddress(f"Port {port} is not read from, only {WEB_PORTS[0]} and {WEB_PORTS[1]}.")
        if use := refused_use(address):
            raise RefusedAddress(f"The address leads to no public site, but into a range that is for {use}.")


def refused_use(address: Address) -> str:
    """Return what the range of `address` is for, "" where it is public."""
    if isinstance(address, IPv4Address):
        return next((use for network, use in _REFUSED_V4.items() if address in network), "")
    if address not in _PUBLIC_V6:
        return "other uses than the public internet"
    return next((use for network, use in _REFUSED_V6.items() if address in network), "")
