"""What the model learns from: our own labels, joined with the words that they were given to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from evaluation.corpus import SHARED, policies
from evaluation.labels import digest, load, load_paragraphs
from server.analysis.classifier import Reading
from server.analysis.findings import Finder
from server.analysis.model import Sentence
from server.analysis.ngrams import context_ngrams, own_ngrams
from server.analysis.plain import plain
from server.analysis.practices import RULES

# In this order; the second readings and the dev and test sets are for measuring.
SENTENCES = ("train.*.jsonl", "more.*.jsonl", "whole.*.jsonl", "active.*.jsonl", "denials.*.jsonl")
PARAGRAPHS = ("paragraphs.*.jsonl",)
HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the model sees it, the targets that are true of it, and those that are known at all.

    `policy` is where it is from: examples of one policy go to one fold. `drawn` names the draw.
    """

    reading: Reading
    targets: frozenset[str]
    kind: str
    policy: str
    drawn: str


def target(practice: str, stance: str) -> str:
    """Return the name of the column of a (practice, stance) pair."""
    return f"{practice} {stance}"


class _Corpus:
    """The sentences of the corpus by their place, and what the rules find in them."""

    def __init__(self) -> None:
        self._sentences = {policy.name: policy.sentences for policy in policies()}
        self._places = {
            name: {(sentence.start, sentence.end): index for index, sentence in enumerate(sentences)}
            for name, sentences in self._sentences.items()
        }
        self._finder = Finder(RULES)

    def displays(self, policy: str, start: int, end: int) -> list[str]:
        """Return the sentences of the policy between two places, without markup."""
        return [one.display for one in self._sentences[policy] if start <= one.start and one.end <= end]

    def reading(self, policy: str, start: int, end: int, sha256: str) -> Reading | None:
        """Return the sentence as the model sees it, None where the text is no longer split so."""
        index = self._places[policy].get((start, end))
        if index is None:
            return None
        sentences = self._sentences[policy]
        if digest(sentences[index].quote) != sha256:
            raise ValueError(f"{policy} is not the text that was labelled")
        found = self._finder.statements(sentences, index)
        return reading_of(sentences[index], [target(one.practice, one.stance) for one in found])


def reading_of(sentence: Sentence, found: list[str]) -> Reading:
    """Return what the model is told of a sentence in which rules `found` these targets."""
    context = context_ngrams(plain(sentence.heading), plain(sentence.lead_in))
    return Reading([*own_ngrams(plain(sentence.display)), *context], found)


@cache
def _corpus() -> _Corpus:
    return _Corpus()


def sentences(*patterns: str) -> Iterator[Example]:
    """Yield the labelled sentences of the files that match; those that are split in another way now are left out."""
    for pattern in patterns:
        for one in load(pattern):
            reading = _corpus().reading(one.policy, one.start, one.end, one.sha256)
            if reading:
                pairs = {target(label.practice, label.stance) for label in one.labels}
                hedged = 2 * sum(label.hedged for label in one.labels) > len(one.labels)
                yield Example(
                    reading,
                    frozenset(pairs | ({HEDGED} if hedged else set())),
                    "sentence" if one.labels else "silent sentence",
                    one.policy,
                    pattern.partition(".")[0],
                )


def paragraphs(*patterns: str) -> Iterator[Example]:
    """Yield the labelled paragraphs of the files that match, by their own words alone."""
    for pattern in patterns:
        for one in load_paragraphs(pattern):
            if digest(_text(one.policy)[one.start : one.end]) != one.sha256:
                raise ValueError(f"{one.policy} is not the text that was labelled")
            words = " ".join(_corpus().displays(one.policy, one.start, one.end))
            yield Example(
                Reading(own_ngrams(plain(words))),
                frozenset(map(str, one.topics)),
                "paragraph",
                one.policy,
                "paragraphs",
            )


@cache
def _text(policy: str) -> str:
    return (SHARED / "corpus" / "policies" / f"{policy}.txt").read_text("utf-8")
