"""Bodies over a real connection, where a server that does not listen resets the line."""

import http.client
import json
from collections.abc import Iterator

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
