"""A Python that can import what `requirements.txt` installs, and no more of what is installed here.

NLTK, for one, imports SciPy where it finds it, which takes a second that no service of ours pays.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.serving import ROOT

_RUN = """
import runpy, sys
sys.modules.update(dict.fromkeys(sys.argv.pop(1).split()))
sys.argv.pop(0)
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def module(name: str, *arguments: str) -> list[str]:
    """Return the command that runs a module so."""
    return [sys.executable, "-c", _RUN, " ".join(sorted(_not_ours())), name, *arguments]


@cache
def _not_ours() -> frozenset[str]:
    ours = _needed()
    return frozenset(
        name
        for name, packages in metadata.packages_distributions().items()
        if ours.isdisjoint(map(canonicalize_name, packages))
    )


def _needed() -> set[str]:
    """The packages of `requirements.txt` and all that they need in turn."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    left = [match[0] for line in lines if (match := re.match(r"[a-z][\w.-]*", line))]
    needed: set[str] = set()
    while left:
        package = canonicalize_name(left.pop())
        if package not in needed:
            needed.add(package)
            left += _requirements(package)
    return needed


def _requirements(package: str) -> Iterator[str]:
    for line in metadata.requires(package) or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name
