"""Bodies over a real connection, where a server that does not listen resets the line."""

import http.client
import json
import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.server.analysis.policies import WHOLE
from tools.serving import serving

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(tmp_path_factory.mktemp("var")) as served:
        yield int(served.address.rpartition(":")[2])


def post(port: int, body: bytes | Iterator[bytes]) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/v1/summaries", body, {"Content-Type": "text/plain"}, encode_chunked=True)
    answer = connection.getresponse()
    kind = json.loads(answer.read()).get("type", "summary")
    connection.close()
    return answer.status, kind


@pytest.mark.parametrize("mebibytes", [3, 12])
def test_a_large_body_is_answered_and_not_cut_off(port: int, mebibytes: int) -> None:
    assert post(port, b"a" * (mebibytes * MIB)) == (413, "/problems/too-large")
    assert post(port, WHOLE.encode()) == (200, "summary")


@pytest.mark.parametrize("mebibytes", [3, 12])
def test_a_large_body_of_no_stated_length_is_answered_too(port: int, mebibytes: int) -> None:
    assert post(port, (b"a" * 65536 for _ in range(mebibytes * 16))) == (413, "/problems/too-large")
    assert post(port, iter([WHOLE.encode()])) == (200, "summary")


def begin(port: int, *headers: str) -> socket.socket:
    """Send the head of a request and three bytes of its body."""
    client = socket.create_connection(("127.0.0.1", port), timeout=20)
    lines = ("POST /v1/summaries HTTP/1.1", "Host: localhost", "Content-Type: text/plain", *headers)
    client.sendall("".join(f"{line}\r\n" for line in lines).encode() + b"\r\nabc")
    return client


def answer_to(client: socket.socket) -> tuple[int, dict[str, object]]:
    answer = http.client.HTTPResponse(client)
    answer.begin()
    return answer.status, json.loads(answer.read())


def test_clients_that_stop_sending_are_told_so_and_hold_up_nobody(port: int) -> None:
    with ExitStack() as stack:
        half_sent = [stack.enter_context(begin(port, "Content-Length: 99")) for _ in range(16)]
        half_sent += [stack.enter_context(begin(port, "Transfer-Encoding: chunked")) for _ in range(4)]
        begun = time.monotonic()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            assert answer.status == 200
        for client in half_sent:
            status, problem = answer_to(client)
            assert (status, problem["type"]) == (400, "/problems/bad-request")
            assert "in time" in problem["detail"]
        assert time.monotonic() - begun < 16


def test_a_client_that_never_ends_its_head_is_not_waited_for(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=16) as client:
        client.sendall(b"POST /v1/summaries HTTP/1.1\r\nHost: loc")
        assert client.recv(1) == b""


def test_a_client_that_drips_is_not_waited_for(port: int) -> None:
    with begin(port, "Content-Length: 99") as client:
        client.settimeout(0.2)
        begun = time.monotonic()
        while not has_answer(client):
            assert time.monotonic() - begun < 16
            client.sendall(b"a")
        assert answer_to(client)[0] == 400


def has_answer(client: socket.socket) -> bool:
    try:
        return client.recv(1, socket.MSG_PEEK) != b""
    except TimeoutError:
        return False


def test_a_client_that_announces_too_much_and_waits_is_answered_soon(port: int) -> None:
    begun = time.monotonic()
    with begin(port, "Content-Length: 99999999999") as client:
        assert answer_to(client)[0] == 413
    assert time.monotonic() - begun < 5


def test_half_of_a_policy_is_no_policy(port: int) -> None:
    body = WHOLE.encode()
    with begin(port, f"Content-Length: {len(body) + 4}") as client:
        client.sendall(body)
        client.shutdown(socket.SHUT_WR)
        status, problem = answer_to(client)
    assert (status, problem["type"]) == (400, "/problems/bad-request")


@pytest.mark.alone
def test_clients_that_do_not_hang_up_hold_up_nobody(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(8):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert client.recv(4096).startswith(b"HTTP/1.1 200")
        begun = time.monotonic()
        for _ in range(4):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
                assert answer.status == 200
        assert time.monotonic() - begun < 1.5
