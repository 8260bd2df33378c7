"""Blocks with what they stand under: the nearest heading, and the words that a list completes."""

import re

from server.analysis.markup import display
from server.analysis.model import Block, BlockKind, Document, Segment
from server.analysis.splitting import sentence_spans

# Longer words above a list are left out. Cut, they might have lost their "not".
MAX_LEAD_IN = 600
MAX_HEADER_CELL_CHARS = 60

_INTRODUCES = re.compile(
    r"""[:：–—-]$
      | \b(?:the\ following|as\ follows|listed\ below|set\ (?:out|forth)\ below)\b[^.]{0,80}\.?$
      | \b(?:such\ as|includ(?:e|es|ing)|for\ example|that|to|by|if|when|with|from|for|not|may|will|can)$""",
    re.VERBOSE | re.IGNORECASE,
)
# "No" in the cell of a row answers its column; with the head of the table before it the row would say the contrary.
_ANSWER = re.compile(r"(?:^|\|)\s*(?:yes|no|none|n/?a|not? \w+|never|[x✓✔✗✘–—-])\.?\s*(?:\||$)", re.IGNORECASE)


def segment(document: Document) -> tuple[Segment, ...]:
    """Return each block that is not a heading, with its heading and lead-in."""
    walk = _Walk(document)
    return tuple(part for block in document.blocks if (part := walk.segment(block)))


class _Walk:
    """What has been read above the block at hand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._heading = ""
        self._above: Block | None = None
        # The lists that are open: the depth of their items, and the words these complete.
        self._lists: list[tuple[int, str]] = []
        self._header = ""

    def segment(self, block: Block) -> Segment | None:
        lead_in = ""
        if block.kind is BlockKind.HEADING:
            self._heading = self._display(block)
        elif block.kind is BlockKind.LIST_ITEM:
            lead_in = self._lead_in(block)
        elif block.kind is BlockKind.TABLE_ROW:
            lead_in = self._columns(block)
        self._above = block
        return None if block.kind is BlockKind.HEADING else Segment(block, self._heading, lead_in)

    def _display(self, block: Block) -> str:
        words = self._document.text[block.start : block.end]
        return display(words, self._document.markdown, block.kind is BlockKind.TABLE_ROW)

    def _lead_in(self, item: Block) -> str:
        above = self._above
        if above is None or above.kind is not BlockKind.LIST_ITEM:
            self._lists = [(0, self._introduction(above))]
        elif item.level > above.level:
            outer = self._lists[-1][1]
            lead_in = f"{outer} {self._introduction(above)}".strip()
            self._lists.append((above.level, lead_in if len(lead_in) <= MAX_LEAD_IN else ""))
        while self._lists[-1][0] >= item.level:
            self._lists.pop()
        return self._lists[-1][1]

    def _introduction(self, above: Block | None) -> str:
        """The last sentence of what stands above a list, if it opens the list."""
        if above is None or above.kind is BlockKind.TABLE_ROW:
            return ""
        words = self._display(above)
        if above.kind is BlockKind.HEADING:
            return words if words.endswith(":") else ""
        start, end = sentence_spans(words)[-1]
        last = words[start:end].strip()
        return last if len(last) <= MAX_LEAD_IN and _INTRODUCES.search(last) else ""

    def _columns(self, row: Block) -> str:
        """The head of the table, for a row that needs no more than that to be understood."""
        words = self._display(row)
        if self._above is None or self._above.kind is not BlockKind.TABLE_ROW:
            cells = words.split("|")
            is_header = all(len(cell) <= MAX_HEADER_CELL_CHARS and "." not in cell for cell in cells)
            self._header = words if is_header else ""
            return ""
        return "" if _ANSWER.search(words) else self._header
