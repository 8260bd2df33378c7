"""What a reader would look for and the policy is silent on."""

from collections.abc import Sequence

import re2

from server.analysis.findings import Findings
from server.analysis.model import OutlineEntry, Sentence
from server.analysis.vocabulary import PRACTICES, Category, Practice, Topic

# Nearly every policy has parts on these; that tells nothing of one practice in them, so the words decide.
_BROAD = {Category.FIRST_PARTY, Category.THIRD_PARTY}

_MENTIONS = {practice.id: re2.compile(practice.mentions) for practice in PRACTICES.values() if practice.mentions}


def not_stated(findings: Findings, sentences: Sequence[Sentence], outline: Sequence[OutlineEntry]) -> tuple[str, ...]:
    """Return the expected practices on which nothing was found and of which nothing in the policy speaks.

    A part of the outline, and a sentence's topic, speak of their category; a sentence speaks of the practices whose
    words it holds or that it is hinted to state. There something may be stated that was not recognised, and silence
    must not be claimed.
    """
    found = {finding.practice for finding in findings.stated} | findings.hinted
    topics = frozenset[Topic]().union(*findings.topics)
    spoken = ({entry.category for entry in outline} | {topic.category for topic in topics}) - _BROAD
    text = " ".join(sentence.plain for sentence in sentences).encode()

    def silent(practice: Practice) -> bool:
        mentions = _MENTIONS.get(practice.id)
        return practice.category not in spoken and not (mentions and mentions.search(text))

    expected = (practice for practice in PRACTICES.values() if practice.expected and practice.id not in found)
    return tuple(practice.id for practice in expected if silent(practice))
