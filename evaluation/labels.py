"""The sentences and paragraphs that were labelled by hand: kept as place and hash, without the words.

    python -m evaluation.labels [--paragraphs] BATCH.jsonl LABELS.json NAME

takes a batch of `evaluation.sample` and what a reader made of it ({"id": [[practice, stance, hedged], …]}, or
{"id": [class, …]} of paragraphs) and adds it to evaluation/labels/NAME.jsonl. How to label: labels/README.md.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation.corpus import SHARED
from server.analysis.vocabulary import PRACTICES, Stance, Topic

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


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of the policy `policy` at `start` to `end`, the hash of its words, and what it speaks of."""

    policy: str
    start: int
    end: int
    sha256: str
    topics: tuple[Topic, ...]


def digest(words: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of `words`."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def load(pattern: str) -> list[Labelled]:
    """Return the labelled sentences of the files whose names match the glob `pattern`."""
    decoder = msgspec.json.Decoder(Labelled)
    return [labelled for path in sorted(FOLDER.glob(pattern)) for labelled in decoder.decode_lines(path.read_bytes())]


def load_paragraphs(pattern: str) -> list[Paragraph]:
    """Return the labelled paragraphs of the files whose names match the glob `pattern`."""
    decoder = msgspec.json.Decoder(Paragraph)
    return [paragraph for path in sorted(FOLDER.glob(pattern)) for paragraph in decoder.decode_lines(path.read_bytes())]


def _chosen(labels: list[tuple[str, str, bool]]) -> tuple[Label, ...]:
    chosen = tuple(Label(practice, Stance(stance), hedged) for practice, stance, hedged in labels)
    unknown = [label for label in chosen if label.stance not in PRACTICES[label.practice].stances]
    if unknown:
        raise ValueError(f"{unknown}")
    return chosen


def _packed(batch: Path, labels: dict[str, list[Any]], of_paragraphs: bool) -> list[Labelled | Paragraph]:
    packed: list[Labelled | Paragraph] = []
    for line in batch.read_text("utf-8").splitlines():
        drawn = json.loads(line)
        text = (SHARED / "corpus" / "policies" / f"{drawn['policy']}.txt").read_text("utf-8")
        place = drawn["policy"], drawn["start"], drawn["end"], digest(text[drawn["start"] : drawn["end"]])
        given = labels[str(drawn["id"])]
        packed.append(
            Paragraph(*place, tuple(map(Topic, given))) if of_paragraphs else Labelled(*place, _chosen(given))
        )
    return packed


def add(readings: Sequence[msgspec.Struct], path: Path) -> None:
    """Append `readings` to the file at `path`, a line each; raise ValueError where it holds one of them already."""
    lines = msgspec.json.Encoder().encode_lines(readings)
    kept = set(path.read_bytes().splitlines()) if path.exists() else set()
    if kept.intersection(lines.splitlines()):
        raise ValueError(f"{path.name} holds some of these already")
    with path.open("ab") as file:
        file.write(lines)


def main() -> None:
    """Add the labels of one batch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("batch", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("name")
    parser.add_argument("--paragraphs", action="store_true", help="the labels are classes of paragraphs")
    options = parser.parse_args()
    packed = _packed(options.batch, json.loads(options.labels.read_text("utf-8")), options.paragraphs)
    add(packed, FOLDER / f"{options.name}.jsonl")


if __name__ == "__main__":
    main()
