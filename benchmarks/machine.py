"""On what was measured, and with which versions."""

import os
import platform
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.policies import source
from server.store import embedded

_PACKAGES = ("flask", "gunicorn", "redis", "nltk", "numpy", "google-re2", "selectolax", "sumy")


def described() -> dict[str, Any]:
    """Return the machine, how busy it is, and the versions."""
    return {
        "measured_on": date.today().isoformat(),
        "cpu": _field("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": os.cpu_count(),
        "memory_megabytes": int(_field("/proc/meminfo", "MemTotal").split()[0]) // 1024,
        "load_average": round(os.getloadavg()[0], 1),
        "policies": source(),
        "python": platform.python_version(),
        "redis_server": _redis_version(),
        "packages": {name: version(name) for name in _PACKAGES},
    }


def in_words(machine: dict[str, Any]) -> str:
    """Return the same as a paragraph."""
    packages = ", ".join(f"{name} {number}" for name, number in machine["packages"].items())
    return (
        f"{machine['measured_on']}, with {machine['policies']}, on {machine['cpu']}, {machine['cores']} cores, "
        f"{machine['memory_megabytes']:,} MB, at a load average of {machine['load_average']} when it began. "
        f"Python {machine['python']}, redis-server {machine['redis_server']}, {packages}."
    )


def _field(file: str, name: str) -> str:
    fields = (line.partition(":") for line in Path(file).read_text().splitlines())
    return next((value.strip() for field, _, value in fields if field.strip() == name), "")


def _redis_version() -> str:
    words = subprocess.run([embedded.find(), "--version"], capture_output=True, text=True, check=True).stdout.split()
    return next(word.removeprefix("v=") for word in words if word.startswith("v="))
