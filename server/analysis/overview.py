"""The short summary in plain words, every phrase of it backed by a finding."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from server.analysis.model import Finding, OverviewLine
from server.analysis.vocabulary import Level

MAX_LINES = 6
MAX_WORDS = 90


@dataclass(frozen=True, slots=True)
class _Phrase:
    line: int
    subject: str
    verb: str
    bare_verb: str
    governs: str


def _phrases() -> dict[str, _Phrase]:
    lines = tomllib.loads((files(__package__) / "data" / "overview.toml").read_text("utf-8"))["line"]
    return {
        key: _Phrase(number, line["subject"], *words)
        for number, line in enumerate(lines)
        for key, words in line["phrases"].items()
    }


_PHRASES = _phrases()


def _phrase(finding: Finding) -> _Phrase | None:
    return _PHRASES.get(f"{finding.practice} {finding.stance}")


def listed(items: Sequence[str]) -> str:
    """Return `items` as English lists them: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _verb(finding: Finding, phrase: _Phrase) -> str:
    if not finding.hedged or phrase.subject == "You can":
        return phrase.verb
    return phrase.bare_verb if phrase.subject == "Note that" else f"may {phrase.bare_verb}"


def _sentence(findings: Sequence[Finding]) -> str:
    said = [(_verb(finding, phrase), phrase) for finding in findings if (phrase := _phrase(finding))]
    clauses = [
        f"{verb} {listed([phrase.governs for _, phrase in group])}"
        for verb, group in ((verb, list(group)) for verb, group in groupby(said, key=lambda pair: pair[0]))
    ]
    # "a, b and c" inside a clause needs the comma before the next one.
    joined = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, and {clauses[-1]}"
    return f"{said[0][1].subject} {joined}."


def _lines(findings: Sequence[Finding]) -> Iterator[OverviewLine]:
    def line(finding: Finding) -> int:
        phrase = _phrase(finding)
        return phrase.line if phrase else -1

    for _, group in groupby(sorted(findings, key=line), key=line):
        same_line = _by_verb(list(group))
        yield OverviewLine(_sentence(same_line), tuple(finding.practice for finding in same_line))


def _by_verb(findings: Sequence[Finding]) -> list[Finding]:
    """The same findings, worst first, those that share a verb side by side."""
    worst_first = sorted(findings, key=lambda finding: finding.level.rank)
    verbs = [_verb(finding, phrase) for finding in worst_first if (phrase := _phrase(finding))]
    return [
        finding for _, finding in sorted(zip(verbs, worst_first, strict=True), key=lambda pair: verbs.index(pair[0]))
    ]


def overview(findings: Sequence[Finding]) -> tuple[OverviewLine, ...]:
    """Return at most 6 lines and 90 words that say the most of `findings`; the least worrying are left out first."""
    told = sorted((f for f in _worst_of_each(findings) if _phrase(f)), key=_weight)
    while True:
        lines = tuple(_lines(told))
        if len(lines) <= MAX_LINES and sum(len(line.text.split()) for line in lines) <= MAX_WORDS:
            return lines
        told.pop()


def _worst_of_each(findings: Sequence[Finding]) -> list[Finding]:
    """One finding a practice: that a policy says the contrary, too, is for the contradictions to tell."""
    worst: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda finding: finding.level.rank):
        worst.setdefault(finding.practice, finding)
    return list(worst.values())


# What a reader may do is worth more than one more thing that is collected.
_ORDER = (Level.WARNING, Level.GOOD, Level.CAUTION, Level.INFO)


def _weight(finding: Finding) -> tuple[int, int]:
    return _ORDER.index(finding.level), -finding.count
