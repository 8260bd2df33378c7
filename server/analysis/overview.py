"""The short summary in plain words, every phrase of it backed by a finding."""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.resources import files

from server.analysis.model import Finding, OverviewLine, OverviewTopic
from server.analysis.parts import part
from server.analysis.vocabulary import Level, Stance

MAX_LINES = 6
MAX_WORDS = 90


@dataclass(frozen=True, slots=True)
class _Phrase:
    topic: OverviewTopic
    subject: str
    verb: str
    hedged_verb: str
    governs: str


def _phrases() -> dict[str, _Phrase]:
    lines = tomllib.loads((files(__package__) / "data" / "overview.toml").read_text("utf-8"))["line"]
    return {
        key: _Phrase(OverviewTopic(line["topic"]), line["subject"], words[0], words[-2], words[-1])
        for line in lines
        for key, words in line["phrases"].items()
    }


_PHRASES = _phrases()


def _key(finding: Finding) -> str:
    return f"{finding.practice} {finding.stance}"


def listed(items: Sequence[str]) -> str:
    """Return `items` as English lists them: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _listed_apart(items: Sequence[str]) -> str:
    # "a, b and c" inside an item needs the comma before the next one.
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])}, and {items[-1]}"


def _object(finding: Finding, phrase: _Phrase) -> str:
    # Of what speaks of children by its name nobody needs to hear that it holds for children.
    if finding.region is None or finding.practice == "collects-from-children":
        return phrase.governs
    return f"{phrase.governs} ({finding.region} only)"


def _clauses(findings: Sequence[Finding]) -> list[str]:
    """What is said of `findings`, those together that share a verb, and those that share what it governs."""
    governed: dict[str, list[str]] = {}
    conditional = set()
    for finding in findings:
        phrase = _PHRASES[_key(finding)]
        verb = phrase.hedged_verb if finding.hedged else phrase.verb
        governed.setdefault(verb, []).append(_object(finding, phrase))
        if finding.stance is Stance.WITH_CONSENT:
            conditional.add(verb)
    verbs: dict[tuple[str, str], list[str]] = {}
    for verb, objects in governed.items():
        # What holds on a condition stands alone: "shows targeted ads and trains AI if you agree" blurs which.
        verbs.setdefault((listed(objects), verb if verb in conditional else ""), []).append(verb)
    # "see and correct" and "delete" together are "see, correct and delete".
    return [f"{listed(' and '.join(sharing).split(' and '))} {objects}" for (objects, _), sharing in verbs.items()]


def _line(findings: Sequence[Finding]) -> OverviewLine:
    phrase = _PHRASES[_key(findings[0])]
    return OverviewLine(
        text=f"{phrase.subject} {_listed_apart(_clauses(findings))}.",
        practices=tuple(finding.practice for finding in findings),
        topic=phrase.topic,
        parts=tuple(part(finding) for finding in findings),
    )


def overview(findings: Sequence[Finding]) -> tuple[OverviewLine, ...]:
    """Return at most 6 lines and 90 words that say the most of `findings`, what matters most to the reader first."""
    told: dict[OverviewTopic, list[Finding]] = {topic: [] for topic in OverviewTopic}
    lines: dict[OverviewTopic, OverviewLine] = {}
    for finding in _weightiest_first([f for f in _worst_of_each(findings) if _key(f) in _PHRASES]):
        topic = _PHRASES[_key(finding)].topic
        together = [*told[topic], finding]
        with_it = lines | {topic: _line(sorted(together, key=lambda finding: finding.level.rank))}
        if _is_short(with_it.values()):
            told[topic], lines = together, with_it
    return tuple(lines[topic] for topic in OverviewTopic if topic in lines)


def _is_short(lines: Collection[OverviewLine]) -> bool:
    return len(lines) <= MAX_LINES and sum(len(line.text.split()) for line in lines) <= MAX_WORDS


def _worst_of_each(findings: Sequence[Finding]) -> list[Finding]:
    """One finding a practice: that a policy says the contrary, too, is for the contradictions to tell."""
    worst: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda finding: finding.level.rank):
        worst.setdefault(_SAME.get(finding.practice, finding.practice), finding)
    return list(worst.values())


# Of some changes a policy tells the reader and of some not; to say both in one breath helps nobody.
_SAME = {"notifies-of-changes": "changes-without-notice"}


# What a reader may do is worth more than one more thing that is collected.
_ORDER = (Level.WARNING, Level.GOOD, Level.CAUTION, Level.INFO)
# What nobody should have to miss, however much there is to warn of or to praise: what is collected, and who gets it.
_NEVER_MISSED = (OverviewTopic.COLLECTION, OverviewTopic.SHARING)


def _weightiest_first(findings: Sequence[Finding]) -> list[Finding]:
    """What is done first of each topic that is never missed, then all others."""
    ordered = sorted(findings, key=_weight)
    first: dict[OverviewTopic, Finding] = {}
    for finding in ordered:
        if finding.stance is Stance.DOES and finding.level is not Level.GOOD:
            first.setdefault(_PHRASES[_key(finding)].topic, finding)
    leading = [first[topic] for topic in _NEVER_MISSED if topic in first]
    return [*leading, *(finding for finding in ordered if finding not in leading)]


def _weight(finding: Finding) -> tuple[int, int]:
    return _ORDER.index(finding.level), -finding.count
