"""Who may import whom: each outside thing has one door."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SERVER = Path(__file__).parents[2] / "server"
FILES = sorted(SERVER.rglob("*.py"))
NAMES = [str(path.relative_to(SERVER)) for path in FILES]

# What the analysis is made with: text, values and numbers, and nothing that reaches outside the process.
PURE = (
    *("re2", "nltk", "numpy", "selectolax", "fasttext"),
    *("bisect", "collections", "contextlib", "dataclasses", "datetime", "enum", "functools", "hashlib", "heapq"),
    *(
        "html",
        "importlib.metadata",
        "importlib.resources",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "string",
        "tomllib",
        "types",
    ),
    *("typing", "unicodedata", "urllib.parse"),
    "server.analysis",
)
# So is the search for a policy among the links of a page.
PURE_SEARCH = (
    *(
        "collections",
        "enum",
        "functools",
        "importlib.resources",
        "itertools",
        "msgspec",
        "re",
        "selectolax",
        "tomllib",
        "typing",
    ),
    *("unicodedata", "urllib.parse", "server.analysis.reading.tree", "server.discovery", "server.domains"),
)
# Who may use what reaches outside the process, by the beginnings of their paths.
DOORS = {
    "flask": ("web/", "app.py"),
    "flask_cors": ("web/",),
    "werkzeug": ("web/",),
    "redis": ("store/",),
    "rq": ("store/",),
    "socket": ("store/", "fetch/", "serving.py"),
    "subprocess": ("store/", "fetch/", "search_workers.py"),
    "os": ("store/", "settings.py", "cli.py", "logs.py", "metrics_folder.py", "search_workers.py"),
    "gunicorn": ("serving.py", "web/bodies.py"),
    "prometheus_client": ("metrics.py", "metrics_folder.py", "web/metrics.py"),
    **dict.fromkeys(("ssl", "asyncio", "http.client", "urllib.request", "urllib3", "requests"), ("fetch/",)),
    **dict.fromkeys(("httpx", "httpcore", "pypdf", "resource"), ("fetch/",)),
}
# The parts of the server that each part stands on.
ARROWS = {
    "analysis/": ("server.analysis",),
    "settings.py": ("server.redis_urls",),
    "redis_urls.py": (),
    "history.py": (),
    "domains.py": (),
    "discovery/": ("server.analysis", "server.discovery", "server.domains"),
    "rendering.py": ("server.analysis",),
    "logs.py": ("server.settings",),
    "memory.py": (),
    "metrics.py": (),
    "metrics_folder.py": (),
    "searching/": (
        *("server.analysis", "server.discovery", "server.domains", "server.fetch", "server.searching"),
        *("server.settings", "server.store"),
    ),
    "fetch/": ("server.analysis", "server.domains", "server.fetch", "server.memory", "server.settings"),
    "store/": (
        *("server.history", "server.memory", "server.metrics", "server.redis_urls"),
        *("server.settings", "server.store"),
    ),
    "web/": (
        *("server.analysis", "server.domains", "server.fetch", "server.history", "server.logs", "server.memory"),
        *("server.metrics", "server.rendering", "server.settings", "server.store", "server.web"),
    ),
    "app.py": ("server.fetch", "server.settings", "server.store", "server.web"),
    "search_workers.py": (),
    "serving.py": ("server.logs", "server.metrics", "server.web"),
    "cli.py": (
        *("server.analysis", "server.domains", "server.logs", "server.rendering", "server.searching"),
        *("server.settings", "server.store"),
    ),
    "__main__.py": ("server.cli",),
    "__init__.py": (),
}


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse((SERVER / name).read_text("utf-8"))))


def imported(name: str) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it."""
    for node in nodes(name):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{alias.name}" for alias in names)


def lies_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


def test_the_files_are_found() -> None:
    assert {"app.py", "web/problems.py", "store/summaries.py", "analysis/pipeline.py"} <= set(NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("analysis/")])
def test_the_analysis_reaches_nothing_outside(name: str) -> None:
    assert [module for module in imported(name) if not lies_in(module, PURE)] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("discovery/")])
def test_the_search_for_a_policy_reaches_nothing_outside(name: str) -> None:
    assert [module for module in imported(name) if not lies_in(module, PURE_SEARCH)] == []


@pytest.mark.parametrize("package", DOORS)
def test_what_reaches_outside_has_one_door(package: str) -> None:
    others = [name for name in NAMES if not name.startswith(DOORS[package])]
    assert [name for name in others if any(lies_in(module, (package,)) for module in imported(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_arrows_point_one_way(name: str) -> None:
    (stands_on,) = (packages for part, packages in ARROWS.items() if name.startswith(part))
    ours = [module for module in imported(name) if lies_in(module, ("server",))]
    assert [module for module in ours if not lies_in(module, stands_on)] == []


def test_the_settings_alone_read_the_environment() -> None:
    reads = {
        name
        for name in NAMES
        for node in nodes(name)
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") and ast.unparse(node.value) == "os"
    }
    assert reads == {"settings.py"}
