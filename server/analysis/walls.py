"""Pages that stand in front of a policy: they ask for a human, or for a browser that runs their scripts."""

import tomllib
from importlib.resources import files

from server.analysis.plain import plain
from server.analysis.refusals import BotWall, Refusal, ScriptOnly

PHRASES: dict[str, list[str]] = tomllib.loads((files(__package__) / "data" / "walls.toml").read_text("utf-8"))
# A wall says little else: a page that has more words for each phrase of a wall is a page of its own.
WORDS_PER_PHRASE = 60
MAX_CHARS = 5000


def wall(text: str) -> Refusal | None:
    """Return the refusal of a page whose few words are those of a wall, or None."""
    if _is_wall(text, "bot-wall"):
        return BotWall("This page asks whether its reader is a robot; the policy itself lies behind it.")
    if _is_wall(text, "script-only"):
        return ScriptOnly("The words of this page are only drawn by its scripts; send it from a browser that shows it.")
    return None


def _is_wall(text: str, sort: str) -> bool:
    said = plain(text[:MAX_CHARS])
    found = sum(phrase in said for phrase in PHRASES[sort])
    return 0 < len(text.split()) <= found * WORDS_PER_PHRASE
