"""The extension's own check, on pages of real sites: in the browser, as the pages came, none of their scripts run."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.serving import serving
from tests.extension.node import EXTENSION

CHECK = """async ([source, name]) => {
  const { extractPage } = await import("/extract.js");
  const { looksLikePolicy } = await import("/looks-like-policy.js");
  const page = extractPage(new DOMParser().parseFromString(source, "text/html"));
  return looksLikePolicy({ ...page, url: `https://www.example.org/legal/${name}` });
}"""


@pytest.fixture(scope="module")
def page() -> Page:
    """A page that can import the extension's modules."""
    kind = {"Content-Type": "text/javascript"}
    with (
        serving(lambda request: (200, kind, (EXTENSION / request.path[1:]).read_bytes())) as modules,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
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
