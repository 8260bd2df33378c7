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

# What the snippets below begin with.
_UNTIL = """
  const until = async (found) => {
    for (;;) {
      const value = found();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };"""

# Closes the popup of before.
_CLOSE = f"""async () => {{{_UNTIL}
  for (const panel of document.querySelectorAll("panel")) panel.hidePopup();
  await until(() => !document.querySelector(".webextension-popup-browser"));
}}"""

# Puts the button into the toolbar and clicks it.
_CLICK = f"""async (widget) => {{{_UNTIL}
  const module = "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs";
  ChromeUtils.importESModule(module).CustomizableUI.addWidgetToArea(`${{widget}}-browser-action`, "nav-bar");
  (await until(() => document.getElementById(`${{widget}}-BAP`))).click();
}}"""

# Returns what stands beside the button, once something does.
_COUNT = f"""async (widget) => {{{_UNTIL}
  return until(() => document.getElementById(`${{widget}}-BAP`).getAttribute("badge"));
}}"""

# Chooses the extension's entry in the menu that is open on the page.
_CHOOSE = f"""async (widget) => {{{_UNTIL}
  const menu = document.getElementById("contentAreaContextMenu");
  await until(() => menu.state === "open");
  menu.activateItem(await until(() => menu.querySelector(`[id^="${{widget}}-menuitem"]`)));
}}"""

# Lets the extension work in private windows, as the browser's user can. Pages of its own are closed by that.
_ALLOW_PRIVATELY = """async (id) => {
  const from = (name) => ChromeUtils.importESModule(`resource://gre/modules/${name}.sys.mjs`);
  const allowed = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
  await from("ExtensionPermissions").ExtensionPermissions.add(id, allowed);
  await (await from("AddonManager").AddonManager.getAddonByID(id)).reload();
}"""

_OPEN_PRIVATELY = f"""async () => {{{_UNTIL}
  const opened = OpenBrowserWindow({{ private: true }});
  await until(() => opened.gBrowserInit?.delayedStartupFinished);
  const {{ selectedBrowser }} = opened.gBrowser;
  const isLoaded = () => !selectedBrowser.webProgress.isLoadingDocument;
  await until(() => selectedBrowser.currentURI.spec === "about:privatebrowsing" && isLoaded());
}}"""

_CLOSE_PRIVATE = """() => {
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule("resource://gre/modules/PrivateBrowsingUtils.sys.mjs");
  const windows = [...Services.wm.getEnumerator("navigator:browser")];
  for (const each of windows) if (PrivateBrowsingUtils.isWindowPrivate(each)) each.close();
}"""

# Waits for the popup, and makes WebDriver BiDi, which knows tabs only, know it as the context that is called "popup".
_POPUP = f"""async () => {{{_UNTIL}
  const module = "chrome://remote/content/shared/NavigableManager.sys.mjs";
  const {{ NavigableManager }} = ChromeUtils.importESModule(module);
  const isReady = (each) =>
    each.browsingContext?.currentURI.spec.endsWith("/popup/popup.html") && each.closest("panel")?.state === "open";
  const popup = () => [...document.querySelectorAll(".webextension-popup-browser")].find(isReady);
  const known = NavigableManager.knownBrowserById ??= NavigableManager.getBrowserById;
  NavigableManager.getBrowserById = (id) => (id === "popup" ? popup() : known.call(NavigableManager, id));
  await until(popup);
}}"""


class FirefoxPopup:
    """The popup under the toolbar button."""

    def __init__(self, browser: "Firefox") -> None:
        self._browser = browser

    def js(self, expression: str) -> Any:
        """Return the value of `expression`, which JSON can hold, in the popup."""
        return json.loads(self._browser.js("popup", f"(async () => JSON.stringify(await ({expression})))()"))

    def wait_for(self, selector: str) -> str:
        """Return the text of the first element that `selector` finds, once there is one."""
        return self.js(
            f"""(async () => {{
              for (let tries = 0; tries < 200; tries += 1) {{
                const text = document.querySelector({json.dumps(selector)})?.innerText.trim();
                if (text) return text;
                await new Promise((resolve) => setTimeout(resolve, 50));
              }}
              throw new Error("Waited in vain");
            }})()"""
        )

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements that `selector` finds."""
        return self.js(f"[...document.querySelectorAll({json.dumps(selector)})].map((each) => each.innerText.trim())")

    def click(self, selector: str) -> None:
        """Press the first element that `selector` finds."""
        self.js(f"document.querySelector({json.dumps(selector)}).click() ?? null")


class Firefox:
    """The browser with the extension installed, and one tab."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(f"{address}/session", timeout=60, suppress_origin=True)
        self._calls = 0
        self("session.new", capabilities={})
        self("webExtension.install", extensionData={"type": "path", "path": str(EXTENSION)})
        self._tab = self._tabs()[0]
        self._window = self._windows()[0]
        self._in_window(f"({_ALLOW_PRIVATELY})({json.dumps(_GECKO_ID)})")

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command of WebDriver BiDi."""
        self._calls += 1
        self._socket.send(json.dumps({"id": self._calls, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._calls:
                assert message["type"] == "success", message
                return message["result"]

    @property
    def origin(self) -> str:
        """What the extension calls itself when it asks the service."""
        return f"moz-extension://{_UUID}"

    def close(self) -> None:
        """End the browser."""
        self("browser.close")
        self._socket.close()

    def open(self, url: str) -> None:
        """Show `url` in the tab."""
        self("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    @contextmanager
    def private_window(self) -> Iterator[None]:
        """Be in a private window, with one tab, until the block ends."""
        before = self._tab, self._window
        tabs, windows = self._tabs(), self._windows()
        self._in_window(f"({_OPEN_PRIVATELY})()")
        (self._tab,) = set(self._tabs()) - set(tabs)
        (self._window,) = set(self._windows()) - set(windows)
        try:
            yield
        finally:
            self._tab, self._window = before
            self._in_window(f"({_CLOSE_PRIVATE})()")

    def stored(self) -> dict[str, Any]:
        """Return all that the extension has stored."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        return json.loads(self.in_tab("browser.storage.local.get().then(JSON.stringify)"))

    def forget(self) -> None:
        """Remove all that the extension has stored."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self.js(self._tab, "browser.storage.local.clear()")

    def use_service(self, address: str) -> None:
        """Make the extension talk to the service at `address`."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self.js(self._tab, f"browser.storage.local.set({json.dumps({'address': address})})")

    def click_toolbar_button(self) -> FirefoxPopup:
        """Return the popup that opens for the tab."""
        self._in_window(f"({_CLOSE})()")
        self._in_window(f"({_CLICK})({json.dumps(_WIDGET)})")
        self._in_window(f"({_POPUP})()")
        return FirefoxPopup(self)

    def choose_from_menu(self, selector: str) -> FirefoxPopup:
        """Return the popup that opens when the words of the first element that `selector` finds are asked about."""
        self._in_window(f"({_CLOSE})()")
        self.in_tab(f"getSelection().selectAllChildren(document.querySelector({json.dumps(selector)}))")
        self._press(selector, button=2)
        self._in_window(f"({_CHOOSE})({json.dumps(_WIDGET)})")
        self._in_window(f"({_POPUP})()")
        return FirefoxPopup(self)

    def count_after_click(self) -> str:
        """Return what stands beside the toolbar button once the popup has read the page in the tab."""
        self._in_window(f"({_CLOSE})()")
        self._in_window(f"({_CLICK})({json.dumps(_WIDGET)})")
        return self.label()

    def label(self) -> str:
        """Return what stands beside the toolbar button, once something does."""
        return self._in_window(f"({_COUNT})({json.dumps(_WIDGET)})")

    def in_tab(self, expression: str) -> Any:
        """Return the value of `expression` in the page of the tab."""
        return self.js(self._tab, expression)

    def turn_on_lookups(self) -> None:
        """Tick the box in the options as a reader does, which asks for the permission."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self._press("#look-up")
        self._until("document.querySelector('#automatic [role=status]').textContent === 'On.'")

    def turn_off_lookups(self) -> None:
        """Take that back."""
        self.open(f"moz-extension://{_UUID}/options/options.html")
        self._until("document.querySelector('#look-up')?.checked")
        self._press("#look-up")
        self._until("/^Off/.test(document.querySelector('#automatic [role=status]').textContent)")

    def _press(self, selector: str, button: int = 0) -> None:
        self._until(f"document.querySelector({json.dumps(selector)})")
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        x, y = (int(self.in_tab(f"Math.round({box}.{side} + 5)")) for side in ("x", "y"))
        actions = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": button},
            {"type": "pointerUp", "button": button},
        ]
        self(
            "input.performActions", context=self._tab, actions=[{"type": "pointer", "id": "mouse", "actions": actions}]
        )

    def _until(self, condition: str) -> None:
        looking = f"const look = () => ({condition}) ? done(true) : setTimeout(look, 50); look();"
        assert self.in_tab(f"new Promise((done) => {{ {looking} setTimeout(done, 15000, false); }})"), condition

    def _in_window(self, expression: str) -> Any:
        return self.js(self._window, expression)

    def _tabs(self) -> list[str]:
        return [tab["context"] for tab in self._contexts()]

    def _windows(self) -> list[str]:
        windows = self._contexts(**{"moz:scope": "chrome"})
        return [window["context"] for window in windows if window["url"].endswith("browser.xhtml")]

    def _contexts(self, **parameters: Any) -> list[dict[str, Any]]:
        return self("browsingContext.getTree", **parameters)["contexts"]

    def js(self, context: str, expression: str) -> Any:
        """Return the value of `expression` in a context of the browser."""
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
