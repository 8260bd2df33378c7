"""How the thresholds do: a model for each fold of policies, trained on the others."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from server.analysis.classifier import Floats
from server.analysis.judgement import ALONE, LEAST
from server.analysis.vocabulary import Stance
from training.examples import Example
from training.fit import fit

Bools = NDArray[np.bool_]


def _out_of_fold(examples: Sequence[Example], pairs: Sequence[str], folds: int) -> Floats:
    """The log odds of each pair in each sentence, from a model that has not seen its policy; 0 for an unknown pair."""
    scores = np.zeros((len(examples), len(pairs)), np.float32)
    groups = [example.policy for example in examples]
    for learnt, held_out in GroupKFold(folds).split(examples, groups=groups):
        model = fit([examples[index] for index in learnt], pairs, [])
        columns = [pairs.index(name) for name in model.targets if name in pairs]
        given = model.scores([examples[index].features for index in held_out])
        scores[np.ix_(held_out, columns)] = given[:, : len(columns)]
    return scores


def _rates(truth: Bools, found: Bools) -> str:
    right = (truth & found).sum()
    precision, recall = right / max(1, found.sum()), right / max(1, truth.sum())
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, truth.sum() + found.sum()):.3f}"


def _of_policies(matrix: Bools, examples: Sequence[Example]) -> Bools:
    rows = defaultdict(list)
    for index, example in enumerate(examples):
        rows[example.policy].append(index)
    return np.array([matrix[indices].any(axis=0) for indices in rows.values()])


def print_folds(examples: Sequence[Example], pairs: Sequence[str], folds: int) -> None:
    """Print the rates of the rules alone and of the thresholds that ship, a row each stance.

    Of all sentences, and of the policies that were labelled as a whole: what any of their sentences state.
    """
    sentences = [example for example in examples if example.kind != "paragraph"]
    scores = _out_of_fold(sentences, pairs, folds)
    truth = np.array([[pair in example.targets for pair in pairs] for example in sentences])
    ruled = np.array([[pair in example.features.found for pair in pairs] for example in sentences])
    stances = [Stance(pair.split()[1]) for pair in pairs]
    least = np.where(ruled, [LEAST[stance] for stance in stances], [ALONE[stance] for stance in stances])
    whole = [index for index, example in enumerate(sentences) if example.drawn == "whole"]
    of_whole = [sentences[index] for index in whole]
    for name, found in (("rules alone", ruled), ("thresholds that ship", scores > least)):
        for stance in (None, *Stance):
            columns = [column for column, one in enumerate(stances) if stance in (None, one)]
            policies = (_of_policies(matrix[whole][:, columns], of_whole) for matrix in (truth, found))
            sentence_rates = _rates(truth[:, columns], found[:, columns])
            print(f"{name:21} {stance or 'all':13} {sentence_rates} | policies {_rates(*policies)}")
