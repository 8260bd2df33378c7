"""The extension's own check, on pages of real sites: in the browser, as the pages came, none of their scripts run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.chromium import EXECUTABLE
from tests.browser.serving import module_of, serving

CHECK = """async ([source, name]) => {
  const { extractPage } = await import("/extract.js");
  const { looksLikePolicy } = await import("/looks-like-policy.js");
  const page = extractPage("page", new DOMParser().parseFromString(source, "text/html"));
  return looksLikePolicy({ ...page, url: `https://www.example.org/legal/${name}` });
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


def sent(page: Page, files: list[Path], name: str) -> list[str]:
    """The files whose pages would be sent at once, were their address this name."""
    return [file.name for file in files if page.evaluate(CHECK, [file.read_text("utf-8", errors="replace"), name])]


def test_no_page_of_another_kind_is_sent(shared: Path, page: Page) -> None:
    files = sorted((shared / "corpus" / "html" / "other").glob("*.html"))

    assert len(files) > 50
    assert sent(page, files, "page") == []


def test_policies_are_sent(shared: Path, page: Page) -> None:
    files = sorted((shared / "corpus" / "html" / "policy").glob("*.html"))

    assert len(files) > 40
    assert len(sent(page, files, "privacy-policy")) >= 0.95 * len(files)
    assert len(sent(page, files, "page")) >= 0.8 * len(files)
