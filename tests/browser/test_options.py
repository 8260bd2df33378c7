"""The options page: where the service is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import ID, Chromium
from tests.browser.serving import Recorder


@pytest.fixture
def options(browser: Chromium) -> Iterator[Page]:
    page = browser.open(f"chrome-extension://{ID}/options/options.html")
    yield page
    page.close()


def test_shows_the_address_in_use(options: Page, proxy: Recorder) -> None:
    expect(options.get_by_label("Address of the service")).to_have_value(proxy.url)


def test_saves_an_address_and_the_popup_uses_it(options: Page, browser: Chromium, proxy: Recorder) -> None:
    browser.use_service("http://127.0.0.1:9")
    options.get_by_label("Address of the service").fill(f"{proxy.url}/some/path")
    options.get_by_role("button", name="Save").click()
    expect(options.locator("#said")).to_have_text("Saved.")

    popup = browser.click_toolbar_button(browser.open("http://bookshop.example/privacy"))
    popup.wait_for(".head h1")

    assert [sent.path for sent in proxy.sent if sent.method == "POST"] == ["/v1/summaries"]


@pytest.mark.parametrize("address", ["http://smallprint.example", "smallprint.example", "javascript:alert(1)"])
def test_refuses_an_address_to_which_no_policy_should_go(options: Page, browser: Chromium, address: str) -> None:
    before = browser.worker.evaluate("chrome.storage.local.get()")
    options.get_by_label("Address of the service").fill(address)
    options.get_by_label("Address of the service").press("Enter")

    expect(options.locator("#said")).to_contain_text("https")
    expect(options.get_by_label("Address of the service")).to_have_attribute("aria-invalid", "true")
    assert browser.worker.evaluate("chrome.storage.local.get()") == before


def test_an_empty_address_stands_for_this_computer(options: Page, browser: Chromium) -> None:
    options.get_by_label("Address of the service").fill("")
    options.get_by_role("button", name="Save").click()
    expect(options.locator("#said")).to_have_text("Saved.")

    assert browser.worker.evaluate("chrome.storage.local.get()") == {"address": "http://127.0.0.1:8000"}


def test_what_was_said_of_an_address_goes_when_it_is_edited(options: Page) -> None:
    options.get_by_role("button", name="Save").click()
    expect(options.locator("#said")).to_have_text("Saved.")

    options.get_by_label("Address of the service").press_sequentially("1")

    expect(options.locator("#said")).to_be_empty()


def test_tests_the_connection(options: Page) -> None:
    options.get_by_role("button", name="Test the connection").click()

    expect(options.locator("#said")).to_have_text("It answers, and knows 53 practices.")


def test_says_what_is_wrong_with_the_connection(options: Page) -> None:
    options.get_by_label("Address of the service").fill("http://127.0.0.1:9")
    options.get_by_role("button", name="Test the connection").click()

    expect(options.locator("#said")).to_contain_text("The service does not answer")
