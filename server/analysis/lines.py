"""Lines of a page or a pasted text, joined into blocks and told apart: titles, list items, paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from server.analysis.model import BlockKind, Link

# A text of a million characters has some 20,000 lines. One with more is no text in lines: it is read as one paragraph.
MAX_LINES = 30_000
# A longer line was not wrapped to fit a screen or a letter, a shorter one not because it was full.
WRAPPED_WIDTHS = range(45, 131)
MAX_TITLE_CHARS = 100
MAX_TITLE_WORDS = 14
MAX_HEADING_CHARS = 200
MAX_BARE_ITEM_CHARS = 300

_BULLET = re.compile(r"(?:[*+•·‣⁃◦▪▫●○■□➢➤✓✔–—-]|o(?=\s+[A-Z“\"(]))\s+|[•·‣◦▪●○■□➢➤](?=\w)|[*+•●-]$")
_NUMBER = re.compile(
    r"""(?P<dotted>\d{1,2}(?:\.\d{1,2})+)(?:\\?[.)]\s+|\s+(?![a-z]))
      | (?P<number>\d{1,3})\\?[.)]\s+
      | (?P<roman>[ivx]{1,5})\\?[.)]\s+
      | (?P<letter>[a-zA-Z])\\?[.)]\s+
      | \\?[(\[] (?: (?P<in_roman>[ivx]{1,5}) | (?P<in_letter>[a-zA-Z]) | (?P<in_number>\d{1,2}) ) \\?[)\]] \s*""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]")
_EMPHASIS = "*_ "
# The ends of a line are looked for in its last characters alone: a search would try all the others before.
_TAIL = 12
_SENTENCE_END = re.compile(r"[.!;:,…?][\"'”’)\]*_]*$")
_QUESTION_END = re.compile(r"\?[\"'”’)\]*_]*$")
_LEAD_IN_END = re.compile(r"[:：][\"'”’)\]*_]*$")
_ITEM_END = re.compile(r"(?:[;,]|\b(?:and|or))$")
_UNFINISHED = re.compile(r"\b(?:an?|the|of|in|on|at|by|for|from|to|with|under|our|your|its|their|is|are|please)$", re.I)
# "Cookies are used" states something; "How cookies are used" and "Are cookies used?" are titles.
_ASKS = re.compile(r"(?:how|what|when|where|why|who|which|whether)\b", re.I)
_STATES = re.compile(
    r"^(?:we|you|it|this|they|please|click)\b|\b(?:is|are|was|were|has|have|do|does|don['’]t|doesn['’]t|will|won['’]t"
    r"|may|might|can|cannot|can['’]t|must|should|never)\b",
    re.I,
)
_DATES = re.compile(r"(?:last |date )?(?:updated|modified|revised|revision|effective|version|of last)\b", re.I)
_NAMES_POLICY = re.compile(r"\b(?:privacy|data protection|cookies?)\b.*\b(?:policy|notice|statement)\b", re.I)
# Who begins so begins a sentence of its own, not an item of a list.
_BEGINS_ANEW = re.compile(
    r"(?:We|You|Our|Your|If|This|These|The|They|In|It|When|Please|For|As|However|All|Any|By|To the extent)\b"
)


@dataclass(slots=True)
class Line:
    """A line without its mark; `start` and `end` are those of its words.

    `kind` is None and `level` 0 until they are known. `gap` counts the blank lines above, `mark` the characters
    of the bullet or number before the words, and `style` names its sort; `broken` says that no line goes on with it.
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
    broken: bool = False
    links: list[Link] = field(default_factory=list)


AnyLine = TypeVar("AnyLine", bound=Line)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text is set: the width to which its lines were wrapped (0 if they were not), the blank lines between
    two lines of a paragraph, and whether paragraphs are set apart by such lines.
    """

    width: int
    gap: int
    is_spaced: bool


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


def is_heading(words: str) -> bool:
    """Tell whether `words` set as a heading are one: statements and whole paragraphs stand in large type too."""
    return len(words) <= MAX_HEADING_CHARS and not (words.endswith((".", "!")) and _STATES.search(words))


def is_title(words: str) -> bool:
    """Tell whether `words` read like a title: short, capital, neither closed like a sentence nor stating anything."""
    if len(words) > MAX_TITLE_CHARS:
        return False
    words = words.strip(_EMPHASIS)
    if not words or words[0].islower() or "@" in words or len(words.split()) > MAX_TITLE_WORDS:
        return False
    if _QUESTION_END.search(words):
        return True
    if _SENTENCE_END.search(words) or _DATES.match(words):
        return False
    return bool(_ASKS.match(words)) or not _STATES.search(words)


def has_words(words: str) -> bool:
    """Tell whether a letter or a digit is among `words`."""
    return bool(_WORD.search(words))


def gathered(lines: list[AnyLine], plain_titles: bool = True) -> list[list[AnyLine]]:
    """Return the lines in groups, each a block: kind and level stand in its first line.

    `plain_titles` says whether a line that only reads like a title is one.
    """
    layout = _layout(lines)
    if not layout.width:
        _find_bare_items(lines)
    groups = _joined(lines, layout)
    if plain_titles:
        _find_titles(groups)
    _nest(groups)
    return groups


def _layout(lines: Sequence[Line]) -> _Layout:
    is_spaced = 2 * sum(line.gap > 0 for line in lines) > len(lines)
    pairs = [pair for pair in pairwise(lines) if pair[1].kind is None and pair[0].kind is not BlockKind.HEADING]
    # Now and then a converter sets each wrapped line apart.
    gap = 0 if 10 * sum(not line.gap for _, line in pairs) >= len(pairs) else 1
    pairs = [pair for pair in pairs if pair[1].gap <= gap]
    return _Layout(_wrapped_width(pairs), gap, is_spaced)


def _wrapped_width(pairs: Sequence[tuple[Line, Line]]) -> int:
    if len(pairs) < 2:
        return 0
    widths = sorted(len(above.words) for above, _ in pairs)
    width = widths[len(widths) * 9 // 10]
    full = sum(_is_full(above, line, width) for above, line in pairs)
    flowing = sum(_flows(above, line) for above, line in pairs)
    is_wrapped = width in WRAPPED_WIDTHS and 2 * full >= len(pairs) and 3 * flowing >= len(pairs)
    return width if is_wrapped else 0


def _is_full(above: Line, line: Line, width: int) -> bool:
    """Tell whether the next word had no place on the line above; widths of letters differ, so nearly is enough."""
    first, _, _ = line.words.partition(" ")
    return len(above.words) + 1 + len(first) > 0.85 * width


def _flows(above: Line, line: Line) -> bool:
    return line.words[0].islower() and not _SENTENCE_END.search(above.words[-_TAIL:])


def _joined(lines: list[AnyLine], layout: _Layout) -> list[list[AnyLine]]:
    groups: list[list[AnyLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][0], groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(first: Line, above: Line, line: Line, layout: _Layout) -> bool:
    if line.kind or above.broken or first.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return False
    if layout.width:
        return line.gap <= layout.gap and (_flows(above, line) or _is_full(above, line, layout.width))
    # Where each line is a paragraph of its own, one that begins small is more often an item of a list.
    return not line.gap and _flows(above, line) and (layout.is_spaced or _is_unfinished(above))


def _is_unfinished(line: Line) -> bool:
    return bool(_UNFINISHED.search(line.words[-_TAIL:]))


def _find_bare_items(lines: Sequence[Line]) -> None:
    """Mark what lost its bullet on the way: lines of one shape below a line that ends in a colon."""
    items: list[Line] = []
    is_led = False
    for line in lines:
        if is_led and line.kind is None and _is_bare_item(line, items):
            items.append(line)
            continue
        if items and _heads_what_follows(items[-1], items[:-1], line):
            items.pop()
        _make_items(items)
        items, is_led = [], bool(_LEAD_IN_END.search(line.words[-_TAIL:]))
    _make_items(items)


def _heads_what_follows(item: Line, others: Sequence[Line], below: Line) -> bool:
    """Tell whether the last of the items is the title of a paragraph: Written So, and the Others Are Not."""
    is_paragraph = below.kind is None and not is_title(below.words)
    return is_paragraph and _is_capital(item.words) and not all(_is_capital(other.words) for other in others)


def _is_capital(words: str) -> bool:
    return is_title(words) and all(not word[0].islower() for word in words.split() if len(word) > 3)


def _make_items(lines: Sequence[Line]) -> None:
    # One sentence after a colon is more likely a paragraph than a list.
    if len(lines) > 1 or (lines and lines[0].words[0].islower()):
        for line in lines:
            line.kind, line.style = BlockKind.LIST_ITEM, "bare"


def _is_bare_item(line: Line, items: Sequence[Line]) -> bool:
    words, end = line.words, line.words[-_TAIL:]
    if words[0].islower() and not _LEAD_IN_END.search(end):
        return True
    if len(words) > MAX_BARE_ITEM_CHARS or _LEAD_IN_END.search(end):
        return False
    if _ITEM_END.search(end) or (items and _ITEM_END.search(items[-1].words[-_TAIL:])):
        return True
    if _BEGINS_ANEW.match(words) or _ASKS.match(words):
        return False
    return not items or _shape(words) == _shape(items[0].words)


def _shape(words: str) -> tuple[bool, bool]:
    return words[0].islower(), bool(_SENTENCE_END.search(words[-_TAIL:]))


def _find_titles(groups: Sequence[Sequence[Line]]) -> None:
    for index, group in enumerate(groups):
        line = group[0]
        below = groups[index + 1] if index + 1 < len(groups) else None
        if len(group) > 1 or line.style == "bare" or line.kind not in (None, BlockKind.LIST_ITEM):
            continue
        if not is_title(line.words):
            continue
        if line.kind is None and index < 3 and _NAMES_POLICY.search(line.words):
            line.kind, line.level = BlockKind.HEADING, 1
        elif below and _heads(line, below):
            line.level = 6 if line.kind is None else 3
            line.kind, line.start, line.mark = BlockKind.HEADING, line.start - line.mark, 0


def _heads(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether what stands below a title is its text: a paragraph, or a list with marks of another sort."""
    kind, words = below[0].kind, below[-1].words
    if line.kind is BlockKind.LIST_ITEM:
        is_number = line.style[:1].isalpha() and line.style != "o"
        return is_number and (kind is None or (kind is BlockKind.LIST_ITEM and below[0].style != line.style))
    if kind is BlockKind.HEADING:
        return bool(line.gap and below[0].gap)
    is_longer = len(below) > 1 or len(words) > len(line.words) or bool(_SENTENCE_END.search(words[-_TAIL:]))
    return kind is None and is_longer and not is_title(words)


def _nest(groups: Sequence[Sequence[Line]]) -> None:
    """Give list items their depth: by indent, and where that is the same, by the sort of their marks."""
    open_lists: list[tuple[int, str]] = []
    for group in groups:
        line = group[0]
        here = (line.indent, line.style)
        if line.kind is BlockKind.LIST_ITEM and not line.level:
            if here in open_lists:
                del open_lists[open_lists.index(here) + 1 :]
            else:
                while open_lists and open_lists[-1][0] > line.indent:
                    open_lists.pop()
                open_lists.append(here)
            line.level = len(open_lists)
        elif line.kind is None and open_lists and line.indent > open_lists[-1][0]:
            line.kind, line.level = BlockKind.LIST_ITEM, len(open_lists)
        else:
            open_lists.clear()
