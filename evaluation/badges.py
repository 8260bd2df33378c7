"""How often a badge is right: its best quote, judged by a reader.

    python -m evaluation.badges draw FOLDER SEED  batches of badges to judge, of policies that nothing was learnt from
    python -m evaluation.badges pack BATCH.jsonl VERDICTS.json NAME
    python -m evaluation.badges                   print the precision of each badge
    python -m evaluation.badges write             write it into the vocabulary, which the API and the popup show

A badge is right where its best quote, under its heading and lead-in, proves to a sceptical reader that the policy takes
this stance on this practice. Of each (practice, stance) pair whose level is not info at most 25 are drawn, one a
policy; VERDICTS is {"id": true or false, …}. A verdict counts as long as the badge has the quote that was judged.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from evaluation.corpus import SHARED, policies
from evaluation.gold import Pair, is_badge
from evaluation.labels import FOLDER, add, digest
from evaluation.sample import BATCH, SEED, tested_as_a_whole
from server.analysis import Refusal
from server.analysis.documents import read_text
from server.analysis.findings import find
from server.analysis.gate import check
from server.analysis.sentences import split
from server.analysis.vocabulary import PRACTICES, Stance

A_PAIR = 25
# Fewer say too little to be shown.
MIN_JUDGED = 8
_QUOTE = ("start", "end", "heading", "lead_in", "quote")
VOCABULARY = Path("server/analysis/data/practices.toml")


class Verdict(msgspec.Struct, frozen=True):
    """Whether the quote at `start` to `end` of `policy` proves the badge."""

    policy: str
    start: int
    end: int
    sha256: str
    practice: str
    stance: Stance
    right: bool


def _awarded(name: str) -> list[dict[str, object]]:
    """The badges of one policy of the corpus, each with its best quote; none where it is refused."""
    document = read_text((SHARED / "corpus" / "policies" / f"{name}.txt").read_text("utf-8"))
    try:
        check(document)
    except Refusal:
        return []
    return [
        {
            "policy": name,
            "practice": finding.practice,
            "stance": finding.stance,
            "label": finding.label,
            **{field: getattr(finding.evidence[0], field) for field in _QUOTE},
        }
        for finding in find(document, split(document)).stated
        if is_badge((finding.practice, finding.stance))
    ]


def _test_policies() -> list[str]:
    """The policies that nothing was learnt from, but for those that are labelled as a whole."""
    everything = policies()
    random.Random(SEED).shuffle(everything)
    return [policy.name for policy in everything[len(everything) // 2 :] if policy.name not in tested_as_a_whole()]


def draw(folder: Path, seed: int) -> None:
    """Write batches of badges to judge, none of which was judged before."""
    others = _test_policies()
    chance = random.Random(seed)
    chance.shuffle(others)
    before = _verdicts()
    by_pair = defaultdict(list)
    for name in others:
        for badge in _awarded(name):
            pair = badge["practice"], badge["stance"]
            if len(by_pair[pair]) < A_PAIR and _key(badge) not in before:
                by_pair[pair].append(badge)
    drawn = [badge for badges in by_pair.values() for badge in badges]
    chance.shuffle(drawn)
    folder.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, len(drawn), BATCH)):
        lines = [json.dumps({"id": first + n, **one}) for n, one in enumerate(drawn[first : first + BATCH])]
        (folder / f"badges-{number}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def pack(batch: Path, verdicts: Path, name: str) -> None:
    """Keep the verdicts on a batch, without the words."""
    given = json.loads(verdicts.read_text("utf-8"))
    kept = []
    for line in batch.read_text("utf-8").splitlines():
        one = json.loads(line)
        place = one["policy"], one["start"], one["end"], digest(one["quote"])
        kept.append(Verdict(*place, one["practice"], Stance(one["stance"]), given[str(one["id"])]))
    add(kept, FOLDER / f"{name}.jsonl")


def _key(badge: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(badge[field] for field in ("policy", "start", "end", "practice", "stance"))


def _verdicts() -> dict[tuple[object, ...], bool]:
    """Whether each badge that was ever judged was right by its quote; of two verdicts, the later."""
    decoder = msgspec.json.Decoder(Verdict)
    paths = sorted(FOLDER.glob("badges.*.jsonl"), key=lambda path: (len(path.name), path.name))
    every = (verdict for path in paths for verdict in decoder.decode_lines(path.read_bytes()))
    return {_key(msgspec.structs.asdict(verdict)): verdict.right for verdict in every}


def _judged(badges: Iterable[dict[str, object]]) -> dict[Pair, list[bool]]:
    """The verdicts on `badges`, as far as somebody has judged the quote that each has now."""
    verdicts = _verdicts()
    by_pair: dict[Pair, list[bool]] = defaultdict(list)
    for badge in badges:
        if _key(badge) in verdicts:
            by_pair[str(badge["practice"]), Stance(str(badge["stance"]))].append(verdicts[_key(badge)])
    return dict(by_pair)


def _all_awarded() -> list[dict[str, object]]:
    return [badge for name in _test_policies() for badge in _awarded(name)]


def report() -> None:
    """Print the precision of each badge."""
    awarded = _all_awarded()
    by_pair = _judged(awarded)
    for practice in PRACTICES.values():
        for stance in practice.stances:
            if verdicts := by_pair.get((practice.id, stance)):
                print(f"{practice.id:30} {stance:13} {sum(verdicts):3} of {len(verdicts):3} right")
    every = [verdict for verdicts in by_pair.values() for verdict in verdicts]
    print(f"each kind alike: {sum(every)} of {len(every)} right, {sum(every) / len(every):.3f}")
    earned = Counter((str(badge["practice"]), Stance(str(badge["stance"]))) for badge in awarded)
    known = {pair: count for pair, count in earned.items() if pair in by_pair}
    right = sum(count * sum(by_pair[pair]) / len(by_pair[pair]) for pair, count in known.items())
    print(f"each as often as policies earn it: {right / sum(known.values()):.3f}")


def write() -> None:
    """Write how many of how many were right into the vocabulary, a line behind each stance's label."""
    by_pair = _judged(_all_awarded())
    lines: list[str] = []
    practice = ""
    for line in VOCABULARY.read_text("utf-8").splitlines():
        if match := re.match(r'id = "(.*)"', line):
            practice = match[1]
        if re.match(r"(?:does|does_not|with_consent)_measured = ", line):
            continue
        lines.append(line)
        if match := re.match(r"(does|does_not|with_consent) = ", line):
            verdicts = by_pair.get((practice, Stance(match[1].replace("_", "-"))), [])
            if len(verdicts) >= MIN_JUDGED:
                lines.append(f"{match[1]}_measured = [{sum(verdicts)}, {len(verdicts)}]")
    VOCABULARY.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task")
    drawing = tasks.add_parser("draw")
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("seed", type=int)
    packing = tasks.add_parser("pack")
    packing.add_argument("batch", type=Path)
    packing.add_argument("verdicts", type=Path)
    packing.add_argument("name")
    tasks.add_parser("write")
    options = parser.parse_args()
    match options.task:
        case "draw":
            draw(options.folder, options.seed)
        case "pack":
            pack(options.batch, options.verdicts, options.name)
        case "write":
            write()
        case _:
            report()


if __name__ == "__main__":
    main()
