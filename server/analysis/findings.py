"""Which practices a policy states: every sentence held against all rules, in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, islice

import re2

from server.analysis import stance
from server.analysis.judgement import JUDGE, Judge
from server.analysis.lexicon import compile_pattern, expand
from server.analysis.model import Document, Evidence, Finding, Sentence, Statement
from server.analysis.plain import plain
from server.analysis.practices import RULES
from server.analysis.regions import common_region
from server.analysis.rules import PracticeRule
from server.analysis.sentences import MAX_QUOTE_CHARS, MIN_QUOTE_WORDS
from server.analysis.stance import Reading
from server.analysis.vocabulary import PRACTICES, Practice, Stance, Topic

MAX_EVIDENCE = 5
# A sentence that matches one pattern more often says nothing new.
MAX_MATCHES = 4
# Each item is read together with its lead-in. The most in a policy of the corpus is 67,000 characters; a text with more
# than this was not written by people, and its further items are not read.
MAX_LEAD_IN_CHARS = 500_000

_WORD = re.compile(r"\w+")
# A sentence to its end; no heading, nor what breaks off at "such as:".
_WHOLE = re.compile(r"[.!;][\"'”’)\]]*\s*$")


class _Kind(Enum):
    SAYS = "says"
    AFFIRMS = Stance.DOES
    DENIES = Stance.DOES_NOT
    CONSENTS = Stance.WITH_CONSENT
    UNLESS = "unless"


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: PracticeRule
    kind: _Kind
    regexp: "re2._Regexp[str]"
    about: "re2._Regexp[str] | None" = None


def _patterns(rule: PracticeRule) -> Iterable[tuple[str, _Pattern]]:
    for kind, patterns in (
        (_Kind.SAYS, rule.says),
        (_Kind.AFFIRMS, rule.affirms),
        (_Kind.DENIES, rule.denies),
        (_Kind.CONSENTS, rule.consents),
        (_Kind.UNLESS, rule.unless),
    ):
        for pattern in patterns:
            yield pattern, _Pattern(rule, kind, compile_pattern(pattern))
    for about, pattern in rule.in_context:
        yield pattern, _Pattern(rule, _Kind.SAYS, compile_pattern(pattern), compile_pattern(about))


class Finder:
    """A set of rules, compiled to be looked for together."""

    def __init__(self, rules: Sequence[PracticeRule]) -> None:
        self._patterns: list[_Pattern] = []
        self._filter = re2.Filter()
        for rule in rules:
            for source, pattern in _patterns(rule):
                self._filter.Add(expand(source))
                self._patterns.append(pattern)
        self._filter.Compile()

    def statements(self, sentences: Sequence[Sentence], index: int) -> list[Statement]:
        """Return what the sentence at `index` states, at most one stance a practice."""
        sentence = sentences[index]
        lead_in = plain(sentence.lead_in).rstrip(": ")
        text = (lead_in + " " + plain(sentence.display)).strip()
        by_rule: dict[int, list[_Pattern]] = defaultdict(list)
        for number in self._filter.Match(text) or ():
            by_rule[id(self._patterns[number].rule)].append(self._patterns[number])
        statements = []
        for patterns in by_rule.values():
            if any(pattern.kind is _Kind.UNLESS for pattern in patterns):
                continue
            found = _strongest(
                reading
                for pattern in patterns
                if pattern.about is None or pattern.about.search(f"{_context(sentences, index)} {text}")
                for reading in _readings(pattern, text, len(lead_in))
            )
            if found:
                statements.append(Statement(patterns[0].rule.practice, found.stance, found.hedged, sentence))
        return statements


def _readings(pattern: _Pattern, text: str, lead_in: int) -> Iterable[Reading]:
    stances = PRACTICES[pattern.rule.practice].stances
    # The lead-in is a sentence of its own.
    matches = (match for match in pattern.regexp.finditer(text) if match.end() > lead_in)
    for match in islice(matches, MAX_MATCHES):
        act = match.start(pattern.regexp.groupindex.get("act", 0))
        reading = _reading(pattern, text, act, match.end(), lead_in)
        if reading and (allowed := reading.within(stances)):
            yield allowed


def _reading(pattern: _Pattern, text: str, act: int, end: int, lead_in: int) -> Reading | None:
    if text.endswith("?"):
        return None
    if pattern.kind is _Kind.SAYS:
        return None if stance.turns(text[act:end]) else stance.read(text, act, pattern.rule.actor)
    affirms = pattern.kind is _Kind.AFFIRMS
    if affirms and stance.denies_object(text[act:end]):
        return Reading(Stance.DOES_NOT, False, Stance.DOES_NOT)
    if affirms and act >= lead_in and stance.takes_back(text[:lead_in], pattern.rule.actor):
        return None
    return Reading(pattern.kind.value, affirms and stance.hedged(text, act), pattern.kind.value)


def _strongest(readings: Iterable[Reading]) -> Reading | None:
    """A sentence that binds to consent or denies means that, whatever else in it matches."""
    order = (Stance.WITH_CONSENT, Stance.DOES_NOT, Stance.DOES)
    return min(readings, key=lambda reading: (order.index(reading.stance), reading.hedged), default=None)


FINDER = Finder(RULES)


@dataclass(frozen=True, slots=True)
class Findings:
    """What a policy states, in the order of the vocabulary; the topics of each sentence; what it may state besides."""

    stated: tuple[Finding, ...]
    topics: tuple[frozenset[Topic], ...]
    hinted: frozenset[str]


def find(document: Document, sentences: Sequence[Sentence], judge: Judge = JUDGE) -> Findings:
    """Return the findings of `document`, split into `sentences`, as `judge` decides."""
    are_read = list(_are_read(sentences))
    ruled = [FINDER.statements(sentences, index) if is_read else [] for index, is_read in enumerate(are_read)]
    judged = judge.judge(sentences, ruled)
    found: dict[tuple[str, Stance], list[_Proof]] = defaultdict(list)
    for index, statements in enumerate(judged.statements):
        if statements and are_read[index] and (evidence := _evidence(document, sentences, index)):
            for statement in statements:
                found[statement.practice, statement.stance].append(_Proof(statement, evidence))
    stated = tuple(
        _finding(practice, taken, found[practice.id, taken])
        for practice in PRACTICES.values()
        for taken in practice.stances
        if (practice.id, taken) in found
    )
    return Findings(stated, judged.topics, judged.hinted)


def _are_read(sentences: Sequence[Sentence]) -> Iterator[bool]:
    """Whether each sentence is held against the rules: of items, those within the limit."""
    lead_in_chars = accumulate(len(sentence.lead_in) for sentence in sentences)
    for sentence, read in zip(sentences, lead_in_chars, strict=True):
        yield read <= MAX_LEAD_IN_CHARS or not sentence.lead_in


@dataclass(frozen=True, slots=True)
class _Proof:
    statement: Statement
    evidence: Evidence

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, float, int]:
        """Plain before hedged ones, likely before unlikely, sentences before headings and items, then the surest."""
        strength = self.statement.strength
        is_item = bool(self.evidence.lead_in)
        is_heading = not is_item and not _WHOLE.search(self.evidence.display)
        return self.statement.hedged, strength < 0, is_heading, is_item, -strength, self.evidence.start


def _finding(practice: Practice, taken: Stance, proofs: list[_Proof]) -> Finding:
    commitment = practice.stances[taken]
    hedged_label = commitment.hedged_label if all(proof.statement.hedged for proof in proofs) else None
    return Finding(
        practice=practice.id,
        category=practice.category,
        stance=taken,
        hedged=hedged_label is not None,
        level=commitment.level,
        label=hedged_label or commitment.label,
        region=common_region([proof.statement.sentence for proof in proofs], practice.id),
        count=len(proofs),
        evidence=tuple(proof.evidence for proof in sorted(proofs, key=lambda proof: proof.rank)[:MAX_EVIDENCE]),
    )


def _context(sentences: Sequence[Sentence], index: int) -> str:
    """The heading, and the two sentences of the same segment before, in plain form."""
    here = sentences[index]
    before = [s.display for s in sentences[max(0, index - 2) : index] if s.segment == here.segment]
    return plain(" ".join([here.heading, *before]))


def _windows(index: int, count: int) -> Iterator[tuple[int, int]]:
    """The sentence at `index` alone, with what stands before it, with what stands behind it."""
    yield index, index
    yield from ((first, index) for first in range(index - 1, max(-1, index - MIN_QUOTE_WORDS), -1))
    yield from ((index, last) for last in range(index + 1, min(count, index + MIN_QUOTE_WORDS)))


def _evidence(document: Document, sentences: Sequence[Sentence], index: int) -> Evidence | None:
    """The quote of a sentence, or None where nothing long enough to prove anything can be cut.

    A quote of one or two words ("E-mail address" in a list) takes in its neighbours.
    """
    here = sentences[index]
    for first, last in _windows(index, len(sentences)):
        start, end = sentences[first].start, sentences[last].end
        quote = document.text[start:end]
        if len(quote) <= MAX_QUOTE_CHARS and len(_WORD.findall(quote)) >= MIN_QUOTE_WORDS:
            display = " ".join(sentence.display for sentence in sentences[first : last + 1])
            return Evidence(quote, display, start, end, here.heading, here.lead_in if first == index else "")
    return None
