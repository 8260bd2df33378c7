"""The extension's words and the service's vocabulary agree."""

from server.analysis.reading.parts import _BANNER
from server.analysis.vocabulary import Level
from tests.extension.node import EXTENSION, value

WORDS = "summary/words.js"


def test_every_level_has_words_and_a_shape() -> None:
    assert set(value(WORDS, "m.words.levels")) == set(Level)
    assert set(Level) <= set(value("summary/icons.js", "m.ICONS"))


def test_every_action_has_a_shape() -> None:
    kinds = {"opt-out", "delete", "access", "contact"}

    assert kinds <= set(value("summary/icons.js", "m.ICONS"))


def test_cookie_banners_have_the_same_names_on_both_sides() -> None:
    assert f"/{_BANNER.pattern}/i" in (EXTENSION / "extract.js").read_text("utf-8")
