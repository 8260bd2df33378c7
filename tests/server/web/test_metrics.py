"""What is counted, and who may read it."""

import re
from collections.abc import Callable

import pytest
import redis
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from server.web.problems import Problem
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import RedisServer, make_app

TERMS = "These terms of service govern your use of the site. " * 60


def read(client: FlaskClient) -> dict[tuple[str, ...], float]:
    """All figures, by name and values of labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
        if not sample.name.endswith("_created")
    }


def added(client: FlaskClient, do: Callable[[], object]) -> dict[tuple[str, ...], float]:
    """What `do` adds to the figures."""
    before = read(client)
    do()
    after = read(client)
    return {key: value - before.get(key, 0.0) for key, value in after.items() if value != before.get(key, 0.0)}


def test_a_request_is_counted_by_route_method_and_class_of_status(client: FlaskClient) -> None:
    figures = added(client, lambda: client.get("/v1/domains/larkspur.example"))
    key = ("smallprint_request_duration_seconds_count", "GET", "/v1/domains/<domain>", "4xx")
    assert sorted_labels(figures)[tuple(sorted(key))] == 1


def sorted_labels(figures: dict[tuple[str, ...], float]) -> dict[tuple[str, ...], float]:
    return {tuple(sorted(key)): value for key, value in figures.items()}


@pytest.mark.parametrize("path", ["/larkspur.example", "/v1/nothing/larkspur.example", "/%00", "/static/../x"])
def test_paths_that_are_no_routes_are_one(client: FlaskClient, path: str) -> None:
    figures = added(client, lambda: client.get(path))
    assert {key[1:] for key in figures if key[0].endswith("seconds_count")} <= {
        ("GET", "other", "4xx"),
        ("GET", "/static/<path:filename>", "4xx"),
        ("GET", "/metrics", "2xx"),
    }
    assert not any("larkspur" in label for key in figures for label in key)


def test_methods_that_nobody_knows_are_one(client: FlaskClient) -> None:
    figures = added(client, lambda: (client.open("/x", method="BREW"), client.open("/y", method="LARKSPUR")))
    assert figures["smallprint_request_duration_seconds_count", "other", "other", "4xx"] == 2


def test_what_the_store_had_to_do_with_it_is_counted(users_client: FlaskClient) -> None:
    def ask() -> None:
        users_client.get("/v1/domains/larkspur.example")
        sent = {"text": WHOLE, "url": "https://larkspur.example/privacy"}
        summary = users_client.post("/v1/summaries", json=sent).json["id"]
        users_client.post("/v1/summaries", json=sent)
        users_client.get("/v1/domains/larkspur.example")
        users_client.get(f"/v1/summaries/{summary}")
        users_client.get(f"/v1/summaries/{summary}/text")
        users_client.get("/v1/summaries/none/text")

    figures = added(users_client, ask)
    assert {key[1:]: value for key, value in figures.items() if key[0] == "smallprint_cache_requests_total"} == {
        ("record", "miss"): 1,
        ("record", "hit"): 1,
        ("summary", "stored"): 1,
        ("summary", "hit"): 2,
        ("text", "hit"): 1,
        ("text", "miss"): 1,
    }


def test_refusals_and_analyses_are_counted(client: FlaskClient) -> None:
    def ask() -> None:
        client.post("/v1/summaries", json={"text": TERMS})
        client.post("/v1/summaries", json={"text": 7})
        client.get("/healthz", headers={"Host": "larkspur.example"})
        client.post("/v1/summaries", json={"text": WHOLE})
        client.get("/no-such-route")

    figures = added(client, ask)
    assert {key[1]: value for key, value in figures.items() if key[0] == "smallprint_refusals_total"} == {
        "not-a-policy": 1,
        "bad-request": 1,
        "forbidden-origin": 1,
        "404": 1,
    }
    counts = {key[1]: value for key, value in figures.items() if key[0] == "smallprint_analysis_duration_seconds_count"}
    assert counts == {"refused": 1, "summarised": 1}


def test_a_store_that_is_away_is_seen(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    assert read(client)["smallprint_store_up",] == 1
    own_redis.stop()
    figures = added(client, lambda: client.post("/v1/summaries", json={"text": WHOLE}))
    assert read(client)["smallprint_store_up",] == 0
    assert figures["smallprint_cache_requests_total", "summary", "bypass"] == 1
    assert figures["smallprint_store_failures_total", "ConnectionError"] >= 1


def test_no_label_holds_what_was_sent(users_client: FlaskClient) -> None:
    for path in ("/v1/domains/larkspur.example", "/larkspur", "/v1/summaries/larkspur", "/problems/larkspur"):
        users_client.get(path)
    users_client.open("/healthz", method="LARKSPUR", headers={"Host": "larkspur.example"})
    users_client.post("/v1/summaries", json={"text": WHOLE, "url": "https://larkspur.example/privacy"})
    assert "larkspur" not in users_client.get("/metrics").text.lower()


def test_every_problem_that_can_be_counted_is_a_type_or_a_status(client: FlaskClient) -> None:
    client.get("/no-such-route")
    known = {problem.name for problem in Problem.__subclasses__()}
    counted = {key[1] for key in read(client) if key[0] == "smallprint_refusals_total"}
    assert counted
    assert all(reason in known or re.fullmatch(r"[45]\d\d", reason) for reason in counted)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_read_them(client: FlaskClient, address: str) -> None:
    assert client.get("/metrics", environ_base={"REMOTE_ADDR": address}).status_code == 200


@pytest.mark.parametrize("address", ["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", "", "localhost"])
def test_strangers_may_not(client: FlaskClient, address: str) -> None:
    response = client.get("/metrics", environ_base={"REMOTE_ADDR": address})
    assert (response.status_code, response.json["type"]) == (403, "/problems/forbidden-origin")


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_nobody_may_through_a_proxy_which_sits_on_this_machine_for_all(client: FlaskClient, name: str) -> None:
    assert client.get("/metrics", headers={name: "127.0.0.1"}).status_code == 403


def test_the_networks_are_those_of_the_settings(redis_url: str, empty_redis: redis.Redis) -> None:
    client = make_app(redis_url, SMALLPRINT_METRICS="192.0.2.0/24,2001:db8::7").test_client()
    answers = {
        address: client.get("/metrics", environ_base={"REMOTE_ADDR": address}).status_code
        for address in ("192.0.2.9", "::ffff:192.0.2.9", "2001:db8::7", "2001:db8::8", "192.0.3.1", "127.0.0.1")
    }
    assert list(answers.values()) == [200, 200, 200, 403, 403, 403]


def test_a_strange_name_gets_none(client: FlaskClient) -> None:
    assert client.get("/metrics", headers={"Host": "evil.example"}).status_code == 403
