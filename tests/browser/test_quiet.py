"""What is sent while somebody browses with the extension: nothing, prefixes where it is wished, a name on a click."""

import re
from collections.abc import Iterator
from hashlib import sha256

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.chromium import ID, Chromium, chromium, permitted
from tests.browser.serving import Recorder

READ = "main[aria-busy=false] h1"
SHOP = "http://www.bookshop.example"
LETTER = "http://mail.post.example/letter?id=4711"


@pytest.fixture(scope="module")
def running_chromium(
    playwright: Playwright, pages: Recorder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """A browser whose extension has the permission."""
    with chromium(playwright, pages.port, permitted(tmp_path_factory.mktemp("permitted"))) as browser:
        yield browser


def turn_on(browser: Chromium) -> None:
    options = browser.open(f"chrome-extension://{ID}/options/options.html")
    options.locator("#look-up").check()
    expect(options.locator("#automatic [role=status]")).to_have_text("On.")
    options.close()


def put_on_record(browser: Chromium, url: str = f"{SHOP}/privacy") -> int:
    """Have the policy read by a click; return how many warnings it has."""
    page = browser.open(url)
    popup = browser.click_toolbar_button(page)
    popup.wait_for(".head h1")
    warnings = len(popup.texts("details.badge.warning"))
    page.close()
    return warnings


def browse(page: Page, pages: Recorder) -> None:
    """Visit what people visit: a shop, its policy, an account, a letter, the own network, the browser's own pages."""
    for url in (
        f"{SHOP}/book?item=1984",
        f"{SHOP}/privacy",
        "http://www.bank.example/account?iban=GB29NWBK60161331926819",
        LETTER,
        f"{pages.url}/account",
        f"http://router.localhost:{pages.port}/privacy",
        "chrome://version/",
        f"chrome-extension://{ID}/options/options.html",
        f"{SHOP}/book?item=451#reviews",
    ):
        page.goto(url)
        page.wait_for_timeout(150)
    page.evaluate("history.pushState(null, '', '/secret-page')")
    page.wait_for_timeout(300)


def prefix(domain: str) -> str:
    return sha256(domain.encode()).hexdigest()[:5]


def test_by_default_nothing_is_sent(browser: Chromium, proxy: Recorder, pages: Recorder) -> None:
    """Not even by an extension that could."""
    browse(browser.open("about:blank"), pages)

    assert proxy.sent == []


def test_with_automatic_lookup_only_prefixes_are_sent_once_each(
    browser: Chromium, proxy: Recorder, pages: Recorder
) -> None:
    put_on_record(browser)
    turn_on(browser)
    proxy.sent.clear()

    browse(browser.open("about:blank"), pages)

    expected = {f"/v1/lookup/{prefix(domain)}" for domain in ("bookshop.example", "bank.example", "post.example")}
    assert sorted((sent.method, sent.path, sent.body) for sent in proxy.sent) == sorted(
        ("GET", path, "") for path in expected
    )
    everything = "".join(sent.headers for sent in proxy.sent)
    assert not re.search(r"bookshop|bank|post|letter|4711|GB29|1984|secret|Cookie|Referer", everything)


def test_of_a_private_window_nothing_is_asked(browser: Chromium, proxy: Recorder) -> None:
    turn_on(browser)

    page = browser.open_privately(f"{SHOP}/book")
    page.goto(f"{SHOP}/news")
    page.wait_for_timeout(500)

    assert proxy.sent == []
    assert {"lookups", "told"}.isdisjoint(browser.worker.evaluate("chrome.storage.local.get()"))


def test_a_site_with_warnings_is_news_once(browser: Chromium) -> None:
    warnings = put_on_record(browser)
    turn_on(browser)
    title = f"Smallprint: {warnings} warnings on record for bookshop.example"

    page = browser.open(f"{SHOP}/book")
    _until_labelled(browser, page)
    assert browser.label(page) == (f"{warnings}!", title)

    page.goto("http://www.bookshop.example/news")
    _until_labelled(browser, page)
    assert browser.label(page) == (str(warnings), title)

    page.goto("http://www.unknown.example/news")
    page.wait_for_timeout(500)
    assert browser.label(page) == ("", "Read this page's privacy policy")


def _until_labelled(browser: Chromium, page: Page) -> None:
    for _ in range(100):
        if browser.label(page)[0]:
            return
        page.wait_for_timeout(50)


def test_a_letter_that_is_clicked_sends_a_domain_and_nothing_else(browser: Chromium, proxy: Recorder) -> None:
    popup = browser.click_toolbar_button(browser.open(LETTER))

    assert popup.wait_for(READ) == "Nothing on record for post.example"
    assert [(sent.method, sent.path, sent.body) for sent in proxy.sent] == [("GET", "/v1/domains/post.example", "")]
    assert not re.search(r"letter|4711|Cookie|Referer|Dear", proxy.sent[0].headers)


def test_what_was_read_before_is_there_while_the_service_is_away(browser: Chromium, proxy: Recorder) -> None:
    put_on_record(browser)
    browser.use_service("http://127.0.0.1:9")

    for path in ("/privacy", "/book"):
        popup = browser.click_toolbar_button(browser.open(SHOP + path))
        assert popup.wait_for(READ) == "Privacy policy – The Crooked Shelf"
        assert popup.texts(".notice")[0].startswith("The service does not answer. So this is what was read on ")
        assert popup.texts(".notice button") == ["Try again", "Choose a service"]
        assert popup.texts("details.badge.warning")


def test_the_options_show_what_is_kept_and_clear_it(browser: Chromium) -> None:
    put_on_record(browser)
    put_on_record(browser, "http://www.other.example/privacy")
    page = browser.open(f"chrome-extension://{ID}/options/options.html")
    rows = page.locator("#kept tbody tr")

    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("http://www.other.example/privacy")
    expect(rows.nth(0)).to_contain_text(re.compile(r"\w+ \d+, 20\d\d"))
    expect(rows.nth(0)).to_contain_text(re.compile(r"\d+ kB"))

    rows.nth(0).get_by_role("button").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("http://www.bookshop.example/privacy")
    assert page.evaluate("document.activeElement.textContent") == "Kept on this device"

    page.get_by_role("button", name="Remove all").click()
    expect(page.locator("#kept [role=status]")).to_have_text("Removed.")
    expect(rows).to_have_count(0)
    assert "bookshop" not in str(browser.worker.evaluate("chrome.storage.local.get()"))


def test_what_is_kept_of_visits_is_shown_and_can_be_removed(browser: Chromium, pages: Recorder) -> None:
    put_on_record(browser)
    turn_on(browser)
    browse(browser.open("about:blank"), pages)
    page = browser.open(f"chrome-extension://{ID}/options/options.html")
    expect(page.locator("#look-up")).to_be_checked()
    expect(page.locator("#kept")).to_contain_text("Of visits: 3 answers of the service by hash prefix, and 1 site")

    page.get_by_role("button", name="Remove what is kept of visits").click()

    expect(page.locator("#kept")).not_to_contain_text("Of visits")
    assert not {"lookups", "told"} & set(browser.worker.evaluate("chrome.storage.local.get()"))
