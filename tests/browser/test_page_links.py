"""The links that are read of a page, in a real browser: by the very source that the extension sends into it."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from server.discovery.page import page_links
from server.discovery.rules import REGION_WORDS
from tests.browser.serving import Sent, serving
from tests.extension.node import value

READ = value("page-links.js", "m.pageLinks.toString()")
REGIONS = json.dumps({region: sorted(words) for region, words in REGION_WORDS.items()})

# What both sides must read alike: the shapes that tests/server/discovery/test_page.py tells apart, and more.
PAGE = """<!doctype html><html><head><title>A shop</title><base href="/legal/"><base href="https://evil.example/">
<link rel="Privacy-Policy" href="data"><link rel="stylesheet" href="data:text/css,"><link href="no-relation"></head>
<body class="footer comments">
<header><a href="/">Home</a><a href="about" title="Who we are"></a></header>
<nav><a href="/privacy"><img alt="Privacy" src="data:,"></a><a>no address</a><a href="">here</a></nav>
<div id="onetrust-banner"><a href="cookies">Cookie <b>policy</b></a></div>
<main><p>Old words</p><p>By signing up you accept <i>our</i> <a href="privacy#top">
 Privacy <span>policy</span></a> and <a hreflang="de" rel="nofollow TERMS-OF-SERVICE" href="terms">terms</a>.</p>
<article><footer><a href="author">Author</a></footer><div id="comments"><a href="/x">x</a></div></article>
<div hidden><a href="h1">H1</a></div><div style="visibility: hidden"><a href="h2">H2</a></div><a href="s">S</a>
<form><input name="childNodes"><input name="nextSibling"><input name="attributes"><a href="f">F</a></form>
<svg><a href="svg">svg</a></svg><script>"<a href=script>"</script><template><a href="template">t</a></template>
<map name="m"><area href="area" alt="Area"></map><a href="#privacy">Down</a><a href="javascript:1">No</a>
<select><option><a href="o">o</a></option></select><a href="https://user@other.example/">U</a>
</main><div class="Site_Footer"><div class="menu"><a aria-label="Privacy" href="//www.other.example/p">P</a></div></div>
<footer><p>Protected by reCAPTCHA and the Google
<a href="https://policies.google.com/privacy">Privacy Policy</a></footer>
</body></html>"""
SHADOW = """<x-footer><template shadowrootmode="open"><footer><a href="/s">S</a></footer></template></x-footer>"""


def read(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(f"({READ})({REGIONS})")


def followed(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The links that lead somewhere: of the others, the service keeps no address."""
    return [link for link in links if link["href"].startswith(("http", "#"))]


@pytest.fixture
def site(blank: Page) -> Iterator[Callable[[dict[str, str]], tuple[Page, str]]]:
    """Opens the page "/" of those that it is given by their paths, and returns it with its address."""
    with ExitStack() as stack:

        def opened(pages: dict[str, str]) -> tuple[Page, str]:
            def answer(request: Sent) -> tuple[int, dict[str, str], bytes]:
                found = pages.get(request.path, "")
                return (200 if found else 404), {"Content-Type": "text/html; charset=utf-8"}, found.encode()

            server = stack.enter_context(serving(answer))
            blank.goto(f"{server.url}/")
            return blank, f"{server.url}/"

        yield opened


@pytest.mark.parametrize("html", [PAGE, SHADOW])
def test_the_browser_and_the_service_read_the_same_links(site: Any, html: str) -> None:
    page, url = site({"/": html})
    ours = [msgspec.to_builtins(link) for link in page_links(html, url)]
    theirs = [{**link, "rel": tuple(link["rel"])} for link in read(page)]

    assert followed(theirs) == followed(ours) != []


def test_links_in_shadow_roots_are_read(blank: Page) -> None:
    blank.set_content("<x-outer></x-outer>")
    blank.evaluate(
        """() => {
          const outer = document.querySelector("x-outer").attachShadow({ mode: "open" });
          outer.innerHTML = "<footer><x-inner></x-inner></footer>";
          outer.querySelector("x-inner").attachShadow({ mode: "open" }).innerHTML =
            '<a href="https://shop.example/privacy">Privacy</a>';
        }"""
    )

    assert [(link["text"], link["region"]) for link in read(blank)] == [("Privacy", "footer")]


def test_links_in_frames_of_the_same_origin_are_read(site: Any) -> None:
    other = '<body><footer><a href="/privacy">Privacy</a></footer>'
    page, url = site({"/": '<iframe src="/legal/frame"></iframe><a href="/after">After</a>', "/legal/frame": other})

    assert [(link["href"], link["region"]) for link in read(page)] == [
        (f"{url}privacy", "footer"),
        (f"{url}after", "body"),
    ]


def test_frames_of_other_origins_are_left_alone(site: Any) -> None:
    frame = """<iframe sandbox srcdoc='<a href="/privacy">Privacy</a>'></iframe>"""
    page, _ = site({"/": f'{frame}<a href="/after">After</a>'})

    assert [link["text"] for link in read(page)] == ["After"]


@pytest.mark.parametrize(
    "script",
    [
        "document.body.innerHTML = '<a href=/privacy>Privacy</a>'.repeat(100_000)",
        "document.body.innerHTML = '<p>words</p>'.repeat(300_000)",
        "document.body.innerHTML = '<a href=/privacy>' + 'privacy '.repeat(1_000_000)",
        "document.body.innerHTML = '<iframe></iframe>'.repeat(300)",
        """let deepest = document.body;
        for (let depth = 0; depth < 50_000; depth++) deepest = deepest.appendChild(document.createElement("div"));""",
    ],
)
def test_a_page_that_was_made_to_hurt_is_read_in_seconds(blank: Page, script: str) -> None:
    # Laying out such a page takes the browser minutes, which is not what is measured.
    blank.evaluate(f"() => {{ document.documentElement.style.display = 'none'; {script} }}")
    timed = f"const begin = performance.now(); const {{ length }} = ({READ})({REGIONS});"
    read_links, milliseconds = blank.evaluate(f"() => {{ {timed} return [length, performance.now() - begin]; }}")

    assert milliseconds < 5_000
    assert read_links <= 20_000
