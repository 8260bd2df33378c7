"""Lookups by the first digits of a domain's hash, so that nobody learns which site somebody is on."""

import base64
import re
from hashlib import shake_256

import msgspec
from flask import Blueprint, Response

from server.settings import Budget
from server.store.lookups import PREFIX_DIGITS, LookupEntry
from server.web import limits, problems
from server.web.answers import JSON, answer
from server.web.operations import Operation
from server.web.service import store

blueprint = Blueprint("lookups", __name__)

# The same for everybody, so any cache may keep it. As it is: compressed, its length would tell what is in it.
_FOR_ALL = "public, max-age=3600, no-transform"

# All answers are as long as this or a multiple: about ten domains, where a server has a few at most for one prefix.
_BLOCK_BYTES = 4096

_PREFIX = re.compile(rf"[0-9a-f]{{{PREFIX_DIGITS}}}")


class Lookup(msgspec.Struct, frozen=True):
    """The records of all domains whose SHA-256 begins with `prefix`. `padding` means nothing."""

    prefix: str
    records: tuple[LookupEntry, ...]
    padding: str


class _Sent(msgspec.Struct, frozen=True):
    prefix: str
    records: list[msgspec.Raw]
    padding: str


@blueprint.get("/v1/lookup/<prefix>")
@Operation(
    title="Look up a domain without naming it",
    answers={JSON: Lookup},
    problems=(problems.BadRequest, problems.RateLimited, problems.StoreAway),
)
def show(prefix: str) -> Response:
    """Return what is known of the domains whose SHA-256 begins with the 5 hex digits `prefix`."""
    digits = prefix.lower()
    if not _PREFIX.fullmatch(digits):
        raise problems.BadRequest(f"prefix: {problems.echo(prefix)}: expected exactly {PREFIX_DIGITS} hex digits.")
    limits.take(Budget.LOOKUPS)
    return answer(_padded(digits, store().records.lookup(digits)), JSON, _FOR_ALL)


def _padded(prefix: str, entries: list[msgspec.Raw]) -> bytes:
    bare = len(msgspec.json.encode(_Sent(prefix, entries, "")))
    return msgspec.json.encode(_Sent(prefix, entries, _padding(prefix, -bare % _BLOCK_BYTES)))


def _padding(prefix: str, length: int) -> str:
    """Letters and digits that no compression makes shorter by much, and that are the same at each call."""
    return base64.b64encode(shake_256(prefix.encode()).digest(length)).decode()[:length]
