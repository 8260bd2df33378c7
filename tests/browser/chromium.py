"""A real headless Chromium with the extension, and its real toolbar popup."""

import base64
import itertools
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

from tests.browser.serving import ROOT

EXECUTABLE = shutil.which("chromium") or "/usr/bin/chromium"
EXTENSION = ROOT / "extension"
ID = "jaibohagbobechhaofcggihfplefjdbi"
"""The extension's id while it is loaded unpacked, which the manifest's `key` fixes."""

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--screen-info={1280x1024}",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-extension-debugging",
]
_PATIENCE_MS = 10_000
_STEP_MS = 25


class Popup:
    """The popup under the toolbar button, spoken to through the browser, since it is no page of Playwright's."""

    def __init__(self, page: Page, cdp: CDPSession, target: str) -> None:
        self._page, self._cdp = page, cdp
        self._ids, self._replies = itertools.count(1), {}
        cdp.on("Target.receivedMessageFromTarget", self._receive)
        self._session = cdp.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a call of the DevTools protocol."""
        number = next(self._ids)
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        reply = _wait(self._page, lambda: self._replies.pop(number, None), method)
        assert "error" not in reply, reply
        return reply["result"]

    def js(self, expression: str) -> Any:
        """Return the value of `expression` in the popup."""
        result = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait_for(self, selector: str) -> str:
        """Return the text of the first element that `selector` finds, once there is one."""
        text = f"document.querySelector({json.dumps(selector)})?.innerText.trim()"
        return _wait(self._page, lambda: self.js(text), selector)

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements that `selector` finds."""
        return self.js(f"[...document.querySelectorAll({json.dumps(selector)})].map((each) => each.innerText.trim())")

    def click(self, selector: str) -> None:
        """Click on the middle of the first element that `selector` finds, as a mouse does."""
        x, y = self.js(
            f"""(() => {{
              const element = document.querySelector({json.dumps(selector)});
              element.scrollIntoView({{block: "center"}});
              const box = element.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def choose(self, label: str) -> None:
        """Click on the first button of what is shown whose words begin with `label`."""
        begins = f"each.innerText.startsWith({json.dumps(label)})"
        self.js(f"[...document.querySelectorAll('main button')].find((each) => {begins}).id = 'chosen'")
        self.click("#chosen")

    def press(self, key: str, **parameters: Any) -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, **parameters)

    def screenshot(self) -> bytes:
        """Return what the popup looks like, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def _receive(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self._session:
            message = json.loads(event["message"])
            self._replies[message.get("id")] = message


class Chromium:
    """The browser with the extension loaded."""

    def __init__(self, context: BrowserContext, extension: Path) -> None:
        self.context = context
        self.clicked_at = 0.0
        assert context.browser
        self._cdp = context.browser.new_browser_cdp_session()
        loaded = self._cdp.send("Extensions.loadUnpacked", {"path": str(extension), "enableInIncognito": True})
        assert loaded["id"] == ID

    @property
    def worker(self) -> Worker:
        """The extension's worker."""
        workers = self.context.service_workers
        return workers[0] if workers else self.context.wait_for_event("serviceworker")

    def use_service(self, address: str) -> None:
        """Make the extension talk to the service at `address`."""
        self.worker.evaluate("(address) => chrome.storage.local.set({address})", address)

    def forget(self) -> None:
        """Remove all that the extension has stored."""
        self.worker.evaluate("chrome.storage.local.clear()")

    def open(self, url: str) -> Page:
        """Return a new tab in front that shows `url`."""
        page = self.context.new_page()
        page.goto(url)
        page.bring_to_front()
        return page

    def open_privately(self, url: str) -> Page:
        """Return a tab in a private window that shows `url`."""
        with self.context.expect_page() as opened:
            self.worker.evaluate("(url) => void chrome.windows.create({url, incognito: true})", url)
        opened.value.wait_for_url(url)
        return opened.value

    def label(self, page: Page) -> tuple[str, str]:
        """Return what stands beside the toolbar button and in its tooltip while the tab of `page` is shown."""
        page.bring_to_front()
        return tuple(
            self.worker.evaluate(
                """async () => {
                  const [{id: tabId}] = await chrome.tabs.query({active: true, currentWindow: true});
                  return [await chrome.action.getBadgeText({tabId}), await chrome.action.getTitle({tabId})];
                }"""
            )
        )

    def click_toolbar_button(self, page: Page) -> Popup:
        """Return the popup that opens for the tab of `page`, which so becomes readable (activeTab)."""
        before = self._popups()
        tabs = self._targets(filter=[{"type": "tab"}])
        tab = next(tab for tab in tabs if tab["url"] == page.url)
        self.clicked_at = time.time()
        self._cdp.send("Extensions.triggerAction", {"id": ID, "targetId": tab["targetId"]})
        opened = _wait(page, lambda: [each for each in self._popups() if each not in before], "popup")
        return Popup(page, self._cdp, opened[0])

    def _popups(self) -> list[str]:
        popup = f"chrome-extension://{ID}/popup/popup.html"
        return [target["targetId"] for target in self._targets() if target["url"] == popup]

    def _targets(self, **parameters: Any) -> list[dict[str, Any]]:
        return self._cdp.send("Target.getTargets", parameters)["targetInfos"]


@contextmanager
def chromium(
    playwright: Playwright, port: int, extension: Path = EXTENSION, languages: str = "en-US,en"
) -> Iterator[Chromium]:
    """Run a Chromium with a profile of its own, whose user reads `languages`, for as long as the block lasts.

    To it every site that ends in .example lies on this machine's `port`, and there is nothing else in the world.
    """
    names = f"--host-resolver-rules=MAP *.example 127.0.0.1:{port}, MAP * 127.0.0.1"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=EXECUTABLE,
            headless=True,
            ignore_default_args=["--disable-extensions"],
            args=[*_ARGUMENTS, names, f"--accept-lang={languages}"],
        )
        try:
            yield Chromium(context, extension)
        finally:
            context.close()


def permitted(folder: Path) -> Path:
    """Return a copy of the extension that has what it would ask for: headless, nobody can answer the browser."""
    copy = shutil.copytree(EXTENSION, folder / "extension")
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    manifest["permissions"] += manifest.pop("optional_permissions")
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return copy


def _wait(page: Page, found: Any, what: str) -> Any:
    for _ in range(_PATIENCE_MS // _STEP_MS):
        if value := found():
            return value
        page.wait_for_timeout(_STEP_MS)  # lets Playwright take in what the browser says
    raise TimeoutError(f"Waited in vain for {what}")
