from datetime import UTC, datetime

import msgspec
import pytest

from server.analysis import read_text, summarise
from server.history import Change, Position, changes
from tests.server.analysis.policies import WHOLE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://larkspur.example/privacy"

SELLS = Position("does", False, "warning", "Sells your data")
MAY_SELL = Position("does", True, "warning", "May sell your data")
SELLS_NOT = Position("does-not", False, "good", "Does not sell your data")
LOGS = Position("does", False, "info", "Logs device and IP address")


def summary(*findings: tuple[str, Position, str], identity: str = "new", analysis: str = "1") -> bytes:
    found = [
        msgspec.to_builtins(position) | {"practice": practice, "evidence": [{"quote": quote}]}
        for practice, position, quote in findings
    ]
    return msgspec.json.encode({"id": identity, "analysis": analysis, "findings": found})


def between(old: list[tuple[str, Position, str]], new: list[tuple[str, Position, str]]) -> tuple[Change, ...]:
    return changes(summary(*old, identity="old"), summary(*new), NOON, URL)


def test_a_badge_that_turned_is_one_change_with_both_quotes() -> None:
    assert between([("sells-data", SELLS_NOT, "We never sell.")], [("sells-data", SELLS, "We sell.")]) == (
        Change(NOON, URL, "sells-data", SELLS_NOT, SELLS, "We never sell.", "We sell."),
    )


def test_a_badge_that_came_was_nothing_and_one_that_went_is_nothing() -> None:
    sells = ("sells-data", SELLS, "We sell.")
    assert between([], [sells]) == (Change(NOON, URL, "sells-data", None, SELLS, None, "We sell."),)
    assert between([sells], []) == (Change(NOON, URL, "sells-data", SELLS, None, "We sell.", None),)


def test_a_hedge_that_came_is_a_change() -> None:
    (change,) = between([("sells-data", SELLS, "We sell.")], [("sells-data", MAY_SELL, "We may sell.")])
    assert (change.was, change.now) == (SELLS, MAY_SELL)


def test_of_a_practice_with_two_stances_only_what_changed_is_told() -> None:
    both = [("sells-data", SELLS, "We sell."), ("sells-data", SELLS_NOT, "We never sell.")]
    (change,) = between(both, both[1:])
    assert (change.was, change.now) == (SELLS, None)


def test_other_words_for_the_same_are_no_change() -> None:
    assert between([("sells-data", SELLS, "We sell.")], [("sells-data", SELLS, "We do sell.")]) == ()


def test_what_is_no_badge_is_no_change() -> None:
    assert between([], [("collects-device-info", LOGS, "We log.")]) == ()


def test_another_analysis_is_no_change_of_the_policy() -> None:
    old = summary(identity="old", analysis="1")
    assert changes(old, summary(("sells-data", SELLS, "We sell."), analysis="2"), NOON, URL) == ()


def test_a_summary_that_an_older_service_made_is_compared_with_nothing() -> None:
    assert changes(b'{"badges":[]}', summary(("sells-data", SELLS, "We sell.")), NOON, URL) == ()


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("", {}),
        ("\n\nThe weather is fine.", {}),
        ("\n\nWe train machine-learning models on your messages.", {"uses-for-ai-training": (None, "does")}),
    ],
)
def test_real_summaries_are_compared(added: str, told: dict[str, tuple[str | None, str | None]]) -> None:
    old, new = (msgspec.json.encode(summarise(read_text(text))) for text in (WHOLE, WHOLE + added))
    found = {
        change.practice: (change.was and change.was.stance, change.now and change.now.stance)
        for change in changes(old, new, NOON, URL)
    }
    assert found == told
