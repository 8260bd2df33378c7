"""Summaries: made of what is submitted, found again by id."""

from contextlib import suppress
from enum import StrEnum
from threading import BoundedSemaphore

import msgspec
from flask import Blueprint, Response

from server import metrics
from server.analysis import Document, Summary, summarise
from server.rendering import render
from server.settings import Budget
from server.store.connection import StoreAway
from server.store.packed import Packed
from server.web import limits, problems, submissions
from server.web.answers import ASK_AGAIN, JSON, NEVER_CHANGES, STYLES, answer, answer_as_preferred
from server.web.observation import Collection, Outcome, note_cache
from server.web.operations import Operation
from server.web.service import now, recent, store
from server.web.standing import SubmittedSummary, domain_of, in_words, with_standing
from server.web.submissions import Policy
from server.web.timing import Timing

blueprint = Blueprint("summaries", __name__)


class CacheStatus(StrEnum):
    """What the store had to do with an answer, in the words of RFC 9211."""

    HIT = "smallprint; hit"
    STORED = "smallprint; fwd=miss; stored"
    MISS = "smallprint; fwd=miss"
    BYPASS = "smallprint; fwd=bypass"


# How many texts a process reads at a time. The interpreter lets only one go on at any moment; the others are so that a
# short text need not wait for a long one, of which a million characters take seconds, and some 40 MB, each.
_turns = BoundedSemaphore(4)
_LONGEST_WAIT_SECONDS = 20.0

_FORMS = {JSON: Summary, **dict.fromkeys(STYLES, str)}


@blueprint.post("/v1/summaries")
@Operation(
    title="Summarise a policy",
    method="post",
    body={JSON: submissions.Submission, **dict.fromkeys(submissions.BARE, str)},
    query=submissions.From.__struct_fields__,
    answers={**_FORMS, JSON: SubmittedSummary},
    headers={
        "Cache-Status": "RFC 9211: whether the summary was in the store.",
        "Link": 'Where the server has read the policy, after all redirects, if it did: `<…>; rel="via"`.',
        "Server-Timing": "How long each step took, in milliseconds.",
    },
    problems=(
        problems.BadRequest,
        problems.RateLimited,
        *problems.NOT_READ.values(),
        *problems.REFUSED.values(),
    ),
)
def create() -> Response:
    """Return the summary of the policy in the body, or at the address that the body gives.

    With it: where the policy is from, and whether the record of its domain has the same summary.
    """
    timing = Timing()
    policy = submissions.read(timing)
    summary, status = _find_or_make(policy, timing)
    # None where it is from an address or a name of this machine: no domain that could be looked up.
    domain = domain_of(policy.url)
    body = summary.body
    answered = with_standing(body, policy, domain)
    if domain and status is not CacheStatus.BYPASS:
        # A store that has gone since the summary was found is no reason to withhold the summary.
        with suppress(StoreAway):
            store().records.submit(domain, policy.url, body, now())
    response = answer_as_preferred(answered, SubmittedSummary, in_words, ASK_AGAIN)
    response.headers["Cache-Status"] = status
    note_cache(Collection.SUMMARY, Outcome[status.name])
    response.headers["Server-Timing"] = str(timing)
    if policy.source:
        response.headers["Link"] = f'<{policy.source}>; rel="via"'
    return response


@blueprint.get("/v1/summaries/<summary_id>")
@Operation(title="Read a summary again", answers=_FORMS, problems=(problems.UnknownSummary, problems.StoreAway))
def show(summary_id: str) -> Response:
    """Return the summary that was made under this id."""
    summary = store().summaries.get(summary_id)
    note_cache(Collection.SUMMARY, Outcome.HIT if summary else Outcome.MISS)
    if summary is None:
        raise _unknown(summary_id)
    return answer_as_preferred(summary, Summary, render, NEVER_CHANGES)


@blueprint.get("/v1/summaries/<summary_id>/text")
@Operation(
    title="Read the text that a summary was made from",
    answers={"text/plain": str},
    problems=(problems.UnknownSummary, problems.StoreAway),
)
def show_text(summary_id: str) -> Response:
    """Return the document's text, into which all offsets of the summary point, to the letter."""
    text = store().summaries.text(summary_id)
    note_cache(Collection.TEXT, Outcome.MISS if text is None else Outcome.HIT)
    if text is None:
        raise _unknown(summary_id)
    return answer(text, "text/plain", NEVER_CHANGES)


def _find_or_make(policy: Policy, timing: Timing) -> tuple[Packed, CacheStatus]:
    summary, status = _find(policy.id, timing)
    if summary is None:
        limits.take(Budget.SUMMARIES)
        with timing.step("read"):
            document = policy.read()
        summary = _make(document, timing)
        if status is CacheStatus.MISS:
            status = _keep(policy.id, summary, document.text, timing)
    recent().summaries.put(policy.id, summary)
    return summary, status


def _find(summary_id: str, timing: Timing) -> tuple[Packed | None, CacheStatus]:
    """The summary in the store, or, while that is away, one that this process has answered of late."""
    try:
        with timing.step("store"):
            kept = store().summaries.renew(summary_id)
    except StoreAway:
        return recent().summaries.get(summary_id), CacheStatus.BYPASS
    return kept, CacheStatus.HIT if kept else CacheStatus.MISS


def _keep(summary_id: str, summary: Packed, text: str, timing: Timing) -> CacheStatus:
    try:
        with timing.step("store"):
            store().summaries.put(summary_id, summary, text)
    except StoreAway:
        return CacheStatus.MISS
    return CacheStatus.STORED


def _make(document: Document, timing: Timing) -> Packed:
    if not _turns.acquire(timeout=_LONGEST_WAIT_SECONDS):
        raise problems.Busy("Too many policies are being read at this moment.")
    try:
        with timing.step("analysis"), metrics.analysis():
            return Packed.of(msgspec.json.encode(summarise(document)))
    finally:
        _turns.release()


def _unknown(summary_id: str) -> problems.UnknownSummary:
    return problems.UnknownSummary(f"No summary is kept under the id {problems.echo(summary_id)}.")
