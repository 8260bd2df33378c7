"""The same extension in Firefox: each way in, the quote in the page, and what stands in the way."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256

import pytest

from tests.browser.firefox import Firefox, FirefoxPopup, firefox
from tests.browser.serving import Recorder, Service, reading_service, serving

READ = "main[aria-busy=false] h1"


@pytest.fixture(scope="module")
def running_firefox() -> Iterator[Firefox]:
    with firefox() as browser:
        yield browser


@pytest.fixture(scope="module")
def service(redis_url: str, pages: Recorder) -> Iterator[Service]:
    """The service, which may read the sites that are visited here."""
    service = reading_service(redis_url, pages.port, "self")
    yield service
    service.stop()


@pytest.fixture
def browser(running_firefox: Firefox, proxy: Recorder) -> Firefox:
    """A browser whose extension talks to the service through the proxy, and has nothing else stored."""
    running_firefox.forget()
    running_firefox.use_service(proxy.url)
    return running_firefox


@pytest.fixture
def shop(pages: Recorder) -> str:
    return f"http://www.bookshop.example:{pages.port}"


def open_popup(browser: Firefox, url: str) -> FirefoxPopup:
    browser.open(url)
    popup = browser.click_toolbar_button()
    popup.wait_for(READ)
    return popup


def test_the_policy_in_the_tab_is_read_on_a_click(browser: Firefox, proxy: Recorder, shop: str) -> None:
    browser.open(f"{shop}/privacy")
    count = browser.count_after_click()

    assert int(count) > 0
    assert [sent.path for sent in proxy.sent if sent.method == "POST"] == ["/v1/summaries"]


def test_a_policy_in_frames_and_shadow_roots_is_read_and_its_quotes_are_shown(
    browser: Firefox, proxy: Recorder, shop: str
) -> None:
    popup = open_popup(browser, f"{shop}/policy-in-parts")

    assert popup.texts("details.badge.warning .label")
    assert popup.js("document.querySelectorAll('.show button').length") > 5
    said = popup.js(
        """(async () => {
          const said = [];
          for (const button of document.querySelectorAll(".show button")) {
            button.click();
            while (!button.nextElementSibling.textContent) await new Promise((resolve) => setTimeout(resolve, 20));
            said.push(button.nextElementSibling.textContent);
          }
          return said;
        })()"""
    )
    assert [each for each in said if not each.startswith("Marked in the page")] == []
    marks = "[window, frames[0]].map((each) => each.CSS.highlights.get('smallprint-quote')?.size ?? 0).join()"
    assert browser.in_tab(marks) in {"1,0", "0,1", "2,0"}


def test_the_policies_that_a_page_links_to_are_offered_and_read(browser: Firefox, proxy: Recorder, shop: str) -> None:
    popup = open_popup(browser, f"{shop}/")
    assert popup.texts(".links b") == ["Privacy policy", "Cookie policy", "Terms of service"]

    popup.click(".links button")
    popup.wait_for(".head h1")

    assert [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"] == [{"url": f"{shop}/privacy"}]


def test_a_pdf_is_read_by_its_address_after_asking(browser: Firefox, proxy: Recorder, shop: str) -> None:
    popup = open_popup(browser, f"{shop}/policy.pdf?user=4711")
    assert popup.texts("h1") == ["This is a PDF file"]
    assert proxy.sent == []

    popup.click(".steps button")
    popup.wait_for(".head h1")

    assert [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"] == [{"url": f"{shop}/policy.pdf"}]


def test_what_is_selected_is_read_from_the_menu_without_the_address_of_the_page(
    browser: Firefox, proxy: Recorder, shop: str
) -> None:
    browser.open(f"{shop}/notice")
    popup = browser.choose_from_menu("body")
    popup.wait_for(".head h1")

    (sent,) = [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"]
    assert set(sent) == {"html", "title"}
    assert "not from the whole page" in popup.texts("footer p")[0]


def test_a_private_window_keeps_nothing(browser: Firefox, proxy: Recorder, shop: str) -> None:
    before = browser.stored()
    with browser.private_window():
        popup = open_popup(browser, f"{shop}/privacy")
        assert popup.texts("details.badge.warning .label")
        popup.click(".badge > summary")
        popup.wait_for(".badge[open] .measured")
        browser.label()
        open_popup(browser, f"{shop}/book")

    assert browser.stored() == before
    (sent,) = [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"]
    assert set(sent) == {"html", "title"}  # so it comes on no record

    open_popup(browser, f"{shop}/privacy")
    browser.label()
    assert "kept" in browser.stored()


def test_a_page_of_the_browser_itself_is_named_as_such(browser: Firefox) -> None:
    popup = open_popup(browser, "about:license")

    assert popup.texts("h1") == ["This page cannot be read"]
    assert popup.texts(".steps button") == ["Paste a policy instead"]


@pytest.mark.parametrize(
    ("status", "type_", "title"),
    [
        (429, "rate-limited", "Too many requests"),
        (503, "busy", "The service has too much to read"),
        (503, "store-away", "Nothing can be looked up just now"),
        (500, "fault", "The service has a fault of its own"),
    ],
)
def test_what_the_service_cannot_do_is_said(browser: Firefox, shop: str, status: int, type_: str, title: str) -> None:
    origin = browser.origin
    cors = {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "Retry-After", "Retry-After": "7"}
    body = json.dumps({"type": f"/problems/{type_}", "title": "", "status": status, "detail": "Slowly."}).encode()
    with serving(lambda _: (status, cors, body)) as busy:
        browser.use_service(busy.url)
        popup = open_popup(browser, f"{shop}/book")

    assert popup.texts("h1") == [title]
    assert popup.texts(".steps button")


def test_a_service_that_is_away_is_no_good_news(browser: Firefox, shop: str) -> None:
    with serving(lambda _: (200, {}, b"")) as stopped:
        pass
    browser.use_service(stopped.url)
    popup = open_popup(browser, f"{shop}/privacy")

    assert popup.texts("h1") == ["The service does not answer"]
    assert popup.texts(".steps button") == ["Try again", "Choose a service"]


def test_visits_are_looked_up_by_prefix_where_the_reader_permits_it(
    browser: Firefox, pages: Recorder, proxy: Recorder, shop: str
) -> None:
    bank = f"http://www.bank.example:{pages.port}"
    browser.open(f"{shop}/privacy")
    count = browser.count_after_click()
    proxy.sent.clear()
    browser.open(f"{shop}/book")
    browser.open(f"{bank}/account")
    assert proxy.sent == []

    browser.turn_on_lookups()
    browser.open(f"{bank}/account")
    browser.open(f"{shop}/book?item=1984")
    assert browser.label() == f"{count}!"
    browser.open(f"{shop}/news")
    assert browser.label() == count

    prefixes = [sha256(domain.encode()).hexdigest()[:5] for domain in ("bank.example", "bookshop.example")]
    assert [(sent.method, sent.path, sent.body) for sent in proxy.sent] == [
        ("GET", f"/v1/lookup/{prefix}", "") for prefix in prefixes
    ]
    assert not re.search(r"bookshop|bank|1984|Cookie|Referer", "".join(sent.headers for sent in proxy.sent))

    browser.turn_off_lookups()
    browser.open(f"{shop}/book")
    assert len(proxy.sent) == len(prefixes)
