"""Which practices a policy states, and what proves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis import read_text
from server.analysis.findings import MAX_EVIDENCE, MAX_LEAD_IN_CHARS, find
from server.analysis.model import Finding
from server.analysis.sentences import split
from server.analysis.vocabulary import Stance


def found(text: str) -> dict[tuple[str, Stance], Finding]:
    document = read_text(text)
    return {(f.practice, f.stance): f for f in find(document, split(document)).stated}


def test_the_evidence_is_the_very_sentence() -> None:
    says = "We do not sell your personal information."
    finding = found(f"Welcome to our shop. {says} Come again.")["sells-data", Stance.DOES_NOT]
    assert [e.quote for e in finding.evidence] == [says]


def test_an_item_is_read_with_its_lead_in_and_proved_by_itself() -> None:
    finding = found("We do not:\n\n* sell your personal information\n")["sells-data", Stance.DOES_NOT]
    assert [(e.quote, e.lead_in) for e in finding.evidence] == [("sell your personal information", "We do not:")]


def test_a_quote_of_one_word_takes_in_what_stands_before_it() -> None:
    finding = found("We collect your:\n\n* name\n* e-mail\n")["collects-contact-info", Stance.DOES]
    assert all(len(e.quote.split()) >= 3 for e in finding.evidence)


def test_all_that_is_only_possible_is_hedged() -> None:
    finding = found("We may sell your personal information to others.")["sells-data", Stance.DOES]
    assert (finding.hedged, finding.label) == (True, "May sell your data")


def test_one_plain_statement_ends_the_hedge_and_stands_first() -> None:
    text = "We may sell your personal information. We sell your personal information to advertisers."
    finding = found(text)["sells-data", Stance.DOES]
    assert finding.hedged is False
    assert finding.evidence[0].quote == "We sell your personal information to advertisers."


def test_the_number_of_all_is_told_and_the_best_few_are_shown() -> None:
    text = " ".join(f"We sell your personal information to company {number}." for number in range(9))
    finding = found(text)["sells-data", Stance.DOES]
    assert (finding.count, len(finding.evidence)) == (9, MAX_EVIDENCE)


def test_what_follows_a_but_is_not_denied_with_what_stands_before_it() -> None:
    stances = found("We do not sell your data, but we share it with advertisers for their marketing.")
    assert ("shares-for-marketing", Stance.DOES_NOT) not in stances


def test_what_the_reader_agrees_not_to_do_is_no_promise_of_the_site() -> None:
    assert found("You agree not to:\n\n* sell personal information of other members\n") == {}


@pytest.mark.parametrize("ending", ["\U0001f600", "\u2026", "\u2122", "\u00bb", " \u2022"])
def test_a_sentence_may_end_in_any_sign(ending: str) -> None:
    assert ("sells-data", Stance.DOES) in found(f"We sell your personal information to advertisers{ending}")


@given(st.text(max_size=20))
def test_what_stands_in_other_sentences_changes_nothing(noise: str) -> None:
    assert ("sells-data", Stance.DOES_NOT) in found(f"{noise}\n\nWe do not sell your personal information.\n\n{noise}")


def test_items_beyond_what_people_write_are_not_read() -> None:
    lead_in = "We share your personal information with others and may also, as we see fit:"
    items = MAX_LEAD_IN_CHARS // len(lead_in) + 10
    policy = lead_in + "\n\n" + "\n".join(f"* sell your personal data to company {n}" for n in range(items))
    assert found(policy)["sells-data", Stance.DOES].count < items


def test_a_short_item_below_a_long_one_is_proved_with_the_next() -> None:
    long = "the " + "very " * 118 + "long story of you"
    text = f"We collect your:\n\n* {long}\n* e-mail\n* address\n* name\n"
    finding = found(text)["collects-contact-info", Stance.DOES]
    assert all(len(e.quote.split()) >= 3 and len(e.quote) <= 600 for e in finding.evidence)
