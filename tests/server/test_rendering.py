"""Summaries in words, from one that has everything."""

import dataclasses

import pytest

from server.analysis.model import (
    Action,
    Badge,
    Contradiction,
    DocumentFacts,
    Evidence,
    Finding,
    Grade,
    OverviewLine,
    OverviewTopic,
    Summary,
)
from server.analysis.parts import part
from server.analysis.vocabulary import PRACTICES, Category, Level, Stance
from server.rendering import MARKDOWN, PLAIN, render

SENTENCE = (
    "We may sell your [data](https://evil.example/?you) to <b>partners</b> and to anyone else who asks us for it."
)
EVIDENCE = Evidence("raw", SENTENCE, 0, 3, "Sharing", "")
SALE = Finding(
    *("sells-data", Category.THIRD_PARTY, Stance.DOES, True, Level.WARNING, "May sell your data", None, 2),
    (EVIDENCE, Evidence("other", "Another sentence.", 4, 9, "", "")),
)
DENIAL = dataclasses.replace(
    SALE,
    stance=Stance.DOES_NOT,
    hedged=False,
    level=Level.GOOD,
    label="Does not sell your data",
    evidence=(Evidence("sell your data;", "sell your data;", 0, 3, "", "We do not:"),),
)
SUMMARY = Summary(
    id="0" * 64,
    analysis="0" * 16,
    document=DocumentFacts("Larkspur\n*Books*", "en", "privacy-policy", 1234, 6, "2026-03-03"),
    grade=Grade("D", -12, ()),
    overview=(OverviewLine("It may sell your data.", ("sells-data",), OverviewTopic.SHARING, (part(SALE),)),),
    badges=(
        Badge("sells-data", Stance.DOES, True, Level.WARNING, "May sell your data"),
        Badge("sells-data", Stance.DOES_NOT, False, Level.GOOD, "Does not sell your data"),
    ),
    findings=(SALE, DENIAL),
    not_stated=("states-retention-period",),
    contradictions=(
        Contradiction(
            *(("sells-data", "sells-data"), "It says that it sells data, and that it does not.", (EVIDENCE,) * 2),
            (part(SALE), part(DENIAL)),
        ),
    ),
    actions=(
        Action("opt-out", "Opt out", "https://larkspur.example/opt-out?a_b", EVIDENCE, "can-opt-out-of-tracking"),
    ),
    outline=(),
)
BARE = dataclasses.replace(
    SUMMARY,
    document=DocumentFacts("", "en", "privacy-policy", 90, 1, None),
    grade=None,
    **dict.fromkeys(("overview", "badges", "findings", "not_stated", "contradictions", "actions"), ()),
)


def test_a_summary_reads_well_in_a_terminal() -> None:
    assert (
        render(SUMMARY, PLAIN)
        == f"""\
Larkspur *Books*
1,234 words, 6 minutes to read. Dated 2026-03-03. Grade D.

- It may sell your data.

Badges

✗ May sell your data (warning)
  “We may sell your [data](https://evil.example/?you) to <b>partners</b> and
  to anyone else who asks us for it.”
✓ Does not sell your data (good)
  We do not: “sell your data;”

Contradictions

- It says that it sells data, and that it does not.

What you can do

- Opt out: https://larkspur.example/opt-out?a_b

No statement found

- {PRACTICES["states-retention-period"].question}
"""
    )


def test_a_summary_of_little_says_so() -> None:
    assert (
        render(BARE, PLAIN)
        == """\
Privacy policy
90 words, 1 minute to read. No grade: too little was found to judge.
"""
    )


def test_markdown_shows_a_policys_words_and_obeys_none() -> None:
    lines = render(SUMMARY, MARKDOWN).splitlines()
    assert lines[0] == r"# Larkspur \*Books\*"
    assert "## Badges" in lines
    assert "- ✗ **May sell your data** (warning)" in lines
    quote = next(line for line in lines if line.startswith("  > "))
    assert quote.startswith(r"  > “We may sell your \[data\]\(https://evil.example/?you\) to \<b\>partners\</b\> and")


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\u202e", "\u2066", "\r", "\x00", "\u2028"])
@pytest.mark.parametrize("style", [PLAIN, MARKDOWN], ids=["plain", "markdown"])
def test_no_word_of_a_policy_moves_the_cursor_or_turns_the_line(style, character: str) -> None:
    evidence = dataclasses.replace(EVIDENCE, display=f"a{character}[2Jb")
    badges = (dataclasses.replace(SUMMARY.badges[0], label=f"a{character}b"),)
    findings = (dataclasses.replace(SALE, evidence=(evidence,)),)
    assert character not in render(dataclasses.replace(SUMMARY, badges=badges, findings=findings), style)
