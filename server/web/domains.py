"""Domains: what is known of a site's policies, and how to have them looked for."""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Annotated

import msgspec
from flask import Blueprint, Response, url_for

from server.analysis import Summary
from server.domains import NoDomain, registrable_domain
from server.history import Change, DomainHistory
from server.rendering import Style, one_line, render
from server.settings import Budget
from server.store.queue import Line
from server.store.records import DomainRecord
from server.store.searches import APART, Search, SearchState
from server.web import limits, observation, problems, searches
from server.web.answers import ASK_AGAIN, JSON, STYLES, answer, answer_as_preferred
from server.web.observation import Collection, Outcome
from server.web.operations import Operation
from server.web.service import now, store

blueprint = Blueprint("domains", __name__)

_PROBLEMS = (problems.BadRequest, problems.UnknownDomain, problems.RateLimited, problems.StoreAway)


class Refresh(msgspec.Struct, frozen=True):
    """How far the search for a domain's policy is, when it was asked for, and when the next may be."""

    domain: str
    state: SearchState
    asked_at: Annotated[datetime, msgspec.Meta(tz=True)]
    again_at: Annotated[datetime, msgspec.Meta(tz=True)]


@blueprint.get("/v1/domains/<domain>")
@Operation(
    title="Look up a domain", answers={JSON: DomainRecord[Summary], **dict.fromkeys(STYLES, str)}, problems=_PROBLEMS
)
def show(domain: str) -> Response:
    """Return the record of the registrable domain that the host `domain` belongs to."""
    registrable = _registrable(domain)
    limits.take(Budget.DOMAINS)
    record = store().records.get(registrable)
    observation.note_cache(Collection.RECORD, Outcome.HIT if record else Outcome.MISS)
    if record is None:
        raise _unknown(registrable)
    return answer_as_preferred(record, DomainRecord[Summary], _in_words, ASK_AGAIN)


@blueprint.get("/v1/domains/<domain>/history")
@Operation(title="Read what changed in a domain's policies", answers={JSON: DomainHistory[Change]}, problems=_PROBLEMS)
def show_history(domain: str) -> Response:
    """Return what changed, badge by badge, in the policies of the domain that the host `domain` belongs to."""
    registrable = _registrable(domain)
    limits.take(Budget.DOMAINS)
    history = store().records.history(registrable)
    if history is None:
        raise _unknown(registrable)
    return answer(history, JSON, ASK_AGAIN)


@blueprint.post("/v1/domains/<domain>/refresh")
@Operation(
    title="Have a domain's policy looked for and read",
    method="post",
    status=HTTPStatus.ACCEPTED,
    answers={JSON: Refresh},
    headers={"Location": "Where the record will be."},
    problems=(problems.BadRequest, problems.RateLimited, problems.StoreAway),
)
def refresh(domain: str) -> Response:
    """Have the policy of the domain that the host `domain` belongs to looked for, and read, by the site's own word.

    Once an hour a domain: asked again, the answer tells how far the last search is.
    """
    registrable = _registrable(domain)
    limits.take(Budget.SEARCHES)
    wait = timedelta(seconds=searches.begin(registrable, Line.ASKED))
    asked_at = now() - (APART - wait if wait else timedelta())
    search = store().searches.get(registrable)
    state = search.state if search else SearchState.QUEUED
    answered = Refresh(registrable, state, asked_at, asked_at + APART)
    response = Response(msgspec.json.encode(answered), HTTPStatus.ACCEPTED, mimetype=JSON)
    response.headers["Location"] = url_for("domains.show", domain=registrable)
    return response


def _registrable(domain: str) -> str:
    try:
        return registrable_domain(domain)
    except NoDomain as error:
        raise problems.BadRequest(f"domain: {problems.echo(domain)}: {error}.") from error


def _unknown(domain: str) -> problems.UnknownDomain:
    search = store().searches.get(domain)
    detail = _what_came_of(search, domain) or f"No policy has been read for {domain} yet."
    return problems.UnknownDomain(detail, search=search)


def _what_came_of(search: Search | None, domain: str) -> str | None:
    match search:
        case Search(state=SearchState.QUEUED | SearchState.READING, at=at):
            return f"The policy of {domain} is being looked for, since {at:%Y-%m-%d %H:%M} UTC."
        case Search(state=SearchState.FAILED, at=at, reason=reason):
            return f"A policy of {domain} was looked for on {at:%Y-%m-%d} and none was read: {reason}"
    return None


def _in_words(record: DomainRecord[Summary], style: Style) -> str:
    return "\n".join(
        f"{one_line(document.url, style)}\nRead on {document.read_at:%Y-%m-%d}. {document.provenance.detail}\n\n"
        + render(document.summary, style)
        for document in record.documents
    )
