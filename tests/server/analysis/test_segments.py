"""Blocks with their heading and lead-in."""

import pytest

from server.analysis.documents import read_html, read_text
from server.analysis.segments import MAX_LEAD_IN, segment


def lead_ins(text: str) -> list[str]:
    return [part.lead_in for part in segment(read_text(text))]


def test_headings_are_no_segments_but_stand_over_them():
    parts = segment(read_text("Before.\n# **Privacy** of [us](http://a.example)\nWe sell it.\n## Sharing\n* With you"))
    assert [part.heading for part in parts] == ["", "Privacy of us", "Sharing"]


@pytest.mark.parametrize(
    ("above", "lead_in"),
    [
        ("We do not:", "We do not:"),
        ("We keep it safe. Yet **we may**:", "Yet we may:"),
        ("We ask Acme Inc. for it, e.g. to:", "We ask Acme Inc. for it, e.g. to:"),
        ("We collect data such as", "We collect data such as"),
        ("We use it for the following purposes.", "We use it for the following purposes."),
        ("We use it as follows.", "We use it as follows."),
        ("We share it with", "We share it with"),
        ("We sell it.", ""),
        ("We sell it: to all. That is so.", ""),
    ],
)
def test_the_words_that_a_list_completes(above: str, lead_in: str):
    assert lead_ins(f"{above}\n\n* one\n\n* two\n\nAfter it.") == ["", lead_in, lead_in, ""]


def test_a_heading_may_introduce_a_list():
    assert lead_ins("## We never:\n* sell it") == ["We never:"]
    assert lead_ins("## Sharing\n* we never sell it") == [""]


def test_a_lead_in_ends_with_its_list():
    assert lead_ins("We do not:\n* sell it\n## Other\n* one\n\nAfter.\n* two") == ["", "We do not:", "", "", ""]


def test_a_table_ends_a_lead_in():
    assert lead_ins("We do not:\n\n| a | b |\n|---|---|\n\n* one") == ["", "", ""]


def test_a_nested_list_completes_both():
    text = "We do not:\n* share:\n  * your name\n  * your data with\n    * anyone\n* sell it\n  * ever"
    assert lead_ins(text) == [
        "",
        "We do not:",
        "We do not: share:",
        "We do not: share:",
        "We do not: share: your data with",
        "We do not:",
        "We do not:",
    ]


def test_an_item_that_stops_a_sentence_introduces_nothing():
    assert lead_ins("* We sell it.\n  * one") == ["", ""]


def test_a_lead_in_is_whole_or_none():
    words = "We never, " + "neither today nor tomorrow, " * 30 + "do this:"
    assert lead_ins(f"{words}\n* sell it") == ["", ""]
    text = "".join(f"{' ' * depth}* we share this with our own shops and with:\n" for depth in range(50))
    assert all(len(words) <= MAX_LEAD_IN for words in lead_ins(text))


def test_lists_of_pages_have_lead_ins_too():
    html = "<p>We <b>never</b>:<ul><li><p>sell it</p><p>rent it</p><ul><li>at all</ul></ul><p>After it."
    assert [part.lead_in for part in segment(read_html(html))] == ["", *["We never:"] * 3, ""]


def test_the_head_of_a_table_stands_before_its_rows():
    rows = "| Data | Why we need it |\n|---|---|\n| E-mail | to answer you |\n| Street | to send your order |"
    assert lead_ins(rows) == ["", "Data | Why we need it", "Data | Why we need it"]


def test_an_answer_is_not_read_with_the_head_of_its_table():
    rows = "| Data | Sold |\n|---|---|\n| E-mail | No |\n| Street | YES |\n| Name | ✓ |\n| Age | only by you |"
    assert lead_ins(rows) == ["", "", "", "", "Data | Sold"]


def test_a_first_row_of_sentences_is_no_head():
    assert lead_ins("| We keep this. | For ever. |\n|---|---|\n| E-mail | to answer you |") == ["", ""]


def test_a_document_without_blocks_has_no_segments():
    assert segment(read_text("")) == ()
