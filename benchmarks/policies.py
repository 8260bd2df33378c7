"""The policies that are measured with: real ones where they are at hand, else made from our example."""

import random
import re
from collections.abc import Iterator
from itertools import chain, count, islice
from pathlib import Path

from evaluation.corpus import SHARED
from server.analysis import Refusal, read_text
from server.analysis.gate import check

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "bookshop.txt"

LOTS = 8
"""The policies are dealt into so many lots: what was measured with one lot has not met the policies of another.

That matters: a text that the process has read before takes half the time, probably as RE2's automata grow as they read.
"""

LEAST = 0.9
"""What is cut where a line or a sentence ends has at least so much of the characters that were asked for."""

_GOODS = ("book", "lamp", "shoe", "bicycle", "guitar", "teapot", "puzzle", "jacket", "garden tool", "radio")
_TOWNS = ("Harbour", "Mill", "Station", "Castle", "Orchard", "Bridge", "Abbey", "Quarry")


def source() -> str:
    """Return where the policies come from, in words."""
    return "real policies" if _files() else "policies made from docs/examples/bookshop.txt"


def seeds() -> list[str]:
    """Return the five policies that came with the project; none where they are not at hand."""
    return [path.read_text("utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]


def policies(characters: int, number: int, lot: int = 0) -> list[str]:
    """Return so many different policies of a lot, each the beginning of one, with about so many characters."""
    return list(islice(_policies(characters, lot), number))


def _policies(characters: int, lot: int) -> Iterator[str]:
    """Real ones as far as they reach, always in the same order."""
    files = _files()
    random.Random(0).shuffle(files)
    # Bytes are never fewer than characters: most files need not be read.
    real = (path.read_text("utf-8") for path in files[lot::LOTS] if path.stat().st_size >= characters)
    for text in chain(real, (made(characters, kind) for kind in count(lot, LOTS))):
        beginning = _cut(text, characters)
        if len(beginning) >= LEAST * characters and _is_accepted(beginning):
            yield beginning


def made(characters: int, kind: int) -> str:
    """Return a policy of at least so many characters that no other `kind` has, in which few sentences recur.

    What remembers a sentence or a paragraph that it has seen must not look faster than it is.
    """
    chances = random.Random(kind)
    title, *paragraphs = EXAMPLE.read_text("utf-8").split("\n\n")
    parts = [title]
    while sum(map(len, parts)) < characters:
        parts += [_varied(paragraph, chances) for paragraph in paragraphs]
    return "\n\n".join(parts)


def _varied(paragraph: str, chances: random.Random) -> str:
    goods = chances.choice(_GOODS)
    shop = f"{chances.choice(_TOWNS)} {goods.title()} House {chances.randrange(1000)}"
    paragraph = re.sub(r"\bbook(?=s?\b)", goods, paragraph.replace("Lamplight", shop))
    return re.sub(r"(?<=[a-z])\.(?=\s|\Z)", f" at {shop}.", paragraph)


def _cut(text: str, characters: int) -> str:
    """Cut `text` where a line or a sentence ends."""
    return text[: max(text.rfind("\n", 0, characters), text.rfind(". ", 0, characters)) + 1]


def _is_accepted(text: str) -> bool:
    try:
        check(read_text(text))
    except Refusal:
        return False
    return True


def _files() -> list[Path]:
    return sorted((SHARED / "corpus" / "policies").glob("*.txt"))
