"""Plain text and light Markdown, as people and archives paste it, into blocks."""

import re
from collections.abc import Iterator

from server.analysis.markup import Words, display
from server.analysis.model import Block, BlockKind, Document
from server.analysis.reading.layout import gathered
from server.analysis.reading.lines import MAX_LINES, Line, has_words, take_off_mark
from server.analysis.reading.links import links_in
from server.analysis.reading.surroundings import is_surrounding, without_menus
from server.analysis.reading.titles import is_heading, is_title

_QUOTE = re.compile(r"\s*(?:>[ \t]?)+")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
_DELIMITERS = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\1).)+\1:?$")
# Below which headings of "#" stand; bold lines and titles without any mark come after them.
_BOLD_LEVEL = 5


def read_text(text: str, base_url: str = "", title: str = "") -> Document:
    """Return the text as a document; `Document.text` is `text` to the letter, and every block a span of it."""
    lines = _lines(text, base_url) if len(text.splitlines()) <= MAX_LINES else _one_line(text)
    policy = [line for line in lines if line.words and not is_surrounding(line)]
    groups = gathered(without_menus(policy, base_url))
    blocks = tuple(_block(text, group, base_url) for group in groups)
    return Document(text, blocks, title or _first_heading(text, blocks), base_url, markdown=True)


def _block(text: str, group: list[Line], base_url: str) -> Block:
    first, last = group[0], group[-1]
    links = first.links if first is last else links_in(text, first.start, last.end, base_url)
    return Block(first.kind or BlockKind.PARAGRAPH, first.start, last.end, first.level, tuple(links))


def _first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    headings = (display(text[block.start : block.end], True) for block in blocks if block.kind is BlockKind.HEADING)
    return next(filter(None, headings), "")


def _one_line(text: str) -> Iterator[Line]:
    words = text.strip()
    start = len(text) - len(text.lstrip())
    if words:
        yield Line(words, start, start + len(words))


def _lines(text: str, base_url: str) -> Iterator[Line]:
    """The lines that may be policy, with what their own marks say of them."""
    above: Line | None = None
    in_table = is_apart = False
    for line in _raw_lines(text):
        in_table = in_table and not line.gap and "|" in line.words
        if not has_words(line.words):
            in_table = bool(above and not line.gap and _underline(above, line.words, text)) or in_table
            is_apart = True
            continue
        if above:
            yield above
        line.gap, is_apart = max(line.gap, is_apart), False
        _mark(line, in_table)
        line.links = links_in(text, line.start, line.end, base_url)
        if "](" in line.words:
            line.words = Words(line.words, markdown=True).text.strip()
        above = line
    if above:
        yield above


def _underline(above: Line, words: str, text: str) -> bool:
    """Make `above` a heading or the head of a table if `words` are the line under it; tell whether a table begins."""
    if above.kind is None and _UNDERLINE.match(words) and is_heading(above.words):
        above.kind, above.level = BlockKind.HEADING, 1 if words[0] == "=" else 2
    elif "|" in above.words and _DELIMITERS.match(words):
        above.words = text[above.start : above.end]
        _make_row(above, in_table=True)
        return True
    return False


def _raw_lines(text: str) -> Iterator[Line]:
    """The lines with words in them, without their quote marks."""
    position, gap = 0, 1
    for raw in text.splitlines(keepends=True):
        body = raw[match.end() :] if ">" in raw and (match := _QUOTE.match(raw)) else raw
        words = body.strip()
        if words:
            indent = len(body) - len(body.lstrip())
            start = position + len(raw) - len(body) + indent
            broken = body.rstrip("\r\n").endswith("  ") or words[-1] == "\\"
            # No program breaks a line at a fixed space.
            opening = len(words.replace("\t", " ").partition(" ")[0])
            yield Line(words, start, start + len(words), gap=gap, indent=indent, opening=opening, broken=broken)
            gap = 0
        else:
            gap += 1
        position += len(raw)


def _mark(line: Line, in_table: bool) -> None:
    words = line.words
    if words[0] == "|" or in_table:
        _make_row(line, in_table)
    elif _BOLD.match(words) and is_title(words.strip("*_").rstrip(":.")):
        line.kind, line.level = BlockKind.HEADING, _BOLD_LEVEL
    else:
        take_off_mark(line)
        _make_heading(line)


def _make_heading(line: Line) -> None:
    """Take the marks of a heading off; they may stand after a number or a bullet."""
    heading = _HEADING.match(line.words)
    if heading:
        closing = _CLOSING_MARKS.search(line.words, heading.end())
        _cut(line, heading.end(), closing.start() if closing else len(line.words))
        is_one = is_heading(line.words)
        line.kind, line.level = (BlockKind.HEADING, len(heading[1])) if is_one else (None, 0)
        line.style, line.mark = "", 0


def _make_row(line: Line, in_table: bool) -> None:
    words = line.words
    end = len(words.rstrip("| \t"))
    _cut(line, min(end, len(words) - len(words.lstrip("| \t"))), end)
    line.kind = BlockKind.TABLE_ROW if in_table or "|" in line.words else None
    line.level = line.mark = 0


def _cut(line: Line, start: int, end: int) -> None:
    line.words = line.words[start:end]
    line.start, line.end = line.start + start, line.start + end
