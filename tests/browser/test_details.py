"""What the popup shows on request: how often badges are right, what changed, and what can be taken along."""

import re

import pytest
from playwright.sync_api import expect

from server.analysis.vocabulary import PRACTICES, Stance
from tests.browser.chromium import Chromium, Popup
from tests.browser.serving import PAGES, Recorder

SHOP = "http://www.bookshop.example"
_FIRST = "document.querySelector('.measured').textContent"


@pytest.fixture
def popup(browser: Chromium) -> Popup:
    page = browser.open(f"{SHOP}/privacy")
    popup = browser.click_toolbar_button(page)
    popup.wait_for(".head h1")
    return popup


def _until(popup: Popup, condition: str) -> None:
    """Return once the condition holds in the popup; fail where it does not in time."""
    looking = (
        f"new Promise((done) => {{ const look = () => ({condition}) ? done(true) : setTimeout(look, 20); look(); }})"
    )
    late = "new Promise((done) => setTimeout(done, 5000, false))"
    assert popup.js(f"Promise.race([{looking}, {late}])"), condition


def paths(proxy: Recorder) -> list[str]:
    return [sent.path for sent in proxy.sent if sent.method == "GET"]


def test_an_open_badge_says_how_often_its_kind_was_right(popup: Popup, proxy: Recorder) -> None:
    assert paths(proxy) == []
    measured = PRACTICES["collects-precise-location"].stances[Stance.DOES].measured
    assert measured

    popup.click(".badge > summary")
    popup.wait_for("[open] .measured")

    said = f"Such a badge was right in {measured.right} of {measured.judged} that we judged."
    _until(popup, f"{_FIRST} === {said!r}")
    popup.click(".badge:nth-of-type(2) > summary")
    assert paths(proxy) == ["/v1/practices"]


def test_a_measure_that_cannot_be_asked_is_asked_again(popup: Popup, browser: Chromium, proxy: Recorder) -> None:
    browser.use_service("http://127.0.0.1:9")
    popup.click(".badge > summary")
    _until(popup, f"/could not/.test({_FIRST})")

    browser.use_service(proxy.url)
    popup.click(".badge > summary")
    popup.click(".badge > summary")

    _until(popup, f"/was right/.test({_FIRST})")


def test_what_changed_is_asked_when_it_is_opened(browser: Chromium, proxy: Recorder) -> None:
    page = browser.open(f"{SHOP}/privacy")
    policy = (PAGES / "privacy.html").read_text("utf-8")
    older = re.sub(r"<[^>]*>[^<]*precise location[^<]*</[^>]*>", "", policy)
    assert older != policy
    page.request.post(f"{proxy.url}/v1/summaries", data={"html": older, "url": f"{SHOP}/privacy"})
    proxy.sent.clear()

    popup = browser.click_toolbar_button(page)
    popup.wait_for(".head h1")
    assert paths(proxy) == []
    popup.click(".history > summary")

    assert "New: Tracks your precise location" in popup.wait_for(".changes li")
    assert paths(proxy) == ["/v1/domains/bookshop.example/history"]


def test_without_changes_it_says_so(popup: Popup) -> None:
    popup.click(".history > summary")

    _until(popup, "document.querySelector('.changes').innerText === 'No change is on record.'")


def test_the_summary_is_copied_as_markdown(popup: Popup, browser: Chromium) -> None:
    popup.click(".tools .copy")
    _until(popup, "document.getElementById('status').textContent === 'Copied.'")

    page = browser.open(f"{SHOP}/book")
    page.set_content("<textarea></textarea>")
    page.focus("textarea")
    page.keyboard.press("Control+V")

    copied = page.input_value("textarea")
    assert copied.startswith("# Privacy policy – The Crooked Shelf\n")
    assert "- **Tracks your precise location** (Warning)" in copied
    assert "not legal advice" in copied


def test_a_report_is_shown_and_sent_by_nobody_but_the_reader(popup: Popup, proxy: Recorder) -> None:
    popup.click(".badge > summary")
    popup.click(".badge .report > summary")
    popup.wait_for(".badge .report .steps")

    text = popup.js("document.querySelector('.report textarea').value")
    assert "Tracks your precise location" in text
    assert f"{SHOP}/privacy" in text
    mail = popup.js("document.querySelector('.report a').href")
    assert mail.startswith("mailto:?subject=")
    assert [sent.method for sent in proxy.sent if sent.method == "POST"] == ["POST"]
    assert paths(proxy) in ([], ["/v1/practices"])


def test_the_text_that_was_read_opens(popup: Popup, browser: Chromium) -> None:
    with browser.context.expect_page() as opened:
        popup.js("void setTimeout(() => document.querySelector('.tools a').click())")  # the popup goes with the click

    expect(opened.value.locator("body")).to_contain_text("We do not")
