"""Draw the sentences that are labelled by hand.

    python -m evaluation.sample FOLDER

Writes FOLDER/dev-N.jsonl and FOLDER/test-N.jsonl, each a batch of sentences with what they stand
under. No policy gives sentences to both. Half of each set is drawn at random; the other half by the
words of topics.toml, the same number a practice, so that what is rare is seen. The same seed draws
the same sentences from the same corpus.
"""

import argparse
import json
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import re2

from evaluation.corpus import Policy, policies
from server.analysis.plain import plain

SEED = 20261122
SIZES = {"dev": 1800, "test": 1500}
BATCH = 300
MOST_PER_POLICY = 6
WORDS = (4, 90)

TOPICS = tomllib.loads((Path(__file__).parent / "topics.toml").read_text("utf-8"))


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


def _shuffled(chosen: list[Policy], chance: random.Random) -> list[Drawn]:
    every = [
        _drawn(policy, index)
        for policy in chosen
        for index, sentence in enumerate(policy.sentences)
        if WORDS[0] <= len(sentence.display.split()) <= WORDS[1]
    ]
    chance.shuffle(every)
    return every


def draw(chosen: list[Policy], size: int, chance: random.Random) -> Iterator[Drawn]:
    """Yield `size` sentences of the `chosen` policies, no words twice, at most 6 of one policy by each way."""
    seen: set[str] = set()

    def fresh(sentences: list[Drawn], wanted: int) -> Iterator[Drawn]:
        taken: dict[str, int] = {}
        for drawn in sentences:
            if wanted == 0:
                return
            words = plain(drawn.text)
            if words not in seen and taken.get(drawn.policy, 0) < MOST_PER_POLICY:
                seen.add(words)
                taken[drawn.policy] = taken.get(drawn.policy, 0) + 1
                wanted -= 1
                yield drawn

    everything = _shuffled(chosen, chance)
    by_topic = (size - size // 2) // len(TOPICS)
    for words in TOPICS.values():
        topic = re2.compile(words)
        yield from fresh([one for one in everything if topic.search(plain(f"{one.lead_in} {one.text}"))], by_topic)
    yield from fresh(everything, size - by_topic * len(TOPICS))


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
    for name, chosen in (("dev", everything[:half]), ("test", everything[half:])):
        sentences = list(draw(chosen, SIZES[name], chance))
        chance.shuffle(sentences)
        for number, first in enumerate(range(0, len(sentences), BATCH)):
            lines = (
                json.dumps({"id": first + place, **msgspec.structs.asdict(one)}, ensure_ascii=False)
                for place, one in enumerate(sentences[first : first + BATCH])
            )
            (folder / f"{name}-{number}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
