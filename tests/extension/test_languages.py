"""All that is said stands in _locales, in every language alike."""

import json
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from server.analysis import actions, regions
from server.analysis.overview import _PHRASES, OverviewTopic
from server.analysis.vocabulary import PRACTICES, Stance
from tests.extension.node import EXTENSION, value

PAGE = EXTENSION.parent / "server" / "web"
LOCALES = EXTENSION / "_locales"
LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir())
OTHERS = [language for language in LANGUAGES if language != "en"]
MANIFEST = (EXTENSION / "manifest.json").read_text("utf-8")
MARKUP = sorted([*EXTENSION.rglob("*.html"), *PAGE.glob("templates/*.html")])
SCRIPTS = sorted([*EXTENSION.rglob("*.js"), *PAGE.glob("static/*.js")])

# One message of each for what the service names; the rest is named in the code.
FAMILIES = ("label", "overview", "silence", "action", "region")
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")


def messages(language: str) -> dict[str, str]:
    """The messages of a language, by key."""
    entries = json.loads((LOCALES / language / "messages.json").read_text("utf-8"))
    return {key: entry["message"] for key, entry in entries.items()}


ENGLISH = messages("en")


def named(identifier: str) -> str:
    return re.sub(r"\W", "_", identifier)


def of_vocabulary(kind: str) -> dict[str, str]:
    """The English of the messages that `kind` must have, from what the service says."""
    if kind == "label":
        return {
            f"label_{named(practice.id)}__{named(stance)}{suffix}": label
            for practice in PRACTICES.values()
            for stance, commitment in practice.stances.items()
            for suffix, label in (("", commitment.label), ("__hedged", commitment.hedged_label))
            if label
        }
    if kind == "overview":
        return dict(_phrases())
    if kind == "silence":
        return {f"silence_{named(practice.id)}": "" for practice in PRACTICES.values() if practice.expected}
    if kind == "action":
        return {f"action_{named(practice)}": label for practice, (_, label) in actions._KINDS.items()}
    return {f"region_{named(name)}": name for name, _ in regions._REGIONS}


def _phrases() -> Iterator[tuple[str, str]]:
    for key, phrase in _PHRASES.items():
        practice, stance = key.split(" ")
        is_alone = stance == Stance.WITH_CONSENT
        said = "{} {}" if is_alone else "{} [{}]"
        base = f"overview_{named(practice)}__{named(stance)}"
        yield base, said.format(phrase.verb, phrase.governs)
        if PRACTICES[practice].stances[Stance(stance)].hedged_label:
            yield f"{base}__hedged", said.format(phrase.hedged_verb, phrase.governs)
    for topic in OverviewTopic:
        yield f"overview_{topic}", ""


def test_there_are_four_languages() -> None:
    assert LANGUAGES == ["de", "en", "es", "fr"]


@pytest.mark.parametrize("kind", FAMILIES)
def test_what_the_service_says_has_a_message_and_its_english_is_the_same(kind: str) -> None:
    expected = of_vocabulary(kind)
    family = {key: text for key, text in ENGLISH.items() if key.startswith(f"{kind}_")}

    assert family.keys() == expected.keys()
    assert {key: text for key, text in family.items() if expected[key]} == {k: t for k, t in expected.items() if t}


def keys_in_code() -> set[str]:
    """The keys that code, pages and manifest name."""
    keys = set(re.findall(r"__MSG_(\w+)__", MANIFEST))
    for file in MARKUP:
        keys |= set(re.findall(r'data-(?:message|label|placeholder|content)="(\w+)"', file.read_text("utf-8")))
    for file in SCRIPTS:
        code = file.read_text("utf-8")
        keys |= set(re.findall(r'\bmessage\(\s*"(\w+)"', code))
        keys |= {f"{key}_{form}" for key in re.findall(r'\bplural\(\s*"(\w+)"', code) for form in ("one", "other")}
        keys |= {
            f"{key}_{part}" for key in re.findall(r'\bsaid(?:With)?\(\s*"(\w+)"', code) for part in ("title", "text")
        }
    return keys


def test_every_message_that_is_named_exists_and_none_is_left_over() -> None:
    families = {key for key in ENGLISH if key.startswith(tuple(f"{kind}_" for kind in FAMILIES))}

    assert keys_in_code() - set(ENGLISH) == set()
    assert set(ENGLISH) - families - keys_in_code() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_the_languages_have_the_same_messages_with_the_same_names_in_them(language: str) -> None:
    other = messages(language)

    assert list(other) == list(ENGLISH)
    for key, text in other.items():
        assert sorted(re.findall(r"\{\w*\}", text)) == sorted(re.findall(r"\{\w*\}", ENGLISH[key])), key
        assert "$" not in text, key
        assert text == text.strip(), key
        assert not re.search(r"\b(\w+) \1\b", text), key


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str) -> None:
    same = {key for key, text in messages(language).items() if text == ENGLISH[key]}

    # What is the same word in both languages, and nothing else.
    assert {ENGLISH[key] for key in same} <= SAME_WORDS, {key: ENGLISH[key] for key in same}


SAME_WORDS = {
    *("Smallprint", "Options", "Contradictions", "API", "Smallprint: {count} warning", "{count} minute"),
    *("{count} minutes", "{index} of {count}", "Brazil", "California", "Australia", "children", "quote", "quotes"),
    *("{clauses}, and {last}", "in {language}", "{count} kB", "{count} site", "{count} sites"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_that_their_language_needs(language: str) -> None:
    kinds = {PLURAL.sub("", key) for key in messages(language) if PLURAL.search(key)}

    for kind in kinds:
        assert {f"{kind}_one", f"{kind}_other"} <= messages(language).keys(), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stores_take_the_description(language: str) -> None:
    assert len(messages(language)["description"]) <= 132


class _Words(HTMLParser):
    """Collects what a reader would see of a page, or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "img", "input", "br"):
            self._inside.append(tag)
        self.words += [said for name, said in attrs if name in ("aria-label", "title", "alt") and said]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [said for name, said in attrs if name in ("aria-label", "title", "alt") and said]

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if "code" not in self._inside and data.strip():
            self.words.append(data.strip())


@pytest.mark.parametrize("file", MARKUP, ids=lambda file: file.name)
def test_pages_hold_no_words_of_their_own(file: Path) -> None:
    parser = _Words()
    parser.feed(file.read_text("utf-8"))

    assert parser.words == []


@pytest.mark.parametrize(
    "file",
    # The rules by which policies are told from other pages are English words, as the policies are.
    [file for file in SCRIPTS if file.name not in ("example.js", "policy-rules.js", "looks-like-policy.js")],
    ids=lambda file: file.name,
)
def test_scripts_hold_no_sentence(file: Path) -> None:
    code = re.sub(r"/\*.*?\*/|(?<!:)//.*$", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    code = re.sub(r"new Error\([^)]*\)|super\([^)]*\)", "", code)  # for developers, in the console
    strings = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)

    # A capital, as every label and every sentence has it: tags, keys and selectors have none, headers have two.
    sentences = {said for pair in strings for said in pair if re.search(r"(^|\s)[A-Z][a-z]+(\s|[.:…!?]|$)", said)}
    assert sentences <= {"Files"}  # what a browser calls them


@pytest.mark.parametrize(
    ("tags", "language", "locale"),
    [
        (["de-CH", "en"], "de", "de-CH"),
        (["ja", "fr-CA", "en-US"], "fr", "fr-CA"),
        (["ES"], "es", "ES"),
        (["ja", "pt-BR"], "en", "en-GB"),
        (["dee", "constructor", "en_US", "", "de_DE"], "en", "en-GB"),
        ([], "en", "en-GB"),
    ],
)
def test_the_first_language_of_the_reader_that_is_known_is_spoken(tags: list[str], language: str, locale: str) -> None:
    assert value("summary/messages.js", f"m.preferred({json.dumps(tags)})") == {"language": language, "locale": locale}


SAID: list[tuple[str, list[Any]]] = [
    ("en_GB", ["1 word", "3,450 words", "Dated 14 March 2024", "It gave no reason.", "in Japanese"]),
    ("en_US", ["1 word", "3,450 words", "Dated March 14, 2024", "It gave no reason.", "in Japanese"]),
    ("de_DE", ["1 Wort", "3.450 Wörter", "Vom 14. März 2024", "Er nannte keinen Grund.", "auf Japanisch"]),
    ("fr_FR", ["1 mot", "3\u202f450 mots", "Du 14 mars 2024", "Il n’a donné aucune raison.", "en japonais"]),
    (
        "es_ES",
        ["1 palabra", "3450 palabras", "Del 14 de marzo de 2024", "No dio ninguna razón.", "en japonés"],
    ),
]


@pytest.mark.parametrize(("locale", "said"), SAID)
def test_numbers_dates_and_plurals_are_those_of_the_language(locale: str, said: list[str]) -> None:
    expression = """[
      m.words.length(1), m.words.length(3450), m.words.dated("2024-03-14"), m.words.states.refused[""].text({}),
      m.words.states.refused["not-english"].text({language: "ja"})
    ]"""
    *first, last = value("summary/words.js", expression, locale)

    assert first == said[:4]
    assert said[4] in last


def test_french_counts_none_as_one() -> None:
    assert value("summary/words.js", "m.words.length(0)", "fr_FR") == "0 mot"


def test_reports_and_changes_name_badges_as_the_reader_does() -> None:
    position = {"stance": "does", "hedged": True, "level": "warning", "label": "May sell your data"}
    change = {"at": "2026-11-20T08:00:00Z", "practice": "sells-data", "was": None, "now": position}
    summary = {"id": "1", "analysis": "a", "document": {"title": ""}}
    found = {"practice": "sells-data", "evidence": [], **position}
    place = {"summary": summary, "url": "", "readAt": ""}
    label = messages("de")["label_sells_data__does__hedged"]

    report = value("summary/report.js", f"m.reportOf({json.dumps(found)}, {json.dumps(place)})", "de_DE")
    [changed] = value("summary/history-view.js", f"m.historyView({json.dumps({'changes': [change]})})", "de_DE")

    assert report["text"].startswith(f"Die Marke „{label}“ (sells-data:does) ist falsch.")
    assert [line["label"] for line in changed["lines"]] == [label]


def test_the_vocabulary_is_read_where_the_overview_is() -> None:
    file = EXTENSION.parent / "server" / "analysis" / "data" / "overview.toml"
    lines = tomllib.loads(file.read_text("utf-8"))["line"]

    assert [line["topic"] for line in lines] == list(OverviewTopic)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", ["warning", "caution", "good"])
def test_a_level_has_one_name(language: str, level: str) -> None:
    said = {key: text.casefold() for key, text in messages(language).items()}

    assert said[f"{level}Count_one"] == f"{{count}} {said[level]}"
    assert said[f"{level}Count_other"] == f"{{count}} {said[f'{level}s']}"
