"""Segments cut into sentences: the unit that is classified."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from server.analysis.markup import Words, fold
from server.analysis.model import Document, Segment, Sentence
from server.analysis.segments import segment

# A longer sentence is cut at the end of a clause: nobody reads a quote of a page.
MAX_QUOTE = 600

_WORD = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[.!?]\S*\s+\S")
_CLAUSE_ENDS = (re.compile(r";\s"), re.compile(r",\s"), re.compile(r"\s"))


def split(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the document in their order."""
    return tuple(
        sentence for index, part in enumerate(segment(document)) for sentence in _sentences(document, part, index)
    )


def _sentences(document: Document, part: Segment, index: int) -> Iterator[Sentence]:
    offset = part.block.start
    words = Words(document.text[offset : part.block.end], document.markdown)
    for first, last in _spans(words):
        start, end = offset + words.place(first), offset + words.place(last - 1) + 1
        display = fold(words.text[first:last])
        if display:
            yield Sentence(start, end, document.text[start:end], display, part.heading, part.lead_in, index)


def _spans(words: Words) -> Iterator[tuple[int, int]]:
    text = words.text
    spans = _punkt().span_tokenize(text) if _BREAK.search(text) else [(0, len(text))]
    for start, end in spans:
        yield from (span for piece in _short(words, start, end) if (span := _trimmed(text, *piece)))


def _short(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    while words.place(end - 1) + 1 - words.place(start) > MAX_QUOTE:
        limit = start + 1
        cut = min(end, start + MAX_QUOTE)
        while words.place(cut - 1) + 1 - words.place(start) > MAX_QUOTE and cut > limit:
            cut -= max(1, (words.place(cut - 1) + 1 - words.place(start) - MAX_QUOTE) // 2)
        cut = _clause_end(words.text, start, max(cut, limit))
        yield start, cut
        start = cut
        if start >= end:
            return
    yield start, end


def _clause_end(text: str, start: int, limit: int) -> int:
    for pattern in _CLAUSE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, start + (limit - start) // 3, limit)]
        if ends:
            return ends[-1]
    return limit


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not _WORD.search(piece):
        return None
    lead = len(piece) - len(piece.lstrip())
    return start + lead, start + len(piece.rstrip())


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    lines = (files(__package__) / "data" / "abbreviations.txt").read_text("utf-8").splitlines()
    parameters.abbrev_types = {line for line in lines if line and not line.startswith("#")}
    parameters.sent_starters = set(STARTERS)
    return PunktSentenceTokenizer(parameters)


STARTERS = ("we", "you", "our", "your", "if", "this", "these", "the", "they", "when", "in", "for", "it", "please")
