"""Light Markdown taken off a text, with the way back to where each character stood."""

import re
from bisect import bisect_right
from html import unescape

# A label holds no brackets but those of images. All repetition is possessive: a failed try costs one scan.
LABEL = r"(?:[^\[\]!]|!(?!\[)|!\[[^\[\]]*+\]\([^()\s]*+\))*+"
HREF = r"[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*+"
_TAIL = rf"""\]\(\s*+<?{HREF}>?(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)"""

_MARK = re.compile(
    rf"""
      \\ ([!-/:-@\[-`{{|}}~])              # an escape: the character after it stays
    | ! \[ [^\[\]]*+ \] \( [^()\s]*+ \)    # an image
    | \[ (?= {LABEL} {_TAIL} )             # where a link opens
    | {_TAIL}                              # where it closes
    | \*+ (?=\S) | (?<=\S) \*+             # emphasis, but no star between spaces
    | (?<!\w) _+ (?=\S) | (?<=\S) _+ (?!\w)
    | `+
    | \\? <br [ ]? /?>
    | \\ (?=[\r\n])
    | (?<=[\r\n]) [ \t]*+ (?: > [ \t]? )++ # the quote marks of a line
    """,
    re.VERBOSE,
)
_MARKED = re.compile(r"[\\\[\]*_`<>]")
# Control characters, and those that turn the direction of what follows or cannot be seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


class Words:
    """What a piece of text says: `text`, and the place of each of its characters in the piece."""

    __slots__ = ("_shifts", "_starts", "text")

    def __init__(self, piece: str, markdown: bool) -> None:
        self.text = piece
        self._starts: list[int] = []
        self._shifts: list[int] = []
        if markdown and _MARKED.search(piece):
            self._take_off_marks(piece)

    def _take_off_marks(self, piece: str) -> None:
        kept: list[str] = []
        length = at = 0
        for mark in _MARK.finditer(piece):
            if mark.start() > at:
                self._starts.append(length)
                self._shifts.append(at - length)
                kept.append(piece[at : mark.start()])
                length += mark.start() - at
            at = mark.start(1) if mark.group(1) else mark.end()
        self._starts.append(length)
        self._shifts.append(at - length)
        kept.append(piece[at:])
        self.text = "".join(kept)

    def place(self, index: int) -> int:
        """Return where the character `text[index]` stands in the piece."""
        if not self._starts:
            return index
        return index + self._shifts[bisect_right(self._starts, index) - 1]


def fold(words: str) -> str:
    """Return `words` as one line: single spaces, and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", unescape(words) if "&" in words else words).split())


def display(piece: str, markdown: bool) -> str:
    """Return what the reader sees of `piece`: its words without markup, on one line."""
    return fold(Words(piece, markdown).text)
