"""The links that let the reader do something."""

import pytest

from server.analysis.actions import actions
from server.analysis.documents import read_html, read_text
from server.analysis.model import Action, Document
from server.analysis.vocabulary import Stance
from tests.server.analysis import examples

OPT_OUT = "can-opt-out-of-tracking"


def offered(document: Document, practice: str, stance: Stance = Stance.DOES) -> tuple[Action, ...]:
    return actions(document, [examples.finding(practice, stance, proof=examples.evidence(document.text))])


def hrefs(text: str, practice: str) -> list[str]:
    return [action.href for action in offered(read_text(text), practice)]


@pytest.mark.parametrize(
    ("practice", "kind", "label"),
    [
        ("can-opt-out-of-marketing", "opt-out", "Opt out of marketing"),
        ("can-opt-out-of-tracking", "opt-out", "Opt out of tracking"),
        ("can-delete", "delete", "Ask for deletion"),
        ("can-access-or-correct", "access", "See or correct your data"),
        ("can-export", "access", "Ask for a copy of your data"),
        ("provides-privacy-contact", "contact", "Ask about privacy"),
    ],
)
def test_an_address_in_the_evidence_is_an_action(practice: str, kind: str, label: str):
    document = read_text("Write to privacy@bookshop.example and we shall see to it.")
    (action,) = offered(document, practice)

    assert (action.kind, action.label, action.href) == (kind, label, "mailto:privacy@bookshop.example")
    assert action.evidence.quote == document.text


def test_no_other_practice_or_stance_gives_an_action():
    document = read_text("Write to privacy@bookshop.example and we shall see to it.")

    assert offered(document, "uses-cookies") == ()
    assert offered(document, "can-delete", Stance.DOES_NOT) == ()


@pytest.mark.parametrize(
    ("text", "href"),
    [
        (
            "Learn how [they use data](https://ads.example/partners) and [opt out](https://ads.example/out).",
            "https://ads.example/out",
        ),
        (
            "Learn more at https://ads.example/partners and leave at https://ads.example/optout today.",
            "https://ads.example/optout",
        ),
        (
            "They [explain it](https://ads.example/how); to opt out, go [here](https://ads.example/x).",
            "https://ads.example/x",
        ),
    ],
    ids=["label", "address", "words-before"],
)
def test_the_link_that_fits_goes_before_what_is_only_to_be_read(text: str, href: str):
    assert hrefs(text, OPT_OUT) == [href]


def test_the_only_link_is_taken_whatever_it_is_called():
    assert hrefs("Go [here](https://ads.example/x) if you like none of it.", OPT_OUT) == ["https://ads.example/x"]


def test_of_links_that_all_do_not_fit_none_is_taken():
    assert hrefs("See [this](https://a.example/x) and [that](https://b.example/y) page.", OPT_OUT) == []


def test_what_fits_one_kind_may_not_fit_another():
    text = "You may [delete it](https://shop.example/erase) or [get a copy](https://shop.example/export)."

    assert hrefs(text, "can-delete") == ["https://shop.example/erase"]
    assert hrefs(text, "can-export") == ["https://shop.example/export"]


def test_a_hidden_address_leads_nowhere():
    page = '<p>To delete it all, write to <a href="/cdn-cgi/l/email-protection#ab12">[email protected]</a> now.</p>'

    assert offered(read_html(page, "https://shop.example/privacy"), "can-delete") == ()


def test_a_link_outside_the_evidence_is_none():
    document = read_text("Opt out [here](https://a.example/out). Opt out [there](https://b.example/out) as well.")
    proof = examples.evidence(document.text[:38])

    assert [action.href for action in actions(document, [examples.finding(OPT_OUT, proof=proof)])] == [
        "https://a.example/out"
    ]


def test_of_a_link_that_goes_on_only_what_stands_in_the_evidence_counts():
    page = '<p>Go <a href="/optout">here</a> or read <a href="/x">this page. There are choices</a>.</p>'
    document = read_html(page, "https://shop.example/")
    proof = examples.evidence(document.text[: document.text.index(" There")])

    assert [action.href for action in actions(document, [examples.finding(OPT_OUT, proof=proof)])] == [
        "https://shop.example/optout"
    ]


def test_a_link_is_offered_once_a_kind_and_no_kind_has_more_than_three():
    text = " ".join(f"Opt out at https://a.example/optout/{number}." for number in (1, 1, 2, 3, 4))

    assert hrefs(text, OPT_OUT) == [f"https://a.example/optout/{number}" for number in (1, 2, 3)]
