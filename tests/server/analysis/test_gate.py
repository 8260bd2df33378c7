"""What the gate lets in, what it refuses and why, and what it tells of a policy."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis.documents import read_html, read_text
from server.analysis.gate import check
from server.analysis.model import Document, DocumentFacts
from server.analysis.refusals import BotWall, NotAPolicy, NotEnglish, Refusal, ScriptOnly, TooShort

PAGES = Path(__file__).parent / "pages"
BOOKSHOP = (PAGES / "privacy-policy" / "bookshop.txt").read_text("utf-8")
NEWS = (PAGES / "other" / "news.txt").read_text("utf-8")
MILLION = 1_000_000


def pages(folder: str) -> pytest.MarkDecorator:
    found = sorted((PAGES / folder).glob("*.txt"))
    assert found
    return pytest.mark.parametrize("page", found, ids=[page.stem for page in found])


def answer(document: Document) -> DocumentFacts | Refusal:
    try:
        return check(document)
    except Refusal as refusal:
        return refusal


@pages("privacy-policy")
def test_a_policy_of_any_manner_is_let_in(page: Path) -> None:
    facts = check(read_text(page.read_text("utf-8")))

    assert (facts.kind, facts.language) == ("privacy-policy", "en")


@pytest.mark.parametrize(
    "text",
    [
        BOOKSHOP.upper(),
        BOOKSHOP.lower(),
        BOOKSHOP.replace(".", " \U0001f36a\U0001f4da"),
        BOOKSHOP.replace("the Bookshop", "\u05d7\u05e0\u05d5\u05ea \u05d4\u05e1\u05e4\u05e8\u05d9\u05dd"),
        " ".join(BOOKSHOP.split()),
        "> " + BOOKSHOP.replace("\n", "\n> "),
    ],
    ids=["capitals", "no-capitals", "emoji", "right-to-left-name", "one-line", "quoted"],
)
def test_a_policy_in_any_dress_is_let_in(text: str) -> None:
    assert check(read_text(text)).kind == "privacy-policy"


@pytest.mark.parametrize("kind", ["terms", "cookie-policy", "other"])
def test_another_kind_of_page_is_named(kind: str) -> None:
    for page in sorted((PAGES / kind).glob("*.txt")):
        refusal = answer(read_text(page.read_text("utf-8")))

        assert isinstance(refusal, NotAPolicy), page.stem
        assert refusal.looks_like == kind, page.stem


@pages("bot-wall")
def test_a_wall_against_robots_is_told_from_the_policy_behind_it(page: Path) -> None:
    with pytest.raises(BotWall):
        check(read_text(page.read_text("utf-8")))


@pages("script-only")
def test_a_page_without_words_of_its_own_is_told(page: Path) -> None:
    with pytest.raises(ScriptOnly):
        check(read_text(page.read_text("utf-8")))


def test_a_wall_is_told_by_its_title_too() -> None:
    with pytest.raises(BotWall):
        check(read_html("<title>Just a moment...</title><p>shop.example</p><p>Please wait a little.</p>"))


def test_the_shell_of_an_application_is_told_by_what_it_asks_for() -> None:
    shell = '<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'

    with pytest.raises(ScriptOnly):
        check(read_html(shell))


@pages("not-english")
def test_another_language_is_named(page: Path) -> None:
    with pytest.raises(NotEnglish) as refusal:
        check(read_text(page.read_text("utf-8")))

    assert refusal.value.language == page.stem[:2]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "1234", "We collect no data.", "Privacy policy\n\nWe do not sell your data."]
)
def test_a_line_or_two_is_too_short(text: str) -> None:
    with pytest.raises(TooShort):
        check(read_text(text))


def test_every_refusal_is_one_plain_sentence() -> None:
    others = [page for page in PAGES.glob("*/*.txt") if page.parent.name != "privacy-policy"]
    refusals = [str(answer(read_text(page.read_text("utf-8")))) for page in others] + [str(answer(read_text("Hello.")))]

    assert all(refusal.endswith(".") and 20 < len(refusal) < 140 for refusal in refusals)
    assert "This is written in German; only policies in English can be read." in refusals
    assert "This reads like terms of use, not like a privacy policy." in refusals


def test_a_policy_that_an_article_quotes_whole_is_let_in() -> None:
    assert check(read_text(NEWS + "\n\nThe policy in full:\n\n" + BOOKSHOP * 4)).kind == "privacy-policy"


def test_a_policy_in_the_small_print_of_much_else_is_not_the_page() -> None:
    with pytest.raises(NotAPolicy):
        check(read_text(NEWS * 20 + "\n\n" + BOOKSHOP))


@given(st.text(max_size=3000))
def test_any_text_gets_an_answer_and_twice_the_same(text: str) -> None:
    first, second = answer(read_text(text)), answer(read_text(text))

    assert (type(first), str(first)) == (type(second), str(second))


def test_a_lone_surrogate_is_no_error() -> None:
    assert check(read_text(BOOKSHOP + " \ud800")).kind == "privacy-policy"


@pytest.mark.parametrize("text", ["a", "a ", "we collect ", "\U0001f36a", "[", "last updated 1/1/", "said he "])
def test_a_million_characters_get_an_answer(text: str) -> None:
    assert isinstance(answer(read_text((text * MILLION)[:MILLION])), Refusal)


def test_the_title_is_the_pages_own() -> None:
    page = f"<html><head><title> Privacy |\n Bookshop </title></head><body><p>{BOOKSHOP}</p></body></html>"

    assert check(read_html(page)).title == "Privacy | Bookshop"


def test_the_title_is_else_the_first_heading_without_markup() -> None:
    text = BOOKSHOP.replace("the Bookshop", "[the *Bookshop*](https://bookshop.example)", 1)

    assert check(read_text(text)).title == "Privacy policy of the Bookshop"


def test_a_title_is_never_longer_than_two_hundred_characters() -> None:
    assert len(check(read_text(BOOKSHOP, title="Privacy " * 100)).title) <= 200


@pytest.mark.parametrize(("copies", "minutes"), [(1, 1), (2, 1), (3, 2), (20, 10)])
def test_reading_time_is_rounded_up(copies: int, minutes: int) -> None:
    facts = check(read_text(BOOKSHOP * copies))

    assert (facts.words, facts.reading_minutes) == (113 * copies, minutes)


def test_the_bars_of_a_table_are_no_words() -> None:
    table = "\n\n| Data | Kept |\n|---|---|\n| E-mail | a year |\n"

    assert check(read_text(BOOKSHOP + table)).words == check(read_text(BOOKSHOP)).words + 5


def test_the_date_is_the_policys_own() -> None:
    preamble = (
        "> *The following text is extracted and transformed from the bookshop.example privacy policy that was archived "
        "on 2003-02-15. Please check the original snapshot.*\n\n"
    )

    assert check(read_text(preamble + BOOKSHOP)).policy_date is None
    assert check(read_text(preamble + BOOKSHOP + "\nLast updated: 12th January 2002")).policy_date == "2002-01-12"
