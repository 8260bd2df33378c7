"""How a text is set, and its lines joined into blocks accordingly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.analysis.model import BlockKind
from server.analysis.reading.lines import TAIL, AnyLine, Line, ends_sentence
from server.analysis.reading.lists import find_bare_items, nest
from server.analysis.reading.titles import find_titles

# A longer line was not wrapped to fit a screen or a letter, a shorter one not because it was full.
WRAPPED_WIDTHS = range(45, 131)

_UNFINISHED = re.compile(r"\b(?:an?|the|of|in|on|at|by|for|from|to|with|under|our|your|its|their|is|are|please)$", re.I)


@dataclass(frozen=True, slots=True)
class _Layout:
    """`width` is that to which the lines were wrapped, 0 if they were not; `gap` counts the blank lines between two
    lines of a paragraph; `is_spaced` says that paragraphs are set apart by such lines.
    """

    width: int
    gap: int
    is_spaced: bool


def gathered(lines: list[AnyLine], plain_titles: bool = True) -> list[list[AnyLine]]:
    """Return the lines in groups, each a block: kind and level stand in its first line.

    `plain_titles` says whether a line that only reads like a title is one.
    """
    layout = _layout(lines)
    if not layout.width:
        find_bare_items(lines)
    groups = _joined(lines, layout)
    if plain_titles:
        find_titles(groups)
    nest(groups)
    return groups


def _layout(lines: Sequence[Line]) -> _Layout:
    is_spaced = 2 * sum(line.gap > 0 for line in lines) > len(lines)
    pairs = [pair for pair in pairwise(lines) if pair[1].kind is None and pair[0].kind is not BlockKind.HEADING]
    # Now and then a converter sets each wrapped line apart.
    gap = 0 if 10 * sum(not line.gap for _, line in pairs) >= len(pairs) else 1
    return _Layout(_wrapped_width([pair for pair in pairs if pair[1].gap <= gap]), gap, is_spaced)


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
    return line.words[0].islower() and not ends_sentence(above.words)


def _joined(lines: list[AnyLine], layout: _Layout) -> list[list[AnyLine]]:
    groups: list[list[AnyLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][0], groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(first: Line, above: Line, line: Line, layout: _Layout) -> bool:
    """Tell whether `line` goes on with the block of which `first` is the first line and `above` the last."""
    if line.kind or above.broken or first.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return False
    if layout.width:
        return line.gap <= layout.gap and (_flows(above, line) or _is_full(above, line, layout.width))
    # Where each line is a paragraph of its own, one that begins small is more often an item of a list.
    is_unfinished = layout.is_spaced or bool(_UNFINISHED.search(above.words[-TAIL:]))
    return not line.gap and is_unfinished and _flows(above, line)
