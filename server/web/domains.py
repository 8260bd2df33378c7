"""Domains: what is known of a site's policies."""

from flask import Blueprint, Response

from server.analysis import Summary
from server.domains import NoDomain, registrable_domain
from server.rendering import Style, one_line, render
from server.store.records import DomainRecord
from server.web import observation, problems
from server.web.answers import ASK_AGAIN, JSON, STYLES, answer_as_preferred
from server.web.observation import Collection, Outcome
from server.web.operations import Operation
from server.web.service import store

blueprint = Blueprint("domains", __name__)


@blueprint.get("/v1/domains/<domain>")
@Operation(
    title="Look up a domain",
    answers={JSON: DomainRecord[Summary], **dict.fromkeys(STYLES, str)},
    problems=(problems.BadRequest, problems.UnknownDomain, problems.StoreAway),
)
def show(domain: str) -> Response:
    """Return the record of the registrable domain that the host `domain` belongs to."""
    try:
        registrable = registrable_domain(domain)
    except NoDomain as error:
        raise problems.BadRequest(f"domain: {problems.echo(domain)}: {error}.") from error
    record = store().records.get(registrable)
    observation.note_cache(Collection.RECORD, Outcome.HIT if record else Outcome.MISS)
    if record is None:
        raise problems.UnknownDomain(f"No policy has been read for {registrable} yet.")
    return answer_as_preferred(record, DomainRecord[Summary], _in_words, ASK_AGAIN)


def _in_words(record: DomainRecord[Summary], style: Style) -> str:
    return "\n".join(
        f"{one_line(document.url, style)}\nRead on {document.read_at:%Y-%m-%d}. {document.provenance.detail}\n\n"
        + render(document.summary, style)
        for document in record.documents
    )
