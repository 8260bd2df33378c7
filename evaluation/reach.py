"""How many policies of the corpus each pattern of the rules speaks to.

    python -m evaluation.reach [--all]

Prints the patterns that match sentences of fewer than three policies (with --all: every pattern),
with the number of policies, and exits with status 1 where there is one: such a pattern was
written for one policy's wording.
"""

import argparse
import sys
from collections import defaultdict

import re2

from evaluation.corpus import policies
from server.analysis.lexicon import expand
from server.analysis.plain import plain
from server.analysis.practices import RULES
from server.analysis.rules import PracticeRule

LEAST = 3
FIELDS = ("says", "affirms", "denies", "consents", "unless")


def _patterns(rule: PracticeRule) -> list[tuple[str, str]]:
    listed = [(field, pattern) for field in FIELDS for pattern in getattr(rule, field)]
    return listed + [("in_context", pattern) for _, pattern in rule.in_context]


def reach() -> dict[tuple[str, str, str], int]:
    """Return for each (practice, field, pattern) the number of policies in which it matches a sentence."""
    patterns = [(rule.practice, field, pattern) for rule in RULES for field, pattern in _patterns(rule)]
    looked_for = re2.Filter()
    for _, _, pattern in patterns:
        looked_for.Add(expand(pattern))
    looked_for.Compile()
    found: dict[int, set[str]] = defaultdict(set)
    for policy in policies():
        for sentence in policy.sentences:
            for index in looked_for.Match(plain(f"{sentence.lead_in} {sentence.display}")) or ():
                found[index].add(policy.name)
    return {pattern: len(found[index]) for index, pattern in enumerate(patterns)}


def main() -> None:
    """Print the patterns of too little reach; exit with status 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    reached = reach()
    short = {pattern: count for pattern, count in reached.items() if count < LEAST}
    for (practice, field, pattern), count in (reached if options.all else short).items():
        print(f"{count:5}  {practice:30} {field:10} {pattern}")
    print(f"{len(reached)} patterns, {len(short)} of them in fewer than {LEAST} policies")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
