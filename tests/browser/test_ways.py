"""Every way to a summary besides the policy in the tab: its address, its links, a selection, a search."""

import json
from collections.abc import Iterator

import pytest
import redis
from playwright.sync_api import Page

from tests.browser.chromium import ID, Chromium, Popup
from tests.browser.serving import Answer, Recorder, Sent, Service, forward_to, reading_service, serving
from tests.browser.test_popup import BADGES, READ, open_popup
from tests.server.searching.web import DOMAIN, HOME, POLICY, footer, link, on_the_web
from tests.server.searching.working import working

LINKS = ".links b"


@pytest.fixture(scope="module")
def service(redis_url: str, pages: Recorder) -> Iterator[Service]:
    """The service as one for many people, which may read the sites that are visited here."""
    service = reading_service(redis_url, pages.port, "verify")
    yield service
    service.stop()


@pytest.fixture
def shop(pages: Recorder) -> str:
    """A site whose address means the same to the browser and to the service."""
    return f"http://www.bookshop.example:{pages.port}"


def bodies(proxy: Recorder) -> list[dict[str, str]]:
    """All that the service was given to read."""
    return [json.loads(sent.body) for sent in proxy.sent if sent.method == "POST"]


def test_the_policies_that_a_page_links_to_are_offered_by_kind(browser: Chromium, proxy: Recorder, shop: str) -> None:
    _page, popup = open_popup(browser, f"{shop}/")

    assert popup.texts("h1") == ["Nothing on record for bookshop.example"]
    assert popup.texts(LINKS) == ["Privacy policy", "Cookie policy", "Terms of service"]
    assert popup.texts(".links button") == [
        "Read it\nthe privacy policy",
        "Open\nthe privacy policy",
        "Open\nthe cookie policy",
        "Open\nthe terms",
    ]
    assert proxy.url in popup.texts(".message .small")[0]
    assert [(sent.method, sent.path) for sent in proxy.sent] == [("GET", "/v1/domains/bookshop.example")]


def test_a_linked_policy_is_read_by_the_service_on_a_click(browser: Chromium, proxy: Recorder, shop: str) -> None:
    _page, popup = open_popup(browser, f"{shop}/?basket=4711")
    popup.click(".links button")
    popup.wait_for(".head h1")

    assert bodies(proxy) == [{"url": f"{shop}/privacy"}]
    assert popup.texts(BADGES.format("warning"))
    assert f"{shop}/privacy" in popup.texts("footer p")[0]
    href = popup.js("document.querySelector('.show a').href")
    assert href.startswith(f"{shop}/privacy#:~:text=")


def test_a_linked_policy_is_opened_in_a_tab(browser: Chromium, proxy: Recorder, shop: str) -> None:
    _page, popup = open_popup(browser, f"{shop}/")
    with browser.context.expect_page() as opened:
        popup.click(".links button.secondary")

    assert opened.value.url == f"{shop}/privacy"
    assert bodies(proxy) == []


def test_terms_are_named_and_the_policy_that_they_link_to_is_offered(browser: Chromium, shop: str) -> None:
    page = browser.open(f"{shop}/terms")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<footer><a href=/privacy>Privacy policy</a></footer>')"
    )
    popup = browser.click_toolbar_button(page)
    popup.wait_for(READ)
    assert "looks like terms of service" in popup.texts(".message p")[0]
    assert popup.texts(LINKS) == ["Privacy policy"]

    popup.choose("Send this page’s text to")
    popup.wait_for(READ)

    assert popup.texts("h1") == ["These are terms of service"]
    assert popup.texts(LINKS) == ["Privacy policy"]


def test_what_the_service_cannot_read_can_be_opened(browser: Chromium, shop: str) -> None:
    page = browser.open(f"{shop}/book")
    page.evaluate("document.body.innerHTML = '<footer><a href=/gone>Privacy policy</a></footer>'")
    popup = browser.click_toolbar_button(page)
    popup.wait_for(READ)
    popup.click(".links button")
    popup.wait_for(READ)

    assert popup.texts("h1") == ["The service could not get the page"]
    assert popup.texts(".steps button") == ["Open it in a tab", "Look up this site instead", "Try again"]


def test_a_pdf_is_read_by_its_address_after_asking(browser: Chromium, proxy: Recorder, shop: str) -> None:
    _page, popup = open_popup(browser, f"{shop}/policy?user=4711")

    assert popup.texts("h1") == ["This is a PDF file"]
    assert proxy.sent == []
    assert f"{shop}/policy and nothing else" in popup.texts(".message p")[0]
    popup.click(".steps button")
    popup.wait_for(".head h1")
    assert bodies(proxy) == [{"url": f"{shop}/policy"}]
    assert popup.texts(BADGES.format("warning"))


def test_a_pdf_on_the_reader_s_own_network_is_not_offered(browser: Chromium, pages: Recorder, proxy: Recorder) -> None:
    _page, popup = open_popup(browser, f"{pages.url}/policy")

    assert popup.texts("h1") == ["This is a PDF file"]
    assert popup.texts(".steps button") == ["Paste a policy instead"]
    assert proxy.sent == []


def choose_from_menu(browser: Chromium, page: Page, popup: Popup) -> None:
    """Choose the extension's entry in the menu of selected text, which no protocol can open."""
    tab = popup.js("chrome.tabs.query({active: true, currentWindow: true}).then(([tab]) => tab)")
    selected = page.evaluate("getSelection().toString()")
    chosen = "([info, tab]) => chrome.contextMenus.onClicked.dispatch(info, tab)"
    browser.worker.evaluate(chosen, [{"menuItemId": "selection", "frameId": 0, "selectionText": selected}, tab])


def test_what_is_selected_is_read_without_the_address_of_the_page(
    browser: Chromium, proxy: Recorder, shop: str
) -> None:
    page, popup = open_popup(browser, f"{shop}/notice")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main') ?? document.body)")
    choose_from_menu(browser, page, popup)
    popup = browser.click_toolbar_button(page)
    popup.wait_for(".head h1")

    (sent,) = bodies(proxy)
    assert set(sent) == {"html", "title"}
    assert "not from the whole page" in popup.texts("footer p")[0]

    popup = browser.click_toolbar_button(page)
    assert popup.wait_for(READ) == "Nothing on record for bookshop.example"


def test_there_is_an_entry_in_the_menu_and_a_shortcut(browser: Chromium) -> None:
    assert browser.worker.evaluate("chrome.contextMenus.update('selection', {}).then(() => true, () => false)")
    commands = browser.worker.evaluate("chrome.commands.getAll()")
    assert [(command["name"], command["shortcut"]) for command in commands] == [("_execute_action", "Alt+Shift+S")]


def searching(service: Service, states: list[str]) -> Answer:
    """The service, but for what it says of a search: the given states, one after the other."""
    forward = forward_to(service.port)

    def answer(sent: Sent) -> tuple[int, dict[str, str], bytes]:
        if not sent.path.endswith("/refresh"):
            return forward(sent)
        state = states.pop(0) if len(states) > 1 else states[0]
        said = {"domain": "bookshop.example", "state": state, "asked_at": "2026-11-22T12:00:00Z"}
        return 202, {"Access-Control-Allow-Origin": f"chrome-extension://{ID}"}, json.dumps(said).encode()

    return answer


def wait_for_title(popup: Popup, title: str) -> None:
    popup.js(
        f"""new Promise((resolve) => {{
          const look = () =>
            document.querySelector("h1").textContent === {json.dumps(title)} ? resolve() : setTimeout(look, 20);
          look();
        }})"""
    )


@pytest.mark.parametrize(
    ("states", "title"),
    [
        (["queued", "reading"], "Looking for the policy of bookshop.example…"),
        (["failed"], "No policy was found for bookshop.example"),
    ],
)
def test_the_service_looks_for_the_policy_where_it_is_asked_to(
    browser: Chromium, service: Service, empty_redis: redis.Redis, shop: str, states: list[str], title: str
) -> None:
    with serving(searching(service, states)) as proxy:
        browser.use_service(proxy.url)
        _page, popup = open_popup(browser, f"{shop}/book")
        popup.choose("Let the service look for its policy")
        wait_for_title(popup, title)

        assert {sent.body for sent in proxy.sent} == {""}
        assert ("POST", "/v1/domains/bookshop.example/refresh") in {(sent.method, sent.path) for sent in proxy.sent}


def test_a_popup_that_is_opened_again_says_that_the_search_goes_on(
    browser: Chromium, proxy: Recorder, shop: str
) -> None:
    """There is no worker here, so it stays in the queue."""
    page, popup = open_popup(browser, f"{shop}/")
    popup.choose("Let the service look for its policy")
    wait_for_title(popup, "Looking for the policy of bookshop.example…")

    popup = browser.click_toolbar_button(page)
    assert popup.wait_for(READ) == "Looking for the policy of bookshop.example…"
    assert popup.texts(LINKS) == ["Privacy policy", "Cookie policy", "Terms of service"]
    turning = "[...document.querySelectorAll('.icon')].map((icon) => getComputedStyle(icon).animationName)"
    assert popup.js(turning) == ["turn", "none", "none", "none"]
    popup.js("new Promise((resolve) => setTimeout(resolve, 2000))")
    assert popup.texts("h1") == ["Looking for the policy of bookshop.example…"]
    assert [sent.method for sent in proxy.sent if sent.path.endswith("/refresh")] == ["POST"]


def test_a_page_that_says_something_else_than_its_site_gives_out_says_so(
    browser: Chromium, proxy: Recorder, redis_url: str
) -> None:
    """From a search by a real worker to the record, and back to the page that the reader sees."""
    site = {HOME: footer(link("/privacy")), f"https://{DOMAIN}/privacy": POLICY}
    with on_the_web(site) as web, working(web, redis_url):
        _page, popup = open_popup(browser, f"http://www.{DOMAIN}/book")
        popup.choose("Let the service look for its policy")
        found = popup.wait_for(".notice p")
    assert found.startswith(f"Not this page: what is on record for {DOMAIN}. The service found it through")
    title = popup.texts("h1")
    refreshes = [sent.path for sent in proxy.sent if sent.method == "POST"]
    assert refreshes == [f"/v1/domains/{DOMAIN}/refresh"]  # and no more while it is looked after

    _page, popup = open_popup(browser, f"http://www.{DOMAIN}/privacy")
    said = popup.texts(".notice p")[0]
    assert said.startswith(f"This does not say the same as what is on record for {DOMAIN}, read on")
    assert popup.texts("h1") != title

    popup.choose("See what is on record")
    popup.wait_for(".page-links, .notice a")
    assert popup.texts("h1") == title
    popup.choose("Send this page")
    assert popup.wait_for(READ) != title[0]
