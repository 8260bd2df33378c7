"""Lookups by the first digits of a domain's hash: who asks says of some twenty bits which domain it may be."""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

PREFIX_DIGITS = 5


class LookupEntry(msgspec.Struct, frozen=True):
    """What is known of the domain whose SHA-256 is `hash`, over all of its policies.

    `warnings` counts the badges of level warning. A badge is named by its practice and stance: `sells-data:does-not`.
    """

    hash: str
    warnings: int
    badges: tuple[str, ...]


class _Badge(msgspec.Struct, frozen=True):
    practice: str
    stance: str
    level: str

    @property
    def id(self) -> str:
        return f"{self.practice}:{self.stance}"


class _Summary(msgspec.Struct, frozen=True):
    badges: tuple[_Badge, ...] = ()


_SUMMARIES = msgspec.json.Decoder(_Summary)


def hash_of(domain: str) -> str:
    """Return the hash by which `domain` is looked up."""
    return sha256(domain.encode()).hexdigest()


def entry_of(domain: str, summaries: Iterable[bytes | msgspec.Raw]) -> LookupEntry:
    """Return the entry of `domain`, whose policies have these summaries (JSON)."""
    badges = {badge.id: badge for summary in summaries for badge in _SUMMARIES.decode(summary).badges}
    warnings = sum(badge.level == "warning" for badge in badges.values())
    return LookupEntry(hash_of(domain), warnings, tuple(sorted(badges)))
