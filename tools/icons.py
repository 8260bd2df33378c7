"""Draw the extension's icons from their one drawing: `python -m tools.icons`."""

from playwright.sync_api import sync_playwright

from tests.browser.chromium import EXECUTABLE, EXTENSION

DRAWING = EXTENSION / "summary" / "smallprint.svg"
SIZES = (16, 24, 32, 48, 96, 128)


def draw() -> None:
    """Write the drawing as a PNG of each size."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(DRAWING.read_text("utf-8") + "<style>body { margin: 0 } svg { display: block }</style>")
            page.screenshot(path=EXTENSION / "icons" / f"{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    draw()
