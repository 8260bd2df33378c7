"""A redis-server of our own, for when no REDIS_URL is set: one for all processes, on a unix socket.

All that it keeps lies in `var/redis`. It holds a lock there for as long as it lives, so that whether it runs is
the kernel's word, and never that of a file which a crash left behind.
"""

import fcntl
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

from server.store import socket_folder

OLDEST = (6, 2)
"""The oldest redis-server that has all commands of the store."""

FETCHED = Path(sys.prefix, "libexec", "redis-server")
"""Where `make` puts a redis-server for a machine that has none: inside the virtual environment, not on its PATH."""

_MAX_MEMORY = "256mb"
# Only what expires by itself may be evicted (summaries, records), the longest unread first: never a queue.
_EVICTION = "volatile-lru"

_PATIENCE_SECONDS = 30.0
_WATCH_SECONDS = 1.0
_PONG = b"+PONG\r\n"

_log = logging.getLogger(__name__)


class CannotStart(Exception):
    """There is no redis-server, or it does not come up; `str()` says what to do."""


def ensure(var: Path, program: Path | None = None, patience_seconds: float = _PATIENCE_SECONDS) -> str:
    """Return the URL of the redis-server that keeps its data in `var`, started if it does not run.

    `program` is the redis-server to start, by default what `find` returns.
    """
    home = _home(var)
    path = socket_folder.recorded(home)
    if path is None or _ping(path) != _PONG:
        path = _revive(home, program, patience_seconds)
    return _url(path)


def address(var: Path) -> str:
    """Return the URL at which `ensure` starts the redis-server of `var`, without asking or waiting for it."""
    home = _home(var)
    return _url(socket_folder.recorded(home) or socket_folder.make(home))


def stop(var: Path) -> bool:
    """End the redis-server of `var`, its data saved; return whether one was running."""
    home = _home(var)
    with _lock(home / "starting.lock"):
        return _end(home, _PATIENCE_SECONDS)


def watch(var: Path) -> NoReturn:
    """Start the redis-server of `var` again whenever it has ended. Never returns: it is for a thread of its own."""
    while True:
        time.sleep(_WATCH_SECONDS)
        try:
            ensure(var)
        except (CannotStart, OSError) as error:
            _log.warning("%s", error)


def find(fetched: Path = FETCHED) -> Path:
    """Return the redis-server to start: the machine's, else the one that `make` fetched."""
    for program in (shutil.which("redis-server"), fetched):
        if program and _version(program) >= OLDEST:
            return Path(program)
    wanted = ".".join(map(str, OLDEST))
    raise CannotStart(
        f"There is no redis-server {wanted} or newer on this machine. Type `sudo apt-get install redis-server`, "
        "or set REDIS_URL to a Redis that runs elsewhere."
    )


def _version(program: str | Path) -> tuple[int, ...]:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError:  # there is none, or it is another kind of machine's
        return ()
    found = re.search(r"\bv=(\d+)\.(\d+)", answer.stdout)
    return tuple(map(int, found.groups())) if found else ()


def _url(path: Path) -> str:
    return f"unix://{quote(str(path))}?db=0"


def _home(var: Path) -> Path:
    home = var.resolve() / "redis"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


@contextmanager
def _lock(path: Path, how: int = fcntl.LOCK_EX) -> Iterator[int]:
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, how)
        yield held
    finally:
        os.close(held)


def _runs(home: Path) -> bool:
    try:
        with _lock(home / "running.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
            return False
    except BlockingIOError:
        return True


def _revive(home: Path, program: Path | None, patience_seconds: float) -> Path:
    with _lock(home / "starting.lock"):
        path = socket_folder.recorded(home)
        if path is None or _ping(path) is None:
            program = program or find()
            _end(home, patience_seconds)
            path = socket_folder.make(home)
            _start(home, path, program)
        _wait_for_answer(home, path, patience_seconds)
    return path


def _ping(path: Path) -> bytes | None:
    """What the server answers, b"" if it is silent, None if nobody listens."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(0.5)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(64)
        except (FileNotFoundError, ConnectionRefusedError):
            return None
        except OSError:  # too busy to take the connection, or to answer in time
            return b""


def _start(home: Path, path: Path, program: Path) -> None:
    (home / "redis.log").unlink(missing_ok=True)
    with _lock(home / "running.lock") as held:
        # The server inherits the lock, and keeps it when this process closes its own end.
        started = subprocess.run(
            [program, *_options(home, path)],
            pass_fds=(held,),
            umask=0o077,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    if started.returncode:
        socket_folder.remove(home)
        raise CannotStart(f"{program} did not start: {(started.stderr or started.stdout).strip()}")


def _options(home: Path, path: Path) -> list[str]:
    options = {
        "port": "0",
        "unixsocket": str(path),
        "unixsocketperm": "700",
        "daemonize": "yes",
        "dir": str(home),
        "pidfile": str(home / "redis.pid"),
        "logfile": str(home / "redis.log"),
        "loglevel": "warning",
        "save": "",  # all is in the append-only file, which loses no more than a second's writes
        "appendonly": "yes",
        "maxmemory": _MAX_MEMORY,
        "maxmemory-policy": _EVICTION,
    }
    return [word for name, value in options.items() for word in (f"--{name}", value)]


def _wait_for_answer(home: Path, path: Path, patience_seconds: float) -> None:
    def settled() -> bool:
        return _ping(path) == _PONG or not _runs(home)

    log = home / "redis.log"
    if not _comes_true(settled, patience_seconds):
        raise CannotStart(f"The redis-server of {home} does not answer. It may say why in {log}")
    if not _runs(home):
        socket_folder.remove(home)
        raise CannotStart(f"redis-server ended as soon as it had started. The end of {log}: {_last_line(log)}")


def _last_line(log: Path) -> str:
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    return lines[-1] if lines else "(empty)"


def _end(home: Path, patience_seconds: float) -> bool:
    running = _runs(home)
    if running:
        # With no process to be found, it may be a dying server's child that still writes: that one ends by itself.
        with suppress(OSError, ValueError):
            pid = int((home / "redis.pid").read_text())
            if _holds(pid, home / "running.lock"):
                os.kill(pid, signal.SIGTERM)
        if not _comes_true(lambda: not _runs(home), patience_seconds):
            raise CannotStart(f"Another process holds {home} and does not end.")
    socket_folder.remove(home)
    return running


def _holds(pid: int, file: Path) -> bool:
    """Whether it is the process `pid` that has `file` open: the number may be another's by now."""
    return any(link.exists() and link.samefile(file) for link in Path(f"/proc/{pid}/fd").iterdir())


def _comes_true(condition: Callable[[], bool], patience_seconds: float) -> bool:
    deadline = time.monotonic() + patience_seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
