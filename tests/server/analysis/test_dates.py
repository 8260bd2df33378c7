"""Which of the dates in a policy is its own."""

import pytest

from server.analysis.dates import OPENING_CHARS, policy_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated: 12th January 2006", "2006-01-12"),
        ("This privacy policy has last been updated on 01 May 2016.", "2016-05-01"),
        ("This policy was last modified on February 25, 2020, and replaces all others.", "2020-02-25"),
        ("LAST REVISED: SEPT. 3, 2011", "2011-09-03"),
        ("Date of last revision: 2020.12.07", "2020-12-07"),
        ("Last updated on Monday, 3 of June, 2019", "2019-06-03"),
        ("Updated 2018-05-24.", "2018-05-24"),
        ("(Updated: May 24 2018)", "2018-05-24"),
        ("Effective date: 26/09/2016", "2016-09-26"),
        ("Effective Date of this Privacy Policy: 9/26/2016", "2016-09-26"),
        ("Effective January 1, 2015", "2015-01-01"),
        ("Our privacy statement is effective as of 05.05.2018.", "2018-05-05"),
        ("This notice came into force and applies from 1-Mar-2021.", "2021-03-01"),
        ("Version 1.7, 25-08-2025", "2025-08-25"),
        ("Acme Privacy Policy (24 May 2018)", "2018-05-24"),
        ("May 24, 2018", "2018-05-24"),
        ("Privacy PolicyLast updatedMay 24, 2018We collect", "2018-05-24"),
        ("Log in_Last Updated: May 24, 2018_", "2018-05-24"),
        ("Effective July 2, 2026 (archived versions)", "2026-07-02"),
        ("At Acme, Effective: 24 May 2018 (Posted 20 May 2018)", "2018-05-24"),
        ("This policy was last modified on 7/21/14.", "2014-07-21"),
        ("Last updated 12/25/99", "1999-12-25"),
        ("UpdatedNovember 14, 2023", "2023-11-14"),
        ("This policy was updatedNovember 14, 2023, and replaces all others.", "2023-11-14"),
        ("EffectiveNovember 14, 2023", "2023-11-14"),
    ],
)
def test_its_own_statement_is_read(line: str, day: str) -> None:
    assert policy_date([line]) == day


@pytest.mark.parametrize(
    "line",
    [
        "Effective date: 01/05/2016",
        "Last updated: 10/11/20",
        "Revised March 2014",
        "Last updated: 31 June 2019",
        "Last updated: 12 May 1889",
        "Last updated: 12 May 2999",
        "Last updated: 13/13/2013",
    ],
    ids=["two-orders", "two-orders-two-figures", "month-only", "no-such-day", "too-old", "too-far", "no-such-month"],
)
def test_what_names_no_one_day_is_none(line: str) -> None:
    assert policy_date([line]) is None


@pytest.mark.parametrize(
    "line",
    [
        "The California Consumer Privacy Act, effective January 1, 2020, gives residents new rights.",
        "Effective January 1, 2020, residents of California may ask us which data we sell about them.",
        "Regulation (EU) 2016/679 of 27 April 2016, and Directive 2002/58/EC as amended on 25 November 2009.",
        "Your account was created on 1 May 2016 and will be deleted on 1 May 2026.",
        "We were founded on 3 June 2004.",
    ],
)
def test_another_date_is_not_the_policys(line: str) -> None:
    assert policy_date(["Privacy policy", line]) is None


def test_when_it_was_changed_counts_before_when_it_came_into_force() -> None:
    assert policy_date(["Effective date: June 1, 2019", "Last updated: May 2, 2019"]) == "2019-05-02"


def test_the_first_of_its_kind_counts() -> None:
    assert policy_date(["Last updated: May 2, 2019", "Earlier version: last updated May 2, 2017"]) == "2019-05-02"


def test_what_stands_at_the_top_counts_before_what_stands_far_below() -> None:
    opening = ["Privacy policy", "Effective: January 1, 2020."]
    body = ["We collect your name."] * 100

    assert policy_date([*opening, *body, "Earlier versions", "Last updated on November 4, 2015"]) == "2020-01-01"
    assert policy_date([opening[0], *body, "Last updated on November 4, 2015"]) == "2015-11-04"


def test_a_date_is_not_cut_where_the_opening_ends() -> None:
    lines = ["A" * (OPENING_CHARS - 25), "Last updated on 12/25/2019."]

    assert policy_date(lines) == "2019-12-25"


def test_a_date_alone_counts_at_the_top_only() -> None:
    body = ["We collect your name."] * 10

    assert policy_date(["Privacy policy", "24 May 2018", *body]) == "2018-05-24"
    assert policy_date(["Privacy policy", *body, "24 May 2018"]) is None


def test_an_unreadable_statement_does_not_hide_a_readable_one() -> None:
    assert policy_date(["Last updated: 01/05/2016", "Effective date: 26 May 2016"]) == "2016-05-26"


def test_a_statement_in_the_middle_of_a_long_line_is_found() -> None:
    line = "We collect your name. " * 50 + "This policy was last updated on 4 July 2017. " + "We sell nothing. " * 50

    assert policy_date([line]) == "2017-07-04"


def test_a_label_and_its_date_may_stand_on_two_lines() -> None:
    assert policy_date(["Last updated", "24 May 2018", "We collect your name."]) == "2018-05-24"


def test_a_lone_surrogate_is_no_error() -> None:
    assert policy_date(["Last updated \ud800 24 May 2018"]) == "2018-05-24"
