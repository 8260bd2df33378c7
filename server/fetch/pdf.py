"""PDF into text: in a process of its own, which has no more time, memory and output than it needs."""

import subprocess
import sys
import tempfile
from pathlib import Path

from server.fetch import pdf_process
from server.fetch.errors import FetchError, TooLarge, UnsupportedMediaType

_PROGRAM = Path(pdf_process.__file__)


def text_of(pdf: bytes, seconds: float = pdf_process.MAX_SECONDS) -> str:
    """Return the words of `pdf`, its paragraphs apart; "" where it holds none, as a scanned page does.

    Raises `UnsupportedMediaType` where it cannot be read, `TooLarge` where there is too much of it.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as text:
        source.write(pdf)
        source.seek(0)
        status = _run(source.fileno(), text.fileno(), seconds)
        if status:
            raise _reason(status)
        text.seek(0)
        return text.read(pdf_process.MAX_BYTES).decode("utf-8", "replace")


def _run(source: int, text: int, seconds: float) -> int:
    # Isolated, and with nothing of our environment: what reads a stranger's file has no business with our secrets.
    command = [sys.executable, "-I", str(_PROGRAM)]
    with subprocess.Popen(command, stdin=source, stdout=text, stderr=subprocess.DEVNULL, env={}, cwd="/") as process:
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
    return UnsupportedMediaType("The PDF cannot be read: it is damaged, or takes too long.")
