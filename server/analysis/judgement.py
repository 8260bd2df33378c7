"""Rules and the trained model together: which statements a sentence really makes."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress

import numpy as np

from server.analysis.classifier import Classifier, Features, load
from server.analysis.model import Sentence, Statement
from server.analysis.ngrams import own_words, words_above
from server.analysis.plain import plain
from server.analysis.vocabulary import PRACTICES, Stance, Topic

# Log odds above which a statement stands that a rule found. They were chosen on policies that the model had not seen
# (python -m training --folds): nine badges of ten are right, and four of five are found. Below 0, since weights that
# are held small make the model too modest.
LEAST = {Stance.DOES: -2.0, Stance.DOES_NOT: -1.5, Stance.WITH_CONSENT: -1.5}
# And one that no rule knows. Words do not tell what a "not" governs: the model alone denies nothing (0.58 were right).
# Where a rule reads a stance on the practice, its reading holds, and no other is added.
ALONE = {Stance.DOES: -1.0, Stance.DOES_NOT: math.inf, Stance.WITH_CONSENT: -0.5}
# A promise is a denial in other words.
_PROMISES = {"shares-only-with-consent"}
# Above it, a sentence only says that something "may" be so: right in 0.96 of the held-out sentences, where the modal
# that stands before the act is right in 0.92 (python -m evaluation.sentences --set test).
HEDGED = -1.0
# Where a rule saw a modal before the very act, the sentence as a whole decides against it only when it is sure.
HEDGED_BY_RULE = -3.0
# Above it, a sentence may state a practice in words that are not understood, and silence must not be claimed.
HINTS = -2.5
# Above it, a sentence speaks of a topic.
SPEAKS = 0.0
_TOPICS = tuple(Topic)

# What goes on with an enumeration that an earlier sentence began: "(b) …", "and (iii) …", not "(a) …".
_GOES_ON = re.compile(r"(?:and/or |and |or )?\(?(?:[b-h]|[2-9]|1\d|ii|iii|iv|vi{0,3}|ix|x)\)\s")


def target(practice: str, stance: Stance) -> str:
    """Return the name of the model's column of a (practice, stance) pair."""
    return f"{practice} {stance}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The statements of each sentence, at most one a practice, its topics, and the practices that some may state."""

    statements: list[list[Statement]]
    topics: tuple[frozenset[Topic], ...]
    hinted: frozenset[str]


class Judge:
    """Decides with the weights of `classifier`."""

    def __init__(self, classifier: Classifier) -> None:
        columns = {name: column for column, name in enumerate(classifier.targets)}
        self._classifier = classifier
        self._hedged = columns["hedged"]
        self._topics = [columns[topic] for topic in _TOPICS]
        self._pairs = {
            columns[target(practice.id, stance)]: (practice.id, stance)
            for practice in PRACTICES.values()
            for stance in practice.stances
            if target(practice.id, stance) in columns
        }

    def judge(self, sentences: Sequence[Sentence], ruled: Sequence[Sequence[Statement]]) -> Judgement:
        """Return what `sentences` state, given what rules found in each.

        The model decides, and what a rule found weighs with it. What was too rare to learn from is not stated: of what
        rules alone found of that kind, a fifth was right. Each statement carries the log odds as its `strength`.
        """
        scores = self._classifier.scores(features(sentences, ruled))
        hedging = list(_carried(sentences, scores[:, self._hedged].tolist()))
        by_rule = [{statement.practice: statement for statement in statements} for statements in ruled]
        stated: list[list[Statement]] = [[] for _ in sentences]
        hinted = set()
        rows, columns = np.nonzero(scores > HINTS)
        likely = zip(rows.tolist(), columns.tolist(), scores[rows, columns].tolist(), strict=True)
        for row, column, strength in likely:
            sentence = sentences[row]
            if column in self._pairs and not sentence.display.endswith("?"):
                practice, stance = self._pairs[column]
                hinted.add(practice)
                rule = by_rule[row].get(practice)
                if strength > _least(practice, stance, rule):
                    may = hedging[row] > (HEDGED_BY_RULE if rule and rule.hedged else HEDGED)
                    hedged = may and stance is not Stance.DOES_NOT
                    stated[row].append(Statement(practice, stance, hedged, sentence, strength))
        topics = [frozenset(compress(_TOPICS, row)) for row in scores[:, self._topics] > SPEAKS]
        return Judgement([_strongest(statements) for statements in stated], tuple(topics), frozenset(hinted))


JUDGE = Judge(load())


def features(sentences: Sequence[Sentence], ruled: Sequence[Sequence[Statement]]) -> list[Features]:
    """Return each sentence as the model sees it, with what it stands under and what rules found in it."""

    @cache
    def under(heading: str, lead_in: str) -> tuple[str, ...]:
        return tuple(words_above(plain(heading), plain(lead_in)))

    return [
        Features(
            words=own_words(sentence.plain),
            found=[target(statement.practice, statement.stance) for statement in statements],
            under=under(sentence.heading, sentence.lead_in),
        )
        for sentence, statements in zip(sentences, ruled, strict=True)
    ]


def _carried(sentences: Sequence[Sentence], hedging: Sequence[float]) -> Iterator[float]:
    """How likely each sentence says "may", where "(b) …" goes on with what was begun before "(a)"."""
    before = None
    likely = -math.inf
    for sentence, own in zip(sentences, hedging, strict=True):
        goes_on = before and before.segment == sentence.segment and _GOES_ON.match(sentence.display)
        likely = max(likely, own) if goes_on else own
        yield likely
        before = sentence


def _least(practice: str, stance: Stance, rule: Statement | None) -> float:
    """The log odds above which a stance on a practice stands, given what a rule found in the sentence on it."""
    if rule:
        return LEAST[stance] if rule.stance is stance else math.inf
    return math.inf if practice in _PROMISES else ALONE[stance]


def _strongest(statements: Sequence[Statement]) -> list[Statement]:
    """The strongest statement on each practice."""
    by_practice: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda statement: statement.strength):
        by_practice[statement.practice] = statement
    return list(by_practice.values())
