"""Lines of a page or a pasted text: what they say, and the marks that stand before it."""

import re
from dataclasses import dataclass, field
from typing import TypeVar

from server.analysis.model import BlockKind, Link

# A text of a million characters has some 20,000 lines. One with more is no text in lines: it is read as one paragraph.
MAX_LINES = 30_000

_BULLET = re.compile(r"(?:[*+•·‣⁃◦▪▫●○■□➢➤✓✔–—-]|o(?=\s+[A-Z“\"(]))\s+|[•·‣◦▪●○■□➢➤](?=\w)")
_NUMBER = re.compile(
    r"""(?P<dotted>\d{1,2}(?:\.\d{1,2})+)(?:\\?[.)]\s+|\s+(?![a-z]))
      | (?P<number>\d{1,3})\\?[.)]\s+
      | (?P<roman>[ivx]{1,5})\\?[.)]\s+
      | (?P<letter>[a-zA-Z])\\?[.)]\s+
      | \\?[(\[] (?: (?P<in_roman>[ivx]{1,5}) | (?P<in_letter>[a-zA-Z]) | (?P<in_number>\d{1,2}) ) \\?[)\]] \s*""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!;:,…?][\"'”’)\]*_]*$")
_COLON_END = re.compile(r"[:：][\"'”’)\]*_]*$")
# An end is looked for in the last characters alone: a search would try all the others before.
TAIL = 12


@dataclass(slots=True)
class Line:
    """A line without its mark; `start` and `end` are those of its words.

    `kind` is None and `level` 0 until they are known. `gap` counts the blank lines above, `mark` the characters
    of the bullet or number before the words, and `style` names its sort; `opening` counts the characters of what stands
    before the first space that may end a line, markup included; `broken` says that no line goes on with it.
    """

    words: str
    start: int
    end: int
    kind: BlockKind | None = None
    level: int = 0
    gap: int = 0
    indent: int = 0
    mark: int = 0
    style: str = ""
    opening: int = 0
    broken: bool = False
    links: list[Link] = field(default_factory=list)


AnyLine = TypeVar("AnyLine", bound=Line)


def take_off_mark(line: Line) -> None:
    """Make `line` a list item if a bullet or a number stands before its words."""
    mark = _BULLET.match(line.words)
    if mark:
        style = line.words[0]
    elif mark := _NUMBER.match(line.words):
        # A number of more parts is of another sort.
        style = (mark.lastgroup or "") + "." * (mark["dotted"] or "").count(".")
    else:
        return
    line.kind, line.style, line.mark = BlockKind.LIST_ITEM, style, mark.end()
    line.start, line.words = line.start + mark.end(), line.words[mark.end() :]


def has_words(words: str) -> bool:
    """Tell whether a letter or a digit is among `words`."""
    return bool(_WORD.search(words))


def ends_sentence(words: str) -> bool:
    """Tell whether `words` stop at the end of a sentence or of a clause."""
    return bool(_SENTENCE_END.search(words[-TAIL:]))


def ends_in_colon(words: str) -> bool:
    """Tell whether something must follow `words`."""
    return bool(_COLON_END.search(words[-TAIL:]))
