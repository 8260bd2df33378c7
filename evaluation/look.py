"""Read what the rules make of real sentences.

python -m evaluation.look PRACTICE [--stance S] [--count N] [--seed N]    what matches, at random
python -m evaluation.look PRACTICE --near 'words'                          what holds the words and does not match
python -m evaluation.look --near 'words'                                   any sentence that holds the words
"""

import argparse
import random
from collections.abc import Iterator

import re2

from evaluation.corpus import Policy, policies
from server.analysis.finder import Finder
from server.analysis.model import Statement
from server.analysis.plain import plain
from server.analysis.practices import RULES


def _pairs(policies_: list[Policy]) -> Iterator[tuple[Policy, int]]:
    for policy in policies_:
        for index in range(len(policy.sentences)):
            yield policy, index


def main() -> None:
    """Print the sentences asked for, each with its stance, its file and what it stands under."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("practice", nargs="?")
    parser.add_argument("--stance")
    parser.add_argument("--near", help="an RE2 expression over plain text")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hedged", action="store_true", help="only hedged statements")
    options = parser.parse_args()
    finder = Finder([rule for rule in RULES if rule.practice == options.practice])
    near = re2.compile(options.near) if options.near else None
    pairs = list(_pairs(policies()))
    random.Random(options.seed).shuffle(pairs)
    shown = 0
    for policy, index in pairs:
        sentence = policy.sentences[index]
        text = plain(f"{sentence.lead_in} {sentence.display}")
        if near and not near.search(text):
            continue
        statements = finder.statements(policy.sentences, [index])[0] if options.practice else []
        if bool(statements) == bool(near):
            continue
        if statements and not _wanted(statements[0], options):
            continue
        mark = f"{statements[0].stance}{' (hedged)' if statements[0].hedged else ''}" if statements else "-"
        under = f" [{sentence.heading[:40]}]" + (f" {{{sentence.lead_in[-90:]}}}" if sentence.lead_in else "")
        print(f"{mark:20} {policy.name[:38]:38}{under} {sentence.display}")
        shown += 1
        if shown == options.count:
            return


def _wanted(statement: Statement, options: argparse.Namespace) -> bool:
    return (not options.stance or statement.stance == options.stance) and (statement.hedged or not options.hedged)


if __name__ == "__main__":
    main()
