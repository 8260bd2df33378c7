"""Quotes from raw pages of real policies are found, marked and brought to view in those very pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, Route

from server.analysis import Refusal, Summary, read_html, summarise
from tests.browser.chromium import EXECUTABLE
from tests.extension.node import value

EXTRACT = value("extract.js", "m.extractPage.toString()")
SHOW = value("show-quote.js", "m.showQuote.toString()")
ADDRESS = "http://policy.example/"
QUIET = "default-src 'none'; style-src 'unsafe-inline'"
"""The pages are as they were saved: none of their scripts runs."""

QUOTES_OF_A_PAGE = 25
FEWEST_SHOWN = 0.99

SHOW_ALL = f"""async (quotes) => {{
  const letters = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\\p{{L}}\\p{{N}}]+/gu, "");
  const failures = [];
  for (const [quote, part] of quotes) {{
    const {{ found }} = await ({SHOW})(quote, part);
    const ranges = found ? [...CSS.highlights.get("smallprint-quote")] : [];
    const box = ranges[0]?.getBoundingClientRect();
    const isMarked = letters(ranges.map(String).join("")) === letters(quote);
    const isSeen = box?.height > 0 && box.top < innerHeight / 2 && box.bottom > innerHeight / 2;
    if (!isMarked || !isSeen) failures.push(quote);
  }}
  return failures;
}}"""


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
    yield browser.new_page(viewport={"width": 900, "height": 700})
    browser.close()


def open_file(page: Page, file: Path) -> None:
    def answer(route: Route) -> None:
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": QUIET}
        if route.request.url == ADDRESS:
            route.fulfill(body=file.read_bytes(), headers=headers)
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(ADDRESS)


def summary_of(html: str) -> Summary | None:
    try:
        return summarise(read_html(html))
    except Refusal:
        return None  # most of these are not in English


def quotes_of(summary: Summary) -> list[tuple[str, float]]:
    """Some quotes from all parts of the policy, each with how far down it stands."""
    evidence = [each for finding in summary.findings for each in finding.evidence]
    length = max(section.end for section in summary.outline)
    return [(each.quote, each.start / length) for each in evidence[:: len(evidence) // QUOTES_OF_A_PAGE + 1]]


def test_nearly_all_quotes_are_shown_in_the_pages_that_they_are_from(shared: Path, page: Page) -> None:
    tried, failures = 0, list[Any]()
    for file in sorted((shared / "corpus/html/policy").glob("*.html")):
        open_file(page, file)
        summary = summary_of(page.evaluate(f"({EXTRACT})()")["html"])
        if summary:
            quotes = quotes_of(summary)
            tried += len(quotes)
            failures += page.evaluate(SHOW_ALL, quotes)

    assert tried > 500
    assert 1 - len(failures) / tried >= FEWEST_SHOWN, failures
