"""How gunicorn's workers serve: they wait for no request for ever, and answer all that were begun."""

import logging
import select
import signal
import socket
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import msgspec
from gunicorn.glogging import Logger
from gunicorn.http.errors import (
    ExpectationFailed,
    ForbiddenProxyRequest,
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
    UnsupportedTransferCoding,
)
from gunicorn.util import close_graceful
from gunicorn.workers.gthread import TConn, ThreadWorker

from server import logs
from server.metrics import REFUSALS
from server.web.headers import EVERYWHERE

# For all of a request to arrive: 2 MiB at some 2 Mbit/s. gunicorn itself would wait for ever, and with it a thread.
ARRIVAL_SECONDS = 8.0

# The same where few threads are left. Whoever is slow then has to come again, and nobody waits for it.
PRESSED_ARRIVAL_SECONDS = 1.0
_PRESSED = 0.75

# The first that fits holds; what fits none is an error of ours.
_STATUSES: dict[type[Exception], HTTPStatus] = {
    InvalidResponseHeader: HTTPStatus.INTERNAL_SERVER_ERROR,
    InvalidResponseHeaderName: HTTPStatus.INTERNAL_SERVER_ERROR,
    LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    ExpectationFailed: HTTPStatus.EXPECTATION_FAILED,
    ForbiddenProxyRequest: HTTPStatus.FORBIDDEN,
    UnsupportedTransferCoding: HTTPStatus.NOT_IMPLEMENTED,
    ParseException: HTTPStatus.BAD_REQUEST,
}

_log = logging.getLogger(__name__)


class Log(Logger):
    """gunicorn's messages, written as all others are."""

    def setup(self, cfg: Any) -> None:
        """Take gunicorn's own handlers away."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class Worker(ThreadWorker):
    """A worker that waits for no request for ever, and leaves Ctrl-C, which reaches all processes, to the master.

    The master ends its workers itself, and one that is told to quit while it is quitting hangs on its own lock.
    """

    row: int
    """Its row in the folder of the metrics."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deadlines: dict[TConn, float] = {}

    def init_signals(self) -> None:
        """Listen to the master alone."""
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def handle(self, conn: TConn) -> object:
        """Answer one request, from a thread, and return whether gunicorn keeps the connection."""
        self._deadlines[conn] = time.monotonic() + ARRIVAL_SECONDS
        try:
            kept = super().handle(conn)
        finally:
            del self._deadlines[conn]
        if not kept:
            _part(conn.sock)
        return kept

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """Read what is left of a body that nobody asked for; where it is no body, end the connection and say no more.

        gunicorn would send a second answer to the one request, which a proxy might take for the answer to the next.
        """
        try:
            return bool(super()._keepalive_after(conn, keepalive))
        except ParseException:
            return False

    def murder_pending(self) -> None:
        """End what has not arrived in time, as gunicorn's main loop asks every second.

        To its thread, the request ends there. An answer that is still being made can be sent all the same.
        """
        super().murder_pending()
        now = time.monotonic()
        waiting = self._deadlines.copy()
        pressed = len(waiting) > _PRESSED * self.cfg.threads
        latest = now + (ARRIVAL_SECONDS - PRESSED_ARRIVAL_SECONDS if pressed else 0)
        for conn, deadline in waiting.items():
            if deadline < latest:
                with suppress(OSError):  # its client has gone
                    conn.sock.shutdown(socket.SHUT_RD)

    def set_accept_enabled(self, enabled: bool) -> None:
        """Take no more connections when the worker ends, but for those that the kernel took for it already.

        gunicorn would leave new ones waiting for as long as the last request takes, and then reset them all.
        """
        super().set_accept_enabled(enabled)
        if self.alive or enabled:
            return
        for listener in self.sockets:
            while select.select([listener], [], [], 0)[0] and self.nr_conns < self.worker_connections:
                self.accept(listener)
            listener.close()

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer what is no HTTP, or an error outside of the service, and log neither the address nor what was sent."""
        fitting = (status for kind, status in _STATUSES.items() if isinstance(exc, kind))
        status = next(fitting, HTTPStatus.INTERNAL_SERVER_ERROR)
        if status is HTTPStatus.INTERNAL_SERVER_ERROR:
            _log.error("unexpected error", exc_info=exc)
        else:
            logs.write("info", "refused", status=status.value, error=type(exc).__name__)
        REFUSALS.labels(str(status.value)).inc()
        with suppress(OSError):  # its client has gone
            client.sendall(_problem(status))


def _problem(status: HTTPStatus) -> bytes:
    # By hand: the service's own problems come with the analysis, which is not loaded before the port is ours.
    body = msgspec.json.encode(
        {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": status.description}
    )
    headers = EVERYWHERE | {
        "Cache-Control": "no-store",
        "Connection": "close",
        "Content-Length": str(len(body)),
        "Content-Type": "application/problem+json",
    }
    lines = (f"HTTP/1.1 {status.value} {status.phrase}", *(f"{name}: {value}" for name, value in headers.items()))
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + body


def _part(connection: socket.socket) -> None:
    """Wait a little for the client to hang up, here and not in the main loop, where gunicorn would for all."""
    with suppress(OSError):  # it has gone
        close_graceful(connection.dup(), timeout=1.0)
        connection.shutdown(socket.SHUT_RD)
