"""The examples of the rules are their tests; and rules about rules."""

from collections import Counter

import pytest

from server.analysis.finder import Finder
from server.analysis.lexicon import compile_pattern
from server.analysis.model import Sentence
from server.analysis.plain import plain
from server.analysis.practices import RULES
from server.analysis.rules import PracticeRule
from server.analysis.vocabulary import PRACTICES, Stance

FINDERS = {rule.practice: Finder([rule]) for rule in RULES}


def example(text: str) -> Sentence:
    """A sentence alone; `Heading | sentence` stands under a heading, `Lead-in: > item` completes a lead-in."""
    heading, _, rest = text.rpartition(" | ")
    lead_in, _, words = rest.rpartition(" > ")
    return Sentence(0, len(words), words, words, heading, lead_in, 0)


def stances(rule: PracticeRule, text: str) -> list[Stance]:
    return [s.stance for s in FINDERS[rule.practice].statements([example(text)], [0])[0]]


def touches(patterns: tuple[str, ...], text: str) -> bool:
    sentence = example(text)
    words = plain(f"{sentence.lead_in} {sentence.display}")
    return any(compile_pattern(pattern).search(words) for pattern in patterns)


def recognised(rule: PracticeRule) -> tuple[str, ...]:
    return rule.does + rule.does_not + rule.with_consent


def looking(rule: PracticeRule) -> tuple[str, ...]:
    in_context = tuple(pattern for _, pattern in rule.in_context)
    return rule.says + rule.affirms + rule.denies + rule.consents + in_context


EXAMPLES = [
    pytest.param(rule, stance, text, id=f"{stance} {rule.practice}: {text}")
    for rule in RULES
    for stance, texts in (
        (Stance.DOES, rule.does),
        (Stance.DOES_NOT, rule.does_not),
        (Stance.WITH_CONSENT, rule.with_consent),
    )
    for text in texts
]
MISSES = [pytest.param(rule, text, id=f"{rule.practice}: {text}") for rule in RULES for text in rule.misses]
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.practice for rule in RULES])


@pytest.mark.parametrize(("rule", "stance", "text"), EXAMPLES)
def test_matches(rule: PracticeRule, stance: Stance, text: str) -> None:
    assert stances(rule, text) == [stance]


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_misses(rule: PracticeRule, text: str) -> None:
    assert stances(rule, text) == []


@each_rule
def test_gaps_are_still_open(rule: PracticeRule) -> None:
    """A gap that has closed belongs among the examples."""
    assert [text for text in rule.gaps if stances(rule, text)] == []


@each_rule
def test_every_pattern_earns_its_place(rule: PracticeRule) -> None:
    """A pattern that no example needs is dead, or untested."""
    idle = [p for p in looking(rule) if not any(touches((p,), text) for text in recognised(rule))]
    idle += [p for p in rule.unless if not any(touches((p,), text) for text in rule.misses)]
    assert not idle


@each_rule
def test_misses_are_near_misses(rule: PracticeRule) -> None:
    """A miss that no pattern touches proves nothing."""
    assert rule.misses
    assert [text for text in rule.misses if not touches(looking(rule), text)] == []


@each_rule
def test_every_stance_that_can_be_found_has_an_example(rule: PracticeRule) -> None:
    shown = {
        stance for stance, texts in zip(Stance, (rule.does, rule.does_not, rule.with_consent), strict=True) if texts
    }
    assert shown == set(PRACTICES[rule.practice].stances)


@each_rule
def test_every_rule_says_why_in_one_sentence(rule: PracticeRule) -> None:
    assert rule.why.endswith(".")
    assert len(rule.why) <= 160


def test_every_practice_has_one_rule() -> None:
    assert Counter(rule.practice for rule in RULES) == dict.fromkeys(PRACTICES, 1)


def test_no_sentence_is_given_twice_for_a_practice() -> None:
    given = Counter((rule.practice, text) for rule in RULES for text in (*recognised(rule), *rule.misses, *rule.gaps))
    assert [pair for pair, times in given.items() if times > 1] == []
