"""What the extension sends of a page says what the page itself says: the same findings, on policies of real sites."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from server.analysis import Refusal, read_html, summarise
from tests.browser.chromium import EXECUTABLE
from tests.browser.serving import module_of, serving

REDUCE = """async (source) => {
  const { extractPage } = await import("/extract.js");
  return extractPage("page", new DOMParser().parseFromString(source, "text/html")).html;
}"""


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """A page that can import the extension's modules."""
    with serving(module_of) as modules:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{modules.url}/extract.js")
        yield page
        browser.close()


def findings(html: str) -> set[tuple[str, str]]:
    """What is found in the page: each practice with its stance."""
    try:
        return {(finding.practice, finding.stance) for finding in summarise(read_html(html)).findings}
    except Refusal as refusal:
        return {(type(refusal).__name__, "refused")}


def test_most_pages_say_the_same_once_reduced(shared: Path, page: Page) -> None:
    sources = [file.read_text("utf-8", errors="replace") for file in (shared / "corpus/html/policy").glob("*.html")]
    pairs = [(findings(source), findings(page.evaluate(REDUCE, source))) for source in sources]
    differing = [before ^ after for before, after in pairs if before != after]

    assert len(pairs) > 40
    assert len(differing) <= 0.15 * len(pairs)
    assert max(len(each) for each in [*differing, set()]) <= 4
