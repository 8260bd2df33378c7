"""Policies that are read from their address."""

import itertools
import time
from collections.abc import Callable
from threading import Event, Thread

import pytest
import redis
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE
from tests.server.conftest import make_app
from tests.server.fetch.sites import NAME, Answer, Site, fetcher_of, http, path_of, redirect, serving
from tests.server.web.answered import summary_in

PAGE = f"<h1>Privacy Policy</h1><p>{WHOLE}</p><p><a href='/delete?me=1'>Delete your account</a></p>"
HOME = "https://larkspur.example/"

Ask = Callable[..., FlaskClient]


@pytest.fixture
def ask(redis_url: str, empty_redis: redis.Redis) -> Ask:
    def asking(*sites: Site, **settings: str) -> FlaskClient:
        return make_app(redis_url, fetcher_of(*sites), **settings).test_client()

    return asking


def test_a_policy_is_read_from_its_address(ask: Ask) -> None:
    with serving(lambda _: http(PAGE)) as site:
        response = ask(site).post("/v1/summaries", json={"url": site.url("/privacy?id=7#top")})
        assert response.status_code == 200
        assert response.json["document"]["title"] == "Privacy Policy"
        assert response.headers["Link"] == f'<{site.url("/privacy?id=7")}>; rel="via"'
        assert response.headers["Cache-Status"] == "smallprint; fwd=miss; stored"
        assert "fetch;dur=" in response.headers["Server-Timing"]


def test_a_page_has_the_same_summary_whoever_reads_it(ask: Ask) -> None:
    with serving(lambda _: http(PAGE)) as site:
        client = ask(site)
        read = client.post("/v1/summaries", json={"url": site.url("/privacy?id=7")})
        sent = client.post("/v1/summaries", json={"url": site.url("/privacy?id=7"), "html": PAGE})
        assert summary_in(read) == summary_in(sent)
        assert sent.headers["Cache-Status"] == "smallprint; hit"
        assert "Link" not in sent.headers
        assert len(site.heads) == 1


def test_links_are_those_of_the_page_at_the_end(ask: Ask) -> None:
    def answer(head: str) -> bytes:
        return redirect("/legal/privacy") if path_of(head) == "/" else http(PAGE)

    with serving(answer) as site:
        response = ask(site).post("/v1/summaries", json={"url": site.url("/")})
        assert response.headers["Link"] == f'<{site.url("/legal/privacy")}>; rel="via"'
        direct = ask(site).post("/v1/summaries", json={"html": PAGE, "url": site.url("/legal/privacy")})
        assert response.json["id"] == direct.json["id"]


def test_plain_text_is_read(ask: Ask) -> None:
    with serving(lambda _: http(f"Privacy Policy\f\n\n{WHOLE}", content_type="text/plain")) as site:
        response = ask(site).post("/v1/summaries", json={"url": site.url(), "title": "Of Larkspur"})
        assert response.json["document"]["title"] == "Of Larkspur"


@pytest.mark.parametrize(("trust", "status"), [("verify", 404), ("self", 200)])
def test_only_a_server_that_trusts_its_user_records_what_he_had_read(ask: Ask, trust: str, status: int) -> None:
    with serving(lambda _: http(PAGE)) as site:
        client = ask(site, SMALLPRINT_TRUST=trust)
        assert client.post("/v1/summaries", json={"url": site.url()}).status_code == 200
        assert client.get(f"/v1/domains/{NAME}").status_code == status


PROBLEMS: dict[str, tuple[Answer, int, str, str]] = {
    "not found": (lambda _: http("Gone.", "404 Not Found"), 422, "unreachable", "The site answers 404 Not Found."),
    "inside": (lambda _: redirect("http://169.254.169.254/"), 422, "refused-address", "the local link"),
    "an odd port": (lambda _: redirect(HOME.replace("e/", "e:22/")), 422, "refused-address", "Port 22"),
    "too long": (lambda _: http(b"a " * 1_100_000), 413, "too-large", "2,097,152 bytes"),
    "too long a text": (lambda _: http(b"a " * 600_000), 413, "too-large", "1,000,000 characters"),
    "a picture": (lambda _: http(b"GIF89a", content_type="image/gif"), 415, "unsupported-media-type", "neither HTML"),
    "a wall": (lambda _: http("", "403 Forbidden", cf_mitigated="challenge"), 422, "bot-wall", "robot"),
    "a wall, as if well": (
        lambda _: http("<title>Just a moment...</title><p>Verifying you are human."),
        422,
        "bot-wall",
        "robot",
    ),
    "scripts": (
        lambda _: http("<div id=root></div><noscript>Please enable JavaScript.</noscript>"),
        422,
        "script-only",
        "scripts",
    ),
    "scripts alone": (lambda _: http("<div id=root></div><script src=a.js></script>"), 422, "script-only", "scripts"),
    "a few words": (lambda _: http("<p>We collect your name."), 422, "too-short", "words"),
    "another page": (
        lambda _: http("<p>" + "The lamp is of walnut and costs 89 euros. " * 20),
        422,
        "not-a-policy",
        "",
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_what_cannot_be_read_is_told_and_not_kept(ask: Ask, empty_redis: redis.Redis, case: str) -> None:
    answer, status, name, words = PROBLEMS[case]
    with serving(answer) as site:
        response = ask(site).post("/v1/summaries", json={"url": site.url()})
        assert (response.status_code, response.json["type"]) == (status, f"/problems/{name}")
        assert words in response.json["detail"]
        assert "Link" not in response.headers
        assert empty_redis.dbsize() == 0


REFUSED = {
    "http://127.0.0.1/": "the machine itself",
    "http://[::ffff:127.0.0.1]/": "other uses",
    "http://2130706433/": "is a number",
    "http://0x7f.1/": "is a number",
    "http://169.254.169.254/latest/meta-data/": "the local link",
    "https://larkspur.example:6379/": "Port 6379",
    "https://user:secret@larkspur.example/": "user's name",
}


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_public_site_is_refused(ask: Ask, url: str) -> None:
    response = ask().post("/v1/summaries", json={"url": url})
    assert (response.status_code, response.json["type"]) == (422, "/problems/refused-address")
    assert REFUSED[url] in response.json["detail"]


@pytest.mark.parametrize("url", ["ftp://larkspur.example/", "https://a b.example/", HOME + "\r\nX: 1"])
def test_what_is_no_address_is_no_request(ask: Ask, url: str) -> None:
    response = ask().post("/v1/summaries", json={"url": url})
    assert (response.status_code, response.json["type"]) == (400, "/problems/bad-request")


@pytest.mark.parametrize(
    "location", ["/%0d%0aX-Evil:%201", "/\u2028", '/">;rel="x', "/\xfc?a=<b>", "//larkspur.example:{port}/\x85"]
)
def test_a_redirect_adds_nothing_to_our_headers(ask: Ask, location: str) -> None:
    def answer(head: str) -> bytes:
        return redirect(location.format(port=site.port)) if path_of(head) == "/" else http(PAGE)

    with serving(answer) as site:
        response = ask(site).post("/v1/summaries", json={"url": site.url("/")})
        assert "X-Evil" not in response.headers
        if response.status_code == 200:
            link = response.headers["Link"]
            assert link.startswith(f"<{site.url('/')}")
            assert link.endswith('>; rel="via"')
            assert link.count(">") == link.count("<") == 1
        else:
            assert response.json["type"] == "/problems/refused-address"


def test_slow_sites_hold_nobody_else(redis_url: str, empty_redis: redis.Redis) -> None:
    go = Event()
    with serving(lambda _: itertools.chain((b"" for _ in range(1) if go.wait(8)), [http(PAGE)])) as site:
        app = make_app(redis_url, fetcher_of(site, at_once=2))
        slow = [
            Thread(target=lambda: app.test_client().post("/v1/summaries", json={"url": site.url()})) for _ in range(2)
        ]
        for thread in slow:
            thread.start()
        while len(site.heads) < 2:
            time.sleep(0.01)
        client = app.test_client()
        assert client.post("/v1/summaries", json={"text": WHOLE}).status_code == 200
        busy = client.post("/v1/summaries", json={"url": site.url()})
        assert (busy.status_code, busy.json["type"]) == (503, "/problems/busy")
        assert busy.headers["Retry-After"] == "30"
        go.set()
        for thread in slow:
            thread.join()
        assert client.post("/v1/summaries", json={"url": site.url()}).status_code == 200


def test_the_settings_say_what_may_be_read(redis_url: str, empty_redis: redis.Redis) -> None:
    with serving(lambda _: http(PAGE)) as site:
        url = f"http://127.0.0.1:{site.port}/"
        shut = make_app(redis_url).test_client().post("/v1/summaries", json={"url": url})
        assert shut.json["type"] == "/problems/refused-address"
        opened = make_app(redis_url, SMALLPRINT_FETCH_FROM=f"127.0.0.1:{site.port}").test_client()
        assert opened.post("/v1/summaries", json={"url": url}).status_code == 200


def test_a_bare_body_is_never_an_address(ask: Ask) -> None:
    with serving(lambda _: http(PAGE)) as site:
        response = ask(site).post("/v1/summaries", data=site.url(), content_type="text/plain")
        assert response.json["type"] == "/problems/too-short"
        assert site.heads == []
