"""The check in the browser and the service's own are held against each other, on the same pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from server.analysis.documents import read_html
from server.analysis.gate import check
from server.analysis.refusals import NotEnglish, Refusal
from tests.browser.serving import PAGES, Recorder, module_of, serving
from tests.extension.node import value

EXTRACT = value("extract.js", "m.extractPage.toString()")

POLICIES = {"privacy", "policy-in-parts", "hostile", "datenschutz"}
"""Sent at once. The service refuses the last, and can say why."""

STAY = {"account", "book", "cookies", "home", "news", "privacy-settings", "terms"}
"""No policies."""

STAY_ALL_THE_SAME = {"notice", "letter", "privacy-bank", "privacy-message", "privacy-request"}
"""Policies by their words. One is not called so, the others are the reader's own: only the reader can send them."""


def service_takes(html: str) -> bool:
    try:
        check(read_html(html))
    except NotEnglish:
        return True
    except Refusal:
        return False
    return True


@pytest.fixture(scope="module")
def modules() -> Iterator[Recorder]:
    """The extension's files, as a site serves them."""
    with serving(module_of) as server:
        yield server


def verdicts(page: Page, modules: Recorder, name: str) -> tuple[bool, bool]:
    """What the browser and the service make of a page of ours."""
    page.goto(f"http://www.bookshop.example/{name}")
    extracted = page.evaluate(f"({EXTRACT})()")
    check_here = f"async (page) => (await import('{modules.url}/looks-like-policy.js')).looksLikePolicy(page)"
    return page.evaluate(check_here, extracted), service_takes(extracted["html"])


def test_a_policy_in_frames_shadow_roots_and_closed_sections_is_read_as_if_it_stood_in_the_page(blank: Page) -> None:
    def read(name: str) -> str:
        blank.goto(f"http://www.bookshop.example/{name}")
        return read_html(blank.evaluate(f"({EXTRACT})()")["html"]).text

    assert read("policy-in-parts") == read("privacy") == read_html((PAGES / "privacy.html").read_text("utf-8")).text


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_a_policy_is_sent_and_taken(blank: Page, modules: Recorder, name: str) -> None:
    assert verdicts(blank, modules, name) == (True, True)


@pytest.mark.parametrize("name", sorted(STAY))
def test_any_other_page_is_neither_sent_nor_taken(blank: Page, modules: Recorder, name: str) -> None:
    assert verdicts(blank, modules, name) == (False, False)


@pytest.mark.parametrize("name", sorted(STAY_ALL_THE_SAME))
def test_where_in_doubt_a_page_is_not_sent(blank: Page, modules: Recorder, name: str) -> None:
    assert verdicts(blank, modules, name) == (False, True)


def test_every_page_is_held_against_both() -> None:
    assert {Path(page).stem for page in PAGES.glob("*.html")} == POLICIES | STAY | STAY_ALL_THE_SAME
