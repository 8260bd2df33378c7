"""For whom a statement holds, where it holds only for some readers."""

from collections.abc import Sequence

import re2

from server.analysis.model import Sentence
from server.analysis.plain import plain

# The first that a heading, or the opening words of a sentence, name.
_REGIONS = (
    ("California", re2.compile(r"\bcalifornia|\bccpa\b|\bcpra\b")),
    (
        "the EU and UK",
        re2.compile(
            r"\bgdpr\b|\beuropean (?:union|economic area)|\beea\b|\beu\b|\bunited kingdom\b|\buk (?:resident|user)"
        ),
    ),
    ("children", re2.compile(r"\bchild(?:ren)?\b|\bminors?\b|\bcoppa\b")),
    ("job applicants", re2.compile(r"\bjob applicants?\b|\bapplicants\b|\bcandidates?\b|\brecruit|\bcareers?\b")),
    ("some US states", re2.compile(r"\b(?:virginia|colorado|connecticut|utah|nevada|texas|oregon)\b")),
)
_OPENS = re2.compile(r"^(?:if you are|for|residents of|as an?|users in|individuals in|under)\b[^,]{0,80},")


def _region(sentence: Sentence) -> str | None:
    text = plain(sentence.display)
    opening = _OPENS.search(text)
    for place in (opening.group() if opening else "", plain(sentence.heading)):
        for name, pattern in _REGIONS:
            if pattern.search(place):
                return name
    return None


def common_region(sentences: Sequence[Sentence]) -> str | None:
    """Return the readers for whom all `sentences` hold, None where one holds for everybody."""
    regions = {_region(sentence) for sentence in sentences}
    return regions.pop() if len(regions) == 1 else None
