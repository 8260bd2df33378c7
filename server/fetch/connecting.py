"""Connections: the one place where a name is looked up, its addresses are checked, and one of them is used."""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpcore
from httpcore import SOCKET_OPTION

from server.fetch.addresses import Address, Guard
from server.fetch.deadline import Deadline
from server.fetch.errors import TooLarge, Unreachable
from server.fetch.resolving import Resolver
from server.fetch.urls import Url

# For the headers, and then for all: more than any document that is read whole takes. A server that says less in more
# (in chunks of one byte, in interim answers without end) is not listened to.
_MAX_HEAD_BYTES = 256 * 1024
_MAX_BYTES = 3 * 1024 * 1024
# Of a name with many addresses, this many get a chance to answer.
_MAX_ATTEMPTS = 4


Connect = Callable[[Address, int, float], httpcore.NetworkStream]
"""Returns a connection to an address and a port within so many seconds; raises what httpcore does where none is."""


def connect_directly(address: Address, port: int, seconds: float) -> httpcore.NetworkStream:
    """Return a connection to `address` itself."""
    return httpcore.SyncBackend().connect_tcp(str(address), port, seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How sites are reached: who looks names up, which addresses may be used and how, whose certificates count."""

    guard: Guard
    resolver: Resolver
    tls: ssl.SSLContext
    connect: Connect


class Connector(httpcore.NetworkBackend):
    """Connects httpcore to `url` and to nothing else, each wait bounded by `deadline`."""

    def __init__(self, url: Url, network: Network, deadline: Deadline) -> None:
        self._url = url
        self._network = network
        self.deadline = deadline
        self._bytes_left = _MAX_HEAD_BYTES

    def expect_body(self) -> None:
        """Let a body follow: its headers have come."""
        self._bytes_left = _MAX_BYTES

    def count(self, said: bytes) -> None:
        """Count what came; raise `TooLarge` where it is too much."""
        self._bytes_left -= len(said)
        if self._bytes_left < 0:
            raise TooLarge("The site's answer is longer than any document that is read.")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to one of the host's addresses, all of which have been found to be allowed."""
        addresses = self._addresses()
        for address in addresses:
            self._network.guard.check(address, self._url.port)
        chances = addresses[:_MAX_ATTEMPTS]
        for still, address in zip(range(len(chances), 0, -1), chances, strict=True):
            try:
                # The address itself, never the name again: it might lead elsewhere by now.
                stream = self._network.connect(address, self._url.port, self.deadline.left() / still)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _Stream(stream, self._url.name, self)
        raise Unreachable("The site does not answer.")

    def _addresses(self) -> list[Address]:
        self._network.guard.check_port(self._url.port)
        literal = self._url.address
        return [literal] if literal else self._network.resolver.addresses(self._url.name, self.deadline)


class _Stream(httpcore.NetworkStream):
    """A connection of which every read and write ends by the deadline, and that says only so much."""

    def __init__(self, stream: httpcore.NetworkStream, name: str, connector: Connector) -> None:
        self._stream = stream
        self._name = name
        self._connector = connector

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        said = self._stream.read(max_bytes, self._connector.deadline.left())
        self._connector.count(said)
        return said

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._connector.deadline.left())

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, self._name, self._connector.deadline.left())
        return _Stream(stream, self._name, self._connector)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
