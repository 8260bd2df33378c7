"""For whom a statement holds, where it holds only for some readers."""

from collections.abc import Sequence

import re2

from server.analysis.model import Sentence
from server.analysis.plain import plain

# What a heading, a lead-in or the opening words of a sentence name.
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
# "We do not sell the data of minors under 16" says nothing of the rest.
_OF_CHILDREN = re2.compile(
    r"\b(?:data|information) (?:of|about|from|relating to) (?:any )?(?:\w+ )?(?:children|minors"
    r"|(?:consumers|individuals|users|persons|residents|anyone|those)(?: \w+){0,5} (?:under|younger|less)(?: than)?"
    r"(?: the age of)? (?:1[3-8]|thirteen|sixteen|eighteen))\b"
)
_OPENS = re2.compile(
    r"^(?:if you are|for (?:[\w-]+ ){0,3}(?:residents|users|consumers|customers|applicants|candidates|children|minors"
    r"|citizens|individuals|persons|visitors)|residents of|as an?|users in|individuals in|under)\b[^,]{0,80},"
)


# What laws grant to the readers of a region, or bind there. A heading says so of these alone: of the rest, which stands
# below the last heading as often as under it, only a sentence itself does.
REGIONAL = frozenset(
    {
        "can-access-or-correct",
        "can-delete",
        "can-export",
        "can-opt-out-of-marketing",
        "can-opt-out-of-tracking",
        "collects-from-children",
        "grants-regional-rights",
        "sells-data",
        "shares-for-marketing",
    }
)


def common_region(sentences: Sequence[Sentence], practice: str = "") -> str | None:
    """Return the readers for whom all `sentences` hold, None where one holds for everybody.

    Their headings count unless `practice` is one that regional parts are not about.
    """
    heeds_headings = not practice or practice in REGIONAL
    named = (
        _named(sentence) if practice == "grants-regional-rights" else _region(sentence, heeds_headings)
        for sentence in sentences
    )
    regions = set(named)
    region = regions.pop() if len(regions) == 1 else None
    # That children's data is children's goes without saying.
    return None if practice == "collects-from-children" and region == "children" else region


def _named(sentence: Sentence) -> str | None:
    """The one region whose law or readers a grant of rights names, None where it names several or none."""
    words = plain(f"{sentence.heading} {sentence.lead_in} {sentence.display}")
    named = [name for name, pattern in _REGIONS if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def _region(sentence: Sentence, heeds_heading: bool) -> str | None:
    words = plain(sentence.display)
    if _OF_CHILDREN.search(words):
        return "children"
    opening = _OPENS.search(words)
    lead_in = _OPENS.search(plain(sentence.lead_in).rstrip(":") + ",")
    heading = plain(sentence.heading) if heeds_heading else ""
    for place in (opening.group() if opening else "", lead_in.group() if lead_in else "", heading):
        named = [name for name, pattern in _REGIONS if pattern.search(place)]
        if named:
            return named[0] if len(named) == 1 else _together(named)
    return None


def _together(regions: Sequence[str]) -> str | None:
    """What California and other states are together; None for what has no common name."""
    return "some US states" if set(regions) <= {"California", "some US states"} else None
