import gzip
from hashlib import sha256

import pytest
import redis
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE

HASH = sha256(b"larkspur.example").hexdigest()


def submit(client: FlaskClient, host: str = "www.larkspur.example") -> None:
    assert client.post("/v1/summaries", json={"text": WHOLE, "url": f"https://{host}/privacy"}).status_code == 200


@pytest.mark.parametrize("prefix", [HASH[:5], HASH[:5].upper()])
def test_a_site_is_found_without_being_named(users_client: FlaskClient, prefix: str) -> None:
    submit(users_client)
    badges = users_client.get("/v1/domains/larkspur.example").json["documents"][0]["summary"]["badges"]
    answer = users_client.get(f"/v1/lookup/{prefix}").json
    assert answer["prefix"] == HASH[:5]
    assert answer["records"] == [
        {
            "hash": HASH,
            "warnings": sum(badge["level"] == "warning" for badge in badges),
            "badges": sorted({f"{badge['practice']}:{badge['stance']}" for badge in badges}),
        }
    ]
    assert answer["records"][0]["warnings"] > 0


@pytest.mark.parametrize("prefix", ["", "a1b2", "a1b2c3", "a1b2g", "a1b2 ", "٠1234", "%00%00%00%00%00", HASH])
def test_what_is_no_prefix_is_a_problem(client: FlaskClient, prefix: str) -> None:
    response = client.get(f"/v1/lookup/{prefix}")
    assert response.status_code == (400 if prefix else 404)
    assert response.is_json
    assert "records" not in response.json


def test_its_length_does_not_tell_what_is_in_it(users_client: FlaskClient) -> None:
    submit(users_client)
    found, nothing = (users_client.get(f"/v1/lookup/{prefix}").data for prefix in (HASH[:5], "00000"))
    assert len(found) == len(nothing) == 4096
    assert abs(len(gzip.compress(found)) - len(gzip.compress(nothing))) < 600  # nor, by much, if a proxy compresses it


def test_it_is_the_same_for_every_caller_and_any_cache_may_keep_it(
    client: FlaskClient, users_client: FlaskClient, empty_redis: redis.Redis
) -> None:
    first, second = (
        client.get("/v1/lookup/a1b2c"),
        users_client.get("/v1/lookup/a1b2c", headers={"Accept": "text/plain"}),
    )
    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, max-age=3600, no-transform"
    assert client.get("/v1/lookup/a1b2c", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert "Set-Cookie" not in first.headers


def test_what_is_forgotten_is_not_found(users_client: FlaskClient, empty_redis: redis.Redis) -> None:
    submit(users_client)
    empty_redis.delete(*empty_redis.keys("*:record:*"))
    assert users_client.get(f"/v1/lookup/{HASH[:5]}").json["records"] == []
