"""How much of a policy makes a text one, by what the text calls itself."""

import pytest

from server.analysis.kinds import kind_of
from server.analysis.passages import PASSAGE_WORDS, Kind

NOTHING = "rye bread rolls flour oven dough salt water yeast crust "
DATA = "we collect your name and email address and share your personal information with third parties"
RULES = "you agree that our liability for damages is limited by these terms without any warranty"
COOKIES = "session cookies expire when you close the browser and these cookies are text files"
COMPANIES = "companies collect your name and email address and share your personal information with third parties"


def passages(words: str, number: int) -> list[str]:
    """A text of so many passages that say this and then speak of bread."""
    passage = f"{words} {NOTHING * PASSAGE_WORDS}".split()
    return passage[:PASSAGE_WORDS] * number


def test_one_passage_is_enough_under_the_name_of_a_policy() -> None:
    text = passages(NOTHING, 9) + passages(DATA, 1)

    assert kind_of(["Privacy notice"], text) is Kind.PRIVACY_POLICY
    assert kind_of(["Bakery"], text) is Kind.OTHER


def test_one_passage_is_enough_where_the_text_opens_with_privacy() -> None:
    assert kind_of([], ["privacy", *passages(DATA, 1), *passages(NOTHING, 3)]) is Kind.PRIVACY_POLICY


def test_the_first_title_that_names_a_kind_counts() -> None:
    text = passages(NOTHING, 9) + passages(DATA, 1)

    assert kind_of(["Bakery", "Privacy"], text) is Kind.PRIVACY_POLICY
    assert kind_of(["Terms of use", "Privacy"], text) is Kind.OTHER


@pytest.mark.parametrize(("number", "kind"), [(1, Kind.OTHER), (3, Kind.OTHER), (4, Kind.PRIVACY_POLICY)])
def test_between_menus_four_passages_in_a_row_are_needed(number: int, kind: Kind) -> None:
    assert kind_of([], passages(NOTHING, 10) + passages(DATA, number) + passages(NOTHING, 10)) is kind


@pytest.mark.parametrize(("number", "kind"), [(5, Kind.TERMS), (16, Kind.PRIVACY_POLICY)])
def test_in_terms_of_use_fifteen_passages_are_needed(number: int, kind: Kind) -> None:
    assert kind_of(["Terms of use"], passages(RULES, 20) + passages(DATA, number)) is kind


@pytest.mark.parametrize(("number", "kind"), [(2, Kind.TERMS), (4, Kind.PRIVACY_POLICY)])
def test_in_terms_of_use_four_are_enough_where_they_call_themselves_a_policy(number: int, kind: Kind) -> None:
    policy = passages(f"this privacy policy {DATA}", number)

    assert kind_of(["Terms of use"], passages(RULES, 20) + policy) is kind


def test_a_policy_with_a_part_on_cookies_is_a_policy() -> None:
    text = passages(COOKIES, 6) + passages(DATA, 4)

    assert kind_of(["Privacy and cookies"], text) is Kind.PRIVACY_POLICY
    assert kind_of(["Cookies"], text) is Kind.COOKIE_POLICY
    assert kind_of([], text) is Kind.COOKIE_POLICY


def test_what_companies_do_is_an_article() -> None:
    assert kind_of(["Privacy on the net"], passages(COMPANIES, 5)) is Kind.OTHER
    assert kind_of(["Privacy on the net"], passages(DATA, 5)) is Kind.PRIVACY_POLICY


def test_no_words_are_other() -> None:
    assert kind_of([], []) is Kind.OTHER
