"""Segments cut into sentences: the unit that is classified."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from server.analysis.markup import Words, displayed
from server.analysis.model import BlockKind, Document, Segment, Sentence
from server.analysis.segments import segment
from server.analysis.splitting import Span, begins_anew, is_crowded, sentence_spans

# A longer sentence is cut at the end of a clause: nobody reads a quote of a page.
MAX_QUOTE_CHARS = 600
# Fewer words prove nothing: "Cookies." and "No." go with the sentence that follows.
MIN_QUOTE_WORDS = 3
# Longer than any two words: what is counted stays short.
MAX_FRAGMENT = 60

_WORD = re.compile(r"[^\W_]+")
_CELL = re.compile(r"[^|]+")
_CLAUSE_ENDS = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"\s"))

Splitter = Callable[[str], list[Span]]


def split(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the document in their order."""
    # Where there are more ends than anybody writes, those blocks that hold them are cut by their length alone.
    spans_of = _spans_in_a_crowd if is_crowded(document.text) else sentence_spans
    parts = enumerate(segment(document))
    return tuple(sentence for index, part in parts for sentence in _sentences(document, part, index, spans_of))


def _sentences(document: Document, part: Segment, index: int, spans_of: Splitter) -> Iterator[Sentence]:
    block, lead_in = part.block, part.lead_in
    is_row = block.kind is BlockKind.TABLE_ROW
    words = Words(document.text[block.start : block.end], document.markdown)
    end = block.start
    for first, last in _spans(words, is_row, spans_of):
        shown = displayed(words.text[first:last], document.markdown, is_row)
        if not _WORD.search(shown):
            continue
        start, stop = _quoted(words, first, last)
        start, end = max(end, block.start + start), block.start + stop
        if lead_in and part.block.start < start and begins_anew(shown):
            lead_in = ""
        yield Sentence(start, end, document.text[start:end], shown, part.heading, lead_in, index)


def _spans_in_a_crowd(text: str) -> list[Span]:
    return [(0, len(text))] if is_crowded(text, at_least=1) else sentence_spans(text)


def _quoted(words: Words, first: int, last: int) -> Span:
    start, end = words.span(first, last)
    if end - start > MAX_QUOTE_CHARS:
        return words.place(first), words.place(last - 1) + 1
    return start, end


def _spans(words: Words, is_row: bool, spans_of: Splitter) -> Iterator[Span]:
    text = words.text
    spans = _row_spans(text, spans_of) if is_row else spans_of(text)
    for span in _without_fragments(text, spans, is_row) if len(spans) > 1 else spans:
        yield from _short_enough(words, *_trimmed(text, *span))


def _row_spans(text: str, spans_of: Splitter) -> list[Span]:
    """A row is one sentence, its cells together, unless sentences stand in a cell."""
    cells = [cell.span() for cell in _CELL.finditer(text)]
    spans = [(start + first, start + last) for start, end in cells for first, last in spans_of(text[start:end])]
    return spans if len(spans) > len(cells) else [(0, len(text))]


def _without_fragments(text: str, spans: list[Span], is_row: bool) -> list[Span]:
    whole: list[Span] = []
    begun: int | None = None
    for first, last in spans:
        first = first if begun is None else begun
        begun = first if last - first < MAX_FRAGMENT and _is_fragment(text[first:last]) else None
        if begun is None:
            whole.append((first, last))
    if begun is not None and whole and (is_row or text[begun].islower()):
        # "…; and" that lost its semicolon, the "No" at the end of a row: it goes with what stands before.
        whole[-1] = (whole[-1][0], spans[-1][1])
    elif begun is not None:
        whole.append((begun, spans[-1][1]))
    return whole


def _is_fragment(piece: str) -> bool:
    # A question is not glued to its answer: "No" to it would be read as a part of it.
    return not piece.rstrip().endswith("?") and len(_WORD.findall(piece)) < MIN_QUOTE_WORDS


def _short_enough(words: Words, first: int, last: int) -> Iterator[Span]:
    """Cut the span where its quote would be too long."""
    while first < last and words.place(last - 1) + 1 - words.place(first) > MAX_QUOTE_CHARS:
        limit = words.place(first) + MAX_QUOTE_CHARS
        most = first + bisect_right(range(first + 1, last + 1), limit, key=lambda end: words.place(end - 1) + 1)
        cut = _clause_end(words.text, first, max(most, first + 1))
        yield _trimmed(words.text, first, cut)
        first, last = _trimmed(words.text, cut, last)
    if first < last:
        yield first, last


def _clause_end(text: str, first: int, limit: int) -> int:
    for pattern in _CLAUSE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, first + (limit - first) // 3, limit + 1)]
        if ends:
            return min(ends[-1], limit)
    return limit


def _trimmed(text: str, first: int, last: int) -> Span:
    piece = text[first:last]
    last -= len(piece) - len(piece.rstrip())
    return min(last, first + len(piece) - len(piece.lstrip())), last
