"""Draw the sentences and paragraphs that are labelled by hand.

    python -m evaluation.sample FOLDER

Writes batches of sentences with what they stand under, FOLDER/NAME-N.jsonl. NAME is

    dev, test     half drawn at random, half by the words of topics.toml, the same number a practice
    train, more   a draw by topic, one by what the rules find, the same number a (practice, stance)
                  pair, and the rest at random
    whole         every sentence of some policies
    paragraphs    paragraphs, at random

No policy gives sentences to both test and the others; and none that is labelled as a whole to test with, here or by
others, to what the model learns from (train, more, whole, paragraphs). The same seed draws the same from the same
corpus, read by the same code.
"""

import argparse
import json
import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec
import re2

from evaluation.corpus import SHARED, Policy, policies
from server.analysis.finder import Finder
from server.analysis.plain import plain
from server.analysis.practices import RULES

SEED = 20261122
SIZES = {"dev": 1800, "test": 1500}
# To learn from: how many a topic, how many a (practice, stance) pair that the rules find, how many in all.
ROUNDS = {"train": (60, 24, 7200), "more": (90, 70, 12_000)}
WHOLE_POLICIES = 100
WHOLE_SENTENCES = (30, 130)
PARAGRAPHS = 1400
BATCH = 300
MOST_PER_POLICY = 6
WORDS = (4, 90)
PARAGRAPH_WORDS = (8, 250)

HERE = Path(__file__).parent
TOPICS = tomllib.loads((HERE / "topics.toml").read_text("utf-8"))


class Drawn(msgspec.Struct, frozen=True):
    """A sentence to be labelled: where it stands, what it says and what it stands under."""

    policy: str
    start: int
    end: int
    heading: str
    lead_in: str
    before: str
    text: str


def _drawn(policy: Policy, index: int) -> Drawn:
    sentence = policy.sentences[index]
    before = policy.sentences[index - 1] if index else None
    same = before is not None and before.segment == sentence.segment
    return Drawn(
        policy.name,
        sentence.start,
        sentence.end,
        sentence.heading,
        sentence.lead_in,
        before.display if before and same else "",
        sentence.display,
    )


def _is_drawable(words: str, limits: tuple[int, int]) -> bool:
    return limits[0] <= len(words.split()) <= limits[1]


def _shuffled(chosen: list[Policy], chance: random.Random) -> list[Drawn]:
    every = [
        _drawn(policy, index)
        for policy in chosen
        for index, sentence in enumerate(policy.sentences)
        if _is_drawable(sentence.display, WORDS)
    ]
    chance.shuffle(every)
    return every


class _Draw:
    """What has been drawn: no words twice, at most 6 of one policy by each way."""

    def __init__(self, seen: set[str] | None = None) -> None:
        self._seen = set() if seen is None else seen

    def fresh(self, sentences: list[Drawn], wanted: int) -> Iterator[Drawn]:
        taken: dict[str, int] = {}
        for drawn in sentences:
            if wanted == 0:
                return
            words = plain(drawn.text)
            if words not in self._seen and taken.get(drawn.policy, 0) < MOST_PER_POLICY:
                self._seen.add(words)
                taken[drawn.policy] = taken.get(drawn.policy, 0) + 1
                wanted -= 1
                yield drawn

    def by_topic(self, everything: list[Drawn], wanted: int) -> Iterator[Drawn]:
        read = [(one, plain(f"{one.lead_in} {one.text}")) for one in everything]
        for words in TOPICS.values():
            topic = re2.compile(words)
            yield from self.fresh([one for one, text in read if topic.search(text)], wanted)


def draw(chosen: list[Policy], size: int, chance: random.Random) -> Iterator[Drawn]:
    """Yield `size` sentences of the `chosen` policies, half of them by topic."""
    everything, drawing = _shuffled(chosen, chance), _Draw()
    by_topic = (size - size // 2) // len(TOPICS)
    yield from drawing.by_topic(everything, by_topic)
    yield from drawing.fresh(everything, size - by_topic * len(TOPICS))


def _by_pair(chosen: list[Policy], chance: random.Random) -> dict[tuple[str, str], list[Drawn]]:
    finder = Finder(RULES)
    stated: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    for policy in chosen:
        for index, sentence in enumerate(policy.sentences):
            if _is_drawable(sentence.display, WORDS):
                for statement in finder.statements(policy.sentences, [index])[0]:
                    stated[statement.practice, statement.stance].append(_drawn(policy, index))
    for sentences in stated.values():
        chance.shuffle(sentences)
    return dict(sorted(stated.items()))


def draw_rounds(chosen: list[Policy], seen: set[str], chance: random.Random) -> Iterator[tuple[str, list[Drawn]]]:
    """Yield for each round the sentences of the `chosen` policies to learn from, none of whose words were `seen`."""
    everything, drawing = _shuffled(chosen, chance), _Draw(seen)
    by_pair = _by_pair(chosen, chance)
    for name, (a_topic, a_pair, size) in ROUNDS.items():
        drawn = [
            *drawing.by_topic(everything, a_topic),
            *(one for sentences in by_pair.values() for one in drawing.fresh(sentences, a_pair)),
        ]
        drawn += drawing.fresh(everything, size - len(drawn))
        chance.shuffle(drawn)
        yield name, drawn


def draw_whole(chosen: list[Policy], seen: set[str], chance: random.Random) -> Iterator[Drawn]:
    """Yield the sentences of some of the `chosen` policies, one after the other, but for words `seen`."""
    of_size = [policy for policy in chosen if WHOLE_SENTENCES[0] <= len(policy.sentences) <= WHOLE_SENTENCES[1]]
    for policy in chance.sample(of_size, WHOLE_POLICIES):
        drawn = [_drawn(policy, index) for index in range(len(policy.sentences))]
        yield from (one for one in drawn if plain(one.text) not in seen)


def draw_paragraphs(chosen: list[Policy], size: int, chance: random.Random) -> Iterator[Drawn]:
    """Yield `size` paragraphs of the `chosen` policies, at random."""
    every = []
    for policy in chosen:
        for _, segment in groupby(policy.sentences, key=lambda sentence: sentence.segment):
            sentences = list(segment)
            first, text = sentences[0], " ".join(sentence.display for sentence in sentences)
            if _is_drawable(text, PARAGRAPH_WORDS):
                every.append(Drawn(policy.name, first.start, sentences[-1].end, first.heading, first.lead_in, "", text))
    chance.shuffle(every)
    yield from _Draw().fresh(every, size)


def _write(folder: Path, name: str, drawn: list[Drawn]) -> None:
    for number, first in enumerate(range(0, len(drawn), BATCH)):
        lines = (
            json.dumps({"id": first + place, **msgspec.structs.asdict(one)}, ensure_ascii=False)
            for place, one in enumerate(drawn[first : first + BATCH])
        )
        (folder / f"{name}-{number}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def tested_as_a_whole() -> set[str]:
    """Return the names of the policies whose findings are labelled, to test with, by us or by others."""
    paths = [*(HERE / "gold" / "test").glob("*.json"), *(SHARED / "gold").glob("*.json")]
    return {Path(json.loads(path.read_text("utf-8"))["document"]).stem for path in paths}


def main() -> None:
    """Write the batches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    everything = policies()
    chance.shuffle(everything)
    half = len(everything) // 2
    halves = {"dev": everything[:half], "test": everything[half:]}
    seen = set()
    for name, chosen in halves.items():
        drawn = list(draw(chosen, SIZES[name], chance))
        seen |= {plain(one.text) for one in drawn}
        chance.shuffle(drawn)
        _write(folder, name, drawn)
    to_learn_from = [policy for policy in halves["dev"] if policy.name not in tested_as_a_whole()]
    for name, drawn in draw_rounds(to_learn_from, seen, chance):
        _write(folder, name, drawn)
    _write(folder, "whole", list(draw_whole(to_learn_from, seen, chance)))
    _write(folder, "paragraphs", list(draw_paragraphs(to_learn_from, PARAGRAPHS, chance)))


if __name__ == "__main__":
    main()
