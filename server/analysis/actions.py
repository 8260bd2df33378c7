"""What the reader can do, as links that the policy itself gives."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

import re2

from server.analysis.model import Action, Document, Evidence, Finding, Link
from server.analysis.plain import plain
from server.analysis.vocabulary import Stance

_KINDS = {
    "can-opt-out-of-marketing": ("opt-out", "Opt out of marketing"),
    "can-opt-out-of-tracking": ("opt-out", "Opt out of tracking"),
    "can-delete": ("delete", "Ask for deletion"),
    "can-access-or-correct": ("access", "See or correct your data"),
    "can-export": ("access", "Ask for a copy of your data"),
    "provides-privacy-contact": ("contact", "Ask about privacy"),
}
# What a link, its label or the words before it say where it leads to more than reading matter.
_ANYWHERE = (
    r"mailto:|contact|request|settings|preferences|\bdsar\b|//privacy\.|privacy[- ]?(?:cent(?:er|re)|portal|dashboard)"
)
_FITTING = {
    "opt-out": re2.compile(
        rf"{_ANYWHERE}|opt(?:ing)?[-_ ]?out|choices|unsubscri|do[-_ ]?not[-_ ]?sell|object|disabl|withdraw|add-?on"
        r"|plug-?in|ad ?cent(?:er|re)|\baccount|\bconsent|\baboutads\b|\bthenai\b|\bnetworkadvertising\b"
    ),
    "delete": re2.compile(rf"{_ANYWHERE}|delet|eras|remov|clos(?:e|ing)\b|deactivat|forg[eo]t|\baccount"),
    "access": re2.compile(
        rf"{_ANYWHERE}|access|correct|rectif|updat|edit|review|download|export|portab|takeout|\baccount|profile|\bcopy"
    ),
    "contact": re2.compile(rf"{_ANYWHERE}|email|\bmail\b|\bform\b|support|\bdpo\b|officer|feedback|\bwrit(?:e|ing)\b"),
}
_SCHEMES = ("http://", "https://", "mailto:")
# Where Cloudflare hides an e-mail address: without its script the link leads nowhere.
_HIDDEN_ADDRESS = "/cdn-cgi/l/email-protection"
_MOST_PER_KIND = 3


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


def _all(document: Document, findings: Sequence[Finding]) -> Iterator[Action]:
    links = sorted(
        (link for block in document.blocks for link in block.links if _leads_somewhere(link)), key=attrgetter("start")
    )
    for finding in findings:
        if finding.practice not in _KINDS or finding.stance is not Stance.DOES:
            continue
        kind, label = _KINDS[finding.practice]
        for evidence in finding.evidence:
            for link in _fitting(document.text, _inside(links, evidence), evidence, kind):
                yield Action(kind, label, link.href, evidence, finding.practice)


def _leads_somewhere(link: Link) -> bool:
    return link.href.lower().startswith(_SCHEMES) and _HIDDEN_ADDRESS not in link.href


def _inside(links: Sequence[Link], evidence: Evidence) -> Sequence[Link]:
    first, after = (bisect_left(links, place, key=attrgetter("start")) for place in (evidence.start, evidence.end))
    return links[first:after]


def _fitting(text: str, links: Sequence[Link], evidence: Evidence, kind: str) -> Sequence[Link]:
    """Those that fit `kind` by their own words, else by the words before them, else the only one."""
    words_begin = [evidence.start, *(link.end for link in links[:-1])]
    for begins in ([link.start for link in links], words_begin):
        # A link may go on after the evidence, to the end of the page.
        words = (text[begin : min(link.end, evidence.end)] for begin, link in zip(begins, links, strict=False))
        fitting = [link for link, said in zip(links, words, strict=True) if _fits(kind, said, link)]
        if fitting:
            return fitting
    return links if len({link.href for link in links}) == 1 else ()


def _fits(kind: str, said: str, link: Link) -> bool:
    return bool(_FITTING[kind].search(f"{plain(said)} {plain(link.href)}"))
