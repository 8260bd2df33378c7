"""What is measured: our figure, theirs, the ratio of both, and whether it is as good as was promised."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

OURS = "ours"
"""What ours is called among what is measured in turn."""


@dataclass(frozen=True, slots=True)
class Target:
    """A promise, in words, and the bounds that it sets to the ratio; where nothing is beside ours, to our figure."""

    words: str
    least: float | None = None
    most: float | None = None

    def is_met_by(self, value: float) -> bool:
        """Return whether `value` lies within the bounds."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the benchmark. `theirs` is the figure of what is named in `beside`, None where nothing is."""

    what: str
    unit: str
    ours: float
    theirs: float | None = None
    beside: str = ""
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        """Ours divided by theirs."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return self.target.is_met_by(self.ours if self.ratio is None else self.ratio)


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """Return a line for each figure, to be read in a terminal."""
    yield f"  {'':40}{'ours':>15}{'theirs':>15}{'ratio':>9}"
    for figure in figures:
        cells = f"{_amount(figure.ours, figure.unit):>15}{_amount(figure.theirs, figure.unit):>15}"
        remark = "; ".join(filter(None, (figure.beside and f"beside {figure.beside}", _verdict(figure))))
        yield f"  {figure.what:40}{cells}{_number(figure.ratio):>9}  {remark}".rstrip()


def markdown(figures: Iterable[Figure]) -> Iterator[str]:
    """Return the lines of the same as a table in Markdown."""
    yield "| | Ours | Theirs | Ratio | Promised |"
    yield "|---|---|---|---|---|"
    for figure in figures:
        theirs = f"{_amount(figure.theirs, figure.unit)} ({figure.beside})" if figure.theirs is not None else ""
        cells = (figure.what, _amount(figure.ours, figure.unit), theirs, _number(figure.ratio), _verdict(figure))
        yield f"| {' | '.join(cells)} |"


def as_json(figure: Figure) -> dict[str, Any]:
    """Return the figure with its ratio and verdict, as what JSON can hold."""
    return msgspec.to_builtins(figure) | {"ratio": figure.ratio, "met": figure.met}


def from_json(row: dict[str, Any]) -> Figure:
    """Return the figure that was written so."""
    return msgspec.convert(row, Figure)


def missed(figures: Iterable[Figure]) -> list[Figure]:
    """Return those whose target is not met."""
    return [figure for figure in figures if figure.met is False]


def _verdict(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return f"{'met' if figure.met else 'NOT MET'}: {figure.target.words}"


def _amount(value: float | None, unit: str) -> str:
    return "" if value is None else f"{_number(value)} {unit}"


def _number(value: float | None) -> str:
    """Three digits, and never fewer than stand before the point."""
    if value is None:
        return ""
    digits = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:,.{digits}f}"
