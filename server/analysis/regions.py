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
            r"|\bin the uk\b"
        ),
    ),
    ("children", re2.compile(r"\bchild(?:ren)?\b|\bminors?\b|\bcoppa\b")),
    ("job applicants", re2.compile(r"\bjob applicants?\b|\bapplicants\b|\bcandidates?\b|\brecruit|\bcareers?\b")),
    (
        "users outside the US",
        re2.compile(
            r"\boutside(?: of)? (?:the )?(?:us|usa|u\.s\.?|united states)(?: and canada|\b)"
            r"|\b(?:international|non us) (?:users|visitors)"
        ),
    ),
    ("Brazil", re2.compile(r"\bbrazil|\blgpd\b")),
    ("Australia", re2.compile(r"\baustralia")),
    ("Canada", re2.compile(r"\bcanad(?:a|ian)|\bpipeda\b")),
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

MAX_REGIONS = 3

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
    """Return the readers for whom `sentences` hold together, None where one holds for everybody.

    Their headings count unless `practice` is one that regional parts are not about.
    """
    if practice == "grants-regional-rights":
        named = [_named(f"{one.heading} {one.lead_in} {one.display}") for one in sentences]
    else:
        heeds_headings = not practice or practice in REGIONAL
        named = [_regions(sentence, heeds_headings) for sentence in sentences]
        if not all(named):
            return None
    # That children's data is children's goes without saying.
    own = {"children"} if practice == "collects-from-children" else set()
    return _together(set().union(*named) - own)


def _named(words: str) -> set[str]:
    """The regions whose law or readers `words` name."""
    words = plain(words)
    named = set()
    for name, pattern in _REGIONS:
        words, times = pattern.subn("", words)  # those "outside the US and Canada" are not in Canada
        named |= {name} if times else set()
    return named


def _regions(sentence: Sentence, heeds_heading: bool) -> set[str]:
    """The readers for whom the sentence holds; none where that is everybody."""
    words = sentence.plain
    if _OF_CHILDREN.search(words):
        return {"children"}
    for text in (words, plain(sentence.lead_in).rstrip(":") + ","):
        opening = _OPENS.search(text)
        if opening and (named := _named(opening.group())):
            return named
    return _named(sentence.heading) if heeds_heading else set()


def _together(regions: set[str]) -> str | None:
    """What `regions` are together; None for none, and for so many that nobody could say who is left."""
    if len(regions) > 1 and regions <= {"California", "some US states"}:
        return "some US states"
    if len(regions) > MAX_REGIONS:
        return None
    return ", ".join(name for name, _ in _REGIONS if name in regions) or None
