"""Time the analysis of one policy, by stage, in this process.

    python -m benchmarks.summarise [FILE] [--characters 15000] [--rounds 20]

FILE is a policy; without one, the example of docs/examples/ is repeated to the length asked for.
Prints CPU milliseconds, the median of the rounds.
"""

import argparse
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from server.analysis import Document, read_text, summarise, summary_id
from server.analysis.findings import find
from server.analysis.gate import check
from server.analysis.sentences import split

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "bookshop.txt"


def policy(path: Path, characters: int) -> str:
    """Return the text at `path`, repeated and cut at a line's end to about `characters`."""
    text = path.read_text("utf-8")
    repeated = text * (characters // len(text) + 1)
    return repeated[: repeated.rfind("\n", 0, characters) + 1] or repeated[:characters]


def milliseconds(work: Callable[[], Any], rounds: int) -> float:
    """Return the median CPU time of `work` over `rounds`, after one that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def stages(text: str) -> dict[str, Callable[[], Any]]:
    """Return the stages of the analysis of `text`, each ready to be run."""
    document: Document = read_text(text)
    sentences = split(document)
    return {
        "read": lambda: read_text(text),
        "identify": lambda: summary_id(document),
        "check": lambda: check(document),
        "split": lambda: split(document),
        "find": lambda: find(document, sentences),
        "all": lambda: summarise(read_text(text)),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--characters", type=int, default=15_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    text = policy(options.file, options.characters)
    print(f"{len(text)} characters, {options.rounds} rounds, Python {platform.python_version()}, {platform.machine()}")
    for name, work in stages(text).items():
        print(f"{name:10} {milliseconds(work, options.rounds):8.1f} ms")


if __name__ == "__main__":
    main()
