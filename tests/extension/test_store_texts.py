"""What the stores are told is what the extension is."""

import json
import re

import pytest

from tests.extension.node import EXTENSION
from tests.extension.test_languages import LANGUAGES, messages

STORE = EXTENSION.parent / "docs" / "store"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_and_summary_are_the_extension_s_own(language: str) -> None:
    title, summary, *_ = re.split(r"\n\n", (STORE / f"{language}.md").read_text("utf-8"))

    assert title == f"# {messages(language)['name']}"
    assert summary == f"**{messages(language)['description']}**"
    assert len(messages(language)["description"]) <= 132


def test_every_language_has_its_texts_and_they_say_as_much() -> None:
    points = {file.stem: file.read_text("utf-8").count("\n- ") for file in STORE.glob("??.md")}

    assert sorted(points) == LANGUAGES
    assert len(set(points.values())) == 1


def test_every_permission_has_its_reason() -> None:
    reasons = set(re.findall(r"^\| `(\w+)` \|", (STORE / "README.md").read_text("utf-8"), re.MULTILINE))

    assert reasons == {*MANIFEST["permissions"], *MANIFEST["optional_permissions"]}


def test_the_readme_has_the_same_permissions() -> None:
    readme = (EXTENSION.parent / "README.md").read_text("utf-8")

    permissions = [*MANIFEST["permissions"], *MANIFEST["optional_permissions"]]
    assert all(f"| `{permission}` |" in readme for permission in permissions)
