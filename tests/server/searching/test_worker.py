"""Searches and re-readings, from the request to the record, by a real worker on a real Redis."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import redis
from flask.testing import FlaskClient

from server.searching.worker import Searcher
from server.settings import Settings
from server.store import queue
from server.store.queue import Line
from server.store.store import Store
from tests.server.conftest import RedisServer, make_app
from tests.server.fetch.sites import http, redirect
from tests.server.searching.web import DOMAIN, HOME, POLICY, Pages, Web, footer, link, on_the_web
from tests.server.searching.working import working

OWN = f"https://{DOMAIN}"
PRIVACY = f"{OWN}/privacy"
RECORD = f"/v1/domains/{DOMAIN}"
SITE: Pages = {HOME: footer(link("/privacy")), PRIVACY: POLICY}
SELLS = POLICY.replace("We do not sell your personal information", "We sell your personal information")
TAG = '"v1"'


@pytest.fixture(scope="module")
def whole_web(redis_url: str) -> Iterator[Web]:
    """A web on which one worker searches for all tests."""
    with on_the_web(SITE) as web, working(web, redis_url):
        yield web


@pytest.fixture
def web(whole_web: Web, empty_redis: redis.Redis) -> Web:
    """That web as it was at first."""
    whole_web.serve(SITE)
    return whole_web


@pytest.fixture
def searcher(redis_url: str, web: Web) -> Searcher:
    settings = Settings.from_env({"REDIS_URL": redis_url})
    return Searcher(Store(settings), web.fetcher(), lambda: datetime.now(UTC))


def wait_until(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + 60
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def search(client: FlaskClient, redis_url: str, domain: str = DOMAIN) -> Any:
    """Have the domain searched for, as if an hour had passed since it last was; return what is told of it then."""
    store = Store(Settings.from_env({"REDIS_URL": redis_url}))
    store.searches.forget(domain)
    assert client.post(f"/v1/domains/{domain}/refresh").status_code == 202
    wait_for_end(store, domain)
    return client.get(f"/v1/domains/{domain}").json


def wait_for_end(store: Store, domain: str = DOMAIN) -> None:
    wait_until(lambda: (found := store.searches.get(domain)) and found.state in ("done", "failed"))


def read_again(searcher: Searcher, client: FlaskClient) -> Any:
    """Have the worker read again what is due, as all is; return the one document on record."""
    make_all_due(searcher)
    searcher.store.searches.forget(DOMAIN)
    searcher.queue_due()
    wait_for_end(searcher.store)
    (document,) = client.get(RECORD).json["documents"]
    return document


def make_all_due(searcher: Searcher) -> None:
    searcher.store.records._due.put(DOMAIN, datetime.fromtimestamp(0, UTC))


def test_a_refresh_makes_a_record(web: Web, client: FlaskClient, redis_url: str, empty_redis: redis.Redis) -> None:
    (document,) = search(client, redis_url)["documents"]
    assert document["url"] == PRIVACY
    assert document["provenance"] == {
        "how": "home-page",
        "detail": "Read where the home page of larkspur.example links to its privacy policy.",
        "linked_from": HOME,
    }
    summary = client.get(f"/v1/summaries/{document['summary']['id']}")
    assert summary.json == document["summary"]
    text = client.get(f"/v1/summaries/{document['summary']['id']}/text").text
    quote = document["summary"]["findings"][0]["evidence"][0]
    assert text[quote["start"] : quote["end"]] == quote["quote"]
    wait_until(lambda: not list(empty_redis.scan_iter("rq:job:*")))


def test_a_policy_that_changed_is_told_badge_by_badge(web: Web, client: FlaskClient, redis_url: str) -> None:
    search(client, redis_url)
    web.pages[PRIVACY] = SELLS
    (document,) = search(client, redis_url)["documents"]
    history = client.get(f"{RECORD}/history").json["changes"]
    (change,) = [change for change in history if change["practice"] == "sells-data"]
    assert (change["was"]["stance"], change["now"]["stance"]) == ("does-not", "does")
    assert change["old_quote"] == "We do not sell your personal information to third parties."
    assert change["new_quote"] == "We sell your personal information to third parties."
    assert change["url"] == document["url"]


def test_a_policy_that_moved_is_the_same_policy(web: Web, client: FlaskClient, redis_url: str) -> None:
    search(client, redis_url)
    web.serve({HOME: footer(link("/legal/privacy")), f"{OWN}/legal/privacy": SELLS, PRIVACY: POLICY})
    (document,) = search(client, redis_url)["documents"]
    assert document["url"] == f"{OWN}/legal/privacy"
    changed = {change["practice"] for change in client.get(f"{RECORD}/history").json["changes"]}
    assert "sells-data" in changed


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ({}, "Its home page could not be read: The site answers 404 Not Found."),
        ({HOME: http("", "403 Forbidden", cf_mitigated="challenge")}, "asks whether its reader is a robot"),
        ({HOME: "<div id=root></div><script src=/app.js></script>"}, "only drawn by its scripts"),
        ({HOME: footer()}, "Its home page names no privacy policy, and none lies where most sites have it."),
        (
            {HOME: footer(link("/privacy")), PRIVACY: "<p>Wir erheben Ihre Daten, wenn Sie sich anmelden.</p>" * 40},
            "German",
        ),
        ({HOME: footer(link("/privacy")), PRIVACY: redirect("https://policies.example/")}, "could not be used"),
    ],
)
def test_why_there_is_no_record_is_told(
    web: Web, client: FlaskClient, redis_url: str, pages: Pages, reason: str
) -> None:
    web.serve(pages)
    problem = search(client, redis_url)
    assert problem["type"] == "/problems/unknown-domain"
    assert "A policy of larkspur.example was looked for on" in problem["detail"]
    assert reason in problem["detail"]


# Reading again what is known, which nobody asked for.


def unchanged(head: str) -> bytes:
    if f"If-None-Match: {TAG}" in head:
        return http(b"", "304 Not Modified", etag=TAG)
    return http(POLICY, etag=TAG)


def test_a_policy_that_has_not_changed_is_not_read_again(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    web.pages[PRIVACY] = unchanged
    (before,) = search(client, redis_url)["documents"]
    web.asked.clear()
    after = read_again(searcher, client)
    assert web.asked == [f"{OWN}/robots.txt", PRIVACY]
    assert after.pop("checked_at") >= before["read_at"]
    assert after == before


def test_a_policy_that_changed_unasked_is_read_again(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    web.pages[PRIVACY] = unchanged
    search(client, redis_url)
    web.pages[PRIVACY] = SELLS
    read_again(searcher, client)
    changed = {change["practice"] for change in client.get(f"{RECORD}/history").json["changes"]}
    assert "sells-data" in changed


def test_a_policy_that_is_gone_stays_on_record_with_that_said(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    (before,) = search(client, redis_url)["documents"]
    web.serve({HOME: footer()})
    since = read_again(searcher, client)["missing_since"]
    assert since >= before["read_at"]
    assert read_again(searcher, client) == before | {"missing_since": since}
    web.serve(SITE)
    assert "missing_since" not in read_again(searcher, client)


def test_what_a_policy_has_been_missing_for_ends_where_the_site_says_that_it_is_the_same(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    web.pages[PRIVACY] = unchanged
    search(client, redis_url)
    web.serve({})
    assert "missing_since" in read_again(searcher, client)
    web.serve({**SITE, PRIVACY: unchanged})
    assert "missing_since" not in read_again(searcher, client)


def test_robots_txt_is_obeyed_where_nobody_asked(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    web.pages[PRIVACY] = unchanged
    web.pages[f"{OWN}/robots.txt"] = http("User-agent: *\nDisallow: /\n", content_type="text/plain")
    search(client, redis_url)
    web.asked.clear()
    assert "missing_since" in read_again(searcher, client)
    assert {address.rpartition("/")[2] for address in web.asked} == {"robots.txt"}


def test_a_record_is_due_when_the_site_says_so(
    web: Web, client: FlaskClient, redis_url: str, searcher: Searcher
) -> None:
    for header, days in (("max-age=60", 1), ("max-age=259200", 3), ("public, max-age=31536000", 7), ("no-cache", 1)):
        web.pages[PRIVACY] = http(POLICY, cache_control=header)
        search(client, redis_url)
        left = next(score for key in due(redis_url) for _, score in key) - time.time()
        assert days * 86400 - 120 < left <= days * 86400


def due(redis_url: str) -> list[list[tuple[bytes, float]]]:
    with redis.Redis.from_url(redis_url) as client:
        return [client.zrange(key, 0, -1, withscores=True) for key in client.scan_iter("smallprint:due:*")]


# What else can happen to a worker.


def test_a_search_that_takes_too_long_is_given_up(
    web: Web, client: FlaskClient, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()
    web.pages[HOME] = lambda _: http(str(done.wait(20)))
    monkeypatch.setattr(queue, "JOB_SECONDS", 1)
    begun = time.monotonic()
    assert "took too long" in search(client, redis_url)["detail"]
    assert time.monotonic() - begun < 15
    done.set()
    web.serve(SITE)
    assert search(client, redis_url)["documents"]


def children(process: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_a_search_that_kills_its_process_kills_nothing_else(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    held = Event()
    with on_the_web({**SITE, HOME: lambda _: http(str(held.wait(20)))}) as web, working(web, own_redis.url) as worker:
        client.post(f"{RECORD}/refresh")
        wait_until(lambda: web.asked)
        (searching,) = children(worker.pid)
        os.kill(searching, signal.SIGKILL)
        wait_until(lambda: "that is this server's fault" in client.get(RECORD).json["detail"])
        held.set()
        web.serve(SITE)
        assert search(client, own_redis.url)["documents"]


def test_a_worker_that_is_told_to_end_puts_back_what_it_does(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    held = Event()
    with on_the_web({**SITE, HOME: lambda _: http(str(held.wait(20)))}) as web:
        with working(web, own_redis.url) as worker:
            client.post(f"{RECORD}/refresh")
            wait_until(lambda: web.asked)
            (searching,) = children(worker.pid)
            worker.terminate()
            assert worker.wait(20) == 0
            assert not Path(f"/proc/{searching}").exists()
        held.set()
        web.serve(SITE)
        with working(web, own_redis.url):
            assert wait_until(lambda: client.get(RECORD).json.get("documents"))


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_an_idle_worker_ends_at_once(web: Web, redis_url: str, signum: int) -> None:
    with working(web, redis_url) as worker:
        wait_until(lambda: is_idle(redis_url, worker.pid))
        worker.send_signal(signum)
        assert worker.wait(10) == 0


def is_idle(redis_url: str, pid: int) -> bool:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        entries = [client.hgetall(key) for key in client.scan_iter("rq:worker:*", _type="hash")]
    return any(entry.get("pid") == str(pid) and entry.get("state") == "idle" for entry in entries)


def test_a_worker_waits_for_a_redis_that_is_away(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    own_redis.stop()
    with on_the_web(SITE) as web, working(web, own_redis.url) as worker:
        time.sleep(2)
        own_redis.start()
        assert search(client, own_redis.url)["documents"]
        own_redis.stop()
        time.sleep(2)
        own_redis.start()  # with nothing in it
        assert search(client, own_redis.url)["documents"]
        assert worker.poll() is None


def test_a_worker_sees_by_itself_what_is_due_and_two_do_it_once(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    with on_the_web(SITE) as web:
        with working(web, own_redis.url):
            search(client, own_redis.url)
        store = Store(Settings.from_env({"REDIS_URL": own_redis.url}))
        store.records._due.put(DOMAIN, datetime.fromtimestamp(0, UTC))
        store.searches.forget(DOMAIN)
        web.asked.clear()
        with working(web, own_redis.url) as one, working(web, own_redis.url) as other:
            wait_for_end(store)
            wait_until(lambda: is_idle(own_redis.url, one.pid) and is_idle(own_redis.url, other.pid))
            assert web.asked.count(HOME) == 1


def test_words_of_an_error_are_neither_logged_nor_kept(
    redis_url: str, searcher: Searcher, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def fetch(self, url: str) -> None:
            raise ValueError(f"secret words of {url}")

    Searcher(searcher.store, Broken(), searcher.clock).work_on(DOMAIN, Line.ASKED)  # type: ignore[arg-type]
    assert "ValueError at " in caplog.text
    assert "secret" not in caplog.text
    assert DOMAIN not in caplog.text
    assert "secret" not in client.get(RECORD).text
