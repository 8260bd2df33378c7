"""Sites over https, with certificates of an authority that only these tests know."""

import ssl

import pytest
import trustme

from server.fetch.errors import Unreachable
from tests.server.fetch.sites import NAME, fetcher_of, http, redirect, serving

PAGE = "<p>We collect your name.</p>"
AUTHORITY = trustme.CA()


def served_as(*names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture(scope="module")
def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def test_a_page_is_read_by_its_sites_name(trusting: ssl.SSLContext) -> None:
    asked: list[str | None] = []
    context = served_as(NAME)
    context.sni_callback = lambda _socket, name, _context: asked.append(name)
    with serving(lambda _: http(PAGE), context) as site:
        page = fetcher_of(site, tls=trusting).fetch(site.url())
        assert page.text == PAGE
        assert not page.over_http
        assert asked == [NAME]
        assert f"Host: {NAME}:{site.port}\r\n" in site.heads[0]


def test_an_address_may_have_a_certificate(trusting: ssl.SSLContext) -> None:
    with serving(lambda _: http(PAGE), served_as("127.0.0.1")) as site:
        assert fetcher_of(site, tls=trusting).fetch(f"https://127.0.0.1:{site.port}/").text == PAGE


def test_a_page_that_http_led_to_may_be_a_strangers(trusting: ssl.SSLContext) -> None:
    with serving(lambda _: http(PAGE), served_as(NAME)) as safe, serving(lambda _: redirect(safe.url())) as site:
        page = fetcher_of(site, safe, tls=trusting).fetch(site.url())
        assert page.url == safe.url()
        assert page.over_http


def test_another_names_certificate_is_refused(trusting: ssl.SSLContext) -> None:
    with serving(lambda _: http(PAGE), served_as("other.example")) as site:
        with pytest.raises(Unreachable, match="certificate"):
            fetcher_of(site, tls=trusting).fetch(site.url())
        assert site.heads == []


def test_a_strangers_certificate_is_refused() -> None:
    with serving(lambda _: http(PAGE), served_as(NAME)) as site, pytest.raises(Unreachable, match="certificate"):
        fetcher_of(site).fetch(site.url())


def test_what_speaks_no_tls_is_told() -> None:
    with serving(lambda _: http(PAGE)) as site, pytest.raises(Unreachable, match="TLS"):
        fetcher_of(site).fetch(site.url().replace("http:", "https:"))
