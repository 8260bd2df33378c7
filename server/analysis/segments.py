"""Blocks with what they stand under: the nearest heading, and the words that a list completes."""

import re

from server.analysis.markup import display
from server.analysis.model import BlockKind, Document, Segment

# How much of the words above a nested list is carried along: the sentence stays readable, deep nesting stays cheap.
MAX_LEAD_IN = 300

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=\S)")
_INTRODUCES = re.compile(
    r"(?:[:：]|\b(?:such as|including|for example|the following|as follows|to|that|by|if|when|where)[-,–—]*)$", re.I
)


def segment(document: Document) -> tuple[Segment, ...]:
    """Return each block that is not a heading, with its heading and lead-in."""
    segments: list[Segment] = []
    heading = introduction = header = ""
    leads: list[tuple[int, str]] = []
    previous: BlockKind | None = None
    for block in document.blocks:
        words = display(document.text[block.start : block.end], document.markdown)
        if block.kind is BlockKind.HEADING:
            heading, introduction = words, words if words.endswith(":") else ""
        elif block.kind is BlockKind.LIST_ITEM:
            if previous is not BlockKind.LIST_ITEM:
                leads = [(0, introduction)]
            while leads[-1][0] >= block.level:
                leads.pop()
            segments.append(Segment(block, heading, leads[-1][1]))
            leads.append((block.level, _joined(leads[-1][1], introduction_in(words))))
        elif block.kind is BlockKind.TABLE_ROW:
            if previous is not BlockKind.TABLE_ROW:
                header = words
                segments.append(Segment(block, heading, ""))
            else:
                segments.append(Segment(block, heading, header))
        else:
            introduction = introduction_in(words)
            segments.append(Segment(block, heading, ""))
        previous = block.kind
    return tuple(segments)


def introduction_in(words: str) -> str:
    """Return the last sentence of `words` if it opens a list, else ""."""
    if not _INTRODUCES.search(words[-30:]):
        return ""
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    return words[ends[-1] :] if ends else words


def _joined(outer: str, inner: str) -> str:
    return f"{outer} {inner}".strip()[-MAX_LEAD_IN:] if inner else outer
