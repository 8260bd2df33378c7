"""Where the embedded server's socket lies: a short, private folder, written down beside the data.

The path of a socket may not be longer than 107 bytes, so it cannot lie in `var/`. It is written down so that no
process has to guess it from its own environment, and kept the same from start to start, so that clients find it.
"""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_MAX_SOCKET_BYTES = 107


def recorded(home: Path) -> Path | None:
    """Return the socket written down in `home`, or None where there is none that can be trusted."""
    path = _read(home)
    return path if path and _is_private(path.parent) else None


def make(home: Path) -> Path:
    """Make the folder, write the socket's path down in `home` and return it: the last one where it can be had."""
    last = _read(home)
    if last:
        with suppress(OSError):
            last.parent.mkdir(mode=0o700)
    # `mkdtemp` makes what nobody can have made before, so that no link or folder laid in wait is ever followed.
    return recorded(home) or _write(home, Path(tempfile.mkdtemp(prefix="smallprint-", dir=_parent())) / "redis.sock")


def remove(home: Path) -> None:
    """Remove the socket and its folder; where the socket was stays written down in `home`."""
    path = recorded(home)
    if path:
        with suppress(OSError):  # something else of the user's lies there: it stays
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def _read(home: Path) -> Path | None:
    try:
        return Path((home / "socket").read_text("utf-8"))
    except FileNotFoundError:
        return None


def _write(home: Path, path: Path) -> Path:
    draft = home / "socket.new"
    draft.write_text(str(path), "utf-8")
    draft.replace(home / "socket")  # at one stroke: it is read without a lock
    return path


def _parent() -> str:
    # Not $XDG_RUNTIME_DIR: that goes at logout, while a server started under tmux lives on.
    usual = tempfile.gettempdir()
    longest = len(os.fsencode(usual)) + len("/smallprint-xxxxxxxx/redis.sock")
    return usual if longest <= _MAX_SOCKET_BYTES else "/tmp"


def _is_private(folder: Path) -> bool:
    """Whether `folder` is a folder, no link, of this user's and of nobody else's."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
