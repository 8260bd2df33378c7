from collections.abc import Iterator
from random import Random

import pytest

from server.analysis.lexicon import compile_part, compile_pattern, parts
from server.analysis.plain import plain
from server.analysis.practices import RULES
from tests.server.analysis.test_rules import example, looking, recognised


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\bsell\b", (r"\bsell\b",)),
        (r"{we}{gap}<{share}>{far}{data}", ("{we}", "(?:{share})", "{data}")),
        (r"\bwe\b(?: \w+){0,3} <sell>", (r"\bwe\b", r" (?:sell)")),
        (r"\bkept?\W+(?:for|as) long", (r"\bkept?\W+(?:for|as) long",)),
        (r"\bwe\b.{0,60}\bnot\b[^.;{}]*data", (r"\bwe\b", r"\bnot\b", "data")),
        (r"\bour (?:valued )*partners+", (r"\bour ", "partners+")),
        (r"\(?:\{2,3} {near}\W*$", ()),
        (r"\bsold\b|\brented{gap}out\b", (r"\bsold\b|\brented{gap}out\b",)),
        (r"(?:{data}{gap}sold|rented) to", (r"(?:{data}{gap}sold|rented) to",)),
    ],
)
def test_the_parts_of_a_pattern(pattern: str, found: tuple[str, ...]) -> None:
    assert parts(pattern) == found


def matches() -> Iterator[tuple[str, str]]:
    """Each pattern with each sentence of its rule's examples that it matches."""
    for rule in RULES:
        sentences = [example(text) for text in (*recognised(rule), *rule.misses)]
        for text in {plain(f"{sentence.lead_in} {sentence.display}") for sentence in sentences}:
            yield from (
                (pattern, text) for pattern in (*looking(rule), *rule.unless) if compile_pattern(pattern).search(text)
            )


def test_what_a_pattern_matches_holds_all_its_parts() -> None:
    found = list(matches())
    assert len({pattern for pattern, _ in found}) > 600
    lacking = [
        (pattern, part) for pattern, text in found for part in parts(pattern) if not compile_part(part).Match(text)
    ]
    assert lacking == []


def test_a_pattern_does_not_grow_with_what_was_read() -> None:
    assert compile_pattern(r"{we}{gap}<{share}>{far}{data}{list}{third-party}").options.max_mem == 2**16


def test_a_part_that_has_read_more_than_it_may_keep_still_finds_what_it_is() -> None:
    part = compile_part(r"\b(?:sold|(?:\w+ ){0,40}?(?:shared|given) (?:\w+ ){0,40}?away)\b")
    letters = Random(1)
    for _ in range(200):
        words = " ".join(letters.choices(("shared", "given", "a", "way", "the", "sol"), k=200))
        assert (part.Match(f"{words}, sold"), part.Match(f"{words}.")) == ([0], None)


def test_what_many_patterns_have_in_common_is_compiled_once() -> None:
    assert compile_part("{share}") is compile_part("{share}")
