"""Lines of a page, put together from pieces of text between its tags."""

import re
from dataclasses import dataclass
from itertools import chain

from server.analysis.model import BlockKind, Link
from server.analysis.reading.lines import Line, take_off_mark
from server.analysis.reading.links import addresses_in, resolve
from server.analysis.reading.parts import Part

# A row of more is no row of a table but a page laid out in columns.
MAX_ROW_CHARS = 1_500

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(slots=True)
class PageLine(Line):
    """A line of a page. `raw` is all of it, the mark included; `is_bold` says that all its words are."""

    raw: str = ""
    part: Part = Part.BODY
    is_bold: bool = False


class LineBuilder:
    """The line at hand: pieces of text, white space folded, and the links among them."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._href = ""
        self._bold = 0
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._links: list[Link] = []
        self._size = self._bold_size = self._link_start = 0
        self._is_spaced = False

    def add(self, text: str) -> None:
        """Add a piece of text."""
        words = " ".join(_CONTROL.sub("", text).split())
        if not words:
            self._is_spaced = self._is_spaced or bool(text)
            return
        if self._size and (self._is_spaced or text[0].isspace()):
            words = " " + words
            self._link_start += self._link_start == self._size
        self._pieces.append(words)
        self._size += len(words)
        self._bold_size += len(words) if self._bold else 0
        self._is_spaced = text[-1].isspace()

    def set_bold(self, is_begun: bool) -> None:
        """Begin or end bold type."""
        self._bold += 1 if is_begun else -1

    def set_link(self, href: str) -> None:
        """End the link before, and begin one to `href` unless that is empty."""
        if self._href and self._link_start < self._size and (target := resolve(self._href, self._base_url)):
            self._links.append(Link(self._link_start, self._size, target))
        self._href, self._link_start = href, self._size

    def end(self, kind: BlockKind | None, level: int, gap: int, part: Part) -> PageLine | None:
        """Return the line, if there was anything in it, and begin another. A link goes on in it."""
        line = None
        if self._pieces:
            self.set_link(self._href)
            raw = "".join(self._pieces)
            is_bold = self._bold_size == self._size
            line = PageLine(raw, 0, len(raw), kind, level, gap, raw=raw, part=part, is_bold=is_bold)
            line.links = self._links + addresses_in(raw, self._links)
            line.opening = len(raw.partition(" ")[0])
            if kind is not BlockKind.HEADING:
                take_off_mark(line)
        self._begin()
        return line


def row_of(cells: list[list[PageLine]]) -> PageLine | None:
    """Return one line made of the cells of a row, or None if the row only lays out the page."""
    lines = list(chain.from_iterable(cells))
    is_data = sum(len(line.raw) for line in lines) <= MAX_ROW_CHARS and all(
        line.kind not in (BlockKind.HEADING, BlockKind.TABLE_ROW) for line in lines
    )
    return _row(cells) if is_data and len(cells) > 1 else None


def _row(cells: list[list[PageLine]]) -> PageLine:
    raw = ""
    links: list[Link] = []
    for cell in cells:
        for index, line in enumerate(cell):
            raw += ("\n" if index else " | ") if raw else ""
            links += [Link(len(raw) + link.start, len(raw) + link.end, link.href) for link in line.links]
            raw += line.raw
    return PageLine(raw, 0, len(raw), BlockKind.TABLE_ROW, gap=1, links=links, raw=raw, part=cells[0][0].part)
