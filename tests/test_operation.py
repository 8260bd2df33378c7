"""The service in operation, as the Procfile serves it: its figures, its log, its end, and clients that mean ill."""

import http.client
import json
import os
import re
import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import gettempdir

import pytest

from server.store import embedded
from tests.server.analysis.policies import WHOLE
from tools.serving import Served, is_ready, serving

pytestmark = pytest.mark.alone

SECRET = "larkspur"
MIB = 1024 * 1024


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as it:
        yield it


def port_of(served: Served) -> int:
    return int(served.address.rpartition(":")[2])


def workers(served: Served) -> list[int]:
    children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    return [int(number) for number in children.read_text().split()]


def folders(served: Served) -> list[Path]:
    return list(Path(gettempdir()).glob(f"smallprint-metrics-{served.process.pid}-*"))


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ask(served: Served, path: str, times: int = 1) -> None:
    """Each time on a new connection, which any of the workers may take."""
    for _ in range(times):
        with urllib.request.urlopen(f"{served.address}{path}", timeout=10) as answer:
            answer.read()


def counted(served: Served, route: str) -> float:
    with urllib.request.urlopen(f"{served.address}/metrics", timeout=10) as answer:
        text = answer.read().decode()
    found = re.findall(rf'_seconds_count\{{method="GET",route="{route}",status="2xx"\}} (\S+)', text)
    return float(found[0]) if found else 0.0


def test_the_figures_are_those_of_all_workers_and_outlive_a_killed_one(served: Served, tmp_path: Path) -> None:
    ask(served, "/v1/practices", 40)
    assert {counted(served, "/v1/practices") for _ in range(10)} == {40}
    before = workers(served)
    for _ in range(3):
        worker = workers(served)[0]
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda gone=worker: len(workers(served)) == 2 and gone not in workers(served))
        wait_until(lambda: is_ready(served.address))
    assert set(before).isdisjoint(workers(served)) or len(set(before) & set(workers(served))) == 1
    ask(served, "/v1/practices", 10)
    assert {counted(served, "/v1/practices") for _ in range(10)} == {50}
    (folder,) = folders(served)
    assert {path.name.rpartition("_")[2] for path in folder.iterdir()} <= {"0.db", "1.db"}


def test_the_figures_outlive_a_reload(served: Served) -> None:
    ask(served, "/v1/practices", 10)
    before = workers(served)
    served.process.send_signal(signal.SIGHUP)
    wait_until(lambda: len(workers(served)) == 2 and set(before).isdisjoint(workers(served)))
    wait_until(lambda: is_ready(served.address))
    ask(served, "/v1/practices", 10)
    assert counted(served, "/v1/practices") == 20
    assert len(folders(served)) == 1


def test_the_figures_folder_goes_with_the_service_and_a_killed_ones_with_the_next(tmp_path: Path) -> None:
    with serving(tmp_path / "first") as first:
        (left,) = folders(first)
        assert left.stat().st_mode & 0o077 == 0
        first.process.kill()
        first.process.wait()
    assert left.is_dir()
    with serving(tmp_path / "second") as second:
        assert not left.exists()
        (folder,) = folders(second)
    assert not folder.exists()
    embedded.stop(tmp_path / "first")


def test_the_log_is_json_and_holds_nothing_that_was_sent(served: Served, tmp_path: Path) -> None:
    port = port_of(served)
    body = WHOLE.encode()
    with suppress(OSError):
        urllib.request.urlopen(
            urllib.request.Request(
                f"{served.address}/v1/summaries?url=https://{SECRET}.example/p", body, {"Content-Type": "text/plain"}
            )
        )
    for lines in (
        f"GET /{SECRET} HTTP/1.1\r\nHost: {SECRET}",
        f"GET / HTTP/1.1\r\nHost: localhost\r\n{SECRET} x: 1",
        f"{SECRET}",
        f"GET / HTTP/9.9{SECRET}",
        f"GET /{SECRET * 2000} HTTP/1.1\r\nHost: localhost",
        f"GET / HTTP/1.1\r\nHost: localhost\r\nX: {SECRET * 8000}",
        f"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: {SECRET}",
        f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {SECRET}",
    ):
        raw(port, lines.encode() + b"\r\n\r\n")
    log = (tmp_path / "service.log").read_text()
    events = [json.loads(line) for line in log.splitlines()]
    assert sum(event["event"] == "refused" for event in events) >= 6
    assert sum(event["event"] == "answered" for event in events) >= 2
    assert SECRET not in log.lower()
    assert "ip=" not in log
    assert [event for event in events if event["level"] == "error"] == []


def raw(port: int, sent: bytes) -> tuple[int, dict[str, str], bytes]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(sent)
        answer = http.client.HTTPResponse(client)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nBad Name: 1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 70000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: magic\r\n\r\n", 501),
    ],
)
def test_what_is_no_http_is_answered_in_the_form_of_all_problems(
    module_served: Served, sent: bytes, status: int
) -> None:
    found, headers, body = raw(port_of(module_served), sent)
    assert found == status
    assert headers["Content-Type"] == "application/problem+json"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert json.loads(body)["status"] == status


BROKEN = {
    "a size that is none": b"zz\r\nabc\r\n0\r\n\r\n",
    "a negative size": b"-3\r\nabc\r\n0\r\n\r\n",
    "a size in another spelling": b"0_3\r\nabc\r\n0\r\n\r\n",
    "a line that ends in LF alone": b"3\nabc\r\n0\r\n\r\n",
    "a chunk that goes on": b"3\r\nabcdef0\r\n\r\n",
    "a trailer that is none": b"3\r\nabc\r\n0\r\nno trailer\r\n\r\n",
    "an extension without end": b"3;" + b"a" * 70000 + b"\r\nabc\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("chunks", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize(("path", "status"), [("/v1/summaries", 400), ("/v1/nothing", 404)])
def test_a_body_of_broken_chunks_is_answered_once_and_nothing_behind_it_is(
    module_served: Served, path: str, status: int, chunks: bytes
) -> None:
    lines = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    behind = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port_of(module_served)), timeout=10) as client:
        client.sendall(lines.encode() + chunks + behind)
        answered = b"".join(iter(lambda: client.recv(65536), b""))
    assert answered.startswith(f"HTTP/1.1 {status} ".encode())
    assert answered.count(b"HTTP/1.1 ") == 1


def test_a_caller_cannot_move_the_service_to_another_path(module_served: Served) -> None:
    lines = b"GET /elsewhere/healthz HTTP/1.1\r\nHost: localhost\r\nSCRIPT_NAME: /elsewhere\r\n\r\n"
    assert raw(port_of(module_served), lines)[0] == 404


@pytest.fixture(scope="module")
def module_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("var")) as it:
        yield it


def post_head(length: int) -> bytes:
    lines = ("POST /v1/summaries HTTP/1.1", "Host: localhost", "Content-Type: text/plain", f"Content-Length: {length}")
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n"


SLOW = {
    "silence": b"",
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: loc",
    "half a body": post_head(99) + b"abc",
}


@pytest.mark.parametrize("sent", SLOW.values(), ids=SLOW)
def test_two_hundred_slow_clients_hold_up_nobody(module_served: Served, sent: bytes) -> None:
    slow(module_served, sent, 200, longest_seconds=1.0)


def test_more_slow_clients_than_threads_hold_up_nobody_for_long(module_served: Served) -> None:
    slow(module_served, SLOW["half a body"], 800, longest_seconds=4.0)


def slow(served: Served, sent: bytes, clients: int, longest_seconds: float) -> None:
    with ExitStack() as stack:
        for _ in range(clients):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", port_of(served)), timeout=20))
            client.sendall(sent)
        until = time.monotonic() + 3
        while time.monotonic() < until:
            begun = time.monotonic()
            ask(served, "/healthz")
            assert time.monotonic() - begun < longest_seconds
            time.sleep(0.02)


def length(served: Served, path: str) -> int:
    with urllib.request.urlopen(f"{served.address}{path}", timeout=5) as answer:
        return len(answer.read())


def test_a_worker_that_was_killed_under_load_comes_back(served: Served) -> None:
    ended = threading.Event()
    answers: list[int] = []

    def load() -> None:
        while not ended.is_set():
            with suppress(OSError, http.client.HTTPException):  # it may have been the killed one's
                answers.append(length(served, "/v1/practices"))

    threads = [threading.Thread(target=load) for _ in range(4)]
    for thread in threads:
        thread.start()
    os.kill(workers(served)[0], signal.SIGKILL)
    wait_until(lambda: len(workers(served)) == 2)
    before = len(answers)
    wait_until(lambda: len(answers) > before + 50)
    ended.set()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 1


LONG = (WHOLE + "\n\n") * (100_000 // len(WHOLE))


def test_a_stop_lets_what_was_begun_be_answered_and_refuses_what_is_new(served: Served) -> None:
    port = port_of(served)
    with ExitStack() as stack:
        begun = [stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20)) for _ in range(4)]
        for number, client in enumerate(begun):
            body = LONG.encode() + str(number).encode()  # each another text, so that none is found in the store
            client.sendall(post_head(len(body)) + body)
        arriving = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
        arriving.sendall(b"GET /healthz HTTP/1.1\r\nHost: local")
        time.sleep(0.3)
        os.kill(served.process.pid, signal.SIGTERM)
        stopped = time.monotonic()
        wait_until(lambda: is_refused(port))
        assert time.monotonic() - stopped < 3
        assert served.process.poll() is None
        arriving.sendall(b"host\r\n\r\n")
        for client in (arriving, *begun):
            answer = http.client.HTTPResponse(client)
            answer.begin()
            assert answer.status == 200
            assert json.loads(answer.read())
    assert served.process.wait(timeout=12) == 0
    assert time.monotonic() - stopped < 12


def is_refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


def test_a_stop_under_load_resets_no_connection(served: Served) -> None:
    port = port_of(served)
    outcomes: list[str] = []

    def load() -> None:
        while "refused" not in outcomes:
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=15) as client:
                    client.sendall(b"GET /v1/practices HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    answer = http.client.HTTPResponse(client)
                    answer.begin()
                    outcomes.append("whole" if json.loads(answer.read()) else "empty")
            except ConnectionRefusedError:
                outcomes.append("refused")
            except (OSError, http.client.HTTPException, ValueError) as error:
                outcomes.append(type(error).__name__)

    threads = [threading.Thread(target=load) for _ in range(16)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    os.kill(served.process.pid, signal.SIGTERM)
    for thread in threads:
        thread.join(timeout=20)
    assert served.process.wait(timeout=12) == 0
    assert outcomes.count("whole") > 50
    assert set(outcomes) == {"whole", "refused"}


STRANGE = {
    "a method that nobody knows": ("BREW", "/", {}),
    "TRACE": ("TRACE", "/", {}),
    "a null byte": ("GET", "/v1/domains/%00", {}),
    "no UTF-8": ("GET", "/v1/domains/%ff%fe", {}),
    "no UTF-8 in the query": ("GET", "/?%ff=%fe", {}),
    "a path out of the folder": ("GET", "/static/%2e%2e/%2e%2e/settings.py", {}),
    "a null byte in a file's name": ("GET", "/static/%00", {}),
    "a long file's name": ("GET", "/summary/" + "a" * 2000 + ".js", {}),
    "a path of many parts": ("GET", "/" + "a/" * 2000, {}),
    "another server's address": ("GET", "http://evil.example/", {}),
    "nonsense to accept": ("GET", "/v1/practices", {"Accept": ";q=x,*/*;q=9,\xff"}),
    "nonsense known already": ("GET", "/v1/practices", {"If-None-Match": 'W/"' + "x" * 2000}),
    "nonsense since": ("GET", "/static/page.js", {"If-Modified-Since": "yesterday", "Range": "bytes=9-1,-"}),
    "a range out of the file": ("GET", "/static/page.js", {"Range": "bytes=99999999-"}),
    "nonsense as a type": ("POST", "/v1/summaries", {"Content-Type": "text/;;=\xff", "Content-Length": "0"}),
    "a charset that is none": ("POST", "/v1/summaries", {"Content-Type": "text/plain; charset=\x7f\xff"}),
    "a strange origin": ("OPTIONS", "/v1/summaries", {"Origin": "\xff", "Access-Control-Request-Method": "\xff"}),
    "a cookie of nonsense": ("GET", "/", {"Cookie": "a=\xff; =;" * 100}),
    "many headers": ("GET", "/", {f"X-{number}": "x" for number in range(90)}),
}


@pytest.mark.parametrize(("method", "path", "headers"), STRANGE.values(), ids=STRANGE)
def test_what_is_strange_is_answered_and_no_error(
    module_served: Served, method: str, path: str, headers: dict[str, str]
) -> None:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    sent = "".join(f"{line}\r\n" for line in lines).encode("latin-1") + b"\r\n"
    status, answered, body = raw(port_of(module_served), sent)
    assert 200 <= status < 500
    assert answered["X-Content-Type-Options"] == "nosniff"
    if status >= 400:
        assert answered["Content-Type"] == "application/problem+json"
        assert json.loads(body)["status"] == status
