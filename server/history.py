"""What changed between two readings of a policy, badge by badge."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Annotated, Generic, TypeVar

import msgspec

C = TypeVar("C")

_INFO = "info"


class Position(msgspec.Struct, frozen=True):
    """Where a policy stands on a practice: the stance, whether it is hedged, and how that is shown."""

    stance: str
    hedged: bool
    level: str
    label: str


class Change(msgspec.Struct, frozen=True):
    """A badge that came, went or became another one in the policy at `url`, as it was read at `at`.

    None stands for nothing found on the practice.
    """

    at: Annotated[datetime, msgspec.Meta(tz=True)]
    url: str
    practice: str
    was: Position | None
    now: Position | None
    old_quote: str | None
    new_quote: str | None


class DomainHistory(msgspec.Struct, Generic[C], frozen=True):
    """What changed in the policies of a domain, the latest first."""

    domain: str
    changes: tuple[C, ...]


class _Evidence(msgspec.Struct, frozen=True):
    quote: str


class _Finding(msgspec.Struct, frozen=True):
    practice: str
    stance: str
    hedged: bool
    level: str
    label: str
    evidence: tuple[_Evidence, ...]


class _Summary(msgspec.Struct, frozen=True):
    id: str
    analysis: str
    findings: tuple[_Finding, ...]


_SUMMARIES = msgspec.json.Decoder(_Summary)


def changes(old: bytes | msgspec.Raw, new: bytes | msgspec.Raw, at: datetime, url: str) -> tuple[Change, ...]:
    """Return what the policy of the summary `new` says otherwise than that of `old`, both as JSON.

    Nothing where no badge changed; nothing, either, where two versions of our own analysis made them, since
    nobody can tell then who changed.
    """
    try:
        before, after = _SUMMARIES.decode(old), _SUMMARIES.decode(new)
    except msgspec.ValidationError:
        return ()  # one was kept by an older service, which knew other members
    if before.id == after.id or before.analysis != after.analysis:
        return ()
    practices = dict.fromkeys(finding.practice for finding in (*before.findings, *after.findings))
    pairs = ((practice, *pair) for practice in practices for pair in _pairs(practice, before, after))
    return tuple(
        Change(at, url, practice, _position(was), _position(now), _quote(was), _quote(now))
        for practice, was, now in pairs
    )


def _pairs(practice: str, before: _Summary, after: _Summary) -> Iterator[tuple[_Finding | None, _Finding | None]]:
    left, came = _gone(practice, before, after), _gone(practice, after, before)
    if any(finding.level != _INFO for finding in (*left, *came)):
        yield from zip_longest(left, came)


def _gone(practice: str, one: _Summary, other: _Summary) -> Sequence[_Finding]:
    """The findings on `practice` in `one` that are not in `other`."""
    kept = {(finding.practice, finding.stance, finding.hedged) for finding in other.findings}
    ours = [finding for finding in one.findings if finding.practice == practice]
    return [finding for finding in ours if (practice, finding.stance, finding.hedged) not in kept]


def _position(finding: _Finding | None) -> Position | None:
    return Position(finding.stance, finding.hedged, finding.level, finding.label) if finding else None


def _quote(finding: _Finding | None) -> str | None:
    return finding.evidence[0].quote if finding and finding.evidence else None
