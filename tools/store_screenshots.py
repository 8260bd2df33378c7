"""Make the stores' screenshots, 1280 by 800, in every language: `python -m tools.store_screenshots FOLDER`.

Each shows the popup as it is, photographed in a real Chromium on our own example, beside a sentence of the extension.
"""

import base64
import json
import sys
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from tests.browser.chromium import EXTENSION, Chromium, Popup, chromium
from tests.browser.serving import page_of, serving
from tools.screenshots import own_service

LANGUAGES = ("en", "de", "fr", "es")
SIZE = {"width": 1280, "height": 800}
SHOP = "http://www.bookshop.example/privacy"

_STAGE = """<!doctype html><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0 }
  body { display: flex; width: 1280px; height: 800px; align-items: center; gap: 100px; padding: 0 120px 0 110px;
         font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
  body.light { background: #eef0f8; color: #1a1d2b } body.dark { background: #0d0f15; color: #eceef5 }
  div { flex: 1 } h1 { font-size: 44px; line-height: 1.15; margin: 20px 0 } p { font-size: 25px; line-height: 1.45 }
  figure { flex: none; width: 400px; height: 600px; border-radius: 14px; overflow: hidden;
           box-shadow: 0 18px 60px #0005, 0 0 0 1px #8883 }
  figure img { display: block; width: 400px; height: 600px } svg { width: 72px; height: 72px }
</style>"""


def _stage(page: Page, popup: bytes, theme: str, said: str) -> None:
    """Show the popup's picture beside the words, as text and never as markup."""
    page.set_content(_STAGE)
    page.evaluate(
        """([theme, name, said, logo, picture]) => {
          document.body.className = theme;
          const words = document.createElement("div");
          words.innerHTML = logo;
          words.append(Object.assign(document.createElement("h1"), {textContent: name}));
          words.append(Object.assign(document.createElement("p"), {textContent: said}));
          const figure = document.createElement("figure");
          figure.append(Object.assign(new Image(), {src: picture}));
          document.body.append(words, figure);
          return figure.firstChild.decode();
        }""",
        [
            theme,
            "Smallprint",
            said,
            (EXTENSION / "summary" / "smallprint.svg").read_text("utf-8"),
            f"data:image/png;base64,{base64.b64encode(popup).decode()}",
        ],
    )


def _photograph(popup: Popup, theme: str) -> bytes:
    """The popup's picture."""
    popup.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
    popup.js("new Promise((done) => setTimeout(done, 300))")
    return popup.screenshot()


def _of_language(playwright: Playwright, port: int, service: str, language: str, folder: Path) -> None:
    entries = json.loads((EXTENSION / "_locales" / language / "messages.json").read_text("utf-8"))
    with chromium(playwright, port, languages=language) as browser:
        browser.use_service(service)
        for number, (theme, key, then) in enumerate(SCENES, 1):
            popup = _popup(browser)
            popup.js(then)
            picture = _photograph(popup, theme)
            page = browser.context.new_page()
            page.set_viewport_size(SIZE)  # type: ignore[arg-type]
            _stage(page, picture, theme, entries[key]["message"])
            page.screenshot(path=folder / f"{language}-{number}.png")
            page.close()


# Theme, the message beside it, and what is shown.
SCENES = (
    ("light", "description", ""),
    (
        "light",
        "legal",
        "document.querySelector('.badge summary').click(), document.querySelector('.group.warning').scrollIntoView()",
    ),
    ("dark", "notStatedMeaning", "document.querySelector('.actions, .not-stated').scrollIntoView()"),
)


def _popup(browser: Chromium) -> Popup:
    popup = browser.click_toolbar_button(browser.open(SHOP))
    popup.wait_for("main[aria-busy=false] h1")
    return popup


def photograph(folder: Path) -> None:
    """Write all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        service = stack.enter_context(own_service())
        pages = stack.enter_context(serving(page_of))
        playwright = stack.enter_context(sync_playwright())
        for language in LANGUAGES:
            _of_language(playwright, pages.port, service.url, language, folder)


if __name__ == "__main__":
    photograph(Path(sys.argv[1]))
