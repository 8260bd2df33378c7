"""Extension: from the click on the toolbar button to the first badge, in a real Chromium with the real service.

Of a site whose record is there, and of a policy of 15,000 characters that the service has not read before. The clock
starts in front of the click and stops when the popup has drawn a badge. Part of it the browser takes to open the popup,
before anything of ours runs.
"""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from html import escape
from itertools import count
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.figures import Figure, Target
from benchmarks.policies import policies
from server.store import embedded
from tests.browser.chromium import Chromium, chromium
from tests.browser.serving import Sent, Service, serving

CHARACTERS = 15_000
ROUNDS = 15

KNOWN = Target("under 300 ms", most=300)
NEW = Target("under 1 s", most=1000)

SITE = "http://www.bookshop.example"
_TIMES = "[performance.timeOrigin, performance.getEntriesByName('summary')[0].startTime]"


def page_of(request: Sent) -> tuple[int, dict[str, str], bytes]:
    """Return a policy at /privacy, another for each number after it; any other page is no policy."""
    body = "<p>Books.</p>"
    if "privacy" in request.path:
        text = _policies()[int(request.path.rpartition("/")[2]) % (ROUNDS + 1)]
        lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line)
        body = f"<h1>Privacy policy {request.path}</h1>{lines}"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, f"<!doctype html><title>Shop</title>{body}".encode()


@cache
def _policies() -> list[str]:
    return policies(CHARACTERS, ROUNDS + 1)


class Click(NamedTuple):
    """What a click took, in milliseconds: until a badge was drawn, and until the popup was opened."""

    badge: float
    popup: float


def medians(browser: Chromium, addresses: Iterator[str], rounds: int) -> Click:
    """Return the median times of the clicks, after one that is not counted."""
    clicks = [_click(browser, next(addresses)) for _ in range(rounds + 1)][1:]
    return Click(*map(statistics.median, zip(*clicks, strict=True)))


def _click(browser: Chromium, address: str) -> Click:
    page = browser.open(address)
    page.wait_for_timeout(500)  # nobody clicks before the page is there
    popup = browser.click_toolbar_button(page)
    popup.wait_for(".badge")
    started, drawn = popup.js(_TIMES)
    page.close()
    opened = started - browser.clicked_at * 1000
    return Click(opened + drawn, opened)


def figures(rounds: int = ROUNDS) -> Iterator[Figure]:
    """Return the figures."""
    with ExitStack() as stack:
        var = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        redis_url = embedded.ensure(var)
        stack.callback(embedded.stop, var)
        service = Service({"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "self", "SMALLPRINT_LIMITS": "none"})
        stack.callback(service.stop)
        pages = stack.enter_context(serving(page_of))
        browser = stack.enter_context(chromium(stack.enter_context(sync_playwright()), pages.port))
        browser.use_service(service.url)
        _click(browser, f"{SITE}/privacy/0")  # which is then on record, and alone, as sites have it
        known = medians(browser, (f"{SITE}/book/{number}" for number in count()), rounds)
        new = medians(browser, (f"{SITE}/privacy/{number}" for number in count()), rounds)
    yield from _figures("a site on record", known, KNOWN)
    yield from _figures(f"a policy of {CHARACTERS:,} characters", new, NEW)


def _figures(what: str, click: Click, target: Target) -> Iterator[Figure]:
    yield Figure(what, "ms", click.badge, target=target)
    yield Figure(f"{what}: to open the popup", "ms", click.popup)
