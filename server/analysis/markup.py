"""Light Markdown taken off a text, with the way back to where each character stood."""

import re
from bisect import bisect_right
from html import unescape

# A label holds no brackets but those of images. All repetition is possessive: a failed try costs one scan.
LABEL = r"(?:[^\[\]!]|!(?!\[)|!\[[^\[\]]*+\]\([^()\s]*+\))*+"
HREF = r"[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*+"
LINK_END = r"""(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)"""
_TAIL = rf"\]\(\s*+<?{HREF}>?{LINK_END}"

_MARK = re.compile(
    rf"""
      \\ ([!-/:-@\[-`{{|}}~])                      # an escape: the character after it stays
    | ! \[ [^\[\]]*+ \] \( [^()\s]*+ {LINK_END}    # an image
    | \[ (?= {LABEL} {_TAIL} )                     # where a link opens
    | {_TAIL}                                      # where it closes
    | \A \[ (?= [^\[\]]*+ \Z )                    # where one opens that goes on in another block
    | \*+ (?=\S) | (?<=\S) \*+                     # emphasis, but no star between spaces
    | (?<!\w) _{{1,3}} (?= [^\s_] [^_]{{0,300}}+ _{{1,3}} (?!\w) ) | (?<=[^\s_]) _{{1,3}} (?!\w)
    | `+
    | (<) /? (?:br|p) [ ]? /? >                    # a break, in the cells of tables: one character stays as a space
    | \\ (?=[\r\n])
    | (?<=[\r\n]) [ \t]*+ (?: > [ \t]? )++         # the quote marks of a line
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKED = re.compile(r"[\\\[\]*_`<>]")
# Control characters, and those that turn the direction of what follows or cannot be seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_ROW_BORDER = re.compile(r"\s*\|\s*")


class Words:
    """What a piece of text says: `text`, and the place of each of its characters in the piece."""

    __slots__ = ("_shifts", "_size", "_starts", "text")

    def __init__(self, piece: str, markdown: bool) -> None:
        self.text = piece
        self._size = len(piece)
        # From the character `_starts[i]` of the text on, the piece is `_shifts[i]` ahead.
        self._starts: list[int] = []
        self._shifts: list[int] = []
        if markdown and _MARKED.search(piece):
            self.text = "".join(self._kept(piece))

    def _kept(self, piece: str) -> list[str]:
        kept: list[str] = []
        length = at = 0
        for mark in _MARK.finditer(piece):
            if mark.start() > at:
                kept.append(self._keep(piece[at : mark.start()], length, at))
                length += mark.start() - at
            at = mark.end()
            if mark[1]:
                at = mark.start(1)
            elif mark[2]:
                kept.append(self._keep(" ", length, mark.start()))
                length += 1
        kept.append(self._keep(piece[at:], length, at))
        return kept

    def _keep(self, words: str, length: int, at: int) -> str:
        self._starts.append(length)
        self._shifts.append(at - length)
        return words

    def place(self, index: int) -> int:
        """Return where the character `text[index]` stands in the piece."""
        if not self._starts:
            return index
        return index + self._shifts[bisect_right(self._starts, index) - 1]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where `text[first:last]` stands in the piece, with the marks that touch it."""
        start = self.place(first - 1) + 1 if first else 0
        return start, self.place(last) if last < len(self.text) else self._size


def fold(words: str) -> str:
    """Return `words` as one line: single spaces, and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", words).split())


def display(piece: str, markdown: bool, is_row: bool = False) -> str:
    """Return what the reader sees of `piece`: its words without markup, on one line."""
    return displayed(Words(piece, markdown).text, markdown, is_row)


def displayed(words: str, markdown: bool, is_row: bool = False) -> str:
    """Return what the reader sees of `words`, from which the marks have been taken off."""
    if markdown and "&" in words:
        words = unescape(words)
    return fold(_ROW_BORDER.sub(" | ", words) if is_row else words)
