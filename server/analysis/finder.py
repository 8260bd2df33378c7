"""All rules held against the sentences of a policy.

A pattern is looked for only where its words are, and of these sentences only in those that hold all its parts, which
many patterns have in common: of a hundred sentences with a pattern's words some fifteen hold its parts, and nine match.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import chain, islice
from typing import Final, NamedTuple

import re2

from server.analysis import stance
from server.analysis.lexicon import compile_part, compile_pattern, expression, parts, pattern_options
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


class _Line:
    """A sentence behind its lead-in, which is `lead_in` characters long, in plain form; `words` is `text` in bytes."""

    def __init__(self, sentences: Sequence[Sentence], index: int) -> None:
        lead_in = plain(sentences[index].lead_in).rstrip(": ")
        self.sentence: Final = sentences[index]
        self.text: Final = f"{lead_in} {self.sentence.plain}".strip()
        self.words: Final = self.text.encode()
        self.lead_in: Final = len(lead_in)
        self._before = sentences[max(0, index - 2) : index]
        self._held: dict[re2.Set, bool] = {}

    def holds(self, parts: Iterable[re2.Set]) -> bool:
        """Return whether each of `parts` matches anywhere."""
        held = self._held
        for part in parts:
            if part not in held:
                held[part] = part.Match(self.words) is not None
            if not held[part]:
                return False
        return True

    @cached_property
    def in_context(self) -> bytes:
        """The heading, the two sentences of the same segment before, and the line."""
        before = [sentence.display for sentence in self._before if sentence.segment == self.sentence.segment]
        return f"{plain(' '.join([self.sentence.heading, *before]))} {self.text}".encode()


class _Match(NamedTuple):
    """Where in a line a pattern of this kind matches: the place at which the act begins, and the end."""

    kind: _Kind
    line: _Line
    act: int
    end: int


class _Expression:
    """A pattern as the lexicon writes it."""

    def __init__(self, source: str, regexp: "re2._Regexp[bytes] | None" = None) -> None:
        # From behind: how a pattern begins ("we") stands in most sentences.
        self.parts: Final = tuple(map(compile_part, reversed(parts(source))))
        self.regexp: Final = regexp or compile_pattern(source)

    def is_in(self, line: _Line) -> bool:
        """Return whether it matches anywhere in `line`."""
        return line.holds(self.parts) and self.regexp.search(line.words) is not None


class _Source(NamedTuple):
    """A pattern of `rule` as it is written, and what must stand in the context."""

    rule: "_Rule"
    kind: _Kind
    pattern: str
    about: str | None = None


class _Pattern:
    """One pattern of `rule` that states something."""

    def __init__(self, source: _Source, regexp: "re2._Regexp[bytes]") -> None:
        self.rule: Final = source.rule
        self._kind = source.kind
        self._about = compile_pattern(source.about) if source.about else None
        self.expression: Final = _Expression(source.pattern, regexp)
        self._act = self.expression.regexp.groupindex.get(b"act", 0)

    def matches(self, line: _Line) -> Iterator[_Match]:
        """Yield the first matches in `line`, which holds its parts."""
        # The lead-in is a sentence of its own.
        counted = (match for match in self.expression.regexp.finditer(line.words) if match.end() > line.lead_in)
        for match in islice(counted, MAX_MATCHES):
            if self._about is None or self._about.search(line.in_context):
                yield _Match(self._kind, line, match.start(self._act), match.end())


class _Rule:
    """A rule, compiled."""

    def __init__(self, rule: PracticeRule) -> None:
        self.practice: Final = rule.practice
        self._actor = rule.actor
        self._unless = tuple(map(_Expression, rule.unless))
        self._stances = PRACTICES[rule.practice].stances

    def statement(self, line: _Line, matches: Sequence[_Match]) -> Statement | None:
        """Return what `line` states on the practice where its patterns match so."""
        if any(excuse.is_in(line) for excuse in self._unless):
            return None
        reading = min(filter(None, map(self._reading, matches)), key=_weakness, default=None)
        return Statement(self.practice, reading.stance, reading.hedged, line.sentence) if reading else None

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


def _sources(rule: PracticeRule) -> Iterator[_Source]:
    compiled = _Rule(rule)
    for kind, patterns in (
        (_Kind.SAYS, rule.says),
        (_Kind.AFFIRMS, rule.affirms),
        (_Kind.DENIES, rule.denies),
        (_Kind.CONSENTS, rule.consents),
    ):
        yield from (_Source(compiled, kind, pattern) for pattern in patterns)
    yield from (_Source(compiled, _Kind.SAYS, pattern, about) for about, pattern in rule.in_context)


def _weakness(reading: Reading) -> tuple[int, bool]:
    """A sentence that binds to consent or denies means that, whatever else in it matches."""
    return (Stance.WITH_CONSENT, Stance.DOES_NOT, Stance.DOES).index(reading.stance), reading.hedged


class Finder:
    """A set of rules, compiled to be looked for together."""

    def __init__(self, rules: Sequence[PracticeRule]) -> None:
        sources = list(chain.from_iterable(map(_sources, rules)))
        self._filter = re2.Filter()
        for source in sources:
            self._filter.Add(expression(source.pattern), pattern_options())
        self._filter.Compile()
        # The filter has compiled them all: once is enough.
        self._patterns = [_Pattern(source, self._filter.re(number)) for number, source in enumerate(sources)]

    def statements(self, sentences: Sequence[Sentence], indices: Iterable[int]) -> list[list[Statement]]:
        """Return what each of the sentences at `indices` states, at most one stance a practice."""
        return [self._statements(_Line(sentences, index)) for index in indices]

    def _statements(self, line: _Line) -> list[Statement]:
        found: dict[_Rule, list[_Match]] = {}
        # In the order of the rules: the filter, which knows the patterns' words, has one of its own.
        for number in sorted(self._filter.Match(line.words, potential=True) or ()):
            pattern = self._patterns[number]
            if line.holds(pattern.expression.parts):
                found.setdefault(pattern.rule, []).extend(pattern.matches(line))
        stated = (rule.statement(line, matches) for rule, matches in found.items() if matches)
        return [statement for statement in stated if statement]


FINDER: Final = Finder(RULES)
