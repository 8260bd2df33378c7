"""What the extension may do, and which file may do it."""

import json
import re
from pathlib import Path

import pytest

from tests.extension.node import EXTENSION

SCRIPTS = sorted(EXTENSION.rglob("*.js"))
MARKUP = sorted(EXTENSION.rglob("*.html"))
PAGE = EXTENSION.parent / "server" / "web"
SHARED = EXTENSION / "summary"


def code(file: Path) -> str:
    """The file without its comments."""
    return re.sub(r"/\*.*?\*/|^\s*//.*$|\s//\s.*$", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def files_with(pattern: str) -> list[str]:
    files = [*SCRIPTS, *PAGE.glob("static/*.js")]
    return [file.name for file in files if re.search(pattern, code(file))]


def test_the_browser_is_called_in_one_file() -> None:
    assert files_with(r"\b(chrome|browser)\.(?!js)|globalThis\.(chrome|browser)") == ["browser.js"]


def test_connections_are_opened_in_one_file() -> None:
    assert files_with(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource") == ["service.js"]


def test_no_text_becomes_markup_or_code() -> None:
    assert files_with(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function") == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: str(file.relative_to(EXTENSION)))
def test_modules_import_only_what_is_shipped(file: Path) -> None:
    for name in re.findall(r'from "([^"]+)"', code(file)):
        assert name.startswith("."), name
        assert (file.parent / name).is_file(), name


@pytest.mark.parametrize("file", sorted(SHARED.glob("*.js")), ids=lambda file: file.name)
def test_what_the_page_shares_needs_nothing_else(file: Path) -> None:
    named = [(file.parent / name).resolve() for name in re.findall(r'from "([^"]+)"', code(file))]

    assert all(path.parent == SHARED or path.name == "messages.json" for path in named)


@pytest.mark.parametrize("file", [*MARKUP, *PAGE.glob("templates/*.html")], ids=lambda file: file.name)
def test_pages_have_no_script_and_no_style_of_their_own(file: Path) -> None:
    markup = file.read_text("utf-8")

    assert not re.search(r"<style|\sstyle=|\son\w+=", markup)
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", markup, re.DOTALL)
    assert scripts
    assert not any(scripts)


def test_the_popup_s_modules_are_loaded_at_once_and_not_one_after_the_other() -> None:
    popup = EXTENSION / "popup" / "popup.html"
    started = {popup.parent / name for name in re.findall(r'<script[^>]* src="([^"]+)"', popup.read_text("utf-8"))}
    needed, left = set(started), list(started)
    while left:
        file = left.pop()
        imported = {(file.parent / name).resolve() for name in re.findall(r'from "([^"]+)"', code(file))} - needed
        needed |= imported
        left += imported
    preloaded = re.findall(r'<link rel="modulepreload" href="/([^"]+)"', popup.read_text("utf-8"))

    assert sorted(preloaded) == sorted(str(file.relative_to(EXTENSION)) for file in needed - started)


@pytest.mark.parametrize("file", [*MARKUP, *PAGE.glob("templates/*.html"), *SCRIPTS], ids=lambda file: file.name)
def test_nothing_comes_from_a_third_party(file: Path) -> None:
    addresses = re.findall(r"https?://[^\s\"'`<)]+", code(file))
    allowed = ("http://127.0.0.1:8000", "http://www.w3.org/2000/svg")

    assert all(address.startswith(allowed) for address in addresses), addresses


def test_the_manifest_asks_for_no_more_than_it_needs() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))

    assert manifest["permissions"] == ["activeTab", "contextMenus", "scripting", "storage"]
    assert manifest["optional_permissions"] == ["webNavigation"]
    assert not {"host_permissions", "optional_host_permissions", "content_scripts", "externally_connectable"} & set(
        manifest
    )


def test_the_manifest_names_files_that_exist() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    action, background = manifest["action"], manifest["background"]
    named = [
        action["default_popup"],
        *action["default_icon"].values(),
        *manifest["icons"].values(),
        background["service_worker"],
        *background["scripts"],
        manifest["options_ui"]["page"],
    ]

    assert [name for name in named if not (EXTENSION / name).is_file()] == []
