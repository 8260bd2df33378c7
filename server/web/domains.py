"""Domains: what is known of a site's policies."""

from flask import Blueprint, Response

from server.analysis import Summary
from server.domains import NoDomain, registrable_domain
from server.history import Change, DomainHistory
from server.rendering import Style, one_line, render
from server.settings import Budget
from server.store.records import DomainRecord
from server.store.searches import Search, SearchState
from server.web import limits, observation, problems
from server.web.answers import ASK_AGAIN, JSON, STYLES, answer, answer_as_preferred
from server.web.observation import Collection, Outcome
from server.web.operations import Operation
from server.web.service import store

blueprint = Blueprint("domains", __name__)

_PROBLEMS = (problems.BadRequest, problems.UnknownDomain, problems.RateLimited, problems.StoreAway)


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


def _registrable(domain: str) -> str:
    try:
        return registrable_domain(domain)
    except NoDomain as error:
        raise problems.BadRequest(f"domain: {problems.echo(domain)}: {error}.") from error


def _unknown(domain: str) -> problems.UnknownDomain:
    search = store().searches.get(domain)
    return problems.UnknownDomain(_what_came_of(search, domain) or f"No policy has been read for {domain} yet.")


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
