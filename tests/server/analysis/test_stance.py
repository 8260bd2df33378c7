"""How a statement commits, by the words around its act (marked with `*` in the examples)."""

import pytest

from server.analysis.plain import plain
from server.analysis.rules import Actor
from server.analysis.stance import read, takes_back
from server.analysis.vocabulary import Stance

DOES, DOES_NOT, WITH_CONSENT = Stance.DOES, Stance.DOES_NOT, Stance.WITH_CONSENT


def reading(marked: str, actor: Actor = Actor.SITE) -> tuple[Stance, bool] | None:
    before, _, after = plain(marked).partition("*")
    found = read(before + after, len(before), actor)
    return found and (found.stance, found.hedged)


@pytest.mark.parametrize(
    "text",
    [
        "We *sell your data.",
        "We not only collect but also *sell your data.",
        "Data that does not identify you is *sold to others.",
        "We do not store cards; we *sell your data.",
        "We never ask for your name, but we *sell your address.",
        "Our policy, which is not long, says that we *sell your data.",
        "If you do not agree, we still *sell your data.",
        "We *sell your data unless you opt out.",
        "By visiting you consent to this: we *sell your data.",
        "We collect details (not including your name) about your visits to *sell them.",
    ],
)
def test_what_is_affirmed_is_done(text: str) -> None:
    assert reading(text) == (DOES, False)


@pytest.mark.parametrize(
    "text",
    [
        "We do not *sell your data.",
        "We don\u2019t *sell your data.",
        "We will never, under any circumstances, *sell your data.",
        "We do not collect, rent or *sell your data.",
        "No personal information is *sold.",
        "None of your details will be *sold.",
        "Neither we nor our partners *sell your data.",
        "Your data is not and will not be *sold.",
        "We work without *selling your data.",
        "We do not *sell your data, except when the law requires it.",
        "We do not otherwise *sell your data.",
        "We collect it only with your consent; we do not *sell it.",
        "Nor do we *sell your data.",
    ],
)
def test_what_is_denied_is_not_done(text: str) -> None:
    assert reading(text) == (DOES_NOT, False)


@pytest.mark.parametrize(
    "text",
    [
        "We will not *sell your data without your consent.",
        "We *sell your data only with your express permission.",
        "We do not *sell your data unless you have opted in.",
        "With your consent, we *sell your data.",
        "If you opt in, we will *sell your data.",
        "We will obtain your consent before we *sell your data.",
        "We *sell your data if you give us permission.",
        "We do not *sell your data unless you\u2019ve opted in.",
        "We do not *sell your data unless the individual has expressly consented.",
        "We do not *sell your data, unless you ask us to.",
        "Where we have, as the law asks, obtained your prior consent, we *sell your data.",
    ],
)
def test_what_the_reader_must_agree_to_is_bound_to_consent(text: str) -> None:
    assert reading(text) == (WITH_CONSENT, False)


@pytest.mark.parametrize(
    "text",
    [
        "We may *sell your data.",
        "Your data might be *sold.",
        "From time to time we could also *sell your data.",
        "When you visit, we may collect and *sell your data.",
    ],
)
def test_what_only_may_be_done_is_hedged(text: str) -> None:
    assert reading(text) == (DOES, True)


def test_what_the_reader_may_do_is_no_hedge() -> None:
    assert reading("You may *opt out at any time.", Actor.ANYONE) == (DOES, False)


def test_a_prohibition_is_no_hedge() -> None:
    assert reading("Our staff may not *sell your data.") == (DOES_NOT, False)


@pytest.mark.parametrize(
    "text",
    [
        "Do we *sell your data?",
        "You may *sell your data elsewhere.",
        "Third parties may *sell your data.",
        "We cannot guarantee that nobody will *sell your data.",
        "We are not responsible for the *sale of your data.",
        "We do not *sell your data except as described in this policy.",
        "We do not *sell your data unless otherwise stated.",
        "If you do not want us to *sell your data, click here.",
        "You have a right to tell us not to *sell your data.",
        "You can request that we do not *sell your data.",
        "If you no longer want us to *sell your data, write to us.",
        "You agree not to *sell the data of others.",
        "We will not *sell it apart from in the following cases.",
        "If we *sell your data, we will say so here.",
        "We look at it to ensure that we do not *sell your data.",
    ],
)
def test_what_commits_to_nothing_is_void(text: str) -> None:
    assert reading(text) is None


@pytest.mark.parametrize(
    ("lead_in", "taken_back"),
    [
        ("we do not", True),
        ("we will never", True),
        ("you agree not to", True),
        ("you may", True),
        ("we use it to", False),
        ("we may", False),
    ],
)
def test_a_lead_in_may_take_back_all_that_stands_under_it(lead_in: str, taken_back: bool) -> None:
    assert takes_back(lead_in, Actor.SITE) is taken_back


def test_what_the_reader_may_do_is_the_practice_where_anyone_acts() -> None:
    assert takes_back("you may", Actor.ANYONE) is False


def of_the_site(words: str, verb: str) -> Stance | None:
    """The stance of a statement of the site's own whose act begins with `verb`."""
    reading = read(words, words.index(verb), Actor.SITE)
    return reading and reading.stance


@pytest.mark.parametrize(
    ("words", "verb", "stance"),
    [
        ("we collect no precise location", "collect", Stance.DOES_NOT),
        ("we collect none of your messages", "collect", Stance.DOES_NOT),
        ("we collect neither your name nor your address", "collect", Stance.DOES_NOT),
        ("we keep no logs", "keep", Stance.DOES_NOT),
        ("we keep no longer than 30 days what you send", "keep", Stance.DOES),
    ],
)
def test_an_act_is_denied_by_its_object_and_not_by_a_limit(words: str, verb: str, stance: Stance) -> None:
    assert of_the_site(words, verb) is stance


@pytest.mark.parametrize(
    ("words", "verb", "stance"),
    [
        ("under no circumstances, even in an emergency, do we sell your data", "sell", Stance.DOES_NOT),
        ("at no time do we, or our partners, sell your data", "sell", Stance.DOES_NOT),
        ("we have no intention to sell your data", "sell", Stance.DOES_NOT),
        ("at no time do we sell your data, but we share it", "share", Stance.DOES),
    ],
)
def test_a_denial_reaches_over_what_is_put_between_up_to_a_turn(words: str, verb: str, stance: Stance) -> None:
    assert of_the_site(words, verb) is stance
