"""Private windows keep nothing, and a tab that is closed while it is read leaves nothing behind."""

import json
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import ID, Chromium
from tests.browser.serving import Recorder, Sent, Service, forward_to, serving
from tests.browser.test_popup import BADGES, READ, SHOP
from tests.browser.test_quiet import LETTER


def stored(browser: Chromium) -> dict[str, Any]:
    """All that the extension has stored on this device and holds in memory."""
    areas = [browser.worker.evaluate(f"chrome.storage.{area}.get()") for area in ("local", "session")]
    return areas[0] | areas[1]


def wait_for_label(browser: Chromium, page: Page) -> None:
    for _ in range(100):
        if any(browser.worker.evaluate(BADGE_TEXTS)):
            return
        page.wait_for_timeout(20)
    raise TimeoutError("No label")


BADGE_TEXTS = """async () => {
  const tabs = await chrome.tabs.query({});
  return Promise.all(tabs.map(({id: tabId}) => chrome.action.getBadgeText({tabId})));
}"""


@pytest.mark.parametrize("is_private", [False, True])
def test_only_what_is_read_in_a_private_window_is_not_kept(
    browser: Chromium, proxy: Recorder, is_private: bool
) -> None:
    before = stored(browser)
    page = (browser.open_privately if is_private else browser.open)(f"{SHOP}/privacy")
    popup = browser.click_toolbar_button(page)
    popup.wait_for(".head h1")
    assert popup.texts(BADGES.format("warning"))
    popup.click(".badge > summary")
    popup.wait_for(".badge[open] .measured")
    wait_for_label(browser, page)
    page.wait_for_timeout(300)

    (sent,) = [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"]
    assert ("url" in sent) is not is_private
    assert (stored(browser) == before) is is_private
    on_record = page.request.get(f"{proxy.url}/v1/domains/bookshop.example").status
    assert on_record == (404 if is_private else 200)


def test_a_private_window_offers_nothing_that_comes_on_record(browser: Chromium, proxy: Recorder) -> None:
    page = browser.open_privately(f"{SHOP}/")
    popup = browser.click_toolbar_button(page)

    assert popup.wait_for(READ) == "Nothing on record for bookshop.example"
    assert popup.texts(".link-steps button") == [
        f"Open\nthe {document}" for document in ("privacy policy", "cookie policy", "terms")
    ]
    assert [label.split(" to ")[0] for label in popup.texts(".steps button")] == ["Send this page’s text"]
    assert [(sent.method, sent.path) for sent in proxy.sent] == [("GET", "/v1/domains/bookshop.example")]


def test_a_tab_that_is_closed_while_it_is_read_leaves_no_trace_on_others(browser: Chromium, service: Service) -> None:
    is_asked, is_closed = Event(), Event()
    forward = forward_to(service.port)

    def slowly(sent: Sent) -> tuple[int, dict[str, str], bytes]:
        is_asked.set()
        is_closed.wait(20)
        return forward(sent)

    said: list[str] = []
    with serving(slowly) as slow:
        browser.use_service(slow.url)
        other = browser.open(LETTER)
        page = browser.open(f"{SHOP}/privacy")
        browser.worker.on("console", lambda message: said.append(message.text))
        popup = browser.click_toolbar_button(page)
        tab = popup.js("chrome.tabs.query({active: true, currentWindow: true}).then(([tab]) => tab.id)")
        while not is_asked.is_set():
            page.wait_for_timeout(20)
        page.close()
        is_closed.set()
        for _ in range(200):  # it is read to its end, as it is where a popup was closed too early
            if "kept" in stored(browser):
                break
            other.wait_for_timeout(50)

    assert [entry["url"] for entry in stored(browser)["kept"]] == [f"{SHOP}/privacy"]
    assert not any(browser.worker.evaluate(BADGE_TEXTS))
    assert said == []
    options = browser.open(f"chrome-extension://{ID}/options/options.html")
    answer = options.evaluate("(tabId) => chrome.runtime.sendMessage({name: 'read', tabId})", tab)
    assert answer == {"answer": {"kind": "unreadable-page", "why": "closed"}}
