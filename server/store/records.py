"""Records: what is known of a domain's policies, and who may write it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Generic, TypeVar, cast

import msgspec
import redis
from redis.client import Pipeline

from server.settings import Trust
from server.store.connection import away_on_error

S = TypeVar("S")

# A site has a handful of policies. Whoever submits every page of one fills no memory with it.
_MAX_DOCUMENTS = 10


class Source(StrEnum):
    """How a document came into a record."""

    SUBMITTED = "submitted"


class Provenance(msgspec.Struct, frozen=True):
    """How a document came into a record, for programs (`how`) and for readers (`detail`)."""

    how: Source
    detail: str


class DomainDocument(msgspec.Struct, Generic[S], frozen=True):
    """A policy of a domain as it was last read. `url` has no user, query or fragment."""

    url: str
    kind: str
    read_at: Annotated[datetime, msgspec.Meta(tz=True)]
    policy_date: str | None
    provenance: Provenance
    summary: S


class DomainRecord(msgspec.Struct, Generic[S], frozen=True):
    """All that is known of a domain, what was read last first."""

    domain: str
    documents: tuple[DomainDocument[S], ...]


class _Facts(msgspec.Struct):
    kind: str
    policy_date: str | None


class _Summarised(msgspec.Struct):
    document: _Facts


# Summaries pass through as the bytes they are, so that a record and `/v1/summaries` never differ.
_records = msgspec.json.Decoder(DomainRecord[msgspec.Raw])
_summaries = msgspec.json.Decoder(_Summarised)

_BY_THE_USER = Provenance(Source.SUBMITTED, "Submitted by this server's user.")


class Records:
    """Records under their domains, each kept as the bytes that are sent."""

    def __init__(self, client: redis.Redis, trust: Trust, lifetime: timedelta) -> None:
        self._client = client
        self._trust = trust
        self._lifetime = lifetime

    def get(self, domain: str) -> bytes | None:
        """Return the record as JSON and start its lifetime anew; None where there is none."""
        # Neither GETEX nor a transaction: a Redis whose memory is full refuses both.
        with away_on_error(), self._client.pipeline(transaction=False) as pipe:
            pipe.get(self._key(domain))
            pipe.expire(self._key(domain), self._lifetime)
            record, _ = pipe.execute()
        return cast("bytes | None", record)

    def submit(self, domain: str, url: str, summary: bytes, read_at: datetime) -> None:
        """Enter a submitted summary as that of the policy at `url`, where submissions are trusted."""
        if self._trust is not Trust.SELF:
            return
        facts = _summaries.decode(summary).document
        document = DomainDocument(url, facts.kind, read_at, facts.policy_date, _BY_THE_USER, msgspec.Raw(summary))
        with away_on_error():
            self._client.transaction(lambda pipe: self._enter(pipe, domain, document), self._key(domain))

    def _enter(self, pipe: Pipeline, domain: str, document: DomainDocument[msgspec.Raw]) -> None:
        kept = pipe.get(self._key(domain))
        others = () if kept is None else _records.decode(kept).documents
        documents = (document, *(other for other in others if other.url != document.url))
        record = DomainRecord(domain, documents[:_MAX_DOCUMENTS])
        pipe.multi()
        pipe.set(self._key(domain), msgspec.json.encode(record), ex=self._lifetime)

    def _key(self, domain: str) -> str:
        # What was submitted to a server that trusts its user is not there for one that trusts nobody.
        return f"smallprint:record:{self._trust}:{{{domain}}}"
