"""Growth: time and memory by the length of a policy, each in a process of its own. CPU time.

The longer ones are put together from policies of 8,000 characters, and are compared with what these take one by one,
and, for their memory, with what the first of these takes.
"""

import math
import statistics
from collections.abc import Iterator, Sequence

from benchmarks.alone import Cost, cost
from benchmarks.figures import Figure, Target
from benchmarks.policies import LEAST, policies
from benchmarks.theirs import LEXRANK

PART = 8_000
SHORT = (1_000, 10_000, 25_000)  # LexRank's time is quadratic: at 100,000 it takes many seconds
LONG = (100_000, 800_000)
ROUNDS = 3
READ_BEFORE = 20
POLICIES = 10  # of each short size, so that none of them is too quick to be measured

LINEAR = Target("at most 1.3 times as many of 8,000", most=1.3)
MEMORY = Target("at most 200 MB more", most=200)


def figures(
    short: Sequence[int] = SHORT, long: Sequence[int] = LONG, rounds: int = ROUNDS, read_before: int = READ_BEFORE
) -> Iterator[Figure]:
    """Return the figures: of short policies beside LexRank, of long ones beside many short ones.

    Our own process has read some others before, as a worker has that runs a while.
    """
    before = policies(PART, read_before)
    for size in short:
        yield from _beside_lexrank(size, rounds, before)
    yield from _beside_parts(long, rounds, before)


def _beside_lexrank(size: int, rounds: int, before: Sequence[str]) -> Iterator[Figure]:
    texts = policies(size, POLICIES, lot=1)
    turns = [(cost(texts, before), cost(texts, texts[:1], LEXRANK)) for _ in range(rounds)]
    (ours, peak), (theirs, their_peak) = map(_median, zip(*turns, strict=True))
    yield Figure(f"{size:,} characters", "ms", ours / len(texts), theirs / len(texts), LEXRANK)
    yield Figure(f"{size:,} characters: memory", "MB", peak, their_peak, LEXRANK)


def _beside_parts(sizes: Sequence[int], rounds: int, before: Sequence[str]) -> Iterator[Figure]:
    *others, longest = sorted(sizes)
    parts = policies(PART, math.ceil(longest / PART / LEAST), lot=1)
    long = "\n\n".join(parts)
    tasks = {"parts": parts, "one part": parts[:1]} | {str(size): [long[:size]] for size in sizes}
    turns = [{name: cost(texts, before) for name, texts in tasks.items()} for _ in range(rounds)]
    costs = {name: _median([turn[name] for turn in turns]) for name in tasks}
    each = costs["parts"].milliseconds / sum(map(len, parts))
    yield Figure(f"{PART:,} characters", "ms", each * PART)
    for size in (*others, longest):
        linear, memory = (LINEAR, MEMORY) if size == longest else (None, None)
        taken, beside = costs[str(size)], f"{size / PART:g} times {PART:,}"
        yield Figure(f"{size:,} characters", "ms", taken.milliseconds, each * size, beside, linear)
        more = taken.megabytes - costs["one part"].megabytes
        yield Figure(f"{size:,} characters: memory more", "MB", more, target=memory)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*costs, strict=True)))
