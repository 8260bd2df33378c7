"""A real headless Firefox with the extension, driven by WebDriver BiDi, which it speaks itself."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import websocket

from tests.browser.chromium import EXTENSION

_GECKO_ID = "smallprint@example.org"
_WIDGET = re.sub(r"\W", "_", _GECKO_ID)
_UUID = "11111111-2222-4333-8444-555555555555"
_PREFERENCES = {
    "extensions.webextensions.uuids": json.dumps({_GECKO_ID: _UUID}),
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.localDomains": "www.bookshop.example,www.bank.example",
    "remote.prefs.recommended": True,
    "extensions.webextOptionalPermissionPrompts": False,  # a permission that is asked for is given: nobody can answer
}

# Puts the button into the toolbar, clicks it, and returns the browser of its popup.
_CLICK = """async (widget) => {
  const module = "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs";
  ChromeUtils.importESModule(module).CustomizableUI.addWidgetToArea(`${widget}-browser-action`, "nav-bar");
  const until = async (found) => {
    for (;;) {
      const value = found();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  (await until(() => document.getElementById(`${widget}-BAP`))).click();
  await until(() => document.querySelector(".webextension-popup-browser"));
  await until(() => document.getElementById(`${widget}-BAP`).getAttribute("badge"));
  return document.getElementById(`${widget}-BAP`).getAttribute("badge");
}"""


class Firefox:
    """The browser with the extension installed, and one tab."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(f"{address}/session", timeout=60, suppress_origin=True)
        self._calls = 0
        self("session.new", capabilities={})
        self("webExtension.install", extensionData={"type": "path", "path": str(EXTENSION)})
        self._tab = self._contexts()[0]["context"]

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command of WebDriver BiDi."""
        self._calls += 1
        self._socket.send(json.dumps({"id": self._calls, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._calls:
                assert message["type"] == "success", message
                return message["result"]

    def close(self) -> None:
        """End the browser."""
        self("browser.close")
        self._socket.close()

    def open(self, url: str) -> None:
        """Show `url` in the tab."""
        self("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def use_service(self, address: str) -> None:
        """Make the extension talk to the service at `address`."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self._js(self._tab, f"browser.storage.local.set({json.dumps({'address': address})})")

    def count_after_click(self) -> str:
        """Return what stands beside the toolbar button once the popup has read the page in the tab."""
        return self._js(self._window(), f"({_CLICK})({json.dumps(_WIDGET)})")

    def turn_on_lookups(self) -> None:
        """Tick the box in the options as a reader does, which asks for the permission."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self._click("#look-up")
        self._until(self._tab, "document.querySelector('#automatic [role=status]').textContent === 'On.'")

    def turn_off_lookups(self) -> None:
        """Take that back."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self._until(self._tab, "document.querySelector('#look-up')?.checked")
        self._click("#look-up")
        self._until(self._tab, "/^Off/.test(document.querySelector('#automatic [role=status]').textContent)")

    def label(self) -> str:
        """Return what stands beside the toolbar button, without a click, once there is something."""
        window = self._window()
        button = f"document.getElementById('{_WIDGET}-BAP')"
        self._until(window, f"{button}?.getAttribute('badge')")
        return self._js(window, f"{button}.getAttribute('badge')")

    def _click(self, selector: str) -> None:
        self._until(self._tab, f"document.querySelector({json.dumps(selector)})")
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        x, y = (int(self._js(self._tab, f"Math.round({box}.{side} + 5)")) for side in ("x", "y"))
        actions = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self(
            "input.performActions", context=self._tab, actions=[{"type": "pointer", "id": "mouse", "actions": actions}]
        )

    def _until(self, context: str, condition: str) -> None:
        looking = f"const look = () => ({condition}) ? done(true) : setTimeout(look, 50); look();"
        assert self._js(context, f"new Promise((done) => {{ {looking} setTimeout(done, 15000, false); }})"), condition

    def _window(self) -> str:
        windows = self._contexts(**{"moz:scope": "chrome"})
        return next(window["context"] for window in windows if window["url"].endswith("browser.xhtml"))

    def _contexts(self, **parameters: Any) -> list[dict[str, Any]]:
        return self("browsingContext.getTree", **parameters)["contexts"]

    def _js(self, context: str, expression: str) -> Any:
        result = self("script.evaluate", expression=expression, target={"context": context}, awaitPromise=True)
        assert result["type"] == "success", result
        return result["result"].get("value")


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Run a Firefox with a profile of its own for as long as the block lasts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        preferences = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items()]
        Path(profile, "user.js").write_text("\n".join(preferences))
        options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        process = subprocess.Popen(
            ["firefox-esr", *options, "--remote-allow-system-access", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            browser = Firefox(_address(process))
            yield browser
            browser.close()
            process.wait(30)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            Thread(target=process.communicate, daemon=True).start()  # what else it says is read and thrown away
            return found[1]
    raise RuntimeError("Firefox did not start")
