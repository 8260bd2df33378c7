"""All rules held against the sentences of a policy.

Rule by rule and pattern by pattern, not sentence by sentence: what RE2 has built up for one pattern is then at hand
for all the sentences that may match it. These are searched as the lines of one text, which costs one call.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, groupby, islice
from typing import Final, NamedTuple

import re2

from server.analysis import stance
from server.analysis.lexicon import compile_any, compile_pattern, expand
from server.analysis.model import Sentence, Statement
from server.analysis.plain import plain
from server.analysis.practices import RULES
from server.analysis.rules import PracticeRule
from server.analysis.stance import Reading
from server.analysis.vocabulary import PRACTICES, Stance

# A sentence that matches one pattern more often says nothing new.
MAX_MATCHES = 4


class _Kind(Enum):
    SAYS = "says"
    AFFIRMS = Stance.DOES
    DENIES = Stance.DOES_NOT
    CONSENTS = Stance.WITH_CONSENT


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence behind its lead-in, which is `lead_in` characters long, in plain form; `words` is `text` in bytes."""

    sentences: Sequence[Sentence]
    index: int
    text: str
    words: bytes
    lead_in: int

    @property
    def sentence(self) -> Sentence:
        return self.sentences[self.index]

    def in_context(self) -> bytes:
        """The heading, the two sentences of the same segment before, and the line."""
        here = self.sentence
        before = [s.display for s in self.sentences[max(0, self.index - 2) : self.index] if s.segment == here.segment]
        return f"{plain(' '.join([here.heading, *before]))} {self.text}".encode()


def _line(sentences: Sequence[Sentence], index: int) -> _Line:
    lead_in = plain(sentences[index].lead_in).rstrip(": ")
    text = f"{lead_in} {sentences[index].plain}".strip()
    return _Line(sentences, index, text, text.encode(), len(lead_in))


class _Match(NamedTuple):
    """Where in a line a pattern of this kind matches: the place at which the act begins, and the end."""

    kind: _Kind
    line: _Line
    act: int
    end: int


class _Pattern:
    """One pattern of a rule, to be looked for in many lines."""

    def __init__(self, kind: _Kind, source: str, about: str | None = None) -> None:
        self.source: Final = source
        self._kind = kind
        self._about = compile_pattern(about) if about else None
        self._regexp = compile_pattern(source)
        self._act = self._regexp.groupindex.get("act", 0)

    def matches(self, lines: Sequence[_Line]) -> Iterator[_Match]:
        """Yield the first matches in each of `lines`."""
        if not lines:
            return
        starts = list(accumulate([len(line.words) + 1 for line in lines], initial=0))
        matches = self._regexp.finditer(b"\n".join([line.words for line in lines]))
        for place, together in groupby(matches, lambda match: bisect_right(starts, match.start()) - 1):
            line, start = lines[place], starts[place]
            # The lead-in is a sentence of its own.
            counted = (match for match in together if match.end() > start + line.lead_in)
            if self._about is None or self._about.search(line.in_context()):
                for match in islice(counted, MAX_MATCHES):
                    yield _Match(self._kind, line, match.start(self._act) - start, match.end() - start)


class _Rule:
    """A rule, compiled."""

    def __init__(self, rule: PracticeRule) -> None:
        self.practice: Final = rule.practice
        self.patterns: Final = tuple(_patterns(rule))
        self._actor = rule.actor
        self._unless = compile_any(rule.unless) if rule.unless else None
        self._stances = PRACTICES[rule.practice].stances

    def statements(self, likely: Mapping[_Pattern, Sequence[_Line]]) -> Iterator[tuple[int, Statement]]:
        """Yield the statements on the practice in those lines that are `likely` for a pattern, each with its index."""
        found: dict[int, list[_Match]] = defaultdict(list)
        for pattern in self.patterns:
            for match in pattern.matches(likely[pattern]):
                found[match.line.index].append(match)
        for index, matches in found.items():
            line = matches[0].line
            if self._unless is None or not self._unless.search(line.words):
                readings = filter(None, map(self._reading, matches))
                if reading := min(readings, key=_weakness, default=None):
                    yield index, Statement(self.practice, reading.stance, reading.hedged, line.sentence)

    def _reading(self, match: _Match) -> Reading | None:
        reading = self._read(*match)
        return reading and reading.within(self._stances)

    def _read(self, kind: _Kind, line: _Line, act: int, end: int) -> Reading | None:
        text = line.text
        if text.endswith("?"):
            return None
        if kind is _Kind.SAYS:
            return None if stance.turns(text[act:end]) else stance.read(text, act, self._actor)
        affirms = kind is _Kind.AFFIRMS
        if affirms and stance.denies_object(text[act:end]):
            return Reading(Stance.DOES_NOT, False, Stance.DOES_NOT)
        if affirms and act >= line.lead_in and stance.takes_back(text[: line.lead_in], self._actor):
            return None
        return Reading(kind.value, affirms and stance.hedged(text, act), kind.value)


def _patterns(rule: PracticeRule) -> Iterator[_Pattern]:
    for kind, sources in (
        (_Kind.SAYS, rule.says),
        (_Kind.AFFIRMS, rule.affirms),
        (_Kind.DENIES, rule.denies),
        (_Kind.CONSENTS, rule.consents),
    ):
        yield from (_Pattern(kind, source) for source in sources)
    yield from (_Pattern(_Kind.SAYS, source, about) for about, source in rule.in_context)


def _weakness(reading: Reading) -> tuple[int, bool]:
    """A sentence that binds to consent or denies means that, whatever else in it matches."""
    return (Stance.WITH_CONSENT, Stance.DOES_NOT, Stance.DOES).index(reading.stance), reading.hedged


class Finder:
    """A set of rules, compiled to be looked for together."""

    def __init__(self, rules: Sequence[PracticeRule]) -> None:
        self._rules = [_Rule(rule) for rule in rules]
        self._patterns = [pattern for rule in self._rules for pattern in rule.patterns]
        self._filter = re2.Filter()
        for pattern in self._patterns:
            self._filter.Add(expand(pattern.source))
        self._filter.Compile()

    def statements(self, sentences: Sequence[Sentence], indices: Iterable[int]) -> list[list[Statement]]:
        """Return what each of the sentences at `indices` states, at most one stance a practice."""
        lines = [_line(sentences, index) for index in indices]
        likely = self._likely(lines)
        stated: dict[int, list[Statement]] = {line.index: [] for line in lines}
        for rule in self._rules:
            for index, statement in rule.statements(likely):
                stated[index].append(statement)
        return list(stated.values())

    def _likely(self, lines: Sequence[_Line]) -> dict[_Pattern, list[_Line]]:
        """The lines that hold the words without which a pattern can not match."""
        likely: dict[_Pattern, list[_Line]] = {pattern: [] for pattern in self._patterns}
        for line in lines:
            for number in self._filter.Match(line.words, potential=True) or ():
                likely[self._patterns[number]].append(line)
        return likely


FINDER: Final = Finder(RULES)
