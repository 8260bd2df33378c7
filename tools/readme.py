"""The parts of README.md that are made from the code: `python -m tools.readme` writes them anew.

Each stands between two comments, `<!-- made: settings -->` and `<!-- end -->`. An answer stands in the block of
text that follows a block of commands; it is what the commands print.
"""

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from server.analysis.vocabulary import PRACTICES, Category, Commitment, Level, Practice, Stance
from server.settings import VARIABLES
from tools.serving import ROOT, serving

README = ROOT / "README.md"
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
    text = _MADE.sub(lambda part: part[1] + "\n".join(_PARTS[part[2]]()) + part[3], text)
    return _EXAMPLE.sub(lambda example: example[1] + printed(example["commands"], address) + example[4], text)


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


_PARTS: dict[str, Callable[[], Iterator[str]]] = {"settings": _settings, "practices": _practices}


def main() -> None:
    """Write README.md anew."""
    with tempfile.TemporaryDirectory() as var, serving(Path(var)) as served:
        README.write_text(filled(README.read_text("utf-8"), served.address), "utf-8")


if __name__ == "__main__":
    main()
