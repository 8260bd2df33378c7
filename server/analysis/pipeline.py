"""The whole analysis on one screen."""

from server.analysis.actions import actions
from server.analysis.badges import award
from server.analysis.contradictions import contradictions
from server.analysis.findings import find
from server.analysis.gate import check
from server.analysis.grade import grade
from server.analysis.identity import ANALYSIS, summary_id
from server.analysis.model import Document, Summary
from server.analysis.not_stated import not_stated
from server.analysis.outline import outline
from server.analysis.overview import overview
from server.analysis.sentences import split


def summarise(document: Document) -> Summary:
    """Return the summary of the policy `document`; raise a Refusal where it is not an English privacy policy."""
    facts = check(document)
    sentences = split(document)
    found = find(document, sentences)
    findings = found.stated
    badges = award(findings)
    parts = outline(document, sentences, found.topics)
    return Summary(
        id=summary_id(document),
        analysis=ANALYSIS,
        document=facts,
        grade=grade(badges),
        overview=overview(findings),
        badges=badges,
        findings=findings,
        not_stated=not_stated(found, sentences, parts),
        contradictions=contradictions(findings),
        actions=actions(document, findings),
        outline=parts,
    )
