"""The short summary in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis.model import Finding
from server.analysis.overview import MAX_LINES, MAX_WORDS, listed, overview
from server.analysis.vocabulary import PRACTICES, Level, Stance
from tests.server.analysis.examples import finding

# Every finding that there can be: hedged are only those that have a label for it.
ALL = [
    finding(practice.id, stance, hedged=hedged, region=region)
    for practice in PRACTICES.values()
    for stance, commitment in practice.stances.items()
    for hedged in ([False, True] if commitment.hedged_label else [False])
    for region in (None, "California")
]
FINDINGS = st.sampled_from(ALL)
BADGES = [f for f in ALL if f.level is not Level.INFO and not f.region]


def name(f: Finding) -> str:
    return f"{f.practice} {f.stance}{' hedged' * f.hedged}"


def told(*findings: Finding) -> list[str]:
    return [line.text for line in overview(findings)]


def test_nothing_found_is_nothing_said() -> None:
    assert overview([]) == ()


def test_what_is_collected_and_who_gets_it_is_said_however_much_there_is_besides() -> None:
    praised = [f for f in BADGES if f.level is Level.GOOD]
    collected, shared = finding("collects-contact-info"), finding("shares-with-service-providers")
    said = {(part.practice, part.stance) for line in overview([*praised, collected, shared]) for part in line.parts}
    assert said >= {("collects-contact-info", Stance.DOES), ("shares-with-service-providers", Stance.DOES)}


def test_objects_of_one_verb_are_listed_together() -> None:
    assert told(finding("collects-contact-info"), finding("collects-payment-info")) == [
        "It collects contact details and payment details."
    ]


def test_a_hedge_is_kept() -> None:
    assert told(finding("collects-contact-info"), finding("collects-precise-location", hedged=True)) == [
        "It may collect your precise location, and collects contact details."
    ]


def test_a_denial_reads_as_one() -> None:
    assert told(finding("sells-data", Stance.DOES_NOT)) == ["It does not sell your data."]


def test_what_the_reader_can_do_is_said_to_the_reader() -> None:
    assert told(finding("can-delete"), finding("can-opt-out-of-marketing")) == [
        "You can delete your data, and opt out of marketing."
    ]


def test_verbs_of_one_object_are_listed_together() -> None:
    assert told(finding("can-access-or-correct"), finding("can-delete"), finding("can-export")) == [
        "You can see, correct, delete and export your data."
    ]


def test_a_condition_holds_for_its_own_verb_only() -> None:
    consent = Stance.WITH_CONSENT
    assert told(finding("uses-for-targeted-ads", consent), finding("uses-for-ai-training", consent)) == [
        "It shows targeted ads if you agree, and trains AI on your data if you agree."
    ]


def test_a_hedged_condition_is_no_promise() -> None:
    assert told(finding("sells-data", Stance.WITH_CONSENT)) == ["It sells your data only with consent."]
    assert told(finding("sells-data", Stance.WITH_CONSENT, hedged=True)) == ["It may sell your data with consent."]


def test_what_holds_for_some_readers_says_for_whom() -> None:
    assert told(finding("can-delete", region="California"), finding("can-opt-out-of-marketing")) == [
        "You can delete your data (California only), and opt out of marketing."
    ]


def test_what_speaks_of_children_need_not_say_so_twice() -> None:
    assert told(finding("collects-from-children", Stance.DOES_NOT, region="children")) == ["It is not for children."]


@pytest.mark.parametrize("badge", BADGES, ids=name)
def test_every_badge_can_be_told(badge: Finding) -> None:
    assert len(told(badge)) == 1


@pytest.mark.parametrize("hedged", [f for f in BADGES if f.hedged], ids=name)
def test_every_hedge_is_kept(hedged: Finding) -> None:
    [line] = told(hedged)
    assert " may " in line
    assert " only" not in line


def test_what_matters_less_is_told_where_what_matters_more_does_not_fit() -> None:
    [*lines] = told(*(f for f in BADGES if f.level is Level.WARNING and not f.hedged), finding("encrypts-data"))
    assert MAX_WORDS - 2 <= sum(len(line.split()) for line in lines) <= MAX_WORDS


def test_of_two_stances_the_worse_is_told() -> None:
    assert told(finding("sells-data", Stance.DOES_NOT), finding("sells-data")) == ["It sells your data."]


@pytest.mark.parametrize(("items", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_read_as_english(items: list[str], text: str) -> None:
    assert listed(items) == text


@given(st.lists(FINDINGS, unique_by=lambda f: (f.practice, f.stance)))
def test_whatever_is_found_it_is_short_and_says_nothing_else(findings: list[Finding]) -> None:
    lines = overview(findings)
    assert len(lines) <= MAX_LINES
    assert sum(len(line.text.split()) for line in lines) <= MAX_WORDS
    assert {practice for line in lines for practice in line.practices} <= {f.practice for f in findings}
    assert all(line.practices and line.text.endswith(".") for line in lines)
