"""The whole service as it is really served: gunicorn, its workers and a Redis of its own."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
AS_MAKE_RUN_DOES = (sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:0")

_PATIENCE_SECONDS = 300.0  # under `make run`, packages may have to be installed first


@dataclass(frozen=True, slots=True)
class Served:
    """A service that is ready, and the process that serves it, which leads a process group of its own."""

    address: str
    process: subprocess.Popen[bytes]


@contextmanager
def serving(
    var: Path, command: Sequence[str] = AS_MAKE_RUN_DOES, folder: Path = ROOT, **environment: str
) -> Iterator[Served]:
    """Serve with the data in `var`, on a free port, until the block ends.

    `command` is what serves from `folder`; `environment` adds to what `make run` sets.
    """
    var.mkdir(parents=True, exist_ok=True)
    log = var / "service.log"
    settings = {"REDIS_URL": "", "SMALLPRINT_VAR": str(var), "SMALLPRINT_TRUST": "self"} | environment
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | settings, stdout=output, stderr=output, start_new_session=True
        )
    with process:
        try:
            yield Served(_address(process, log), process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        listening = re.search(r"Listening at: http://\S+:(\d+)", log.read_text())
        if listening and is_ready(address := f"http://127.0.0.1:{listening[1]}"):
            return address
        time.sleep(0.05)
    raise RuntimeError(f"The service does not come up:\n{log.read_text()}")


def is_ready(address: str) -> bool:
    """Return whether the service at `address` says that it can serve."""
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=5):
            return True
    except OSError:
        return False
