"""Whether the lines of a text were wrapped to a width, and lines that were, put together again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from server.analysis.model import BlockKind
from server.analysis.reading.lines import AnyLine, Line, ends_in_colon, ends_sentence
from server.analysis.reading.titles import is_title

# A longer line was not wrapped to fit a screen or a letter, a shorter one not because it was full.
WRAPPED_WIDTHS = range(45, 131)
# So many breaks within sentences are needed to tell that a program, counting letters, has set each of them.
MIN_EXACT = 6
# Of those, some may break the rule: an address is longer than any line.
_STRAYS = 0.05

Pairs = Sequence[tuple[Line, Line]]


def flows(above: Line, line: Line) -> bool:
    """Tell whether `line` begins within the sentence that stands above it."""
    return line.words[0].islower() and not ends_sentence(above.words)


def is_full(above: Line, line: Line, width: int) -> bool:
    """Tell whether the next word had no place on the line above; widths of letters differ, so nearly is enough."""
    first, _, _ = line.words.partition(" ")
    return len(above.words) + 1 + len(first) > 0.85 * width


def wrapped_width(pairs: Pairs) -> int:
    """Return the width to which the lines, given as neighbours, were wrapped; 0 if they were not."""
    if len(pairs) < 2:
        return 0
    widths = sorted(len(above.words) for above, _ in pairs)
    width = widths[len(widths) * 9 // 10]
    full = sum(is_full(above, line, width) for above, line in pairs)
    flowing = sum(_may_flow(above, line) for above, line in pairs)
    is_wrapped = width in WRAPPED_WIDTHS and 2 * full >= len(pairs) and 3 * flowing >= len(pairs)
    return width if is_wrapped else 0


def exact_width(pairs: Pairs) -> int:
    """Return the width at which every line within a sentence is broken, as by a program; 0 if there is none."""
    sizes = [_size(above) for above, _ in pairs]
    flowing = [(_size(above), _size(above) + 1 + line.opening) for above, line in pairs if _may_flow(above, line)]
    longest = sorted({size for size, _ in flowing}, reverse=True)[: _strays(flowing) + 1]
    for width in (size for size in longest if size in WRAPPED_WIDTHS):
        # Lists of names ("e-mail", "address") flow as well; their lines are short.
        needed = [needed for size, needed in flowing if 0.6 * width < size <= width]
        is_exact = len(needed) >= MIN_EXACT and sum(each <= width for each in needed) <= _strays(needed)
        if is_exact and sum(size > width for size in sizes) <= _strays(sizes):
            return width
    return 0


def _strays(counted: Sequence[object]) -> int:
    return max(1, int(_STRAYS * len(counted)))


def _may_flow(above: Line, line: Line) -> bool:
    """Where all is in capitals, nothing but the end of the line above tells."""
    return flows(above, line) or (line.words.isupper() and above.words.isupper() and not ends_sentence(above.words))


def _size(line: Line) -> int:
    return line.indent + line.mark + line.end - line.start


def unwrapped(lines: Sequence[AnyLine], width: int) -> list[list[AnyLine]]:
    """Return the lines in groups, each what was one line before a program broke it at `width`."""
    groups: list[list[AnyLine]] = []
    for line, below in zip_longest(lines, lines[1:]):
        if groups and _was_one(groups[-1], line, width) and not _is_title(groups[-1][-1], line, below, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_broken(above: Line, line: Line, width: int) -> bool:
    """Tell whether the line above ends where it does because the next word had no place."""
    return not line.gap and not above.broken and _size(above) + 1 + line.opening > width


def _was_one(group: Sequence[Line], line: Line, width: int) -> bool:
    first, above = group[0], group[-1]
    if above.kind is BlockKind.TABLE_ROW or not _is_broken(above, line, width):
        return False
    if line.kind is BlockKind.LIST_ITEM:
        # A dash or a number within a sentence comes to stand at the beginning of a line, too: (i) here; (ii) there.
        is_inside = line.style.startswith("in_") and first.style != line.style and not ends_in_colon(above.words)
        return is_inside or not ends_sentence(above.words)
    return line.kind is None and (line.words[0].islower() or not ends_in_colon(above.words))


def _is_title(above: Line, line: Line, below: Line | None, width: int) -> bool:
    """Tell whether the line reads like a title, and not because it is the first words of more."""
    is_whole = below is None or not _is_broken(line, below, width)
    return is_whole and ends_sentence(above.words) and is_title(line.words)


def as_one(lines: Sequence[AnyLine]) -> AnyLine:
    """Return the one line that `lines` were; it is the first itself where that is all."""
    first = lines[0]
    return first if len(lines) == 1 else replace(first, words=" ".join(line.words for line in lines), end=lines[-1].end)
