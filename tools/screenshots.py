"""Photograph the popup in every state, the options and the page at /: `python -m tools.screenshots FOLDER`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from server.store import embedded
from tests.browser.chromium import ID, Chromium, Popup, chromium
from tests.browser.serving import Answer, Service, forward_to, page_of, serving

SHOP = "http://www.bookshop.example"
THEMES = ("light", "dark")


def problem(status: int, kind: str, **headers: str) -> Answer:
    """Return an answer that is always this problem."""
    cors = {
        "Access-Control-Allow-Origin": f"chrome-extension://{ID}",
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Expose-Headers": "Retry-After",
    }
    body = f'{{"type": "/problems/{kind}", "title": "", "status": {status}, "detail": ""}}'.encode()
    answered = (status, {**cors, **headers}, body)
    return lambda request: (204, cors, b"") if request.method == "OPTIONS" else answered


class Photographer:
    """Opens a page, clicks the toolbar button and takes the popup's picture, by day and by night."""

    def __init__(self, browser: Chromium, folder: Path) -> None:
        self._browser, self._folder = browser, folder

    def popup(self, name: str, address: str, service: str, then: Callable[[Popup], None] = lambda popup: None) -> None:
        """Write the popup's pictures for the page at `address`, after `then`."""
        self._browser.use_service(service)
        page = self._browser.open(address)
        popup = self._browser.click_toolbar_button(page)
        popup.wait_for("main[aria-busy=false] h1")
        then(popup)
        for theme in THEMES:
            popup.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
            page.wait_for_timeout(200)
            (self._folder / f"popup-{name}-{theme}.png").write_bytes(popup.screenshot())
        page.close()

    def page(
        self,
        name: str,
        url: str,
        then: Callable[[Page], None] = lambda page: None,
        width: int = 1000,
        height: int | None = None,
    ) -> None:
        """Write the pictures of the page at `url`, after `then`; of its top alone where a height is given."""
        page = self._browser.context.new_page()
        page.set_viewport_size({"width": width, "height": height or 800})
        page.goto(url)
        then(page)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.screenshot(path=self._folder / f"{name}-{theme}.png", full_page=height is None)
        page.close()


def read_example(page: Page) -> None:
    """Read the page's own example and open a badge of it."""
    page.click("#example")
    page.click(".badge summary")


def read_example_to_top(page: Page) -> None:
    """Do so, and go back to the top."""
    read_example(page)
    page.evaluate("scrollTo(0, 0)")


@contextmanager
def own_service() -> Iterator[Service]:
    """Serve with an empty Redis, as for one user, until the block ends."""
    with ExitStack() as stack:
        var = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        redis_url = embedded.ensure(var)
        stack.callback(embedded.stop, var)
        service = Service({"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "self"})
        stack.callback(service.stop)
        yield service


def photograph(folder: Path) -> None:
    """Write all pictures into `folder`."""
    with ExitStack() as stack:
        service = stack.enter_context(own_service())
        pages = stack.enter_context(serving(page_of))
        proxy = stack.enter_context(serving(forward_to(service.port)))
        busy = stack.enter_context(serving(problem(429, "rate-limited", **{"Retry-After": "30"})))
        browser = stack.enter_context(chromium(stack.enter_context(sync_playwright()), pages.port))
        camera = Photographer(browser, folder)

        camera.popup("unknown", f"{SHOP}/book", proxy.url)
        camera.popup("summary", f"{SHOP}/privacy", proxy.url)
        camera.popup("quote", f"{SHOP}/privacy", proxy.url, lambda popup: popup.click(".badge summary"))
        camera.popup("end", f"{SHOP}/privacy", proxy.url, scroll_to_end)
        camera.popup("report", f"{SHOP}/privacy", proxy.url, open_report)
        camera.popup("history", f"{SHOP}/privacy", proxy.url, open_history)
        camera.popup("record", f"{SHOP}/book", proxy.url)
        camera.popup("refused", f"{SHOP}/terms", proxy.url, read_anyway)
        camera.popup("links", "http://www.another.example/", proxy.url)
        camera.popup("searching", "http://www.another.example/book", proxy.url, have_it_searched)
        camera.popup("searching-still", "http://www.another.example/", proxy.url)
        camera.popup("pdf", "http://www.another.example/policy", proxy.url)
        camera.popup("own-network", f"{pages.url}/privacy", proxy.url)
        camera.popup("browser-page", "chrome://version/", proxy.url)
        camera.popup("service-away", "http://www.another.example/privacy", "http://127.0.0.1:9")
        camera.popup("kept", f"{SHOP}/privacy", "http://127.0.0.1:9")
        camera.popup("too-many-requests", "http://www.another.example/privacy", busy.url)
        camera.page("options", f"chrome-extension://{ID}/options/options.html")
        camera.page("page", service.url)
        camera.page("page-summary", service.url, read_example)
        camera.page("page-top", service.url, read_example_to_top, width=800, height=1120)
        camera.page("page-narrow", service.url, read_example, width=360)


def scroll_to_end(popup: Popup) -> None:
    """Show the end of the summary."""
    popup.js("document.querySelector('main').scrollTo(0, 1e6)")


def open_report(popup: Popup) -> None:
    """Open a badge and the report that it is wrong."""
    popup.click(".badge summary")
    popup.click(".badge .report > summary")
    popup.wait_for(".badge .report .steps")
    popup.js("document.querySelector('.badge .report').scrollIntoView()")


def open_history(popup: Popup) -> None:
    """Open what changed."""
    popup.click(".history > summary")
    popup.js("document.querySelector('main').scrollTo(0, 1e6)")


def read_anyway(popup: Popup) -> None:
    """Send the page all the same."""
    popup.choose("Send this page")
    popup.wait_for("main[aria-busy=false] h1")


def have_it_searched(popup: Popup) -> None:
    """Have the service look for the site's policy."""
    popup.choose("Let the service look")
    popup.wait_for("main[aria-busy=true] h1")
    popup.js("new Promise((resolve) => setTimeout(resolve, 1000))")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    photograph(target)
