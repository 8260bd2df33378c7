import gzip

import pytest
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE


@pytest.fixture(
    params=["/v1/domains/larkspur.example", "/v1/summaries/{id}", "/v1/summaries/{id}/text", "/v1/practices"]
)
def path(request: pytest.FixtureRequest, users_client: FlaskClient) -> str:
    """Where something lies that is sent as it is kept."""
    made = users_client.post("/v1/summaries", json={"text": WHOLE, "url": "https://larkspur.example/privacy"})
    return request.param.format(id=made.json["id"])


@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8", "*"])
def test_whoever_takes_gzip_gets_it(users_client: FlaskClient, path: str, accepted: str) -> None:
    plain = users_client.get(path)
    packed = users_client.get(path, headers={"Accept-Encoding": accepted})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data)
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br"])
def test_nobody_else_gets_it(users_client: FlaskClient, path: str, accepted: str) -> None:
    plain = users_client.get(path, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in plain.headers
    assert plain.data == users_client.get(path).data


@pytest.mark.parametrize("known", ["{tag}", '"other", {tag}', "*"])
def test_whoever_has_it_gets_nothing_but_the_headers(users_client: FlaskClient, path: str, known: str) -> None:
    tag = users_client.get(path).headers["ETag"]
    for accepted in ("", "gzip"):
        headers = {"If-None-Match": known.format(tag=tag), "Accept-Encoding": accepted}
        unchanged = users_client.get(path, headers=headers)
        assert unchanged.status_code == 304
        assert unchanged.data == b""
        assert unchanged.headers["ETag"] == tag
        assert "Content-Encoding" not in unchanged.headers
    assert users_client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_words_are_not_the_json_that_is_kept(users_client: FlaskClient) -> None:
    made = users_client.post("/v1/summaries", json={"text": WHOLE})
    headers = {"Accept": "text/plain", "Accept-Encoding": "gzip"}
    words = users_client.get(f"/v1/summaries/{made.json['id']}", headers=headers)
    assert "Content-Encoding" not in words.headers
    assert made.json["badges"][0]["label"] in words.text
