"""Walls, and pages that only speak of them."""

import pytest

from server.analysis.plain import plain
from server.analysis.refusals import BotWall, ScriptOnly
from server.analysis.walls import PHRASES, wall


def test_few_words_of_a_wall_are_one() -> None:
    assert isinstance(wall("Just a moment... Verify you are human."), BotWall)
    assert isinstance(wall("Please enable JavaScript to continue."), ScriptOnly)


def test_a_wall_that_asks_for_scripts_is_against_robots() -> None:
    assert isinstance(wall("Verifying you are human. Enable JavaScript and cookies to continue."), BotWall)


@pytest.mark.parametrize(
    "text", ["", "We bake bread.", "We bake bread and verify you are human. " + "Rye and spelt. " * 30]
)
def test_a_page_of_its_own_is_none(text: str) -> None:
    assert wall(text) is None


def test_every_phrase_is_in_its_plain_form() -> None:
    assert [phrase for phrases in PHRASES.values() for phrase in phrases if plain(phrase) != phrase] == []
