"""robots.txt: what may be read that nobody asked for."""

import time

import pytest

from server.fetch.errors import RefusedAddress
from server.fetch.fetcher import MAX_ROBOTS_BYTES
from server.fetch.robots import rules
from tests.server.fetch.sites import fetcher_of, http, path_of, redirect, serving

URL = "https://larkspur.example/legal/privacy?id=7"
FILES = {
    "": True,
    "User-agent: *\nDisallow:": True,
    "User-agent: *\nDisallow: /": False,
    "User-agent: *\nDisallow: /legal": False,
    "User-agent: *\nDisallow: /private": True,
    "User-agent: *\nDisallow: /\nAllow: /legal/": True,
    "User-agent: *\nDisallow: /*?id=": False,
    "User-agent: *\nDisallow: /*privacy$": True,
    "User-agent: *\nDisallow: /*=7$": False,
    "user-agent : SMALLPRINT\ndisallow : /": False,
    "User-agent: Smallprint/1\nDisallow: /": False,
    "User-agent: Googlebot\nDisallow: /": True,
    "User-agent: Small\nDisallow: /": True,
    "User-agent: Googlebot\nUser-agent: Smallprint\nUser-agent: Bingbot\nDisallow: /": False,
    "User-agent: *\nDisallow: /\n\nUser-agent: Smallprint\nAllow: /": True,
    "User-agent: Smallprint\nDisallow: /\n\nUser-agent: *\nAllow: /": False,
    "User-agent: Googlebot\nDisallow: /\nUser-agent: *\nDisallow: /private": True,
    "User-agent:\nDisallow: /": True,
    "<!doctype html><p>Not found": True,
}
HOSTILE = {
    "many agents and rules": "\n".join(
        [*(f"User-agent: agent-{'x' * n}" for n in range(600)), *(f"Disallow: /{n}" for n in range(20_000))]
    ),
    "many wildcards": "User-agent: *\n" + ("Disallow: /" + "*a" * 500 + "*b$\n") * 500,
    "one long line": "User-agent: *\nDisallow: /" + "*" * 500_000,
    "blanks": "User-agent:" + " " * 500_000,
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_read_as_it_is_meant(file: str) -> None:
    assert rules(file, "Smallprint")(URL) is FILES[file]


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_takes_no_long_time(case: str) -> None:
    begun = time.process_time()
    rules(HOSTILE[case][:MAX_ROBOTS_BYTES], "Smallprint")("https://larkspur.example/" + "a" * 2000)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("answer", "may"),
    [
        (http("User-agent: *\nDisallow: /private"), True),
        (http("User-agent: *\nDisallow: /legal"), False),
        (http(b"\xef\xbb\xbfUser-agent: Smallprint\nDisallow: /legal"), False),
        (http(b"\xff\xfe\nUser-agent: Smallprint\nDisallow: /legal"), False),
        (http(status="404 Not Found"), True),
        (http(status="403 Forbidden"), True),
        (http(status="500 Internal Server Error"), False),
        (http(status="503 Service Unavailable"), False),
        (b"", False),
        (redirect("/robots.txt"), False),
        (redirect("http://10.0.0.1/robots.txt"), False),
        (http("#" * MAX_ROBOTS_BYTES + "\nUser-agent: *\nDisallow: /"), True),
        (http("User-agent: *\nDisallow: /\n" + "#" * 3_000_000), False),
    ],
    ids=[
        "allowed",
        "disallowed",
        "BOM",
        "not UTF-8",
        "404",
        "403",
        "500",
        "503",
        "nothing",
        "loop",
        "inside",
        "too late",
        "long",
    ],
)
def test_what_may_be_read(answer: bytes, may: bool) -> None:
    with serving(lambda _: answer) as site:
        assert fetcher_of(site).may_read(site.url("/legal/privacy?id=7")) is may
        assert {path_of(head) for head in site.heads} == {"/robots.txt"}


def test_a_redirected_file_counts() -> None:
    def answer(head: str) -> bytes:
        return redirect("/real") if path_of(head) == "/robots.txt" else http("User-agent: *\nDisallow: /legal")

    with serving(answer) as site:
        assert not fetcher_of(site).may_read(site.url("/legal"))
        assert fetcher_of(site).may_read(site.url("/private"))


def test_what_is_no_public_address_is_refused() -> None:
    with pytest.raises(RefusedAddress):
        fetcher_of().may_read("file:///etc/passwd")
