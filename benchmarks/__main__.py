"""Measure Smallprint beside what a user would pick instead, and say which promises are kept.

    python -m benchmarks [CASE ...] [--without CASE] [--json [FILE]]

The cases: summarise, growth, serve, start, extension; all of them where none is named. Each figure is the median of
several rounds, in which ours and theirs take turns. Policies are those of `SMALLPRINT_SHARED` (`../shared`), or made.
With --json, the figures are written to FILE, or printed in place of the tables.

Ends with status 1 where a promise is not kept.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import CASES, machine
from benchmarks.figures import Figure, as_json, missed, table

_PRINTED = "-"


def main() -> int:
    """Print the figures; return the exit status."""
    options = _options()
    cases = [case for case in options.cases or CASES if case not in options.without]
    show = (lambda *_, **__: None) if options.json == _PRINTED else print
    described = machine.described()
    show(machine.in_words(described), flush=True)
    measured = {case: _measured(case, show) for case in cases}
    for case in (case for case in CASES if case not in cases):
        show(f"\n{case}: left out")
    if options.json:
        text = json.dumps(
            {"machine": described, "cases": {case: list(map(as_json, figures)) for case, figures in measured.items()}},
            indent=1,
        )
        print(text) if options.json == _PRINTED else Path(options.json).write_text(text + "\n", "utf-8")
    broken = missed(figure for figures in measured.values() for figure in figures)
    show(f"\nNot kept: {len(broken)} of what is promised." if broken else "\nAll that is promised is kept.")
    return 1 if broken else 0


def _measured(case: str, show: Callable[..., Any]) -> list[Figure]:
    module = import_module(f"benchmarks.{case}")
    show(f"\n{(module.__doc__ or '').splitlines()[0]}", flush=True)
    figures: list[Figure] = []

    def kept() -> Iterator[Figure]:
        for figure in module.figures():
            figures.append(figure)
            yield figure

    for line in table(kept()):
        show(line, flush=True)
    return figures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--without", action="append", default=[], choices=CASES)
    parser.add_argument("--json", nargs="?", const=_PRINTED, metavar="FILE")
    options = parser.parse_args()
    if unknown := set(options.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    sys.exit(main())
