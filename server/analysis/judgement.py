"""Rules and the trained model together: which statements a sentence really makes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from server.analysis.classifier import Floats, Reading, load
from server.analysis.model import Sentence, Statement
from server.analysis.ngrams import context_ngrams, own_ngrams
from server.analysis.plain import plain
from server.analysis.vocabulary import PRACTICES, Stance

# Log odds above which a statement stands. Chosen on policies that the model had not seen (`python -m training --folds 3`),
# for precision above recall: what a policy does it mostly says more than once. Below 0, since weights that are held
# small make the model too modest.
LEAST = -1.0
# Above it, what the model alone finds is only possible ("may").
HEDGE = 0.0

_CLASSIFIER = load()
_COLUMNS = {target: column for column, target in enumerate(_CLASSIFIER.targets)}
_HEDGED = _COLUMNS["hedged"]


def _target(practice: str, stance: Stance) -> str:
    return f"{practice} {stance}"


_PAIRS = {
    _COLUMNS[_target(practice.id, stance)]: (practice.id, stance)
    for practice in PRACTICES.values()
    for stance in practice.stances
    if _target(practice.id, stance) in _COLUMNS
}


def judge(sentences: Sequence[Sentence], ruled: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """Return for each sentence the statements that it makes, at most one a practice, given what rules found in it.

    A rule's statement is dropped where the model is sure that it is none; one that no rule knows is added where the
    model is sure that it is one. Each carries the model's log odds as its `strength`.
    """
    scores = _CLASSIFIER.scores(readings(sentences, ruled))
    kept = [_kept(statements, given) for statements, given in zip(ruled, scores, strict=True)]
    for row, column in np.argwhere(scores > LEAST):
        pair, sentence = _PAIRS.get(int(column)), sentences[row]
        if pair and not sentence.display.endswith("?"):
            hedged = bool(scores[row, _HEDGED] > HEDGE)
            kept[row].append(Statement(*pair, hedged, sentence, float(scores[row, column])))
    return [_one_a_practice(statements) for statements in kept]


def readings(sentences: Sequence[Sentence], ruled: Sequence[Sequence[Statement]]) -> list[Reading]:
    """Return each sentence as the model sees it, with what it stands under and what rules found in it."""

    @cache
    def under(heading: str, lead_in: str) -> list[str]:
        return context_ngrams(plain(heading), plain(lead_in))

    return [
        Reading(
            [*own_ngrams(plain(sentence.display)), *under(sentence.heading, sentence.lead_in)],
            [_target(statement.practice, statement.stance) for statement in statements],
        )
        for sentence, statements in zip(sentences, ruled, strict=True)
    ]


def _kept(ruled: Sequence[Statement], scores: Floats) -> list[Statement]:
    """The statements of rules that the model does not deny; of a rare one it knows nothing."""
    kept = []
    for statement in ruled:
        column = _COLUMNS.get(_target(statement.practice, statement.stance))
        if column is None:
            kept.append(statement)
        elif scores[column] > LEAST:
            kept.append(replace(statement, strength=float(scores[column])))
    return kept


def _one_a_practice(statements: Sequence[Statement]) -> list[Statement]:
    """The strongest of each practice; where a rule's and the model's own agree, the rule's, which read the hedge."""
    strongest: dict[str, Statement] = {}
    for statement in statements:
        other = strongest.get(statement.practice)
        if other is None or statement.strength > other.strength:
            strongest[statement.practice] = statement
    return list(strongest.values())
