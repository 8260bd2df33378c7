"""Findings of one policy that cannot both hold."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from server.analysis.model import Contradiction, Finding
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

# A promise and what breaks it.
_BREAKS = {
    ("shares-only-with-consent", "sells-data"),
    ("shares-only-with-consent", "shares-for-marketing"),
}


def _clash(one: Finding, other: Finding) -> bool:
    if one.region != other.region:
        return False
    if one.practice == other.practice:
        return {one.stance, other.stance} == {Stance.DOES, Stance.DOES_NOT} and one.practice in _WHOLE
    both_do = one.stance is other.stance is Stance.DOES
    return both_do and bool(_BREAKS & {(one.practice, other.practice), (other.practice, one.practice)})


def _pairs(findings: Sequence[Finding]) -> Iterator[Contradiction]:
    for one, other in combinations(findings, 2):
        if _clash(one, other):
            yield Contradiction(
                practices=(one.practice, other.practice),
                text=f"The policy says both \u201c{one.label}\u201d and \u201c{other.label}\u201d.",
                evidence=(one.evidence[0], other.evidence[0]),
            )


def contradictions(findings: Sequence[Finding]) -> tuple[Contradiction, ...]:
    """Return the pairs of `findings` that cannot both hold for the same readers, each with a quote for both sides."""
    return tuple(_pairs(findings))
