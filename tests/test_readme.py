"""What README.md says is so: its tables, its commands and their answers."""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.readme import PERFORMANCE, README, filled, with_parts
from tools.serving import ROOT, serving

TEXT = README.read_text("utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("readme")) as served:
        yield served.address


def test_its_tables_and_answers_are_as_the_code_makes_them(address: str) -> None:
    assert filled(TEXT, address) == TEXT, "make readme writes them anew"


def test_the_figures_of_speed_are_those_that_were_measured() -> None:
    text = PERFORMANCE.read_text("utf-8")
    assert with_parts(text) == text, "make readme writes them anew"


def test_it_lists_each_call_of_the_api(address: str) -> None:
    with urllib.request.urlopen(f"{address}/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    described = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert set(re.findall(r"`((?:GET|POST) /[^`]*)`", TEXT)) == described | {"GET /openapi.json"}


def test_it_explains_each_permission_of_the_extension() -> None:
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
    kinds = ("permissions", "optional_permissions", "host_permissions", "optional_host_permissions")
    asked = [permission for kind in kinds for permission in manifest.get(kind, [])]
    _, _, section = TEXT.partition("## What the extension may do, and why")
    section, _, _ = section.partition("\n## ")
    assert re.findall(r"^\| `(.+?)` \|", section, re.MULTILINE) == asked


def test_each_thing_that_it_says_to_make_can_be_made() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    said = re.findall(r"(?:`|^)make ([a-z]+)", TEXT, re.MULTILINE)
    assert said
    assert set(said) <= set(targets)


def test_what_it_links_to_exists() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)|src(?:set)?=\"([^\"]+)\"", TEXT)
    assert links
    assert [link for pair in links for link in pair if not Path(ROOT, link).exists()] == []
