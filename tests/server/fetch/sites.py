"""Sites on loopback that answer whatever a test wants, byte for byte, and a fetcher that may read them."""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_network
from threading import Thread

from server.fetch.fetcher import Fetcher
from server.settings import Opening

NAME = "larkspur.example"

Answer = Callable[[str], bytes | Iterable[bytes]]
"""Takes the head of a request, as it came; returns what is sent back, all at once or piece by piece."""


class Site:
    """A server on a port of its own. `heads` are the requests that it got."""

    def __init__(self, answer: Answer, tls: ssl.SSLContext | None = None) -> None:
        self._answer = answer
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.heads: list[str] = []
        Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/privacy") -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{NAME}:{self.port}{path}"

    @property
    def opening(self) -> Opening:
        return Opening(ip_network("127.0.0.0/8"), frozenset({self.port}))

    def stop(self) -> None:
        # Only this wakes a thread that waits for the next connection.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):  # stopped
            while True:
                connection, _ = self._listener.accept()
                Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:  # who asked has gone
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                head = _head(connection)
                self.heads.append(head)
                answer = self._answer(head)
                for piece in [answer] if isinstance(answer, bytes) else answer:
                    connection.sendall(piece)


def _head(connection: socket.socket) -> str:
    head = b""
    # What begins TLS is no head, and has no end that would be known.
    while b"\r\n\r\n" not in head and not head.startswith(b"\x16") and (said := connection.recv(65536)):
        head += said
    return head.decode("latin-1")


@contextmanager
def serving(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site(answer, tls)
    try:
        yield site
    finally:
        site.stop()


def http(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer; `content_type` and its like become headers."""
    content = body.encode() if isinstance(body, str) else body
    said = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
    said |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content


def redirect(location: str, status: str = "302 Found") -> bytes:
    return http(status=status, location=location)


def path_of(head: str) -> str:
    return head.split(" ")[1]


def fetcher_of(*sites: Site, names: dict[str, list[str]] | None = None, **options: object) -> Fetcher:
    """A fetcher that may read `sites`, all of them at NAME and where `names` says."""
    known = {NAME: ["127.0.0.1"], **(names or {})}

    def look_up(host: str) -> list[str]:
        if host not in known:
            raise OSError("no such name")
        return known[host]

    return Fetcher([site.opening for site in sites], look_up=look_up, **options)  # type: ignore[arg-type]
