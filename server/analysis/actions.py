"""What the reader can do, as links that the policy itself gives."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

import re2

from server.analysis.model import Action, Document, Evidence, Finding, Link
from server.analysis.vocabulary import Stance

_KINDS = {
    "can-opt-out-of-marketing": ("opt-out", "Opt out of marketing"),
    "can-opt-out-of-tracking": ("opt-out", "Opt out of tracking"),
    "can-delete": ("delete", "Ask for deletion"),
    "can-access-or-correct": ("access", "See or correct your data"),
    "can-export": ("access", "Ask for a copy of your data"),
    "provides-privacy-contact": ("contact", "Ask about privacy"),
}
_SCHEMES = ("http://", "https://", "mailto:")
_EMAIL = re2.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_MOST_PER_KIND = 3


def _hrefs(links: Sequence[Link], evidence: Evidence) -> Iterator[str]:
    first = bisect_left(links, evidence.start, key=attrgetter("start"))
    for link in links[first:]:
        if link.start >= evidence.end:
            break
        if link.href.lower().startswith(_SCHEMES):
            yield link.href
    for address in _EMAIL.findall(evidence.display):
        yield f"mailto:{address.rstrip('.')}"


def _all(document: Document, findings: Sequence[Finding]) -> Iterator[Action]:
    links = sorted((link for block in document.blocks for link in block.links), key=attrgetter("start"))
    for finding in findings:
        if finding.practice not in _KINDS or finding.stance is not Stance.DOES:
            continue
        kind, label = _KINDS[finding.practice]
        for evidence in finding.evidence:
            for href in _hrefs(links, evidence):
                yield Action(kind, label, href, evidence)


def actions(document: Document, findings: Sequence[Finding]) -> tuple[Action, ...]:
    """Return the opt-out, deletion, access and contact links in the evidence of `findings`, each once a kind."""
    kept: dict[tuple[str, str], Action] = {}
    counts: dict[str, int] = {}
    for action in _all(document, findings):
        key = (action.kind, action.href.lower())
        if key not in kept and counts.get(action.kind, 0) < _MOST_PER_KIND:
            kept[key] = action
            counts[action.kind] = counts.get(action.kind, 0) + 1
    return tuple(kept.values())
