"""Findings of one policy that cannot both hold."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import re2

from server.analysis.model import Contradiction, Evidence, Finding
from server.analysis.parts import part
from server.analysis.plain import plain
from server.analysis.vocabulary import Stance

# What a site does or does not, as a whole. Of the other practices a policy may well say both: it keeps some
# data and not others, some messages can be refused and some cannot, a card is charged by somebody else.
_WHOLE = {
    "allows-third-party-trackers",
    "encrypts-data",
    "makes-automated-decisions",
    "sells-data",
    "shares-for-credit-checks",
    "shares-for-marketing",
    "shares-with-affiliates",
    "shares-with-service-providers",
    "tracks-across-sites",
    "transfers-abroad",
    "uses-cookies",
    "uses-for-ai-training",
    "uses-for-marketing",
    "uses-for-targeted-ads",
}

# What breaks the promise that nothing is shared without consent, where it is made without an exception.
_PROMISE = "shares-only-with-consent"
_BREAKS = {
    "sells-data",
    "shares-for-marketing",
    "shares-with-service-providers",
    "discloses-at-own-discretion",
    "transfers-in-business-sale",
}
_EXCEPTS = re2.compile(
    r"\b(?:except\w*|excluding|other than|apart from|aside from|unless|beyond|required?|describ\w+|stated"
    r"|set (?:out|forth)|provided|noted|disclosed|following|above|below|circumstances|purposes?|such as|like)\b"
)


def _clash(one: Finding, other: Finding) -> bool:
    if one.region != other.region:
        return False
    if one.practice == other.practice:
        return {one.stance, other.stance} == {Stance.DOES, Stance.DOES_NOT} and one.practice in _WHOLE
    pair = {one.practice, other.practice}
    return one.stance is other.stance is Stance.DOES and _PROMISE in pair and bool(pair & _BREAKS)


def _proof(finding: Finding) -> Evidence | None:
    """The quote that cannot be squared with another's: of the promise, one that leaves no way out."""
    if finding.practice != _PROMISE:
        return finding.evidence[0]
    absolute = (one for one in finding.evidence if not _EXCEPTS.search(plain(f"{one.lead_in} {one.display}")))
    return next(absolute, None)


def _pairs(findings: Sequence[Finding]) -> Iterator[Contradiction]:
    for one, other in combinations(findings, 2):
        if _clash(one, other) and (first := _proof(one)) and (second := _proof(other)):
            yield Contradiction(
                practices=(one.practice, other.practice),
                text=f"The policy says both \u201c{one.label}\u201d and \u201c{other.label}\u201d.",
                evidence=(first, second),
                parts=(part(one), part(other)),
            )


def contradictions(findings: Sequence[Finding]) -> tuple[Contradiction, ...]:
    """Return the pairs of `findings` that cannot both hold for the same readers, each with a quote for both sides."""
    return tuple(_pairs(findings))
