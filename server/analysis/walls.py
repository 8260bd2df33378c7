"""Pages that stand in front of a policy: they ask for a human, or for a browser that runs their scripts."""

import tomllib
from importlib.resources import files

from server.analysis.plain import plain
from server.analysis.refusals import BotWall, Refusal, ScriptOnly

_FILE: dict[str, list[str]] = tomllib.loads((files(__package__) / "data" / "walls.toml").read_text("utf-8"))
# A wall says little else. A longer page with such words is a page of its own, and so is a policy that names its walls.
MAX_WORDS = 250


def wall(text: str) -> Refusal | None:
    """Return the refusal of a page whose few words are those of a wall, or None."""
    if len(text.split()) > MAX_WORDS:
        return None
    said = plain(text)
    if any(words in said for words in _FILE["bot-wall"]):
        return BotWall("This page asks whether its reader is a robot; the policy itself lies behind it.")
    if any(words in said for words in _FILE["script-only"]):
        return ScriptOnly(
            "The words of this page are only drawn by its scripts; open it in a browser and send it from there."
        )
    return None
