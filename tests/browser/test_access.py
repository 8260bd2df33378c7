"""Everybody can use it: axe-core finds nothing, the keyboard reaches all, nothing shifts, and it can be enlarged."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.chromium import ID, Chromium, Popup
from tests.browser.serving import Sent, Service, serving
from tools.screenshots import problem

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
JUDGE = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"
READ = "main[aria-busy=false] h1"
SHOP = "http://www.bookshop.example"
THEMES = ("light", "dark")

# All that the popup can show, by the page that it is opened on: with what is opened in it then.
STATES = {
    "summary": (f"{SHOP}/privacy", []),
    "opened": (f"{SHOP}/privacy", [".badge > summary", ".badge .report > summary", ".history > summary"]),
    "shown in the page": (f"{SHOP}/privacy", [".badge > summary", ".show button"]),
    "unknown": (f"{SHOP}/book", []),
    "links": (f"{SHOP}/", []),
    "refused": (f"{SHOP}/terms", [".steps button:last-child"]),
    "language": (f"{SHOP}/datenschutz", []),
    "browser's own": ("chrome://version/", []),
}


def faults(run: Callable[[str], Any]) -> list[str]:
    """What axe-core finds wrong: each rule with the elements that break it."""
    run(AXE + ";0")
    found = run(f"{JUDGE}.then(({{violations}}) => JSON.stringify(violations))")
    return [f"{rule['id']}: {[node['html'][:120] for node in rule['nodes']]}" for rule in json.loads(found)]


def judged(popup: Popup) -> list[str]:
    """The faults in both themes."""
    found = []
    for theme in THEMES:
        popup.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        found += [f"{theme} {fault}" for fault in faults(popup.js)]
    return found


def open_popup(browser: Chromium, url: str) -> Popup:
    popup = browser.click_toolbar_button(browser.open(url))
    popup.wait_for(READ)
    return popup


def test_the_judge_sees_faults(blank: Page) -> None:
    blank.set_content("<img src=x><p style='color: #999'>Pale</p>")

    assert {fault.split(":")[0] for fault in faults(blank.evaluate)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_the_popup(browser: Chromium, state: str) -> None:
    url, opened = STATES[state]
    popup = open_popup(browser, url)
    for selector in opened:
        popup.click(selector)
        popup.wait_for(READ)

    assert judged(popup) == []


def late(_request: Sent) -> tuple[int, dict[str, str], bytes]:
    """An answer that comes when all has been looked at."""
    time.sleep(3)
    return 503, {}, b""


def test_axe_finds_nothing_in_the_popup_while_it_works(browser: Chromium) -> None:
    with serving(late) as slow:
        browser.use_service(slow.url)
        popup = browser.click_toolbar_button(browser.open(f"{SHOP}/privacy"))
        popup.wait_for("main[aria-busy=true] h1")
        assert faults(popup.js) == []


@pytest.mark.parametrize("address", ["away", "busy"])
def test_axe_finds_nothing_in_the_popup_without_a_service(browser: Chromium, address: str) -> None:
    with serving(problem(429, "rate-limited")) as busy:
        browser.use_service("http://127.0.0.1:9" if address == "away" else busy.url)
        assert judged(open_popup(browser, f"{SHOP}/privacy")) == []


def test_axe_finds_nothing_in_a_record_and_in_what_was_kept(browser: Chromium) -> None:
    open_popup(browser, f"{SHOP}/privacy")
    assert judged(open_popup(browser, f"{SHOP}/book")) == []

    browser.use_service("http://127.0.0.1:9")
    assert judged(open_popup(browser, f"{SHOP}/book")) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_the_options(browser: Chromium, theme: Any) -> None:
    open_popup(browser, f"{SHOP}/privacy")
    page = browser.open(f"chrome-extension://{ID}/options/options.html")
    page.emulate_media(color_scheme=theme)
    page.wait_for_selector("#kept tbody tr")

    assert faults(page.evaluate) == []

    page.get_by_label("Address of the service").fill("javascript:alert(1)")
    page.get_by_role("button", name="Save").click()
    assert faults(page.evaluate) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_the_page(blank: Page, service: Service, theme: Any) -> None:
    blank.emulate_media(color_scheme=theme)
    blank.goto(service.url)
    assert faults(blank.evaluate) == []

    blank.click("#example")
    blank.wait_for_selector(".badge")
    blank.click(".badge > summary")
    blank.click(".badge .report > summary")
    assert faults(blank.evaluate) == []

    blank.fill("#url", "no address")
    blank.click("button.main")
    assert faults(blank.evaluate) == []


WALK = """(() => {
  const all = 'a[href], button, input, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(all)].filter((each) => each.checkVisibility()).length;
})()"""
STOP = """(() => {
  const {activeElement: at} = document;
  const box = at.getBoundingClientRect();
  const {outlineStyle, outlineWidth} = getComputedStyle(at);
  const isSeen = at.id === "summary" || (box.bottom > 0 && box.top < innerHeight);
  window.reached ??= new Set();
  const isBody = at === document.body;
  const isNew = !isBody && !reached.has(at);
  if (isNew) reached.add(at);
  return {isBody, isNew, isSeen, outline: isBody || (outlineStyle !== "none" && outlineWidth !== "0px")};
})()"""


def test_the_keyboard_reaches_everything_in_the_popup_and_shows_where_it_is(browser: Chromium) -> None:
    popup = open_popup(browser, f"{SHOP}/privacy")
    for selector in (".badge > summary", ".badge .report > summary", ".more > summary", ".history > summary"):
        popup.click(selector)
    popup.wait_for(".badge .report .steps")
    popup.js("void document.activeElement.blur()")
    expected = popup.js(WALK)
    assert expected > 20

    stops = []
    for _ in range(expected + 3):
        popup.press("Tab", code="Tab", windowsVirtualKeyCode=9)
        stops.append(popup.js(STOP))

    assert sum(stop["isNew"] for stop in stops) == expected
    assert all(stop["outline"] and (stop["isSeen"] or stop["isBody"]) for stop in stops)


def test_the_keyboard_reaches_everything_in_the_options(browser: Chromium) -> None:
    open_popup(browser, f"{SHOP}/privacy")
    page = browser.open(f"chrome-extension://{ID}/options/options.html")
    page.wait_for_selector("#kept tbody tr")
    expected = page.evaluate(WALK)
    assert expected == 6

    stops = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))

    assert all(stop["isNew"] and stop["outline"] and stop["isSeen"] for stop in stops)


SHIFTS = """(() => {
  window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({value}) => value)))
    .observe({type: "layout-shift", buffered: true});
})()"""


def test_nothing_shifts_as_the_popup_loads(browser: Chromium) -> None:
    """Not from the first frame to the summary, nor when what is asked for on request comes."""
    page = browser.open(f"{SHOP}/privacy")
    popup = browser.click_toolbar_button(page)
    popup.js(SHIFTS)
    popup.wait_for(".head h1")
    page.wait_for_timeout(300)
    assert popup.js("shifts") == []

    before = popup.js("(document.querySelector('.badge').open = true, 0)")
    heights = [popup.js("document.querySelector('.badge').offsetHeight")]
    page.wait_for_timeout(700)
    heights.append(popup.js("document.querySelector('.badge').offsetHeight"))
    assert before == 0
    assert "was right" in popup.js("document.querySelector('.measured').textContent")
    assert heights[0] == heights[1]


def test_the_measure_of_shifts_sees_one(browser: Chromium) -> None:
    page = browser.open(f"{SHOP}/book")
    page.evaluate(SHIFTS)
    page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<p>Late</p>')")
    page.wait_for_timeout(300)

    assert page.evaluate("shifts.length") > 0


def test_nothing_turns_where_motion_is_unwelcome(browser: Chromium) -> None:
    popup = open_popup(browser, f"{SHOP}/book")
    popup.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    popup.js("document.querySelector('.message').className = 'message working'")

    assert popup.js("document.getAnimations().length") == 0


@pytest.mark.parametrize("path", ["/privacy", "/book"])
def test_at_200_percent_all_can_be_read(browser: Chromium, path: str) -> None:
    popup = open_popup(browser, SHOP + path)
    popup.js("document.documentElement.style.zoom = 2")

    assert popup.js("document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth + 1")
    assert popup.js("[...document.querySelectorAll('main *')].every((each) => each.scrollWidth <= innerWidth)")


@pytest.mark.parametrize("address", ["options", "page"])
def test_pages_at_200_percent_need_no_scrolling_to_the_side(browser: Chromium, service: Service, address: str) -> None:
    page = browser.open(f"chrome-extension://{ID}/options/options.html" if address == "options" else service.url)
    page.set_viewport_size({"width": 640, "height": 480})  # what 1280 by 960 is at 200 %

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
