"""Pack the extension for the browsers' stores: `python -m tools.extension [FOLDER]`, dist/ by default.

The same files give the same bytes, on any machine and on any day: sorted, without a time, and not compressed, since
one zlib packs otherwise than another. The stores pack what they hand out themselves.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "extension"

# What an extension is made of. Anything else that lies in the folder is not shipped.
_SUFFIXES = {".css", ".html", ".js", ".json", ".png", ".svg"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_MODE = 0o100644


def _manifest_for(browser: str) -> dict[str, Any]:
    """The manifest that the store of `browser` takes: without what only the other knows.

    Nor with the `key`, which gives the unpacked extension an id of its own: the stores give theirs.
    """
    manifest: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    del manifest["key"]
    if browser == "firefox":
        del manifest["background"]["service_worker"]
        del manifest["minimum_chrome_version"]
    else:
        del manifest["background"]["scripts"]
        del manifest["browser_specific_settings"]
    return manifest


def _files(browser: str) -> Iterator[tuple[str, bytes]]:
    for path in EXTENSION.rglob("*"):
        name = path.relative_to(EXTENSION).as_posix()
        if path.is_file() and path.suffix in _SUFFIXES and not any(part.startswith(".") for part in name.split("/")):
            is_manifest = name == "manifest.json"
            text = f"{json.dumps(_manifest_for(browser), indent=2)}\n"
            yield name, text.encode() if is_manifest else path.read_bytes()


def pack(folder: Path) -> list[Path]:
    """Write both zips into `folder` and return their paths, Chromium's first."""
    version = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["version"]
    folder.mkdir(parents=True, exist_ok=True)
    return [_pack(browser, folder / f"smallprint-{browser}-{version}.zip") for browser in ("chromium", "firefox")]


def _pack(browser: str, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(_files(browser)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 3  # else the mode means nothing
            entry.external_attr = _MODE << 16
            archive.writestr(entry, content)
    return path


if __name__ == "__main__":
    for packed in pack(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"):
        print(packed)
