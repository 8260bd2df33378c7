import signal
import time

import pytest
import redis
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE
from tests.server.conftest import RedisServer, make_app
from tests.server.web.answered import summary_in

LONGEST_SECONDS = 2.0
LOOKUPS = ["/v1/summaries/none", "/v1/summaries/none/text", "/v1/domains/larkspur.example", "/readyz"]
SUBMISSION = {"text": WHOLE, "url": "https://larkspur.example/privacy"}


def test_a_service_with_its_store_is_alive_and_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "alive"}
    assert client.get("/readyz").json == {"status": "ready"}


def test_a_service_without_its_store_is_alive_and_not_ready(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    own_redis.stop()
    assert client.get("/healthz").status_code == 200
    for path in LOOKUPS:
        response = client.get(path)
        assert response.status_code == 503
        assert response.json["type"] == "/problems/store-away"
        assert int(response.headers["Retry-After"]) > 0


def test_a_service_without_its_store_still_summarises(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url, SMALLPRINT_TRUST="self").test_client()
    stored = client.post("/v1/summaries", json=SUBMISSION)
    own_redis.stop()
    bypassed = client.post("/v1/summaries", json=SUBMISSION)
    assert bypassed.status_code == 200
    assert summary_in(bypassed) == summary_in(stored)
    assert bypassed.headers["Cache-Status"] == "smallprint; fwd=bypass"


def test_a_service_whose_store_comes_back_is_as_before(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url, SMALLPRINT_TRUST="self").test_client()
    own_redis.stop()
    assert client.get("/readyz").status_code == 503
    own_redis.start()
    assert client.get("/readyz").status_code == 200
    assert client.post("/v1/summaries", json=SUBMISSION).headers["Cache-Status"] == "smallprint; fwd=miss; stored"
    assert client.get("/v1/domains/larkspur.example").status_code == 200


@pytest.mark.alone
def test_a_store_that_hangs_holds_up_nobody_for_long(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url, SMALLPRINT_TRUST="self").test_client()
    own_redis.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert client.post("/v1/summaries", json=SUBMISSION).status_code == 200
    assert time.monotonic() - begun < LONGEST_SECONDS
    begun = time.monotonic()
    assert client.get("/v1/domains/larkspur.example").status_code == 503
    assert time.monotonic() - begun < LONGEST_SECONDS


def test_a_service_whose_store_is_full_is_not_ready_until_there_is_room(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    with redis.Redis.from_url(own_redis.url) as redis_client:
        redis_client.config_set("maxmemory", "1")
        assert client.get("/readyz").json["type"] == "/problems/store-away"
        redis_client.config_set("maxmemory", "0")
    assert client.get("/readyz").status_code == 200


def test_a_store_that_is_full_still_answers(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url, SMALLPRINT_TRUST="self").test_client()
    client.post("/v1/summaries", json=SUBMISSION)
    with redis.Redis.from_url(own_redis.url) as redis_client:
        redis_client.config_set("maxmemory", "1")
    full = client.post("/v1/summaries", json={"text": WHOLE})
    assert (full.status_code, full.headers["Cache-Status"]) == (200, "smallprint; fwd=miss")
    assert client.post("/v1/summaries", json=SUBMISSION).headers["Cache-Status"] == "smallprint; hit"
    assert client.get("/v1/domains/larkspur.example").status_code == 200
