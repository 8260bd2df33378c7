"""Requests sent over connections that stay open, with as little work of the sender's own as can be."""

import asyncio
from typing import Any

BROWSER = "Accept-Encoding: gzip, deflate, br\r\n"
"""What browsers say of themselves, and what decides how an answer is sent."""


def get(path: str, headers: str = "") -> bytes:
    """Return the bytes of a request for `path`."""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode()


def post(path: str, text: str, headers: str = "") -> bytes:
    """Return the bytes of a request that posts a plain text."""
    body = text.encode()
    length = f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n"
    return f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{length}{headers}\r\n".encode() + body


class Connection(asyncio.Protocol):
    """A connection to a port of this machine, opened when it is needed, and again when the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._transport: asyncio.WriteTransport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._received = bytearray()

    async def exchange(self, request: bytes) -> tuple[int, bytes]:
        """Send a request; return the status and the body of its answer. Raise OSError where there is none."""
        loop = asyncio.get_running_loop()
        if self._transport is None:
            await loop.create_connection(lambda: self, "127.0.0.1", self._port)
        assert self._transport
        self._received.clear()
        self._answer = loop.create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        """Close it; the next request opens another."""
        if self._transport:
            self._transport.abort()
        self._transport = None

    def connection_made(self, transport: Any) -> None:
        """Keep what writes."""
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        """Tell who waits for an answer that none will come."""
        self._transport = None
        if self._answer and not self._answer.done():
            self._answer.set_exception(error or ConnectionResetError("closed without an answer"))

    def data_received(self, data: bytes) -> None:
        """Give out the answer when all of it is here."""
        self._received += data
        head, separator, _ = self._received.partition(b"\r\n\r\n")
        if not separator or self._answer is None or self._answer.done():
            return
        headers = bytes(head).lower()
        length = int(headers.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0])
        begin = len(head) + len(separator)
        if len(self._received) >= begin + length:
            body = bytes(self._received[begin : begin + length])
            if b"\r\nconnection: close" in headers:
                self.close()
            self._answer.set_result((int(headers.split(maxsplit=2)[1]), body))
