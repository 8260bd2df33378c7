"""Which lines are titles, though no mark says so."""

import re
from collections.abc import Sequence

from server.analysis.model import BlockKind
from server.analysis.reading.lines import TAIL, Line, ends_sentence

MAX_TITLE_CHARS = 100
MAX_TITLE_WORDS = 14
MAX_HEADING_CHARS = 200
# Titles without a mark stand below all headings with one; numbers go deeper than the title of the policy.
_NUMBERED_LEVEL = 3
_PLAIN_LEVEL = 6

_EMPHASIS = "*_ "
_QUESTION_END = re.compile(r"\?[\"'”’)\]*_]*$")
# "Cookies are used" states something; "How cookies are used" and "Are cookies used?" are titles.
_ASKS = re.compile(r"(?:how|what|when|where|why|who|which|whether)\b", re.I)
_STATES = re.compile(
    r"^(?:we|you|it|this|they|please|click)\b|\b(?:is|are|was|were|has|have|do|does|don['’]t|doesn['’]t|will|won['’]t"
    r"|may|might|can|cannot|can['’]t|must|should|never)\b",
    re.I,
)
_UNFINISHED = re.compile(r"\b(?:and|or)$", re.I)
_DATES = re.compile(r"(?:last |date )?(?:updated|modified|revised|revision|effective|version|of last)\b", re.I)
_NAMES_POLICY = re.compile(r"\b(?:privacy|data protection|cookies?)\b.*\b(?:policy|notice|statement)\b", re.I)


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
    if ends_sentence(words) or _DATES.match(words) or _UNFINISHED.search(words[-TAIL:]):
        return False
    return asks(words) or not _STATES.search(words)


def asks(words: str) -> bool:
    """Tell whether `words` begin like a question."""
    return bool(_ASKS.match(words))


def is_capital(words: str) -> bool:
    """Tell whether `words` Are Written So."""
    small = [word for word in words.split() if word[0].islower()]
    return is_title(words) and all(len(word) <= 3 for word in small) and 2 * len(small) < len(words.split())


def find_titles(groups: Sequence[Sequence[Line]]) -> None:
    """Make headings of the lines that read like titles and have their text below them."""
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
            line.level = _PLAIN_LEVEL if line.kind is None else _NUMBERED_LEVEL
            line.kind, line.start, line.mark = BlockKind.HEADING, line.start - line.mark, 0


def _heads(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether what stands below a title is its text: a paragraph, or a list with marks of another sort."""
    kind, words = below[0].kind, below[-1].words
    if line.kind is BlockKind.LIST_ITEM:
        is_number = line.style[:1].isalpha() and line.style != "o"
        return is_number and (kind is None or (kind is BlockKind.LIST_ITEM and below[0].style != line.style))
    if kind is BlockKind.HEADING:
        return bool(line.gap and below[0].gap)
    is_longer = len(below) > 1 or len(words) > len(line.words) or ends_sentence(words)
    return kind is None and is_longer and not is_title(words)
