"""Which practices a policy states, and the sentences that prove it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from server.analysis.finder import FINDER
from server.analysis.judgement import JUDGE, Judge
from server.analysis.model import Document, Evidence, Finding, Sentence, Statement
from server.analysis.regions import common_region
from server.analysis.sentences import MAX_QUOTE_CHARS, MIN_QUOTE_WORDS
from server.analysis.vocabulary import PRACTICES, Practice, Stance, Topic

MAX_EVIDENCE = 5
# Each item is read together with its lead-in. The most in a policy of the corpus is 67,000 characters; a text with more
# than this was not written by people, and its further items are not read.
MAX_LEAD_IN_CHARS = 500_000

_WORD = re.compile(r"\w+")
# A sentence to its end; no heading, nor what breaks off at "such as:".
_WHOLE = re.compile(r"[.!;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Findings:
    """What a policy states, in the order of the vocabulary; the topics of each sentence; what it may state besides."""

    stated: tuple[Finding, ...]
    topics: tuple[frozenset[Topic], ...]
    hinted: frozenset[str]


def find(document: Document, sentences: Sequence[Sentence], judge: Judge = JUDGE) -> Findings:
    """Return the findings of `document`, split into `sentences`, as `judge` decides."""
    are_read = list(_are_read(sentences))
    by_rules = iter(FINDER.statements(sentences, compress(range(len(sentences)), are_read)))
    ruled = [next(by_rules) if is_read else [] for is_read in are_read]
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
