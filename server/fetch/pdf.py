"""PDF into text: in a process of its own, which has no more time, memory and output than it needs."""

import subprocess
import sys
import tempfile
from pathlib import Path

from server.fetch import pdf_process
from server.fetch.errors import FetchError, TooLarge, UnsupportedMediaType

# Isolated: neither the folder that we were started in nor our environment says what it imports.
COMMAND = (sys.executable, "-I", str(Path(pdf_process.__file__)))


def text_of(pdf: bytes, seconds: float) -> str:
    """Return the words of `pdf`, its paragraphs apart.

    Raises `UnsupportedMediaType` where it holds none or cannot be read in so many `seconds`, `TooLarge` where there is
    too much of it.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as text:
        source.write(pdf)
        source.seek(0)
        status = _run(source.fileno(), text.fileno(), seconds)
        if status:
            raise _reason(status)
        text.seek(0)
        words = text.read(pdf_process.MAX_BYTES).decode("utf-8", "replace")
    if not words:
        raise UnsupportedMediaType("The PDF holds no words; perhaps it holds pictures of them.")
    return words


def _run(source: int, text: int, seconds: float) -> int:
    with subprocess.Popen(COMMAND, stdin=source, stdout=text, stderr=subprocess.DEVNULL, cwd="/") as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _reason(status: int) -> FetchError:
    match status:
        case pdf_process.ENCRYPTED:
            return UnsupportedMediaType("The PDF is encrypted.")
        case pdf_process.TOO_LONG:
            return TooLarge(
                f"The PDF has more than {pdf_process.MAX_PAGES} pages or {pdf_process.MAX_CHARS:,} characters."
            )
        case _ if status < 0:  # ended by a signal: that of a limit, or ours
            return UnsupportedMediaType("The PDF takes too long to read.")
    return UnsupportedMediaType("The PDF cannot be read: it is damaged, or needs too much memory.")
