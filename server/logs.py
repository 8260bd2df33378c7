"""What the service says of itself: a line for each event, with nothing in it that a caller sent or that was read.

Values are written with our own messages and gunicorn's alone. Of another package's message the template is written,
since its arguments may be anything; of an exception its type and where it came from, since it may quote a text.
"""

import logging
import os
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

import msgspec

from server.settings import LogStyle

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The request that is being answered, "" where none is."""

_STANDARD_ERROR = 2
_OURS = ("server", "gunicorn")

_encode = msgspec.json.Encoder().encode


class Log(logging.Handler):
    """Where every event becomes a line."""

    def __init__(self, style: LogStyle, descriptor: int = _STANDARD_ERROR) -> None:
        super().__init__()
        self._line = {LogStyle.JSON: _json, LogStyle.PLAIN: _plain}[style]
        self._descriptor = descriptor

    def emit(self, record: logging.LogRecord) -> None:
        """Write what was said to a logger."""
        ours = record.name.partition(".")[0] in _OURS
        fields: dict[str, Any] = {} if ours else {"logger": record.name}
        if record.exc_info and record.exc_info[1]:
            fields["errors"] = [_described(error) for error in _chain(record.exc_info[1])]
        try:
            event = record.getMessage() if ours else str(record.msg)
        except (TypeError, ValueError):  # what was said does not fit its template
            event = str(record.msg)
        self.write(record.levelname.lower(), event, **fields)

    def write(self, level: str, event: str, **fields: Any) -> None:
        """Write one event."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        known = {"time": now, "level": level, "event": event}
        if answering := request_id.get():
            known["request"] = answering
        try:
            # In one piece, so that the lines of several processes do not mix.
            os.write(self._descriptor, self._line(known | fields))
        except OSError:
            return  # nobody reads it any more: the answers go on


def set_up(style: LogStyle) -> None:
    """Write all that is said in this process to standard error, in this style and no other."""
    logging.getLogger().handlers[:] = [Log(style)]
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def write(level: str, event: str, **fields: Any) -> None:
    """Write one event, past `logging`, which takes ten times as long; nothing where the log was not set up."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, Log):
            handler.write(level, event, **fields)


def _json(fields: dict[str, Any]) -> bytes:
    return _encode(fields) + b"\n"


def _plain(fields: dict[str, Any]) -> bytes:
    """A line that begins with the clock and the event; under it, where an error came from."""
    left = dict(fields)
    clock, level, event = left.pop("time")[11:19], left.pop("level"), left.pop("event")
    errors = left.pop("errors", [])
    words = [clock, *([level.upper()] if level != "info" else []), event, *(f"{name}={left[name]}" for name in left)]
    places = [f"    {line}" for error in errors for line in (error["type"], *error["at"])]
    # Nobody can forge a line by what stands in one.
    lines = [line if line.isprintable() else ascii(line) for line in (" ".join(words), *places)]
    return "\n".join((*lines, "")).encode()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and those that it came of, the last first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _described(error: BaseException) -> dict[str, Any]:
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    return {
        "type": type(error).__name__,
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
