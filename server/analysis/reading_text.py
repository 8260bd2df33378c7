"""Plain text and light Markdown, as people and archives paste it, into blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.analysis.links import links_in
from server.analysis.markup import display
from server.analysis.model import Block, BlockKind, Document

_QUOTE = re.compile(r"\s*(?:>[ \t]?)+")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+$")
_RULE = re.compile(r"(?:[-*_=~.·•]\s*){3,}$|\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")
_SETEXT = re.compile(r"(?:={2,}|-{2,})$")
_BULLET = re.compile(r"(?:[*+•·‣◦▪●○■□–—-]|o(?=\s+[A-Z(“\"]))(?:\s+|$)|[•·‣◦▪●○■□]\s*")
_NUMBER = re.compile(
    r"(?:\d{1,3}\\?[.)]|\d{1,2}(?:\.\d{1,2})+\\?[.)]?|\\?\((?:[a-z]|\d{1,2}|[ivx]{1,5})\\?\)|[a-zA-Z]\\?[.)]|[ivx]{1,5}\\?[.)])\s+"
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\1).)+\1:?$")
_PREAMBLE = re.compile(
    r"\*The following text is extracted and transformed from the .{1,300}privacy policy that was archived on "
)
_ENDS = re.compile(r"[.!?;:,…][\"'”’)\]*_]*$")
# A line this long was not wrapped to fit a screen or a letter.
MAX_WRAPPED_LINE = 120
MAX_TITLE_WORDS = 14
MAX_TITLE_CHARS = 100


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    indent: int
    apart: bool
    broken: bool
    kind: BlockKind | None
    level: int
    numbered: bool = False


def read_text(text: str, base_url: str = "", title: str = "") -> Document:
    """Return the text as a document; `Document.text` is `text` to the letter."""
    lines = _titles(text, _joined(text, list(_marked(text))))
    blocks = tuple(
        Block(
            line.kind or BlockKind.PARAGRAPH,
            line.start,
            line.end,
            line.level,
            links_in(text, line.start, line.end, base_url),
        )
        for line in lines
    )
    return Document(text, blocks, title or _title(text, blocks), base_url, markdown=True)


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    heading = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return display(text[heading.start : heading.end], True) if heading else ""


def _raw_lines(text: str) -> Iterator[tuple[int, int, int, bool, bool]]:
    position, apart = 0, True
    for raw in text.splitlines(keepends=True):
        begin, position = position, position + len(raw)
        quote = _QUOTE.match(raw) if ">" in raw else None
        body = raw[quote.end() :] if quote else raw
        words = body.strip()
        if not words:
            apart = True
            continue
        indent = len(body) - len(body.lstrip())
        start = begin + len(raw) - len(body) + indent
        yield start, start + len(words), indent, apart, body.rstrip("\r\n").endswith("  ")
        apart = False


def _marked(text: str) -> Iterator[_Line]:
    """The lines with what their own marks say of them; an underline turns the line above into a heading."""
    last: _Line | None = None
    for start, end, indent, apart, broken in _raw_lines(text):
        words = text[start:end]
        if last and not apart and last.kind is None and _SETEXT.match(words):
            last.kind, last.level = BlockKind.HEADING, 1 if words[0] == "=" else 2
            continue
        if _RULE.match(words) or _PREAMBLE.match(words):
            if last:
                yield last
            last = None
            continue
        if last:
            yield last
        last = _line(words, start, end, indent, apart, broken)
    if last:
        yield last


def _line(words: str, start: int, end: int, indent: int, apart: bool, broken: bool) -> _Line:
    if mark := _HEADING.match(words):
        closing = _CLOSING.search(words, mark.end())
        stop = start + closing.start() if closing else end
        return _Line(start + mark.end(), stop, indent, apart, True, BlockKind.HEADING, len(mark.group(1)))
    if words[0] == "|" or words.count("|") > 1:
        left = len(words) - len(words.lstrip("| \t"))
        right = len(words.rstrip("| \t"))
        return _Line(start + left, start + max(left, right), indent, apart, True, BlockKind.TABLE_ROW, 0)
    if _BOLD.match(words) and len(words) <= MAX_TITLE_CHARS:
        return _Line(start, end, indent, apart, True, BlockKind.HEADING, 5)
    if mark := _BULLET.match(words):
        return _Line(start + mark.end(), end, indent, apart, broken, BlockKind.LIST_ITEM, 1 + indent // 4)
    if mark := _NUMBER.match(words):
        return _Line(
            start + mark.end(), end, indent, apart, broken, BlockKind.LIST_ITEM, 1 + indent // 4, numbered=True
        )
    return _Line(start, end, indent, apart, broken, None, 0)


def _joined(text: str, lines: list[_Line]) -> list[_Line]:
    """The lines with those that go on from the one above made one with it."""
    wrapped = _is_wrapped(lines)
    blocks: list[_Line] = []
    for line in lines:
        if line.start >= line.end:
            continue
        above = blocks[-1] if blocks else None
        goes_on = (
            above
            and line.kind is None
            and not line.apart
            and not above.broken
            and above.kind is not BlockKind.TABLE_ROW
        )
        if above and goes_on and (wrapped or _unfinished(text, above, line)):
            above.end, above.broken = line.end, line.broken
        else:
            blocks.append(line)
    return blocks


def _is_wrapped(lines: list[_Line]) -> bool:
    lengths = sorted(line.end - line.start for line in lines)
    return (
        len(lengths) > 4
        and 50 < lengths[len(lengths) * 95 // 100] <= MAX_WRAPPED_LINE
        and lengths[-1] < 2 * MAX_WRAPPED_LINE
    )


def _unfinished(text: str, above: _Line, line: _Line) -> bool:
    return (
        text[line.start].islower()
        and above.end - above.start > 40
        and not _ENDS.search(text[above.end - 5 : above.end])
    )


def _titles(text: str, lines: list[_Line]) -> list[_Line]:
    """The lines with those that read like titles and stand before a paragraph made headings."""
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if below is None or below.kind is BlockKind.TABLE_ROW:
            continue
        if line.numbered and (below.numbered or not _is_title(text, line)):
            continue
        longer = below.end - below.start > line.end - line.start
        if (line.kind is None or line.numbered) and longer and _is_title(text, line):
            line.kind, line.level = BlockKind.HEADING, 3 if line.numbered else 6
    return lines


def _is_title(text: str, line: _Line) -> bool:
    words = text[line.start : line.end]
    if len(words) > MAX_TITLE_CHARS or not (words[0].isupper() or words[0].isdigit()):
        return False
    return len(words.split()) <= MAX_TITLE_WORDS and (words.endswith("?") or not _ENDS.search(words))
