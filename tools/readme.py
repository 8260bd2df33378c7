"""The parts of README.md that are made from the code: `python -m tools.readme` writes them anew.

Each stands between two comments, `<!-- made: settings -->` and `<!-- end -->`. An answer stands in the block of
text that follows a block of commands; it is what the commands print. Figures of speed, here and in docs/performance.md,
are those that `make bench` last wrote to docs/performance.json.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import CASES, machine
from benchmarks.figures import Figure, from_json, markdown
from server.analysis.vocabulary import PRACTICES, Category, Commitment, Level, Practice, Stance
from server.settings import VARIABLES
from tools.serving import ROOT, serving

README = ROOT / "README.md"
PERFORMANCE = ROOT / "docs" / "performance.md"
MEASURED = PERFORMANCE.with_suffix(".json")
ADDRESS = "http://127.0.0.1:8000"

_MADE = re.compile(r"(<!-- made: (\w+) -->\n).*?(\n<!-- end -->)", re.DOTALL)
_EXAMPLE = re.compile(r"(```sh\n(?P<commands>[^`]*)```\n\n```(?:text|json)\n)(?P<answer>.*?)(```\n)", re.DOTALL)

_CATEGORIES = {
    Category.FIRST_PARTY: "What is collected, and what for",
    Category.THIRD_PARTY: "Who else gets it",
    Category.CHOICE: "What you can choose",
    Category.ACCESS: "What you can see, correct and delete",
    Category.RETENTION: "How long it is kept",
    Category.SECURITY: "How it is protected",
    Category.CHANGE: "How the policy changes",
    Category.DO_NOT_TRACK: "Do Not Track",
    Category.AUDIENCES: "Children and other countries",
    Category.OTHER: "Other",
}
_MARKS = {Level.WARNING: "✗", Level.CAUTION: "!", Level.INFO: "·", Level.GOOD: "✓"}


def filled(text: str, address: str) -> str:
    """Return the README's `text` with every made part as it is now, its examples run on the service at `address`."""
    text = with_parts(text)
    return _EXAMPLE.sub(lambda example: example[1] + printed(example["commands"], address) + example[4], text)


def with_parts(text: str) -> str:
    """Return `text` with every made part as it is now."""
    return _MADE.sub(lambda part: part[1] + "\n".join(_PARTS[part[2]]()) + part[3], text)


def printed(commands: str, address: str) -> str:
    """Return what `commands` of the README print with the service at `address`; a failing one raises."""
    script = commands.replace(ADDRESS, address)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout.replace(address, ADDRESS).rstrip("\n") + "\n"


def _settings() -> Iterator[str]:
    yield "| Variable | Default | Meaning |"
    yield "|---|---|---|"
    for variable in VARIABLES:
        yield f"| `{variable.name}` | {f'`{variable.default}`' if variable.default else ''} | {variable.meaning} |"


def _practices() -> Iterator[str]:
    for category in Category:
        yield f"\n**{_CATEGORIES[category]}**\n"
        yield "| Practice | Question | It does | It does not | Only with consent |"
        yield "|---|---|---|---|---|"
        yield from (_row(practice) for practice in PRACTICES.values() if practice.category is category)


def _row(practice: Practice) -> str:
    labels = (_label(practice.stances.get(stance)) for stance in Stance)
    return f"| `{practice.id}` | {practice.question} | {' | '.join(labels)} |"


def _label(commitment: Commitment | None) -> str:
    return f"{_MARKS[commitment.level]} {commitment.label}" if commitment else ""


def _machine() -> Iterator[str]:
    yield machine.in_words(json.loads(MEASURED.read_text("utf-8"))["machine"])


def _promises() -> Iterator[str]:
    return markdown(
        replace(figure, what=f"{case}: {figure.what}")
        for case, figures in _measured().items()
        for figure in figures
        if figure.target
    )


def _case(name: str) -> Iterator[str]:
    figures = _measured().get(name)
    return markdown(figures) if figures else iter(["Left out when the others were measured."])


def _measured() -> dict[str, list[Figure]]:
    cases = json.loads(MEASURED.read_text("utf-8"))["cases"]
    return {case: list(map(from_json, figures)) for case, figures in cases.items()}


_PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "settings": _settings,
    "practices": _practices,
    "machine": _machine,
    "promises": _promises,
} | {case: partial(_case, case) for case in CASES}


def main() -> None:
    """Write README.md and docs/performance.md anew."""
    PERFORMANCE.write_text(with_parts(PERFORMANCE.read_text("utf-8")), "utf-8")
    with tempfile.TemporaryDirectory() as var, serving(Path(var)) as served:
        README.write_text(filled(README.read_text("utf-8"), served.address), "utf-8")


if __name__ == "__main__":
    main()
