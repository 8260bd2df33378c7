"""What reads a PDF: run by path as a process of its own, from standard input to standard output.

It imports nothing of the service, since it is started without its folder and its environment.
"""

import re
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_SECONDS = 10
"""Of its own time, and of everyone's."""
MAX_PAGES = 300
MAX_CHARS = 1_000_000
MAX_BYTES = 4 * MAX_CHARS
ENCRYPTED, TOO_LONG = 3, 4
"""The exit statuses of which the reason is known."""

_MAX_MEMORY_BYTES = 256 * 1024 * 1024
_MAX_FILES = 64

_USUAL_SPACING = 1.2
# Between paragraphs there is this much more space than between lines; headings are this much larger than text.
_WIDER = 1.25
_LARGER = 1.08

_PAGE_NUMBER = re.compile(r"\s*(?:page\s+|-\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4}|\s*-)?\s*", re.IGNORECASE)
_ENDS = re.compile(r"[.:;!?]\W*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: how far above the page's foot it stands, and how large its letters are, both in points."""

    text: str
    height: float
    size: float


def main() -> int:
    """Read the PDF; return the exit status."""
    _limit()
    from pypdf import PdfReader  # inside the limits, as all that it does

    reader = PdfReader(BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted and not reader.decrypt(""):
        return ENCRYPTED
    # What it says of itself is known at once, what it is only when all of its pages have been gone through.
    if _stated_pages(reader) > MAX_PAGES or len(reader.pages) > MAX_PAGES:
        return TOO_LONG
    lines: list[Line] = []
    for page in reader.pages:
        lines += lines_of(page)
        if sum(len(line.text) for line in lines) > MAX_CHARS:
            return TOO_LONG
    sys.stdout.buffer.write(paragraphs(lines).encode("utf-8", "replace"))
    return 0


def _stated_pages(reader: "PdfReader") -> int:
    pages = reader.root_object["/Pages"]
    count = pages.get("/Count") if isinstance(pages, dict) else None
    return count if isinstance(count, int) else 0


def lines_of(page: "PageObject") -> list[Line]:
    """Return the lines of `page` that hold words, from its head to its foot."""
    lines: list[Line] = []
    pieces: list[tuple[str, float, float]] = []

    def end() -> None:
        text = "".join(piece for piece, _, _ in pieces)
        first = next(((height, size) for piece, height, size in pieces if piece.strip()), None)
        if first and not _PAGE_NUMBER.fullmatch(text):
            lines.append(Line(text.strip(), *first))
        pieces.clear()

    def take(text: str, page_matrix: Sequence[float], text_matrix: Sequence[float], _font: Any, size: float) -> None:
        height = text_matrix[4] * page_matrix[1] + text_matrix[5] * page_matrix[3] + page_matrix[5]
        scale = abs(page_matrix[3] * text_matrix[3]) or 1.0
        for part in text.splitlines(keepends=True):
            pieces.append((part, height, size * scale))
            if part.endswith("\n"):
                end()

    page.extract_text(visitor_text=take)
    end()
    return lines


def paragraphs(lines: Sequence[Line]) -> str:
    """Return the text of `lines`, with an empty line where one paragraph ends and the next begins."""
    if not lines:
        return ""
    gaps = sorted(gap for above, below in pairwise(lines) if 0.5 < (gap := _gap(above, below)) < 3)
    usual = gaps[len(gaps) // 4] if gaps else _USUAL_SPACING  # most of the others are between paragraphs
    return lines[0].text + "".join(_joined(lines, usual))


def _joined(lines: Sequence[Line], usual: float) -> Iterator[str]:
    for above, below in pairwise(lines):
        yield ("\n\n" if _parts(above, below, usual) else "\n") + below.text


def _parts(above: Line, below: Line, usual: float) -> bool:
    """Whether a paragraph ends between the two lines."""
    if not 1 / _LARGER < below.size / above.size < _LARGER:
        return True
    gap = _gap(above, below)
    if gap <= 0:  # on the next page, or in the next column
        return bool(_ENDS.search(above.text)) or not below.text[0].islower()
    return gap > usual * _WIDER


def _gap(above: Line, below: Line) -> float:
    return (above.height - below.height) / below.size


def _limit() -> None:
    for kind, most in (
        (resource.RLIMIT_AS, _MAX_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_FSIZE, MAX_BYTES),
        (resource.RLIMIT_NOFILE, _MAX_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)  # none can be raised
        resource.setrlimit(kind, (limit, limit))
    signal.alarm(MAX_SECONDS)  # where it only waits, and whoever started it has gone


if __name__ == "__main__":
    sys.exit(main())
