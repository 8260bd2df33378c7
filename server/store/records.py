"""Records: what is known of a domain's policies, who may write it, and what follows from it."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Generic, TypeVar, cast

import msgspec
import redis
from redis.client import Pipeline

from server.history import Change, DomainHistory, changes
from server.memory import Memory
from server.settings import Trust
from server.store.due import Due
from server.store.lookups import PREFIX_DIGITS, LookupEntry, entry_of, hash_of
from server.store.packed import Packed
from server.store.servers import Servers

S = TypeVar("S")

# A site has a handful of policies. Whoever submits every page of one fills no memory with it.
_MAX_DOCUMENTS = 10

# So long, and for so many records, does a process know that a lifetime need not be looked at again.
_LOOKED_AT_SECONDS = 3600
_MAX_LOOKED_AT = 10_000

MAX_CHANGES = 500
"""How many changes of a domain's policies are kept, the latest: years of them, of a site that changes often."""

READ_AGAIN = timedelta(days=1)
"""How long a document is taken for what the site says, before it is read again."""

IN_USE = timedelta(days=30)
"""How long a record that nobody looks up is kept up to date."""


class Source(StrEnum):
    """How a document came into a record."""

    SUBMITTED = "submitted"
    HOME_PAGE = "home-page"
    WELL_KNOWN = "well-known"


class Provenance(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a document came into a record, for programs (`how`) and for readers (`detail`).

    `linked_from` is the page that linked to it, and `other_host` says that it lies outside the domain.
    """

    how: Source
    detail: str
    linked_from: str | None = None
    other_host: bool = False


class DomainDocument(msgspec.Struct, Generic[S], frozen=True):
    """A policy of a domain as it was last read. `url` has no user, query or fragment, but where the site links to such.

    `checked_at` is when the site last said that it is still the same; None where that was not asked since `read_at`.
    `missing_since` is when it could first not be read again, where it has not been since.
    """

    url: str
    kind: str
    read_at: Annotated[datetime, msgspec.Meta(tz=True)]
    policy_date: str | None
    provenance: Provenance
    summary: S
    checked_at: Annotated[datetime, msgspec.Meta(tz=True)] | None | msgspec.UnsetType = msgspec.UNSET
    missing_since: Annotated[datetime, msgspec.Meta(tz=True)] | msgspec.UnsetType = msgspec.UNSET


class DomainRecord(msgspec.Struct, Generic[S], frozen=True):
    """All that is known of a domain, what was read last first."""

    domain: str
    documents: tuple[DomainDocument[S], ...]


class Validators(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the site said of a document so that it can be asked whether it has changed (RFC 9110)."""

    etag: str | None = None
    last_modified: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """A policy that the server read itself: its summary as JSON, when, how it was found, and how long it is current."""

    url: str
    summary: bytes
    at: datetime
    provenance: Provenance
    validators: Validators = Validators()
    due_after: timedelta = READ_AGAIN


class _Facts(msgspec.Struct):
    kind: str
    policy_date: str | None


class _Summarised(msgspec.Struct):
    document: _Facts


_Document = DomainDocument[msgspec.Raw]

# Summaries pass through as the bytes they are, so that a record and `/v1/summaries` never differ.
_records = msgspec.json.Decoder(DomainRecord[msgspec.Raw])
_summaries = msgspec.json.Decoder(_Summarised)
_validators = msgspec.json.Decoder(Validators)

_BY_THE_USER = Provenance(Source.SUBMITTED, "Submitted by this server's user.")


class _Keys:
    """The keys of a domain. Their tag, the first digits of its hash, keeps them on one server: they change together."""

    def __init__(self, domain: str, trust: Trust) -> None:
        prefix = hash_of(domain)[:PREFIX_DIGITS]
        # What was submitted to a server that trusts its user is not there for one that trusts nobody.
        self.record, self.history, self.validators = (
            f"smallprint:{kind}:{trust}:{{{prefix}}}:{domain}" for kind in ("record", "history", "validators")
        )
        self.lookup = _lookup_key(prefix, trust)

    def __iter__(self) -> Iterator[str]:
        return iter((self.record, self.history, self.validators, self.lookup))


def _lookup_key(prefix: str, trust: Trust) -> str:
    return f"smallprint:lookup:{trust}:{{{prefix}}}"


class Records:
    """Records under their domains, each kept as the bytes that are sent."""

    def __init__(self, servers: Servers, trust: Trust, lifetime: timedelta) -> None:
        self._servers = servers
        self._trust = trust
        self._lifetime = lifetime
        # A lookup renews a record that nobody has looked up for so long: most lookups write nothing.
        self._renewed_after = min(timedelta(days=1), lifetime / 10)
        self._looked_at: Memory[str, bool] = Memory(_MAX_LOOKED_AT, _LOOKED_AT_SECONDS)
        self._due = Due(servers, trust)

    @property
    def takes_submissions(self) -> bool:
        """Whether what is submitted makes a record here."""
        return self._trust is Trust.SELF

    def get(self, domain: str) -> Packed | None:
        """Return the record, JSON, and start its lifetime anew, at most once a day; None where there is none."""
        keys = self._keys(domain)

        def get(client: redis.Redis) -> bytes | None:
            if self._looked_at.get(keys.record):
                return cast("bytes | None", client.get(keys.record))
            # Neither GETEX nor a transaction: a Redis whose memory is full refuses both.
            with client.pipeline(transaction=False) as pipe:
                pipe.get(keys.record)
                pipe.pttl(keys.record)
                record, left = pipe.execute()
                if record is not None and _milliseconds(left) < self._lifetime - self._renewed_after:
                    for key in keys:
                        pipe.expire(key, self._lifetime)
                    pipe.execute()
            self._looked_at.put(keys.record, True)
            return cast("bytes | None", record)

        record = self._servers.run(keys.record, get)
        return None if record is None else Packed.read(record)

    def history(self, domain: str) -> bytes | None:
        """Return what changed in the domain's policies, a `DomainHistory` as JSON; None where there is no record."""
        keys = self._keys(domain)

        def get(client: redis.Redis) -> bytes | None:
            with client.pipeline(transaction=False) as pipe:
                pipe.exists(keys.record)
                pipe.lrange(keys.history, 0, -1)
                known, kept = pipe.execute()
            return msgspec.json.encode(DomainHistory(domain, tuple(map(msgspec.Raw, kept)))) if known else None

        return self._servers.run(keys.record, get)

    def lookup(self, prefix: str) -> list[msgspec.Raw]:
        """Return the entry (a `LookupEntry` as JSON) of each record whose domain's hash begins with `prefix`."""
        key = _lookup_key(prefix, self._trust)

        def get(client: redis.Redis) -> list[msgspec.Raw]:
            entries = cast("dict[bytes, bytes]", client.hgetall(key))
            domains = sorted(entries)
            with client.pipeline(transaction=False) as pipe:
                # The record has the last word: it may have been forgotten by Redis itself, for want of memory.
                for domain in domains:
                    pipe.exists(self._keys(domain.decode()).record)
                return [
                    msgspec.Raw(entries[domain]) for domain, known in zip(domains, pipe.execute(), strict=True) if known
                ]

        return self._servers.run(key, get)

    def submit(self, domain: str, url: str, summary: bytes, read_at: datetime) -> None:
        """Enter a submitted summary as that of the policy at `url`, where submissions are trusted."""
        if self.takes_submissions:
            self._enter(domain, Reading(url, summary, read_at, _BY_THE_USER))

    def enter(self, domain: str, reading: Reading, gone: Collection[str] = (), asked_for: bool = True) -> None:
        """Enter a policy that the server read itself; drop the documents at the URLs that are `gone` from the site.

        Where nobody `asked_for` it, the record's lifetime goes on as it was.
        """
        # First, so that there is never a record that would not be read again.
        self._due.put(domain, reading.at + reading.due_after)
        self._enter(domain, reading, gone, asked_for)

    def confirm(self, domain: str, url: str, at: datetime, due_after: timedelta = READ_AGAIN) -> None:
        """Note that the site said `at` this time that its policy at `url` has not changed."""
        self._due.put(domain, at + due_after)
        self._replace(domain, lambda document: _checked(document, at) if document.url == url else document)

    def miss(self, domain: str, at: datetime) -> None:
        """Note that what the server had read of the domain could not be read again `at` this time; it stays."""
        self._replace(domain, lambda document: _missed(document, at))

    def _replace(self, domain: str, change: Callable[[_Document], _Document]) -> None:
        keys = self._keys(domain)

        def replace(pipe: Pipeline) -> None:
            kept = cast("bytes | None", pipe.get(keys.record))
            pipe.multi()
            if kept is not None:
                pipe.set(keys.record, _packed(domain, tuple(map(change, _documents(kept)))), keepttl=True)

        self._servers.run(keys.record, lambda client: client.transaction(replace, keys.record))

    def known(self, domain: str) -> dict[str, tuple[DomainDocument[msgspec.Raw], Validators]]:
        """Return the documents of a record by their URLs, each with what the site said of it when it was read."""
        keys = self._keys(domain)

        def get(client: redis.Redis) -> tuple[bytes | None, dict[bytes, bytes]]:
            with client.pipeline(transaction=False) as pipe:
                pipe.get(keys.record)
                pipe.hgetall(keys.validators)
                record, validators = pipe.execute()
            return record, validators

        record, validators = self._servers.run(keys.record, get)
        documents = _documents(record)
        return {
            document.url: (document, _validators.decode(validators.get(document.url.encode(), b"{}")))
            for document in documents
        }

    def due(self, now: datetime, limit: int) -> list[str]:
        """Return at most `limit` domains that are to be read again, their records being in use.

        Each is returned to one caller, and again a day later.
        """
        return self._due.take(now, now + READ_AGAIN, limit, self._is_in_use)

    def forget(self, domain: str) -> bool:
        """Remove the record, its history and its entry among the lookups; return whether there was any."""
        known = [self._remove(domain, trust) for trust in Trust]
        due = [Due(self._servers, trust).remove(domain) for trust in Trust]
        return any(known + due)

    def _remove(self, domain: str, trust: Trust) -> bool:
        keys = _Keys(domain, trust)

        def remove(client: redis.Redis) -> int:
            with client.pipeline() as pipe:
                pipe.delete(keys.record, keys.history, keys.validators)
                pipe.hdel(keys.lookup, domain)
                return sum(pipe.execute())

        return self._servers.run(keys.record, remove) > 0

    def _is_in_use(self, domain: str) -> bool:
        """Whether the record was looked up of late, as its lifetime tells; what has expired is no longer due."""
        keys = self._keys(domain)
        left = _milliseconds(self._servers.run(keys.record, lambda client: client.pttl(keys.record)))
        if left < timedelta(0):
            self._due.remove(domain)
            self._remove(domain, self._trust)
            return False
        return self._lifetime - left <= IN_USE

    def _enter(self, domain: str, reading: Reading, gone: Collection[str] = (), asked_for: bool = True) -> None:
        keys = self._keys(domain)

        def enter(pipe: Pipeline) -> None:
            kept = cast("bytes | None", pipe.get(keys.record))
            left = _milliseconds(pipe.pttl(keys.record))
            lifetime = self._lifetime if asked_for or left <= timedelta(0) else left
            lookup_lifetime = max(lifetime, _milliseconds(pipe.pttl(keys.lookup)))
            before = _documents(kept)
            documents = _with(before, _document(reading), gone)
            pipe.multi()
            pipe.set(keys.record, _packed(domain, documents), px=lifetime)
            for change in reversed(_changes(before, reading, gone)):
                pipe.lpush(keys.history, msgspec.json.encode(change))
            pipe.ltrim(keys.history, 0, MAX_CHANGES - 1)
            pipe.pexpire(keys.history, lifetime)
            pipe.hset(keys.validators, reading.url, msgspec.json.encode(reading.validators))
            for url in {document.url for document in before} - {document.url for document in documents}:
                pipe.hdel(keys.validators, url)
            pipe.pexpire(keys.validators, lifetime)
            pipe.hset(keys.lookup, domain, msgspec.json.encode(_lookup_entry(domain, documents)))
            pipe.pexpire(keys.lookup, lookup_lifetime)

        self._servers.run(keys.record, lambda client: client.transaction(enter, keys.record, keys.lookup))

    def _keys(self, domain: str) -> _Keys:
        return _Keys(domain, self._trust)


def _documents(kept: bytes | None) -> tuple[_Document, ...]:
    return () if kept is None else _records.decode(Packed.read(kept).body).documents


def _packed(domain: str, documents: tuple[_Document, ...]) -> bytes:
    return Packed.of(msgspec.json.encode(DomainRecord(domain, documents))).kept()


def _milliseconds(number: int) -> timedelta:
    return timedelta(milliseconds=number)


def _document(reading: Reading) -> _Document:
    facts = _summaries.decode(reading.summary).document
    summary = msgspec.Raw(reading.summary)
    return DomainDocument(reading.url, facts.kind, reading.at, facts.policy_date, reading.provenance, summary)


def _checked(document: _Document, at: datetime) -> _Document:
    return msgspec.structs.replace(document, checked_at=at, missing_since=msgspec.UNSET)


def _missed(document: _Document, at: datetime) -> _Document:
    if document.provenance.how is Source.SUBMITTED or document.missing_since is not msgspec.UNSET:
        return document
    return msgspec.structs.replace(document, missing_since=at)


def _with(before: tuple[_Document, ...], document: _Document, gone: Collection[str]) -> tuple[_Document, ...]:
    others = (other for other in before if other.url != document.url and other.url not in gone)
    return (document, *others)[:_MAX_DOCUMENTS]


def _lookup_entry(domain: str, documents: tuple[_Document, ...]) -> LookupEntry:
    return entry_of(domain, (document.summary for document in documents))


def _changes(before: tuple[_Document, ...], reading: Reading, gone: Collection[str]) -> tuple[Change, ...]:
    """What the policy says otherwise than before, also where it has moved and its old place is gone."""
    kind = _summaries.decode(reading.summary).document.kind
    here = [document for document in before if document.url == reading.url]
    moved = [document for document in before if document.url in gone and document.kind == kind]
    for document in (here or moved)[:1]:
        return changes(document.summary, reading.summary, reading.at, reading.url)
    return ()
