"""What the model learns from: our own labels, joined with the words that they were given to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from evaluation.corpus import SHARED, policies
from evaluation.labels import digest, load, load_paragraphs
from server.analysis.classifier import Features
from server.analysis.finder import Finder
from server.analysis.judgement import features, target
from server.analysis.ngrams import own_words
from server.analysis.plain import plain
from server.analysis.practices import RULES

# What is learnt from; the second readings and the dev and test sets are for measuring.
SENTENCES = ("train.*.jsonl", "more.*.jsonl", "whole.*.jsonl", "active.*.jsonl", "denials.*.jsonl")
PARAGRAPHS = ("paragraphs.*.jsonl",)
HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the model sees it, the targets that are true of it, and those that are known at all.

    `policy` is where it is from: examples of one policy go to one fold. `drawn` names the draw.
    """

    features: Features
    targets: frozenset[str]
    kind: str
    policy: str
    drawn: str


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

    def features_of(self, policy: str, start: int, end: int, sha256: str) -> Features | None:
        """Return the sentence as the model sees it, None where the text is no longer split so."""
        index = self._places[policy].get((start, end))
        if index is None:
            return None
        sentences = self._sentences[policy]
        if digest(sentences[index].quote) != sha256:
            raise ValueError(f"{policy} is not the text that was labelled")
        found = self._finder.statements(sentences, [index])
        return features([sentences[index]], found)[0]


@cache
def _corpus() -> _Corpus:
    return _Corpus()


@cache
def _measured_on() -> frozenset[tuple[str, int]]:
    """The places of what is measured on, which a later draw may have drawn again."""
    return frozenset((one.policy, one.start) for pattern in ("dev-*.jsonl", "test-*.jsonl") for one in load(pattern))


def sentences(*patterns: str) -> Iterator[Example]:
    """Yield the labelled sentences of the files that match; those that are split in another way now are left out."""
    for pattern in patterns:
        for one in load(pattern):
            if pattern in SENTENCES and (one.policy, one.start) in _measured_on():
                continue
            known = _corpus().features_of(one.policy, one.start, one.end, one.sha256)
            if known:
                pairs = {target(label.practice, label.stance) for label in one.labels}
                hedged = 2 * sum(label.hedged for label in one.labels) > len(one.labels)
                yield Example(
                    known,
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
                Features(own_words(plain(words))),
                frozenset(map(str, one.topics)),
                "paragraph",
                one.policy,
                "paragraphs",
            )


@cache
def _text(policy: str) -> str:
    return (SHARED / "corpus" / "policies" / f"{policy}.txt").read_text("utf-8")
