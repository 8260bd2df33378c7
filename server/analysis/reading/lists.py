"""Which lines are items of a list though they lost their marks, and how lists nest."""

import re
from collections.abc import Sequence

from server.analysis.model import BlockKind
from server.analysis.reading.lines import TAIL, Line, ends_in_colon, ends_sentence
from server.analysis.reading.titles import asks, is_capital, is_title

MAX_BARE_ITEM_CHARS = 300

# Who begins so begins a sentence of its own. "To", "For" and "Any" begin items as often.
_BEGINS_ANEW = re.compile(r"(?:It|(?i:We|You|Our|Your|If|This|These|The|They|When|Please|However))\b")
_ITEM_END = re.compile(r"(?:[;,]|\b(?:and|or))$", re.I)


def find_bare_items(lines: Sequence[Line]) -> None:
    """Mark what lost its bullet on the way: lines of one shape below a line that ends in a colon."""
    items: list[Line] = []
    is_led = False
    for line in lines:
        if is_led and line.kind is None and _is_bare_item(line, items):
            items.append(line)
            continue
        if items and _heads(items[-1], items[:-1], line):
            items.pop()
        _make_items(items)
        items, is_led = [], ends_in_colon(line.words)
    _make_items(items)


def _is_bare_item(line: Line, items: Sequence[Line]) -> bool:
    words = line.words
    if ends_in_colon(words):
        return False
    if words[0].islower():
        return True
    if len(words) > MAX_BARE_ITEM_CHARS:
        return False
    if _ITEM_END.search(words[-TAIL:]) or (items and _ITEM_END.search(items[-1].words[-TAIL:])):
        return True
    if _BEGINS_ANEW.match(words) or asks(words):
        return False
    return not items or _shape(words) == _shape(items[0].words)


def _shape(words: str) -> tuple[bool, bool]:
    return words[0].islower(), ends_sentence(words)


def _heads(item: Line, others: Sequence[Line], below: Line) -> bool:
    """Tell whether the last of the items is the title of a paragraph: Written So, and the others are not."""
    is_paragraph = below.kind is None and not below.words[0].islower() and not is_title(below.words)
    return is_paragraph and is_capital(item.words) and not all(is_capital(other.words) for other in others)


def _make_items(lines: Sequence[Line]) -> None:
    # One sentence after a colon is more likely a paragraph than a list.
    if len(lines) > 1 or (lines and lines[0].words[0].islower()):
        for line in lines:
            line.kind, line.style = BlockKind.LIST_ITEM, "bare"


def nest(groups: Sequence[Sequence[Line]]) -> None:
    """Give list items their depth: by indent, and where that is the same, by the sort of their marks."""
    open_lists: list[tuple[int, str]] = []
    for group in groups:
        line = group[0]
        if line.kind is BlockKind.LIST_ITEM and not line.level:
            _open(open_lists, (line.indent, line.style))
            line.level = len(open_lists)
        elif line.kind is None and open_lists and line.indent > open_lists[-1][0]:
            line.kind, line.level = BlockKind.LIST_ITEM, len(open_lists)
        else:
            open_lists.clear()


def _open(open_lists: list[tuple[int, str]], here: tuple[int, str]) -> None:
    """Close the lists that ended before an item that stands `here`, and open one if it is the first of its own."""
    if here in open_lists:
        del open_lists[open_lists.index(here) + 1 :]
        return
    while open_lists and open_lists[-1][0] > here[0]:
        open_lists.pop()
    open_lists.append(here)
