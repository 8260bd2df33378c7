"""`python -m server`: a policy's summary without the service."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from server.analysis import Document, Refusal, read_html, read_text, summarise
from server.rendering import PLAIN, render

_REFUSED = 1
_FAILED = 2  # as argparse says of a wrong command line

_HTML_SUFFIXES = (".html", ".htm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        document = _document(options.file, options.html)
    except (OSError, UnicodeDecodeError) as error:
        return _fail(f"{options.file} cannot be read: {error}", _FAILED)
    try:
        summary = summarise(document)
    except Refusal as refusal:
        return _fail(str(refusal), _REFUSED)
    output = msgspec.json.encode(summary) + b"\n" if options.json else render(summary, PLAIN).encode()
    return _write(output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "summarise",
        help="say what a privacy policy states",
        description="Say what a privacy policy states.",
        epilog="Exit status: 0 with a summary, 1 if the text is no English privacy policy, 2 if it cannot be read or "
        "the summary cannot be written.",
    )
    command.add_argument("file", metavar="FILE", help="the policy, as text or HTML in UTF-8; - for standard input")
    command.add_argument("--json", action="store_true", help="print the summary as the service sends it")
    command.add_argument("--html", action="store_true", help="read HTML, whatever the file's name ends in")
    return parser


def _document(file: str, html: bool) -> Document:
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    read = read_html if html or file.lower().endswith(_HTML_SUFFIXES) else read_text
    return read(content.decode("utf-8-sig"))


def _fail(reason: str, status: int) -> int:
    print(f"smallprint: {reason}", file=sys.stderr)
    return status


def _write(output: bytes) -> int:
    try:
        sys.stdout.buffer.write(output)
        sys.stdout.buffer.flush()
    except OSError as error:
        # Python would complain once more when it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # else the reader (`head`, say) has enough
            return _fail(f"the summary cannot be written: {error}", _FAILED)
    return 0
