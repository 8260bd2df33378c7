"""The packages for the stores."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.extension.node import EXTENSION
from tools import addons_linter, extension

BROWSERS = ("chromium", "firefox")


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both packages, by browser."""
    return dict(zip(BROWSERS, extension.pack(tmp_path_factory.mktemp("dist")), strict=True))


def manifest_in(package: Path) -> dict[str, Any]:
    with zipfile.ZipFile(package) as archive:
        return json.loads(archive.read("manifest.json"))


def test_the_same_files_give_the_same_bytes(
    packages: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copytree(EXTENSION, tmp_path / "extension", copy_function=shutil.copyfile))
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    (copy / "icons" / "128.png").chmod(0o600)
    (copy / ".DS_Store").write_bytes(b"what a file manager leaves")
    (copy / "summary" / "words.js.orig").write_text("what a merge leaves")
    monkeypatch.setattr(extension, "EXTENSION", copy)

    again = extension.pack(tmp_path / "dist")

    assert [_digest(path) for path in again] == [_digest(path) for path in packages.values()]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_package_has_its_browser_and_its_version_in_its_name(packages: dict[str, Path], browser: str) -> None:
    version = manifest_in(packages[browser])["version"]

    assert packages[browser].name == f"smallprint-{browser}-{version}.zip"


@pytest.mark.parametrize("browser", BROWSERS)
def test_all_that_the_unpacked_extension_has_is_in_the_package(packages: dict[str, Path], browser: str) -> None:
    with zipfile.ZipFile(packages[browser]) as archive:
        packed = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    files = {path.relative_to(EXTENSION).as_posix(): path.read_bytes() for path in EXTENSION.rglob("*.*")}
    del packed["manifest.json"], files["manifest.json"]

    assert list(packed) == sorted(packed)
    assert packed == files


@pytest.mark.parametrize(
    ("browser", "left_out", "background"),
    [
        ("chromium", {"key", "browser_specific_settings"}, {"service_worker": "background.js", "type": "module"}),
        ("firefox", {"key", "minimum_chrome_version"}, {"scripts": ["background.js"], "type": "module"}),
    ],
)
def test_a_manifest_is_the_common_one_without_what_only_another_browser_knows(
    packages: dict[str, Path], browser: str, left_out: set[str], background: dict[str, Any]
) -> None:
    common = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    manifest = manifest_in(packages[browser])

    assert common.keys() - manifest.keys() == left_out
    assert manifest.pop("background") == background
    assert manifest == {name: common[name] for name in manifest}


def test_mozilla_s_own_check_finds_nothing(packages: dict[str, Path]) -> None:
    report = addons_linter.lint(packages["firefox"])

    assert report["errors"] == []
    assert report["warnings"] == []


def test_mozilla_s_own_check_finds_what_is_wrong(packages: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(packages["firefox"]) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("summary/markup.js", "document.body.innerHTML = location.hash; eval(location.hash);")

    assert addons_linter.lint(broken)["warnings"]


def test_what_is_pinned_names_no_registry() -> None:
    lock = (extension.ROOT / "tools" / "addons-linter" / "package-lock.json").read_text("utf-8")

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 100
