"""The overview in every language: made of its parts, complete, and as careful as the English."""

import dataclasses
import json
import random
import re
from functools import cache
from typing import Any

import msgspec
import pytest

from server.analysis.model import Finding, OverviewLine
from server.analysis.overview import _PHRASES, overview
from server.analysis.vocabulary import PRACTICES
from tests.extension.node import EXTENSION, run
from tests.extension.test_languages import messages
from tests.server.analysis.examples import finding

MODULE = (EXTENSION / "summary" / "practice-words.js").as_uri()
LOCALES = {"de": "de_DE", "en": "en_GB", "es": "es_ES", "fr": "fr_FR"}
SAMPLES = 1500

FINDINGS = [
    finding(practice.id, stance, hedged=hedged, region=region)
    for practice in PRACTICES.values()
    for stance, commitment in practice.stances.items()
    if f"{practice.id} {stance}" in _PHRASES
    for hedged in ([False, True] if commitment.hedged_label else [False])
    for region in (None, "California", "the EU and UK, users outside the US")
]

# How each language says that something may be: one of these for every hedged part that a line states.
HEDGES = {
    "de": r"\b(kann|können|möglicherweise)\b",
    "en": r"\bmay\b",
    "es": r"\b(pueden?|podrían?)\b",
    "fr": r"\b(peut|peut-être|pourrait)\b",
}

# What is put together wrongly: words that must be drawn together, "e" that is needed for "y".
MISTAKES = {
    "de": r"\b(keine?[rsnm]?) \1\b|, und\b",
    "en": r"\ba [aeiou]",
    "es": r"\by h?i|\b(de|a) el\b",
    "fr": r"\b([Qq]ue|de|ne|le|la) [aeiouéèêâ]|\b(de|à) les?\b",
}


@cache
def _lines() -> tuple[OverviewLine, ...]:
    """The lines of every finding alone, and of many sets of them, always the same ones."""
    chance = random.Random(5)
    sets = [[one] for one in FINDINGS]
    sets += [chance.sample(FINDINGS, chance.randint(2, 30)) for _ in range(SAMPLES)]
    return tuple(line for findings in sets for line in overview(findings))


@cache
def said(locale: str) -> list[str]:
    """The lines in the words of `locale`."""
    lines = msgspec.json.encode([dataclasses.replace(line, text="no part is known") for line in _lines()]).decode()
    script = f"""
      import {{ text }} from "node:stream/consumers";
      import {{ overviewText }} from "{MODULE}";
      console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(overviewText)));
    """
    ended = run("--input-type=module", "--eval", script, locale=locale, stdin=lines)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_in_english_it_is_what_the_service_says() -> None:
    assert said("en_GB") == said("en_US") == [line.text for line in _lines()]


@pytest.mark.parametrize("language", LOCALES)
def test_every_line_is_one_whole_sentence(language: str) -> None:
    for text in said(LOCALES[language]):
        assert re.fullmatch(r"[A-ZÀ-Ý][^{}\[\]_]*\.", text), text
        assert not re.search(r"\b(\w+) \1\b|  | ,|,,| \.|undefined|null", text), text
        assert not re.search(MISTAKES[language], text), text


@pytest.mark.parametrize("language", LOCALES)
def test_a_hedge_is_kept(language: str) -> None:
    for line, text in zip(_lines(), said(LOCALES[language]), strict=True):
        # "may collect a and b" says it once for both.
        if any(part.hedged for part in line.parts):
            assert re.search(HEDGES[language], text), text


@pytest.mark.parametrize("language", LOCALES)
def test_what_is_not_hedged_has_no_hedge_of_its_own(language: str) -> None:
    choices = {key for key in messages(language) if re.match(r"overview_can_|overview_changes_without", key)}
    plain = {
        k: t for k, t in messages(language).items() if k.startswith("overview_") and "__" in k and k not in choices
    }

    for key, text in plain.items():
        hedged = key.endswith("__hedged")
        assert bool(re.search(HEDGES[language], text)) is hedged, (key, text)


@pytest.mark.parametrize("language", LOCALES)
def test_labels_keep_their_hedges_too(language: str) -> None:
    for key, text in messages(language).items():
        if key.startswith("label_") and key.endswith("__hedged"):
            assert re.search(HEDGES[language], text, re.IGNORECASE), (key, text)
            assert text != messages(language)[key.removesuffix("__hedged")]


@pytest.mark.parametrize("language", LOCALES)
def test_no_two_practices_are_called_the_same(language: str) -> None:
    labels = [text for key, text in messages(language).items() if key.startswith("label_")]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("language", LOCALES)
def test_an_overview_stays_short(language: str) -> None:
    """Where English takes 90 words, no language takes half as many again."""
    english = sum(len(line.text.split()) for line in _lines())
    words = sum(len(text.split()) for text in said(LOCALES[language]))

    assert words <= english * 1.5


def test_german_has_no_clause_that_would_need_a_comma_after_it() -> None:
    phrases = {key: text for key, text in messages("de").items() if key.startswith("overview_") and "__" in key}

    assert [text for text in phrases.values() if "," in text] == []


LINE: dict[str, Any] = {"text": "Its own words.", "topic": "sharing"}
SELLS = {"practice": "sells-data", "stance": "does", "hedged": False, "region": None}


@pytest.mark.parametrize(
    "changes",
    [
        {"parts": []},
        {},
        {"parts": [SELLS, {**SELLS, "practice": "of-a-newer-service"}]},
        {"parts": [{**SELLS, "stance": "perhaps"}]},
        {"parts": [SELLS], "topic": "of-a-newer-service"},
    ],
)
def test_a_line_of_which_a_part_is_not_known_is_in_the_service_s_own_words(changes: dict[str, Any]) -> None:
    assert _one({**LINE, **changes}, "de_DE") == "Its own words."


def test_a_region_that_is_not_known_keeps_its_name() -> None:
    line = {**LINE, "parts": [{**SELLS, "region": "California, Atlantis"}]}

    assert _one(line, "de_DE") == "Der Anbieter verkauft Ihre Daten (nur für Kalifornien, Atlantis)."


def test_children_need_not_be_told_that_their_data_is_theirs() -> None:
    part = {"practice": "collects-from-children", "stance": "does", "hedged": True, "region": "children"}

    assert _one({"text": "", "topic": "collection", "parts": [part]}, "fr_FR") == (
        "Le site peut recueillir des données d’enfants."
    )


def _one(line: dict[str, Any], locale: str) -> str:
    script = f'import * as m from "{MODULE}"; console.log(m.overviewText({json.dumps(line)}))'
    return run("--input-type=module", "--eval", script, locale=locale).stdout.rstrip("\n")


def test_every_finding_is_tried() -> None:
    assert {part.practice for line in _lines() for part in line.parts} == {key.split(" ")[0] for key in _PHRASES}
    assert all(isinstance(one, Finding) for one in FINDINGS)
