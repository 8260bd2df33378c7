"""Summarise a policy in this process, by stage, beside what a user would pick instead. CPU time.

Each round has a policy that was not read before, in a process that has read others: as a worker has that runs a while.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.figures import OURS, Figure, Target
from benchmarks.ours import whole
from benchmarks.policies import policies, seeds
from benchmarks.theirs import LEXRANK, PUNKT, theirs
from server.analysis import read_text, summary_id
from server.analysis.findings import find
from server.analysis.gate import check
from server.analysis.sentences import split

SIZES = (7_000, 15_000, 25_000)
STAGED = 15_000
ROUNDS = 15
READ_BEFORE = 40
READ_BEFORE_CHARACTERS = 8_000

TARGETS = {
    (7_000, LEXRANK): Target("at least 5 times faster", most=1 / 5),
    (25_000, LEXRANK): Target("at least 25 times faster", most=1 / 25),
    **{(size, PUNKT): Target("within 4 times", most=4) for size in SIZES},
}


def figures(
    sizes: Sequence[int] = SIZES, staged: int = STAGED, rounds: int = ROUNDS, read_before: int = READ_BEFORE
) -> Iterator[Figure]:
    """Return the figures: of our seeds, of policies of each size, and of the stages of one size."""
    for text in policies(READ_BEFORE_CHARACTERS, read_before):
        whole(text)
    with theirs() as others:
        if texts := seeds():
            yield from _beside(others, f"the {len(texts)} seeds", [*policies(READ_BEFORE_CHARACTERS, 1), *texts])
        for lot, size in enumerate(sizes, 1):
            yield from _beside(others, f"{size:,} characters", policies(size, rounds + 1, lot), size)
    yield from _stages(policies(staged, rounds, len(sizes) + 1), staged)


def _beside(
    others: dict[str, Callable[[str], Any]], what: str, texts: Sequence[str], size: int = 0
) -> Iterator[Figure]:
    times = milliseconds({OURS: whole, **others}, texts)
    for name in others:
        yield Figure(what, "ms", times[OURS], times[name], name, TARGETS.get((size, name)))


def milliseconds(works: Mapping[str, Callable[[str], Any]], texts: Sequence[str]) -> dict[str, float]:
    """Return what each of `works` takes for a text, the median of all texts (A B A B), the first not counted."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for text in texts:
        for name, work in works.items():
            begun = time.process_time()
            work(text)
            times[name].append(time.process_time() - begun)
    return {name: statistics.median(taken[1:]) * 1000 for name, taken in times.items()}


def _stages(texts: Sequence[str], size: int) -> Iterator[Figure]:
    taken: dict[str, list[float]] = {}
    for text in texts:
        for name, took in _staged(text):
            taken.setdefault(name, []).append(took)
    for name, times in taken.items():
        yield Figure(f"{size:,} characters: {name}", "ms", statistics.median(times))


def _staged(text: str) -> Iterator[tuple[str, float]]:
    """Return the stages of one reading, and what each of them took."""

    def timed(work: Callable[[], Any]) -> tuple[Any, float]:
        begun = time.process_time()
        return work(), (time.process_time() - begun) * 1000

    document, took = timed(lambda: read_text(text))
    yield "read", took
    yield "identify", timed(lambda: summary_id(document))[1]
    yield "check", timed(lambda: check(document))[1]
    sentences, took = timed(lambda: split(document))
    yield "split", took
    yield "find", timed(lambda: find(document, sentences))[1]
