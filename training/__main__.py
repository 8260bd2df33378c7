"""Train the model that ships, from our own labels.

    python -m training                 write server/analysis/data/classifier.npz (two to five minutes on two cores)
    python -m training --folds 3       print how the analysis does on policies that the model has not seen (a quarter
                                       of an hour)

The texts lie below `SMALLPRINT_SHARED`; what was labelled and how: evaluation/labels/README.md.
"""

import argparse
from pathlib import Path

import numpy as np

from server.analysis import classifier
from server.analysis.judgement import target
from server.analysis.vocabulary import PRACTICES, Topic
from training.examples import PARAGRAPHS, SENTENCES, Example, paragraphs, sentences
from training.fit import fit
from training.folds import print_folds

WEIGHTS = Path(classifier.__file__).parent / "data" / "classifier.npz"
PAIRS = [target(practice.id, stance) for practice in PRACTICES.values() for stance in practice.stances]


def examples() -> list[Example]:
    """Return all that the model learns from."""
    return [*sentences(*SENTENCES), *paragraphs(*PARAGRAPHS)]


def main() -> None:
    """Write the weights, or print how they do on what they have not seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, metavar="N")
    options = parser.parse_args()
    learnt_from = examples()
    print(f"{len(learnt_from)} examples")
    if options.folds:
        print_folds(learnt_from, PAIRS, list(Topic), options.folds)
    else:
        fitted = fit(learnt_from, PAIRS, list(Topic))
        with WEIGHTS.open("wb") as file:
            np.savez_compressed(file, **fitted.arrays)
        print(f"{len(fitted.targets)} targets, {WEIGHTS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
