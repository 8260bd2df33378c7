"""The short summary in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis.model import Finding
from server.analysis.overview import MAX_LINES, MAX_WORDS, listed, overview
from server.analysis.vocabulary import PRACTICES, Stance
from tests.server.analysis.examples import finding

FINDINGS = st.sampled_from(
    [
        (practice.id, stance, hedged)
        for practice in PRACTICES.values()
        for stance in practice.stances
        for hedged in (0, 1)
    ]
).map(lambda chosen: finding(chosen[0], chosen[1], hedged=bool(chosen[2])))


def told(*findings: Finding) -> list[str]:
    return [line.text for line in overview(findings)]


def test_nothing_found_is_nothing_said() -> None:
    assert overview([]) == ()


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
