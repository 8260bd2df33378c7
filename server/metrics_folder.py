"""Where the worker processes of one gunicorn put their figures together: a private folder of its master.

Each worker writes files of its own there, and reads those of all when it is asked for the metrics. The files are named
by rows, not by processes: a worker that takes a dead one's place goes on where that one stopped, so no figure is lost
and there are never more files than workers.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

from prometheus_client import values

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which prometheus_client is told of the folder."""

_PREFIX = "smallprint-metrics-"
_NAME = re.compile(_PREFIX + r"(\d+)-\w+")


@cache
def own() -> Path:
    """Return the folder of this process, made when it is first asked for.

    Those that ended processes left behind are removed.
    """
    _remove_orphans()
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


def remove(folder: Path) -> None:
    """Remove the folder with all figures in it."""
    shutil.rmtree(folder, ignore_errors=True)


def free_row(taken: Collection[int]) -> int:
    """Return the first row that no living worker has."""
    return next(row for row in range(len(taken) + 1) if row not in taken)


def write_in(row: int) -> None:
    """Count in this row from now on; to be called before anything is counted in this process."""
    values.ValueClass = values.MultiProcessValue(lambda: row)  # type: ignore[no-untyped-call]


def _remove_orphans() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        number = _NAME.fullmatch(folder.name)
        if number and not Path(f"/proc/{number[1]}").exists() and folder.lstat().st_uid == os.geteuid():
            remove(folder)
