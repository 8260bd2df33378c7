"""What the browser talks to: the real service, pages that we wrote, and a proxy that writes down what is sent."""

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from tools.serving import ROOT

PAGES = Path(__file__).parent / "pages"
NAMES = Path(__file__).parent / "names"


@dataclass(frozen=True)
class Sent:
    """A request as it came: everything of it, as text."""

    method: str
    path: str
    headers: str
    body: str


class Service:
    """The service under gunicorn, as `make run` starts it, on a port of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:0"],
            cwd=ROOT,
            env={**os.environ, "WEB_CONCURRENCY": "1", **environment},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.port = self._read_port()
        # Its log is read to the end, else a full pipe would stop it.
        Thread(target=self._process.communicate, daemon=True).start()
        urlopen(f"{self.url}/healthz", timeout=120).close()  # it listens before it has loaded what it answers by

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)

    def _read_port(self) -> int:
        assert self._process.stderr
        said = ""
        for line in self._process.stderr:
            said += line
            if found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", line):
                return int(found[1])
        raise RuntimeError(f"The service did not start:\n{said}")


def reading_service(redis_url: str, port: int, trust: str) -> Service:
    """Return a service that may read the sites which the browsers of these tests find at `port`."""
    openings = {"SMALLPRINT_FETCH_FROM": f"127.0.0.1:{port}", "PYTHONPATH": str(NAMES)}
    return Service({"REDIS_URL": redis_url, "SMALLPRINT_TRUST": trust, **openings})


Answer = Callable[[Sent], tuple[int, dict[str, str], bytes]]


class Recorder:
    """A server on loopback that writes down every request before it is answered."""

    def __init__(self, answer: Answer) -> None:
        self.sent: list[Sent] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.sent, answer))
        Thread(target=self._server.serve_forever, daemon=True).start()
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(sent: list[Sent], answer: Answer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            request = Sent(self.command, self.path, str(self.headers), body.decode())
            sent.append(request)
            status, headers, content = answer(request)
            self.send_response_only(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_OPTIONS = do_HEAD = handle_any

    return Handler


def forward_to(port: int) -> Answer:
    """Return an answer that the server at `port` gives, asked with the very same headers."""

    def answer(request: Sent) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        headers = dict(line.split(": ", 1) for line in request.headers.strip().splitlines())
        connection.request(request.method, request.path, request.body.encode(), headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        kept = {name: value for name, value in response.getheaders() if name not in ("Connection", "Content-Length")}
        return response.status, kept, content

    return answer


_KINDS = {".html": "text/html", ".txt": "text/plain", ".pdf": "application/pdf"}


def page_of(request: Sent) -> tuple[int, dict[str, str], bytes]:
    """Return the page of ours that the path names: /privacy is pages/privacy.html; others are empty."""
    path = request.path.split("?")[0]
    file = PAGES / (path.strip("/") or "home")
    for suffix, kind in _KINDS.items():
        found = file if file.suffix == suffix else file.with_name(file.name + suffix)
        if found.is_file():
            return 200, {"Content-Type": f"{kind}; charset=utf-8"}, found.read_bytes()
    return 404, {"Content-Type": "text/html"}, b""


def module_of(request: Sent) -> tuple[int, dict[str, str], bytes]:
    """Return the file of the extension that the path names, for any page to import."""
    file = ROOT / "extension" / request.path.lstrip("/")
    if file.suffix != ".js" or not file.is_file():
        return 404, {}, b""
    return 200, {"Content-Type": "text/javascript", "Access-Control-Allow-Origin": "*"}, file.read_bytes()


@contextmanager
def serving(answer: Answer) -> Iterator[Recorder]:
    """Serve `answer` for as long as the block lasts."""
    server = Recorder(answer)
    try:
        yield server
    finally:
        server.stop()
