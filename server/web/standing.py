"""How what was just summarised stands: where it is from, and what the record of its domain has."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

import msgspec

from server.analysis import Summary
from server.domains import NoDomain, registrable_domain
from server.rendering import Style, one_line, paragraph, render
from server.settings import Budget
from server.store.connection import StoreAway
from server.store.queue import Line
from server.store.records import DomainRecord
from server.store.searches import Search, SearchState
from server.web import limits, problems, searches
from server.web.service import now, store
from server.web.submissions import Policy

# A site that has no record is looked at by itself once so often, however many people submit its policy.
_LOOKED_FOR_AGAIN = timedelta(days=7)
# A search that has not ended for so long never will: its worker died as it took it, or its queue was lost.
_LOST_AFTER = timedelta(days=1)


class How(StrEnum):
    """Who read a policy: whoever submitted it, or the server."""

    SUBMITTED = "submitted"
    FETCHED = "fetched"


class Provenance(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a policy came here, when, and from where, "" where that was not said."""

    how: How
    read_at: Annotated[datetime, msgspec.Meta(tz=True)]
    url: str = ""


class RecordState(StrEnum):
    """Whether a domain's record has the very same summary, others, or is none; UNKNOWN while the store is away."""

    SAME = "same"
    DIFFERS = "differs"
    NONE = "none"
    UNKNOWN = "unknown"


class Standing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the record of `domain` has: the summary of this id, read then; None where it has none."""

    domain: str
    state: RecordState
    read_at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class SubmittedSummary(Summary):
    """A summary, where its policy is from, and how that stands to the record of its domain, where it has one."""

    provenance: Provenance
    record: Standing | msgspec.UnsetType = msgspec.UNSET


class _Id(msgspec.Struct, frozen=True):
    id: str


_RECORDS = msgspec.json.Decoder(DomainRecord[_Id])
_IDS = msgspec.json.Decoder(_Id)


def with_standing(summary: bytes, policy: Policy, domain: str | None) -> bytes:
    """Return the JSON of `summary` with two more members at its end, a `SubmittedSummary`."""
    how = How.FETCHED if policy.source else How.SUBMITTED
    more = {"provenance": msgspec.json.encode(Provenance(how, now(), policy.source or policy.url))}
    if domain:
        more["record"] = msgspec.json.encode(_standing(domain, policy.url, summary))
    members = b"".join(b',"%b":%b' % (name.encode(), value) for name, value in more.items())
    return summary.removesuffix(b"}") + members + b"}"


def in_words(submitted: SubmittedSummary, style: Style) -> str:
    """Return the summary as words, and under it where the policy is from and what the record of its domain has."""
    said = [_said_of_source(submitted.provenance, style)]
    if submitted.record is not msgspec.UNSET:
        said.append(_said_of_record(submitted.record))
    return "\n".join([render(submitted, style), *(paragraph(line, style) for line in said)]) + "\n"


def _said_of_source(provenance: Provenance, style: Style) -> str:
    where = f", from {one_line(provenance.url, style)}" if provenance.url else ""
    return f"{provenance.how.capitalize()} on {provenance.read_at:%Y-%m-%d}{where}."


def _said_of_record(record: Standing) -> str:
    match record.state:
        case RecordState.SAME:
            return f"It is what is on record for {record.domain}, read on {record.read_at:%Y-%m-%d}."
        case RecordState.DIFFERS:
            return f"What is on record for {record.domain}, read on {record.read_at:%Y-%m-%d}, differs."
        case RecordState.NONE:
            return f"Nothing is on record for {record.domain}."
        case RecordState.UNKNOWN:
            return f"What is on record for {record.domain} cannot be looked up just now."


def domain_of(url: str) -> str | None:
    """Return the registrable domain of `url`; None where it has none that could be looked up."""
    try:
        return registrable_domain(urlsplit(url).hostname or "")
    except NoDomain:
        return None


def _standing(domain: str, url: str, summary: bytes) -> Standing:
    try:
        record = store().records.get(domain)
        if record is None:
            _have_looked_for(domain)
            return Standing(domain, RecordState.NONE)
    except StoreAway:
        return Standing(domain, RecordState.UNKNOWN)
    documents = _RECORDS.decode(record.body).documents
    own = _IDS.decode(summary).id
    for document in documents:
        if document.summary.id == own:
            return Standing(domain, RecordState.SAME, document.read_at, own)
    there = next((document for document in documents if document.url == url), documents[0])
    return Standing(domain, RecordState.DIFFERS, there.read_at, there.summary.id)


def _have_looked_for(domain: str) -> None:
    """Have the site asked itself, where this server takes no submission's word, and it was not asked of late."""
    search = store().searches.get(domain)
    if store().records.takes_submissions or (search and not _is_long_ago(search)):
        return
    with suppress(problems.RateLimited):  # nobody asked for it
        limits.take(Budget.SEARCHES)
        searches.begin(domain, Line.UNASKED)


def _is_long_ago(search: Search) -> bool:
    ended = search.state in (SearchState.DONE, SearchState.FAILED)
    return now() - search.at >= (_LOOKED_FOR_AGAIN if ended else _LOST_AFTER)
