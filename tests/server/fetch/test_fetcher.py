"""Reading what lies at an address: real sites on loopback, some of them hostile."""

import gzip
import itertools
import logging
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from server.analysis.refusals import BotWall
from server.fetch.errors import (
    Busy,
    RefusedAddress,
    TooLarge,
    Unreachable,
    UnsupportedMediaType,
)
from server.fetch.fetcher import MAX_BYTES, Fetcher, NotModified
from tests.server.fetch.sites import NAME, fetcher_of, http, path_of, redirect, serving

PAGE = "<title>Privacy Policy</title><p>We collect your name.</p>"
MIB = 1024 * 1024


def chunked(*chunks: bytes) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    for chunk in chunks:
        yield f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
    yield b"0\r\n\r\n"


def test_a_page_is_read() -> None:
    headers = {"etag": '"7"', "last_modified": "Sun, 22 Nov 2026 12:00:00 GMT", "cache_control": "max-age=60"}
    with serving(lambda _: http(PAGE, **headers)) as site:
        page = fetcher_of(site).fetch(site.url("/privacy?id=7"))
        assert page.text == PAGE
        assert page.media_type == "text/html"
        assert page.url == site.url("/privacy?id=7")
        assert page.redirects == ()
        assert page.over_http
        assert (page.etag, page.last_modified, page.cache_control) == tuple(headers.values())
        request, *lines = site.heads[0].strip().split("\r\n")
        assert request == "GET /privacy?id=7 HTTP/1.1"
        assert {line.split(": ")[0].lower() for line in lines} == {
            *("host", "user-agent", "accept", "accept-language", "accept-encoding", "connection")
        }
        assert f"Host: {NAME}:{site.port}" in lines


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (http(PAGE, content_type="Text/HTML"), PAGE),
        (http(PAGE, content_type="application/xhtml+xml; charset=utf-8"), PAGE),
        (http("We collect.", content_type="text/plain"), "We collect."),
        (http(gzip.compress(PAGE.encode()), content_encoding="gzip"), PAGE),
        (http(zlib.compress(PAGE.encode()), content_encoding="deflate"), PAGE),
        (http(zlib.compress(PAGE.encode(), wbits=-15), content_encoding="DEFLATE"), PAGE),
        (http(PAGE, content_encoding="identity"), PAGE),
        (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode(), PAGE),
        (b"".join(chunked(PAGE[:20].encode(), PAGE[20:].encode())), PAGE),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + http(PAGE), PAGE),
        (http("Na\xefve".encode("latin-1"), content_type="text/html; charset=iso-8859-1"), "Na\xefve"),
        (http(b"a" * MAX_BYTES), "a" * MAX_BYTES),
    ],
    ids=itertools.count(),
)
def test_a_document_is_read_in_any_form(answer: bytes, text: str) -> None:
    with serving(lambda _: answer) as site:
        assert fetcher_of(site).fetch(site.url()).text == text


def test_redirects_are_followed() -> None:
    ways = {"/": "/legal", "/legal": "//www.larkspur.example:{port}/privacy", "/privacy": ""}

    def answer(head: str) -> bytes:
        way = ways[path_of(head)].format(port=site.port)
        return redirect(way) if way else http(PAGE)

    with serving(answer) as site:
        page = fetcher_of(site, names={"www.larkspur.example": ["127.0.0.1"]}).fetch(site.url("/"))
        assert page.redirects == (site.url("/"), site.url("/legal"))
        assert page.url == f"http://www.larkspur.example:{site.port}/privacy"


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_five_redirects_are_followed_and_no_more(status: str) -> None:
    def answer(head: str) -> bytes:
        left = int(path_of(head)[1:])
        return redirect(f"/{left - 1}", status) if left else http(PAGE)

    with serving(answer) as site:
        assert len(fetcher_of(site).fetch(site.url("/5")).redirects) == 5
        with pytest.raises(Unreachable, match="more than 5 times"):
            fetcher_of(site).fetch(site.url("/6"))


def test_a_redirect_loop_ends() -> None:
    with serving(lambda _: redirect("/")) as site:
        with pytest.raises(Unreachable, match="more than 5 times"):
            fetcher_of(site).fetch(site.url("/"))
        assert len(site.heads) == 6


def test_nothing_of_a_redirects_headers_is_kept() -> None:
    def answer(head: str) -> bytes:
        return http(PAGE) if path_of(head) == "/b" else redirect("/b").replace(b"\r\n", b"\r\nSet-Cookie: a=b\r\n", 1)

    with serving(answer) as site:
        fetcher_of(site).fetch(site.url("/a"))
        assert "cookie" not in site.heads[1].lower()


INSIDE = {
    "a private address": "http://10.0.0.1/",
    "loopback": "http://127.0.0.1/",
    "loopback on a port of its own": "http://127.0.0.1:{other}/",
    "no address": "http://0.0.0.0/",
    "the metadata address": "http://169.254.169.254/latest/meta-data/",
    "IPv6 loopback": "http://[::1]/",
    "a mapped address": "http://[::ffff:127.0.0.1]/",
    "NAT64": "http://[64:ff9b::7f00:1]/",
    "6to4": "http://[2002:7f00:1::1]/",
    "unique local": "http://[fd00:ec2::254]/",
    "multicast": "http://224.0.0.1/",
    "IPv6 multicast": "http://[ff02::1]/",
    "broadcast": "http://255.255.255.255/",
    "a decimal address": "http://2130706433/",
    "a hexadecimal address": "http://0x7f000001/",
    "an octal address": "http://0177.0.0.1/",
    "a short address": "http://127.1/",
    "a name that leads inside": "http://inside.example/",
    "a name that leads inside too": "http://both.example/",
    "a name that leads inside by IPv6": "http://mapped.example/",
    "an odd port": "http://larkspur.example:22/",
    "Redis": "http://larkspur.example:6379/",
    "a user's name": "http://user@larkspur.example:{port}/",
    "a file": "file:///etc/passwd",
    "another scheme": "gopher://larkspur.example:{port}/",
}
NAMES = {
    "inside.example": ["10.0.0.1"],
    "both.example": ["93.184.215.14", "10.0.0.1"],
    "mapped.example": ["::ffff:127.0.0.1"],
}


@pytest.mark.parametrize("where", INSIDE)
@pytest.mark.parametrize("by_redirect", [False, True], ids=["at once", "by redirect"])
def test_what_is_not_public_is_not_connected_to(where: str, by_redirect: bool) -> None:
    with serving(lambda _: http("a secret")) as other, serving(lambda _: redirect(target)) as site:
        target = INSIDE[where].format(port=site.port, other=other.port)
        with pytest.raises(RefusedAddress):
            fetcher_of(site, names=NAMES).fetch(site.url() if by_redirect else target)
        assert other.heads == []
        assert len(site.heads) == by_redirect


def test_a_name_that_leads_elsewhere_later_is_looked_up_once_for_each_connection() -> None:
    # The first answer is allowed, and every later one leads to an address that is not.
    answers = itertools.chain([["127.0.0.1"]], itertools.repeat(["10.0.0.1"]))
    with serving(lambda _: http(PAGE)) as site:
        fetcher = Fetcher([site.opening], look_up=lambda _: next(answers))
        assert fetcher.fetch(site.url()).text == PAGE
        with pytest.raises(RefusedAddress):
            fetcher.fetch(site.url())
        assert len(site.heads) == 1


def test_a_name_that_leads_inside_after_a_redirect_to_itself_is_refused() -> None:
    answers = itertools.chain([["127.0.0.1"]], itertools.repeat(["10.0.0.1"]))
    with serving(lambda _: redirect("/again")) as site:
        with pytest.raises(RefusedAddress):
            Fetcher([site.opening], look_up=lambda _: next(answers)).fetch(site.url())
        assert len(site.heads) == 1


def test_without_openings_loopback_is_not_read() -> None:
    with serving(lambda _: http(PAGE)) as site:
        for url in (f"http://127.0.0.1:{site.port}/", f"http://localhost:{site.port}/"):
            with pytest.raises(RefusedAddress):
                Fetcher().fetch(url)
        assert site.heads == []


def test_an_address_that_does_not_answer_is_followed_by_the_next() -> None:
    with serving(lambda _: http(PAGE)) as site:
        names = {NAME: ["127.0.0.2", "127.0.0.1"]}  # on the first nobody listens
        assert fetcher_of(site, names=names).fetch(site.url()).text == PAGE


def test_of_many_addresses_only_a_few_are_tried() -> None:
    with serving(lambda _: http(PAGE)) as site:
        names = {NAME: [*(f"127.0.0.{n}" for n in range(2, 6)), "127.0.0.1"]}
        with pytest.raises(Unreachable, match="does not answer"):
            fetcher_of(site, names=names).fetch(site.url())


def test_for_a_port_that_is_refused_no_name_is_looked_up() -> None:
    asked: list[str] = []
    with pytest.raises(RefusedAddress, match="Port 22"):
        Fetcher(look_up=lambda host: asked.append(host) or []).fetch("https://larkspur.example:22/")
    assert asked == []


def test_a_port_at_which_nobody_listens_is_unreachable() -> None:
    with serving(lambda _: b"") as site:
        fetcher = fetcher_of(site)
    with pytest.raises(Unreachable, match="does not answer"):
        fetcher.fetch(site.url())


def test_a_name_without_an_address_is_unreachable() -> None:
    with pytest.raises(Unreachable, match="no address"):
        fetcher_of().fetch("https://unknown.example/")


def test_the_environments_proxies_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: http("from the proxy")) as proxy, serving(lambda _: http(PAGE)) as site:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert fetcher_of(site).fetch(site.url()).text == PAGE
        assert proxy.heads == []


LARGE = {
    "a long body": lambda: http(b"a" * (MAX_BYTES + 1)),
    "an endless body": lambda: itertools.chain([http(content_length="99999999999")], itertools.repeat(b"a" * 65536)),
    "an endless body of chunks": lambda: itertools.chain(
        itertools.islice(chunked(), 1), itertools.repeat(b"10\r\n" + b"a" * 16 + b"\r\n")
    ),
    "endless chunks of one byte": lambda: itertools.chain(
        itertools.islice(chunked(), 1), itertools.repeat(b"1\r\na\r\n" * 1000)
    ),
    "a gzip bomb": lambda: http(gzip.compress(b"a" * (200 * MIB), 1), content_encoding="gzip"),
    "a deflate bomb": lambda: http(zlib.compress(b"a" * (200 * MIB), 1), content_encoding="deflate"),
    "endless interim answers": lambda: itertools.repeat(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100),
    "gzip that says nothing": lambda: itertools.chain(
        [http(content_encoding="gzip", content_length="99999999999"), gzip.compress(b"")[:10]],
        itertools.repeat(b"\x00\x00\x00\xff\xff" * 10_000),
    ),
}


@pytest.mark.parametrize("case", LARGE)
def test_no_answer_is_longer_than_what_is_read(case: str) -> None:
    answer = LARGE[case]()
    with serving(lambda _: answer) as site:
        fetcher = fetcher_of(site, seconds=120)  # so that it is the size that ends it, on a busy machine too
        tracemalloc.start()
        with pytest.raises(TooLarge):
            fetcher.fetch(site.url())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 16 * MIB


BROKEN = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "endless headers": itertools.chain(
        [b"HTTP/1.1 200 OK\r\n"], itertools.repeat(b"X-Filler: " + b"a" * 4096 + b"\r\n")
    ),
    "a header without end": itertools.chain([b"HTTP/1.1 200 OK\r\nX-Filler: "], itertools.repeat(b"a" * 65536)),
    "half of a body": http(PAGE)[:-5],
    "half of a gzip": http(gzip.compress(PAGE.encode())[:-12], content_encoding="gzip"),
    "no gzip": http(PAGE, content_encoding="gzip"),
    "no chunks": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "an empty document": http(b""),
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not found": http(PAGE, status="404 Not Found"),
    "a fault": http(PAGE, status="500 Internal Server Error"),
    "a status of its own": http(PAGE, status="299 Well"),
    "not modified": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "a redirect to nowhere": http(status="302 Found"),
    "a part": http(PAGE, status="206 Partial Content"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_answer_is_told(case: str) -> None:
    answer = BROKEN[case]
    with serving(lambda _: answer) as site, pytest.raises(Unreachable):
        fetcher_of(site).fetch(site.url())


@pytest.mark.parametrize(
    "answer",
    [
        http(b"\x89PNG", content_type="image/png"),
        http(b"{}", content_type="application/json"),
        http(b"a", content_type=""),
        http(b"a", content_type="text/html-sandboxed"),
        http(PAGE, content_encoding="br"),
        http(PAGE, content_encoding="gzip, gzip"),
    ],
    ids=["an image", "JSON", "no type", "almost HTML", "an unasked coding", "two codings"],
)
def test_what_cannot_be_read_is_told(answer: bytes) -> None:
    with serving(lambda _: answer) as site, pytest.raises(UnsupportedMediaType):
        fetcher_of(site).fetch(site.url())


def test_what_is_not_read_is_not_loaded() -> None:
    sent = []

    def film() -> Iterator[bytes]:
        yield http(content_type="video/mp4", content_length="99999999999")
        for _ in range(1000):
            sent.append(MIB)
            yield b"a" * MIB

    with serving(lambda _: film()) as site:
        with pytest.raises(UnsupportedMediaType):
            fetcher_of(site).fetch(site.url())
        time.sleep(0.2)
        assert sum(sent) < 20 * MIB  # what the system itself takes in


def slowly(*pieces: bytes, seconds: float = 0.05) -> Iterator[bytes]:
    for piece in pieces:
        for byte in piece:
            yield bytes([byte])
            time.sleep(seconds)


SLOW = {
    "a slow status line": lambda: slowly(http(PAGE)),
    "a slow body": lambda: itertools.chain([http(content_length="1000")], slowly(b"a" * 1000)),
    "slow chunks": lambda: itertools.chain(itertools.islice(chunked(), 1), slowly(b"1\r\na\r\n" * 1000)),
    "slow redirects": lambda: itertools.chain(slowly(b"HTTP/1.1 302 Found\r\n"), [b"Location: /\r\n\r\n"]),
    "silence": lambda: (time.sleep(3) or b"" for _ in range(1)),
}


@pytest.mark.alone
@pytest.mark.parametrize("case", SLOW)
def test_a_slow_answer_is_cut_off(case: str) -> None:
    with serving(lambda _: SLOW[case]()) as site:
        begun = time.monotonic()
        with pytest.raises(Unreachable, match="more than 1 seconds"):
            fetcher_of(site, seconds=1).fetch(site.url())
        assert time.monotonic() - begun < 2


@pytest.mark.alone
def test_a_slow_look_up_is_left_behind() -> None:
    never = Event()
    begun = time.monotonic()
    with pytest.raises(Unreachable, match="more than 0.5 seconds"):
        Fetcher(look_up=lambda _: [str(never.wait(20))], seconds=0.5).fetch("https://larkspur.example/")
    assert time.monotonic() - begun < 1.5
    never.set()


def test_look_ups_that_hang_have_a_bound() -> None:
    never = Event()
    fetcher = Fetcher(look_up=lambda _: [str(never.wait(20))], seconds=0.01)
    for _ in range(16):
        with pytest.raises(Unreachable):
            fetcher.fetch("https://larkspur.example/")
    with pytest.raises(Busy):
        fetcher.fetch("https://larkspur.example/")
    never.set()


def test_a_server_that_is_slow_to_shake_hands_is_cut_off() -> None:
    handshake = itertools.chain([b"\x16\x03\x03\x40\x00"], slowly(b"a" * 100))
    with serving(lambda _: handshake) as site, pytest.raises(Unreachable, match="more than 0.5 seconds"):
        fetcher_of(site, seconds=0.5).fetch(site.url().replace("http:", "https:"))


@pytest.mark.alone
def test_a_few_are_read_at_once_and_no_more() -> None:
    go, begun = Event(), []

    def answer(_: str) -> bytes:
        begun.append(1)
        go.wait(5)
        return http(PAGE)

    with serving(answer) as site:
        fetcher = fetcher_of(site, at_once=2)
        readers = [Thread(target=fetcher.fetch, args=(site.url(),)) for _ in range(2)]
        for reader in readers:
            reader.start()
        while len(begun) < 2:
            time.sleep(0.01)
        with pytest.raises(Busy):
            fetcher.fetch(site.url())
        with pytest.raises(Busy):
            fetcher.may_read(site.url())
        go.set()
        for reader in readers:
            reader.join()
        assert fetcher.fetch(site.url()).text == PAGE


def test_what_has_not_changed_is_not_read_again() -> None:
    def answer(head: str) -> bytes:
        fresh = 'If-None-Match: "7"' in head and "If-Modified-Since: Sun" in head
        return b"HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=9\r\n\r\n" if fresh else http(PAGE, etag='"8"')

    with serving(answer) as site:
        fetcher = fetcher_of(site)
        again = fetcher.fetch_again(site.url(), '"7"', "Sun, 22 Nov 2026 12:00:00 GMT")
        assert again == NotModified(site.url(), "max-age=9")
        page = fetcher.fetch_again(site.url(), '"6"', "")
        assert page.etag == '"8"'
        assert "If-Modified-Since" not in site.heads[1]


def test_a_condition_cannot_add_headers() -> None:
    with serving(lambda _: http(PAGE)) as site:
        with pytest.raises(Unreachable):
            fetcher_of(site).fetch_again(site.url(), '"7"\r\nX-Evil: 1', "")
        assert not any(site.heads)


WALLS = {
    "Cloudflare": http("<title>Just a moment...</title>", "403 Forbidden", cf_mitigated="challenge"),
    "Cloudflare without its header": http(
        "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>", "503 Busy"
    ),
    "DataDome": http('<p>Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js">', "403 Forbidden"),
    "PerimeterX": http('<div id="px-captcha"></div>', "403 Forbidden"),
    "AWS": http("", "405 Method Not Allowed", x_amzn_waf_action="captcha"),
    "AWS, as if well": http("", "202 Accepted", x_amzn_waf_action="challenge"),
    "words": http(
        "<h1>Pardon Our Interruption</h1><p>something made us think you were a bot.", "429 Too Many Requests"
    ),
}


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_for_robots_is_told_from_a_site_that_is_away(wall: str) -> None:
    with serving(lambda _: WALLS[wall]) as site, pytest.raises(BotWall):
        fetcher_of(site).fetch(site.url())


@pytest.mark.parametrize("status", ["403 Forbidden", "429 Too Many Requests", "503 Service Unavailable"])
def test_a_plain_refusal_is_no_wall(status: str) -> None:
    body = f"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>nginx</body></html>"
    with serving(lambda _: http(body, status)) as site, pytest.raises(Unreachable, match=status[:3]):
        fetcher_of(site).fetch(site.url())


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(lambda head: http("secret words") if "once" in head else redirect("/once")) as site:
        fetcher_of(site).fetch(site.url("/secret-path"))
        with pytest.raises(RefusedAddress):
            fetcher_of().fetch(site.url("/secret-path"))
    assert caplog.text == ""
