"""Findings and sentences as the tests of the later steps need them."""

from server.analysis.model import Evidence, Finding, Sentence
from server.analysis.vocabulary import PRACTICES, Stance


def evidence(quote: str = "We said so here.", start: int = 0) -> Evidence:
    return Evidence(quote, quote, start, start + len(quote), "", "")


def finding(
    practice: str,
    stance: Stance = Stance.DOES,
    *,
    hedged: bool = False,
    count: int = 1,
    region: str | None = None,
    proof: Evidence | None = None,
) -> Finding:
    commitment = PRACTICES[practice].stances[stance]
    label = commitment.hedged_label if hedged and commitment.hedged_label else commitment.label
    proofs = (proof or evidence(),)
    category = PRACTICES[practice].category
    return Finding(practice, category, stance, hedged, commitment.level, label, region, count, proofs)


def sentence(text: str) -> Sentence:
    return Sentence(0, len(text), text, text, "", "", 0)
