"""`python -m server`: a policy's summary without the service, the worker, and the removal of what the service keeps."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from server import logs
from server.analysis import Document, Refusal, read_html, read_text, summarise
from server.domains import NoDomain, registrable_domain
from server.rendering import PLAIN, render
from server.searching import worker
from server.settings import Settings, WrongSetting
from server.store.connection import StoreAway
from server.store.store import Store

_REFUSED = 1
_NOTHING = 1
_FAILED = 2  # as argparse says of a wrong command line

_ID = re.compile(r"[0-9a-f]{64}")
_HTML_SUFFIXES = (".html", ".htm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "forget":
            return _forget(options.what)
        case "worker":
            return _work(options.parent)
    return _summarise(options)


def _summarise(options: argparse.Namespace) -> int:
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
    command = commands.add_parser(
        "worker",
        help="look for the policies that are asked for, and read known ones again",
        description="Look for the policies that are asked for, and read known ones again, until told to end. Any "
        "number may work at once, on any machine that reaches the store and the queue that the settings name.",
        epilog="Exit status: 0 when told to end, 2 if the settings cannot be.",
    )
    command.add_argument("--parent", metavar="PID", type=int, help="end when this process, which starts it, has gone")
    command = commands.add_parser(
        "forget",
        help="remove what is kept of a domain, or a summary",
        description="Remove the record of a domain, its history and its entry among the lookups; or a summary and "
        "the text that it was made from. The store is the one that the service's settings in the environment name.",
        epilog="Exit status: 0 if something was removed, 1 if nothing was kept, 2 if the store cannot be asked.",
    )
    command.add_argument("what", metavar="DOMAIN|ID", help="a domain or any host of it, or a summary's id")
    return parser


def _work(parent: int | None) -> int:
    try:
        settings = Settings.from_env()
        logs.set_up(settings.log)
        worker.run(settings, lambda: parent is None or os.getppid() == parent)
    except WrongSetting as error:
        return _fail(str(error), _FAILED)
    return 0


def _forget(what: str) -> int:
    try:
        store = Store(Settings.from_env())
        removed = _forget_summary(store, what) if _ID.fullmatch(what) else _forget_domain(store, what)
    except (NoDomain, WrongSetting) as error:
        return _fail(str(error), _FAILED)
    except StoreAway as error:
        return _fail(f"the store cannot be asked: {error}", _FAILED)
    print(*removed or ["Nothing was kept."], sep="\n")
    return 0 if removed else _NOTHING


def _forget_summary(store: Store, summary_id: str) -> list[str]:
    return [f"Removed the summary {summary_id} and its text."] if store.summaries.forget(summary_id) else []


def _forget_domain(store: Store, host: str) -> list[str]:
    domain = registrable_domain(host)
    removed = []
    if store.records.forget(domain):
        removed.append(f"Removed the record of {domain}, its history and its entry among the lookups.")
    if store.searches.forget(domain):
        removed.append(f"Removed what was known of searches for a policy of {domain}.")
    return removed


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
