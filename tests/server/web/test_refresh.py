"""A search for a site's policy, as it is asked for. What becomes of it is in tests/server/searching."""

from datetime import timedelta

import pytest
import redis
from flask.testing import FlaskClient

from server.store import queue
from server.store.queue import Line, Queue
from server.store.searches import Search, Searches, SearchState
from server.store.servers import connect
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import NOON, make_app

REFRESH = "/v1/domains/larkspur.example/refresh"
POLICY = {"text": WHOLE, "url": "https://www.larkspur.example/privacy"}


def waiting(redis_url: str, line: Line = Line.ASKED) -> int:
    return Queue(redis_url).waiting(line)


def test_a_search_that_is_asked_for_waits_in_the_queue(client: FlaskClient, redis_url: str) -> None:
    response = client.post(REFRESH)
    assert response.status_code == 202
    assert response.headers["Location"] == "/v1/domains/larkspur.example"
    assert response.json == {
        "domain": "larkspur.example",
        "state": "queued",
        "asked_at": "2026-11-22T12:00:00Z",
        "again_at": "2026-11-22T13:00:00Z",
    }
    assert waiting(redis_url) == 1
    assert "is being looked for" in client.get("/v1/domains/larkspur.example").json["detail"]


@pytest.mark.parametrize(
    "host",
    [
        *("larkspur.example", "WWW.Larkspur.Example", "larkspur.example.", "shop.larkspur.example"),
        *("bücher.example", "BÜCHER.example", "xn--bcher-kva.example"),
        *("a.b.co.uk", "b.co.uk", "alice.github.io", "www.alice.github.io"),
    ],
)
def test_a_domain_is_the_same_however_it_is_written(client: FlaskClient, redis_url: str, host: str) -> None:
    domain = client.post(f"/v1/domains/{host}/refresh").json["domain"]
    assert domain in {"larkspur.example", "xn--bcher-kva.example", "b.co.uk", "alice.github.io"}
    client.post(f"/v1/domains/{domain}/refresh")
    assert waiting(redis_url) == 1


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "0x7f.1", "2130706433", "127.1", "[::1]", "::1", "localhost", "com", "co.uk", "github.io"),
        *(
            "user@larkspur.example",
            "larkspur.example:443",
            "larkspur..example",
            "lark spur.example",
            "%00",
            "-a.example",
        ),
    ],
)
def test_what_is_no_sites_name_is_not_looked_for(client: FlaskClient, empty_redis: redis.Redis, host: str) -> None:
    assert client.post(f"/v1/domains/{host}/refresh").status_code == 400
    assert empty_redis.keys() == []


def test_once_an_hour_a_domain(client: FlaskClient, redis_url: str, empty_redis: redis.Redis) -> None:
    client.post(REFRESH)
    Searches(connect(redis_url)).put("larkspur.example", Search(SearchState.FAILED, NOON, "It is away."))
    empty_redis.expire("smallprint:search-begun:{larkspur.example}", 1200)
    again = client.post(REFRESH)
    assert (again.status_code, again.json["state"]) == (202, "failed")
    assert again.json["asked_at"] == "2026-11-22T11:20:00Z"
    assert again.json["again_at"] == "2026-11-22T12:20:00Z"
    assert waiting(redis_url) == 1


def test_a_full_queue_takes_no_more_and_says_so(
    client: FlaskClient, redis_url: str, empty_redis: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MAX_WAITING", 2)
    hosts = [f"site-{number}.example" for number in range(4)]
    answers = [client.post(f"/v1/domains/{host}/refresh") for host in hosts]
    assert [answer.status_code for answer in answers] == [202, 202, 429, 429]
    assert answers[3].headers["Retry-After"] == "60"
    assert waiting(redis_url) == 2
    # Nothing is said to be looked for that is not, and it may be asked for again at once.
    assert "No policy has been read" in client.get(f"/v1/domains/{hosts[3]}").json["detail"]
    monkeypatch.setattr(queue, "MAX_WAITING", 3)
    assert client.post(f"/v1/domains/{hosts[3]}/refresh").status_code == 202


def test_one_caller_cannot_have_ten_thousand_sites_looked_at(redis_url: str, empty_redis: redis.Redis) -> None:
    client = make_app(redis_url, SMALLPRINT_LIMITS="searches=20/day").test_client()
    statuses = [client.post(f"/v1/domains/site-{number}.example/refresh").status_code for number in range(10_000)]
    assert statuses == [202] * 20 + [429] * 9_980
    assert waiting(redis_url) == 20
    assert empty_redis.dbsize() < 100


def test_a_submission_has_the_site_looked_at_where_nothing_is_known_of_it(
    client: FlaskClient, redis_url: str, empty_redis: redis.Redis
) -> None:
    for _ in range(3):
        client.post("/v1/summaries", json=POLICY)
    assert (waiting(redis_url), waiting(redis_url, Line.UNASKED)) == (0, 1)


def test_a_submission_has_no_site_looked_at_that_was_a_week_ago(
    client: FlaskClient, redis_url: str, empty_redis: redis.Redis
) -> None:
    searches = Searches(connect(redis_url))
    searches.put("larkspur.example", Search(SearchState.FAILED, NOON - timedelta(days=6), "It is away."))
    client.post("/v1/summaries", json=POLICY)
    assert waiting(redis_url, Line.UNASKED) == 0
    searches.put("larkspur.example", Search(SearchState.FAILED, NOON - timedelta(days=8), "It is away."))
    client.post("/v1/summaries", json=POLICY)
    assert waiting(redis_url, Line.UNASKED) == 1


@pytest.mark.parametrize("state", [SearchState.QUEUED, SearchState.READING])
def test_a_search_that_was_lost_is_begun_again_a_day_later(
    client: FlaskClient, redis_url: str, empty_redis: redis.Redis, state: SearchState
) -> None:
    searches = Searches(connect(redis_url))
    searches.put("larkspur.example", Search(state, NOON - timedelta(hours=23)))
    client.post("/v1/summaries", json=POLICY)
    assert waiting(redis_url, Line.UNASKED) == 0
    searches.put("larkspur.example", Search(state, NOON - timedelta(hours=25)))
    client.post("/v1/summaries", json=POLICY)
    assert waiting(redis_url, Line.UNASKED) == 1


def test_submissions_have_as_many_sites_looked_at_as_one_may_ask_for(redis_url: str, empty_redis: redis.Redis) -> None:
    client = make_app(redis_url, SMALLPRINT_LIMITS="searches=2/day").test_client()
    urls = [f"https://site-{number}.example/privacy" for number in range(5)]
    assert {client.post("/v1/summaries", json=POLICY | {"url": url}).status_code for url in urls} == {200}
    assert waiting(redis_url, Line.UNASKED) == 2


def test_where_submissions_are_trusted_they_have_nothing_looked_at(users_client: FlaskClient, redis_url: str) -> None:
    users_client.post("/v1/summaries", json=POLICY)
    assert waiting(redis_url, Line.UNASKED) == 0


def test_without_a_queue_a_search_cannot_be_asked_for() -> None:
    client = make_app("redis+cluster://127.0.0.1:1").test_client()
    assert client.post(REFRESH).status_code == 503
