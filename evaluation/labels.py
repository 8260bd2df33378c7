"""The sentences that were labelled by hand: kept as place and hash, without the words.

    python -m evaluation.labels BATCH.jsonl LABELS.json NAME

takes a batch of `evaluation.sample` and what a reader made of it ({"id": [[practice, stance, hedged], …]})
and writes evaluation/labels/NAME.jsonl.
"""

import argparse
import hashlib
import json
from pathlib import Path

import msgspec

from evaluation.corpus import SHARED
from server.analysis.vocabulary import PRACTICES, Stance

FOLDER = Path(__file__).parent / "labels"


class Label(msgspec.Struct, frozen=True, array_like=True):
    """What a sentence states: a practice, the stance on it, and whether it only "may" be so."""

    practice: str
    stance: Stance
    hedged: bool


class Labelled(msgspec.Struct, frozen=True):
    """A sentence of the policy `policy` at `start` to `end`, the hash of its words, and its labels."""

    policy: str
    start: int
    end: int
    sha256: str
    labels: tuple[Label, ...]


def digest(words: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of `words`."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def load(pattern: str) -> list[Labelled]:
    """Return the labelled sentences of the files whose names match the glob `pattern`."""
    decoder = msgspec.json.Decoder(Labelled)
    return [labelled for path in sorted(FOLDER.glob(pattern)) for labelled in decoder.decode_lines(path.read_bytes())]


def _packed(batch: Path, labels: dict[str, list[tuple[str, str, bool]]]) -> list[Labelled]:
    packed = []
    for line in batch.read_text("utf-8").splitlines():
        drawn = json.loads(line)
        text = (SHARED / "corpus" / "policies" / f"{drawn['policy']}.txt").read_text("utf-8")
        chosen = tuple(Label(practice, Stance(stance), hedged) for practice, stance, hedged in labels[str(drawn["id"])])
        unknown = [label for label in chosen if label.stance not in PRACTICES[label.practice].stances]
        if unknown:
            raise ValueError(f"{drawn['id']}: {unknown}")
        words = text[drawn["start"] : drawn["end"]]
        packed.append(Labelled(drawn["policy"], drawn["start"], drawn["end"], digest(words), chosen))
    return packed


def main() -> None:
    """Write the labels of one batch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("batch", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("name")
    options = parser.parse_args()
    packed = _packed(options.batch, json.loads(options.labels.read_text("utf-8")))
    (FOLDER / f"{options.name}.jsonl").write_bytes(msgspec.json.Encoder().encode_lines(packed))


if __name__ == "__main__":
    main()
