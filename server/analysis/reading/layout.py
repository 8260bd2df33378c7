"""How a text is set, and its lines joined into blocks accordingly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.analysis.model import BlockKind
from server.analysis.reading.lines import TAIL, AnyLine, Line
from server.analysis.reading.lists import find_bare_items, nest
from server.analysis.reading.titles import find_titles
from server.analysis.reading.wrapping import as_one, exact_width, flows, is_full, unwrapped, wrapped_width

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
    pairs = [pair for pair in pairwise(lines) if pair[1].kind is None and pair[0].kind is not BlockKind.HEADING]
    if width := exact_width([pair for pair in pairs if not pair[1].gap]):
        return _gathered_unwrapped(unwrapped(lines, width), plain_titles)
    return _gathered(lines, _layout(lines, pairs), plain_titles)


def _gathered_unwrapped(broken: list[list[AnyLine]], plain_titles: bool) -> list[list[AnyLine]]:
    whole = [as_one(lines) for lines in broken]
    lines_of = {id(line): lines for line, lines in zip(whole, broken, strict=True)}
    groups = _gathered(whole, _Layout(0, 0, _is_spaced(whole)), plain_titles)
    for line, (first, *_) in zip(whole, broken, strict=True):
        first.kind, first.level, first.start, first.mark = line.kind, line.level, line.start, line.mark
    return [[line for one in group for line in lines_of[id(one)]] for group in groups]


def _gathered(lines: list[AnyLine], layout: _Layout, plain_titles: bool) -> list[list[AnyLine]]:
    if not layout.width:
        find_bare_items(lines)
    groups = _joined(lines, layout)
    if plain_titles:
        find_titles(groups)
    nest(groups)
    return groups


def _layout(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]]) -> _Layout:
    # Now and then a converter sets each wrapped line apart.
    gap = 0 if 10 * sum(not line.gap for _, line in pairs) >= len(pairs) else 1
    return _Layout(wrapped_width([pair for pair in pairs if pair[1].gap <= gap]), gap, _is_spaced(lines))


def _is_spaced(lines: Sequence[Line]) -> bool:
    return 2 * sum(line.gap > 0 for line in lines) > len(lines)


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
        return line.gap <= layout.gap and (flows(above, line) or is_full(above, line, layout.width))
    # Where each line is a paragraph of its own, one that begins small is more often an item of a list.
    is_unfinished = layout.is_spaced or bool(_UNFINISHED.search(above.words[-TAIL:]))
    return not line.gap and is_unfinished and flows(above, line)
