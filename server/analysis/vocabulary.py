"""What can be found: categories, stances, levels, and the practices, read from their file."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any


class Category(StrEnum):
    """The ten categories of OPP-115 (Wilson et al., ACL 2016)."""

    FIRST_PARTY = "first-party-collection-use"
    THIRD_PARTY = "third-party-sharing-collection"
    CHOICE = "user-choice-control"
    ACCESS = "user-access-edit-deletion"
    RETENTION = "data-retention"
    SECURITY = "data-security"
    CHANGE = "policy-change"
    DO_NOT_TRACK = "do-not-track"
    AUDIENCES = "international-specific-audiences"
    OTHER = "other"


class Topic(StrEnum):
    """The twelve classes that PrivacyGLUE (Shankar et al. 2023) makes of them: "other" is split into the last three."""

    FIRST_PARTY = Category.FIRST_PARTY
    THIRD_PARTY = Category.THIRD_PARTY
    CHOICE = Category.CHOICE
    ACCESS = Category.ACCESS
    RETENTION = Category.RETENTION
    SECURITY = Category.SECURITY
    CHANGE = Category.CHANGE
    DO_NOT_TRACK = Category.DO_NOT_TRACK
    AUDIENCES = Category.AUDIENCES
    INTRODUCTORY = "introductory"
    CONTACT = "privacy-contact"
    NOT_COVERED = "practice-not-covered"

    @property
    def category(self) -> Category:
        """The category that it is, or is a part of."""
        return Category(self.value) if self.value in list(Category) else Category.OTHER


class Stance(StrEnum):
    """How a statement commits."""

    DOES = "does"
    DOES_NOT = "does-not"
    WITH_CONSENT = "with-consent"


class Level(StrEnum):
    """How much a finding should worry the reader; the order of the members is worst first."""

    WARNING = "warning"
    CAUTION = "caution"
    INFO = "info"
    GOOD = "good"

    @property
    def rank(self) -> int:
        """The level's place in the order of badges, 0 for the worst."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a badge of this kind was right when it was measured: `right` of the `judged` ones."""

    right: int
    judged: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a stance on a practice means to the reader.

    `hedged_label` is the label where all evidence only says "may"; None where no hedge can be. `measured` is None
    for what is no badge, and where too few were judged.
    """

    level: Level
    label: str
    hedged_label: str | None
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class Practice:
    """A data practice, and the stances on it that are findings.

    `expected` marks what a reader would look for, so that silence on it is worth showing;
    a policy that holds a word of `mentions` ("" for none) is not silent on it.
    """

    id: str
    category: Category
    question: str
    boundary: str
    expected: bool
    mentions: str
    stances: dict[Stance, Commitment]


def _read(entry: dict[str, Any]) -> Practice:
    stances = {}
    for stance in Stance:
        key = stance.value.replace("-", "_")
        if key in entry:
            level, label = entry[key]
            measured = entry.get(f"{key}_measured")
            stances[stance] = Commitment(
                Level(level), label, entry.get(f"{key}_hedged"), Measured(*measured) if measured else None
            )
    return Practice(
        id=entry["id"],
        category=Category(entry["category"]),
        question=entry["question"],
        boundary=entry.get("boundary", ""),
        expected=entry.get("expected", False),
        mentions=entry.get("mentions", ""),
        stances=stances,
    )


_FILE = tomllib.loads((files(__package__) / "data" / "practices.toml").read_text("utf-8"))

VERSION: int = _FILE["version"]
PRACTICES: dict[str, Practice] = {entry["id"]: _read(entry) for entry in _FILE["practice"]}
