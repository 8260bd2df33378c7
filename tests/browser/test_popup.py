"""The main job in a real browser: the policy in the tab, the toolbar button, the popup."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import redis
from playwright.sync_api import Page

from tests.browser.chromium import ID, Chromium, Popup
from tests.browser.serving import Recorder, Service, serving

READ = "main[aria-busy=false] h1"
BADGES = "details.badge.{} > summary .label"


def open_popup(browser: Chromium, url: str) -> tuple[Page, Popup]:
    page = browser.open(url)
    popup = browser.click_toolbar_button(page)
    popup.wait_for(READ)
    return page, popup


SHOP = "http://www.bookshop.example"


def summary_of(proxy: Recorder, page: Page) -> dict[str, Any]:
    """The API's own answer to what the extension has sent."""
    sent = [request for request in proxy.sent if request.method == "POST"]
    answer = page.request.post(f"{proxy.url}/v1/summaries", data=json.loads(sent[0].body))
    return answer.json()


def test_the_policy_in_the_tab_is_shown_as_the_service_summarises_it(browser: Chromium, proxy: Recorder) -> None:
    page, popup = open_popup(browser, f"{SHOP}/privacy")

    summary = summary_of(proxy, page)
    shown = {level: popup.texts(BADGES.format(level)) for level in ("warning", "caution", "good")}
    names = {"warning": "Warning", "caution": "Caution", "good": "Good point"}
    for level, labels in shown.items():
        expected = [badge["label"] for badge in summary["badges"] if badge["level"] == level]
        assert labels == [f"{names[level]}:\n{label}" for label in expected]
        assert expected
    assert popup.texts(".overview li") == [line["text"] for line in summary["overview"]]
    assert popup.texts("h1") == [summary["document"]["title"]]
    assert "March 14, 2024" in popup.texts(".facts")[0]  # as the browser writes dates, which is American
    assert popup.texts(".not-stated li")


def test_a_badge_opens_its_quotes_word_for_word(browser: Chromium, proxy: Recorder) -> None:
    page, popup = open_popup(browser, f"{SHOP}/privacy")
    summary = summary_of(proxy, page)
    badge = summary["badges"][0]
    finding = next(each for each in summary["findings"] if each["practice"] == badge["practice"])

    assert popup.js("document.querySelector('.badge blockquote').checkVisibility()") is False
    popup.click(".badge summary")

    assert popup.js("document.querySelector('.badge blockquote').checkVisibility()") is True
    assert popup.js("document.querySelector('.badge q').textContent") == finding["evidence"][0]["display"]
    assert finding["evidence"][0]["heading"] in popup.texts(".badge figcaption")[0]
    assert f"1 of {finding['count']}" in popup.texts(".badge figcaption")[0]


def test_a_badge_opens_by_keyboard(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    for _ in range(20):
        popup.press("Tab", code="Tab", windowsVirtualKeyCode=9)
        if popup.js("!!document.activeElement.closest('.badge > summary')"):
            break
    popup.press("Enter", code="Enter", windowsVirtualKeyCode=13, text="\r")

    assert popup.js("document.activeElement.parentElement.open") is True
    assert popup.js("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_summary_scrolls_by_keyboard(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    for _ in range(2):
        popup.press("Tab", code="Tab", windowsVirtualKeyCode=9)
    popup.press("End", code="End", windowsVirtualKeyCode=35)

    assert popup.js("document.activeElement.id") == "summary"
    assert popup.js(
        """new Promise((resolve) => {
          const main = document.querySelector("main");
          const look = () => (main.scrollTop > 0 ? resolve(true) : setTimeout(look, 20));
          look();
        })"""
    )


def test_a_denial_by_its_lead_in_is_quoted_with_it(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    quotes = popup.js("[...document.querySelectorAll('.badge.good blockquote')].map((each) => each.textContent)")

    assert "We do not: sell your personal information to anyone," in quotes


def test_the_toolbar_counts_the_warnings_of_this_tab(browser: Chromium) -> None:
    page, popup = open_popup(browser, f"{SHOP}/privacy")
    warnings = len(popup.texts(BADGES.format("warning")))

    tab = popup.js("chrome.tabs.query({active: true, currentWindow: true}).then(([tab]) => tab.id)")
    text = "(tabId) => chrome.action.getBadgeText({tabId})"

    for _ in range(100):  # the popup does not wait for the button
        if browser.worker.evaluate(text, tab):
            break
        page.wait_for_timeout(20)
    assert browser.worker.evaluate(text, tab) == str(warnings)
    page.goto(f"{SHOP}/book")
    assert browser.worker.evaluate(text, tab) == ""


def test_a_page_that_is_no_policy_stays_in_the_browser(browser: Chromium, proxy: Recorder) -> None:
    _page, popup = open_popup(browser, "http://www.bank.example/account?iban=GB29NWBK60161331926819")

    assert popup.texts("h1") == ["Nothing on record for bank.example"]
    assert [(sent.method, sent.path, sent.body) for sent in proxy.sent] == [("GET", "/v1/domains/bank.example", "")]
    everything = "".join(sent.headers for sent in proxy.sent)
    assert not re.search(r"GB29|6819|NWBK|account|Ada|iban", everything)


def test_nothing_is_sent_before_the_click(browser: Chromium, proxy: Recorder) -> None:
    page = browser.open(f"{SHOP}/privacy")
    page.goto(f"{SHOP}/account")
    page.wait_for_timeout(500)

    assert proxy.sent == []


def test_the_reader_can_say_that_it_is_the_policy(browser: Chromium, proxy: Recorder) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/notice")
    assert popup.texts("h1") == ["Nothing on record for bookshop.example"]

    assert popup.texts(".steps button")[-1] == f"Send this page’s text to {proxy.url} all the same"
    popup.choose("Send this page’s text to")
    popup.wait_for(".head h1")

    assert popup.texts(BADGES.format("good"))


def test_a_page_that_was_not_on_show_when_the_reader_was_asked_is_not_sent(browser: Chromium, proxy: Recorder) -> None:
    page, popup = open_popup(browser, f"{SHOP}/notice")
    page.evaluate("history.pushState(null, '', '/account'); document.title = 'Your account'")

    popup.choose("Send this page’s text to")
    popup.wait_for(READ)

    assert popup.texts("h1") == ["The page has changed"]
    assert [sent.method for sent in proxy.sent] == ["GET"]


@pytest.mark.parametrize("name", ["privacy-bank", "privacy-message", "privacy-request"])
def test_a_page_of_the_reader_s_own_stays_in_the_browser(browser: Chromium, proxy: Recorder, name: str) -> None:
    open_popup(browser, f"{SHOP}/{name}")

    assert [(sent.method, sent.path) for sent in proxy.sent] == [("GET", "/v1/domains/bookshop.example")]


def test_a_policy_on_the_reader_s_own_network_is_sent_by_his_word_alone(
    browser: Chromium, pages: Recorder, proxy: Recorder
) -> None:
    _page, popup = open_popup(browser, f"{pages.url}/privacy")
    assert popup.texts("h1") == ["This policy lies on your own network"]
    assert proxy.sent == []

    popup.click(".steps button")
    popup.wait_for(".head h1")

    assert popup.texts(BADGES.format("warning"))


def test_a_refusal_gives_its_reason_and_a_way_on(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/terms")

    popup.choose("Send this page’s text to")
    popup.wait_for(READ)

    assert popup.texts("h1") == ["These are terms of service"]
    popup.choose("Look up this site instead")
    popup.wait_for(READ)
    assert popup.texts("h1") == ["Nothing on record for bookshop.example"]
    assert "sent" not in popup.texts(".message p")[0]
    assert popup.texts(".steps button") == ["Let the service look for its policy", "Paste a policy instead"]


def test_a_policy_in_another_language_is_named(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/datenschutz")

    assert popup.texts("h1") == ["Only English policies can be read so far"]
    assert "German" in popup.texts(".message p")[0]


def test_what_was_read_is_on_record_for_the_site(browser: Chromium, proxy: Recorder) -> None:
    open_popup(browser, f"{SHOP}/privacy")
    _page, popup = open_popup(browser, "http://shop.bookshop.example/book")

    assert popup.texts(".site") == ["bookshop.example"]
    assert popup.texts(BADGES.format("warning"))
    assert popup.texts(".notice")[0].startswith("Not this page: what is on record for bookshop.example")
    assert proxy.sent[-1].path == "/v1/domains/bookshop.example"  # which shop of it is nobody's business


def test_a_page_of_the_browser_itself_is_named_as_such(browser: Chromium) -> None:
    _page, popup = open_popup(browser, "chrome://version/")

    assert popup.texts("h1") == ["This page cannot be read"]
    assert popup.texts(".steps button") == ["Paste a policy instead"]


def test_a_page_of_the_reader_s_own_machine_is_not_looked_up(
    browser: Chromium, pages: Recorder, proxy: Recorder
) -> None:
    _page, popup = open_popup(browser, f"{pages.url}/account")

    assert popup.texts("h1") == ["This does not look like a privacy policy"]
    assert proxy.sent == []


@pytest.fixture
def stopped_service(redis_url: str) -> str:
    service = Service({"REDIS_URL": redis_url})
    service.stop()
    return service.url


def test_a_service_that_is_stopped_is_no_good_news(browser: Chromium, stopped_service: str) -> None:
    browser.use_service(stopped_service)
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    assert popup.texts("h1") == ["The service does not answer"]
    assert stopped_service in popup.texts(".message p")[0]
    assert popup.texts(".steps button") == ["Try again", "Choose a service"]
    assert popup.texts(".badge, .counts li") == []


def test_try_again_tries_again(browser: Chromium, proxy: Recorder, stopped_service: str) -> None:
    browser.use_service(stopped_service)
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    browser.use_service(proxy.url)
    popup.click(".steps button")

    assert popup.wait_for(".head h1") == "Privacy policy – The Crooked Shelf"
    assert popup.js("document.activeElement.textContent") == "Privacy policy – The Crooked Shelf"


@pytest.fixture
def service_without_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    socket = tmp_path_factory.mktemp("none") / "s"
    service = Service({"REDIS_URL": f"unix://{socket}"})
    yield service
    service.stop()


def test_a_service_whose_store_is_away_still_reads_and_says_what_it_cannot(
    browser: Chromium, service_without_store: Service
) -> None:
    browser.use_service(service_without_store.url)

    _page, popup = open_popup(browser, f"{SHOP}/privacy")
    assert popup.texts(BADGES.format("warning"))

    _page, popup = open_popup(browser, "http://www.another.example/book")
    assert popup.texts("h1") == ["Nothing can be looked up just now"]


def test_a_service_that_asks_for_patience_gets_it(browser: Chromium) -> None:
    cors = {"Access-Control-Allow-Origin": f"chrome-extension://{ID}", "Access-Control-Expose-Headers": "Retry-After"}
    body = b'{"type": "/problems/rate-limited", "title": "", "status": 429, "detail": "Slowly."}'
    with serving(lambda _: (429, {**cors, "Retry-After": "7"}, body)) as busy:
        browser.use_service(busy.url)
        _page, popup = open_popup(browser, f"{SHOP}/book")

    assert popup.texts("h1") == ["Too many requests"]
    assert "7 seconds" in popup.texts(".message p")[0]


def test_a_stranger_s_markup_comes_out_as_text(browser: Chromium, empty_redis: redis.Redis) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/hostile")
    popup.js("document.querySelectorAll('details').forEach((each) => { each.open = true })")

    assert popup.texts("h1") == ["<script>document.body.remove()</script> Privacy policy"]
    quotes = popup.js("[...document.querySelectorAll('q')].map((each) => each.textContent)")
    assert any("<img src=x onerror=alert(1)>" in quote for quote in quotes)
    assert any("<b>" in heading for heading in popup.texts("figcaption"))
    assert popup.js("document.querySelectorAll('main script, main img, main b:not(.terms b)').length") == 0
    hrefs = popup.js("[...document.querySelectorAll('main a')].map((each) => each.protocol)")
    assert set(hrefs) <= {"http:", "https:", "mailto:"}


def test_a_page_that_has_replaced_the_language_s_own_functions_is_read_all_the_same(browser: Chromium) -> None:
    page = browser.open(f"{SHOP}/privacy")
    page.evaluate(
        """() => {
          const names = ["push", "map", "filter", "some", "join", "at"];
          for (const name of names) Array.prototype[name] = () => { throw new Error("Mine."); };
          String.prototype.replace = String.prototype.replaceAll = () => "We do not collect anything.";
          JSON.stringify = () => "{}";
          Array.prototype[Symbol.iterator] = null;
        }"""
    )
    popup = browser.click_toolbar_button(page)

    assert popup.wait_for(".head h1") == "Privacy policy – The Crooked Shelf"
    assert popup.texts(BADGES.format("warning"))


def test_the_states_are_said_to_screen_readers(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    assert popup.texts("[role=status]")[0].startswith("Summary ready: ")


def test_the_popup_keeps_its_size(browser: Chromium) -> None:
    sizes = []
    for path in ("/privacy", "/book"):
        _page, popup = open_popup(browser, f"http://{path[1:]}.example{path}")
        sizes.append(popup.js("[innerWidth, innerHeight]"))

    assert sizes == [[400, 600], [400, 600]]


def test_only_the_summary_scrolls(browser: Chromium) -> None:
    _page, popup = open_popup(browser, f"{SHOP}/privacy")

    assert popup.js("document.querySelector('main').scrollHeight > innerHeight") is True
    assert popup.js("document.documentElement.scrollHeight <= innerHeight") is True
    assert popup.js("document.documentElement.scrollWidth <= innerWidth") is True
