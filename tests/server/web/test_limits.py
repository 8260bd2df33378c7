import ipaddress
import signal
import time

import pytest
import redis
from flask.testing import FlaskClient

from server.settings import Proxies
from server.web.limits import caller
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import RedisServer, make_app

PROXY = "10.0.0.1"
PROXIES = Proxies((ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("2001:db8:1::/48")), by_socket=True)
LOOKUP = "/v1/lookup/a1b2c"


@pytest.mark.parametrize(
    ("address", "forwarded", "expected"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),  # no proxy of ours: what it says is its own
        (PROXY, [], PROXY),
        (PROXY, ["203.0.113.7"], "203.0.113.7"),
        (PROXY, ["198.51.100.1, 203.0.113.7"], "203.0.113.7"),  # the first was written by the caller
        (PROXY, ["198.51.100.1", "203.0.113.7"], "203.0.113.7"),
        (PROXY, ["203.0.113.7, 10.9.9.9 , 2001:db8:1::5"], "203.0.113.7"),
        (PROXY, ["10.9.9.9"], "10.9.9.9"),
        ("::ffff:10.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        (PROXY, ["203.0.113.7:4711"], "203.0.113.7"),
        (PROXY, ["[2001:db8::7]:4711"], "2001:db8::7"),
        (PROXY, ["2001:db8::7"], "2001:db8::7"),
        (PROXY, ["203.0.113.7, unknown"], PROXY),
        (PROXY, ["203.0.113.7, "], PROXY),
        (PROXY, ["203.0.113.7, \x00"], PROXY),
        (PROXY, ["1.2.3.4," * 100_000 + "203.0.113.7"], "203.0.113.7"),
        ("", ["203.0.113.7"], "203.0.113.7"),
    ],
)
def test_the_caller_is_the_last_that_is_no_proxy_of_ours(address: str, forwarded: list[str], expected: str) -> None:
    assert caller(address, forwarded, PROXIES) == expected


def test_without_proxies_the_header_is_ignored() -> None:
    assert caller("127.0.0.1", ["203.0.113.7"], Proxies()) == "127.0.0.1"
    assert caller("", ["203.0.113.7"], Proxies()) == ""


def limited(redis_url: str, **variables: str) -> FlaskClient:
    return make_app(
        redis_url, SMALLPRINT_LIMITS="summaries=2/day,domains=2/day,lookups=2/day", **variables
    ).test_client()


@pytest.mark.parametrize(
    "path", [LOOKUP, "/v1/domains/larkspur.example", "/v1/domains/larkspur.example/history", "/v1/domains/co.uk"]
)
def test_lookups_have_a_limit(redis_url: str, empty_redis: redis.Redis, path: str) -> None:
    client = limited(redis_url)
    statuses = [client.get(path).status_code for _ in range(4)]
    assert statuses == ([400] * 4 if path.endswith("co.uk") else [statuses[0]] * 2 + [429] * 2)


def test_one_caller_cannot_go_through_all_domains(redis_url: str, empty_redis: redis.Redis) -> None:
    client = make_app(redis_url, SMALLPRINT_LIMITS="domains=100/day").test_client()
    statuses = [client.get(f"/v1/domains/site-{number}.example").status_code for number in range(10_000)]
    assert statuses == [404] * 100 + [429] * 9_900
    assert empty_redis.dbsize() < 10


def test_a_forged_header_gives_no_other_budget(redis_url: str, empty_redis: redis.Redis) -> None:
    client = limited(redis_url)
    forged = [{"X-Forwarded-For": f"198.51.100.{number}"} for number in range(3)]
    assert [client.get(LOOKUP, headers=headers).status_code for headers in forged] == [200, 200, 429]


def test_behind_a_proxy_each_caller_has_its_own_budget(redis_url: str, empty_redis: redis.Redis) -> None:
    client = limited(redis_url, SMALLPRINT_PROXIES="127.0.0.1")
    for number in range(3):
        headers = {"X-Forwarded-For": f"198.51.100.1, 203.0.113.{number}"}
        assert [client.get(LOOKUP, headers=headers).status_code for _ in range(3)] == [200, 200, 429]


def test_a_summary_that_is_there_costs_nothing_and_a_refusal_does(redis_url: str, empty_redis: redis.Redis) -> None:
    client = limited(redis_url)
    texts = [WHOLE, WHOLE, WHOLE, "We collect your name.", "We collect your address.", WHOLE]
    statuses = [client.post("/v1/summaries", json={"text": text}).status_code for text in texts]
    assert statuses == [200, 200, 200, 422, 429, 200]


def test_a_user_on_the_own_machine_has_no_limit(redis_url: str, empty_redis: redis.Redis) -> None:
    client = limited(redis_url, SMALLPRINT_TRUST="self")
    assert [client.get(LOOKUP).status_code for _ in range(5)] == [200] * 5


def test_there_are_limits_without_redis() -> None:
    client = limited("unix:///no/such/socket")
    texts = [WHOLE, WHOLE, f"{WHOLE} One.", f"{WHOLE} Two.", WHOLE]
    statuses = [client.post("/v1/summaries", json={"text": text}).status_code for text in texts]
    assert statuses == [200, 200, 200, 429, 200]


@pytest.mark.alone
def test_nothing_waits_for_a_redis_that_hangs_more_than_once(own_redis: RedisServer) -> None:
    client = limited(own_redis.url)
    client.post("/v1/summaries", json={"text": WHOLE})
    own_redis.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    # The summary, the budget and the record: three things that are asked of the store.
    response = client.post("/v1/summaries", json={"text": WHOLE, "url": "https://larkspur.example/privacy"})
    assert response.status_code == 200
    assert response.headers["Cache-Status"] == "smallprint; fwd=bypass"
    assert time.monotonic() - begun < 1.5
    own_redis.process.send_signal(signal.SIGCONT)
