"""Addresses in one spelling, and those that could be read in two ways."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from server.fetch.errors import RefusedAddress
from server.fetch.urls import Url

SPELLINGS = {
    "https://Larkspur.Example./Privacy": "https://larkspur.example/Privacy",
    "HTTPS://larkspur.example:443": "https://larkspur.example/",
    "http://larkspur.example:443/": "http://larkspur.example:443/",
    "https://larkspur.example/privacy?id=7#top": "https://larkspur.example/privacy?id=7",
    "https://larkspur.example?id=7": "https://larkspur.example/?id=7",
    "https://bücher.example/über": "https://xn--bcher-kva.example/%C3%BCber",
    "https://larkspur.example/a%2Fb%20c": "https://larkspur.example/a%2Fb%20c",
    'https://larkspur.example/"<b>"?q={>}': "https://larkspur.example/%22%3Cb%3E%22?q=%7B%3E%7D",
    "https://8.8.8.8/": "https://8.8.8.8/",
    "https://[2606:4700:0::1111]/": "https://[2606:4700::1111]/",
    "https://[::ffff:127.0.0.1]/": "https://[::ffff:7f00:1]/",
    # Digits and dots of other scripts, which browsers read as ours: what they then are is checked as any other.
    "http://１２７.0.0.1/": "http://127.0.0.1/",
    "http://127。0。0。1/": "http://127.0.0.1/",
    "http://ⓛarkspur.example/": "http://larkspur.example/",
}
REFUSED = {
    "": "neither http",
    "/privacy": "neither http",
    "ftp://larkspur.example/": "neither http",
    "file:///etc/passwd": "neither http",
    "gopher://127.0.0.1:6379/_FLUSHALL": "neither http",
    "javascript:alert(1)": "neither http",
    "data:text/html,hello": "neither http",
    "https://user@larkspur.example/": "user's name",
    "https://user:secret@larkspur.example/": "user's name",
    "https://@larkspur.example/": "user's name",
    "https://larkspur.example@127.0.0.1/": "user's name",
    "https://evil.example\\@larkspur.example/": "character",
    "https://larkspur.example/\r\nX-Evil: 1": "character",
    "https://larkspur.example/\nHost: evil.example": "character",
    "https://larkspur.example\r\n/": "character",
    "https://larkspur.example/\0": "character",
    "https://larkspur.example/a b": "character",
    "https://larkspur.example/\x85": "character",
    " https://larkspur.example/": "character",
    "https://larkspur.example:99999/": "cannot be read",
    "https://larkspur.example:http/": "cannot be read",
    "http://[::1": "cannot be read",
    "http://[fe80::1%eth0]/": "host",
    "http:///privacy": "host",
    "http://": "host",
    "http://lark%73pur.example/": "host",
    "http://127.1%00.example/": "host",
    "http://[127.0.0.1]/": "address",
    "http://[v1.x]/": "address",
    "http://127.1/": "is a number",
    "http://127.0.1/": "is a number",
    "http://2130706433/": "is a number",
    "http://0x7f000001/": "is a number",
    "http://0x7f.1/": "is a number",
    "http://0x7f.0.0.0x1/": "is a number",
    "http://0177.0.0.1/": "is a number",
    "http://127.0.0.01/": "is a number",
    "http://017700000001/": "is a number",
    "http://127.0.0.1.2/": "is a number",
    "http://127.0.0.256/": "is a number",
    "http://2130706433./": "is a number",
    "http://0/": "is a number",
    "http://0x/": "is a number",
    "http://１２７.1/": "is a number",
    "https://larkspur.example/" + "a" * 2048: "2,048",
    "https://larkspur.example/" + "ü" * 400: "2,048",
}


@pytest.mark.parametrize("url", SPELLINGS)
def test_an_address_has_one_spelling(url: str) -> None:
    assert str(Url.parse(url)) == SPELLINGS[url]
    assert str(Url.parse(SPELLINGS[url])) == SPELLINGS[url]


@pytest.mark.parametrize("url", REFUSED, ids=lambda url: ascii(url[:50]))
def test_what_could_be_read_in_two_ways_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress, match=REFUSED[url]):
        Url.parse(url)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/privacy", "https://larkspur.example/privacy"),
        ("privacy?id=7", "https://larkspur.example/legal/privacy?id=7"),
        ("//www.larkspur.example", "https://www.larkspur.example/"),
        ("http://larkspur.example/a b ", "http://larkspur.example/a%20b"),
        ("/über#top", "https://larkspur.example/%C3%BCber"),
        ("?", "https://larkspur.example/legal/"),
    ],
)
def test_a_redirect_is_read_as_browsers_read_it(location: str, url: str) -> None:
    assert str(Url.parse("https://larkspur.example/legal/").joined(location)) == url


@pytest.mark.parametrize(
    "location",
    [
        *("//127.1/", "http://user@larkspur.example/", "file:///etc/passwd", "//[::1", "/a\r\nX: 1", "/\\evil.example"),
        *("/\t/evil.example/", "http://evil.example\\@larkspur.example", "//\ufffd.example/", "/" + "a" * 2048),
    ],
    ids=lambda location: ascii(location[:30]),
)
def test_a_redirect_to_what_is_refused_is_refused(location: str) -> None:
    with pytest.raises(RefusedAddress):
        Url.parse("https://larkspur.example/legal/").joined(location)


@given(text(max_size=60), text(max_size=60))
def test_whatever_is_read_is_sent_as_visible_ascii(host: str, rest: str) -> None:
    for given_url in (f"https://{host}/{rest}", f"https://larkspur.example/{rest}", rest):
        try:
            url = Url.parse(given_url)
        except RefusedAddress:
            continue
        assert str(url).isascii()
        assert str(url).isprintable()
        assert not set(str(url)) & set(' <>"\\')
        assert url.target.startswith("/")
        assert Url.parse(str(url)) == url
