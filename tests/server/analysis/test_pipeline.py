"""The whole analysis, on any text."""

import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.analysis import Document, Refusal, Summary, read_html, read_text, summarise, summary_id
from server.analysis.vocabulary import Level
from tests.server.analysis.policies import POLICIES, WHOLE

any_policy = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def answer(document: Document) -> Summary | None:
    try:
        return summarise(document)
    except Refusal:
        return None


def check_promises(document: Document, summary: Summary) -> None:
    evidence = [e for finding in summary.findings for e in finding.evidence]
    evidence += [e for pair in summary.contradictions for e in pair.evidence]
    evidence += [action.evidence for action in summary.actions]
    for proof in evidence:
        assert document.text[proof.start : proof.end] == proof.quote
        assert len(re.findall(r"\w+", proof.quote)) >= 3
        assert len(proof.quote) <= 600
    for finding in summary.findings:
        assert 1 <= len(finding.evidence) <= 5
        assert finding.count >= len(finding.evidence)
    earned = {(f.practice, f.stance) for f in summary.findings if f.level is not Level.INFO}
    assert {(b.practice, b.stance) for b in summary.badges} == earned
    assert not {finding.practice for finding in summary.findings} & set(summary.not_stated)


@any_policy
@given(POLICIES)
def test_any_policy_gets_a_summary_that_keeps_its_promises(text: str) -> None:
    document = read_text(text)
    summary = summarise(document)
    check_promises(document, summary)
    assert msgspec.json.encode(summarise(read_text(text))) == msgspec.json.encode(summary)


@any_policy
@given(st.text(max_size=2000))
def test_any_text_gets_a_summary_or_a_refusal(text: str) -> None:
    document = read_text(text)
    summary = answer(document)
    assert summary is None or check_promises(document, summary) is None


@any_policy
@given(POLICIES, st.text(max_size=200))
def test_any_html_gets_a_summary_or_a_refusal(text: str, noise: str) -> None:
    document = read_html(f"<html><body><{noise}><p>{text}</p>{noise}</body>")
    summary = answer(document)
    assert summary is None or check_promises(document, summary) is None


@pytest.mark.parametrize(
    "other",
    [
        read_text(WHOLE, title="Another title"),
        read_text(WHOLE, base_url="https://bookshop.example/privacy"),
        read_text(WHOLE + "\n\n[link](https://bookshop.example/a)"),
        read_text(WHOLE + "\n\n[link](https://bookshop.example/b)"),
        read_text(WHOLE.replace("# Privacy", "## Privacy")),
        read_text(WHOLE + " "),
    ],
)
def test_other_input_has_another_id(other: Document) -> None:
    assert summary_id(other) != summary_id(read_text(WHOLE))


def test_the_same_words_under_another_link_have_another_id() -> None:
    pages = [f"<p>{WHOLE}</p><a href='https://bookshop.example/{name}'>opt out</a>" for name in "ab"]
    assert summary_id(read_html(pages[0])) != summary_id(read_html(pages[1]))
