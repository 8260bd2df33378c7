"""Where sentences end: NLTK's Punkt with our own abbreviations; nothing is downloaded."""

import re
from functools import cache
from importlib.resources import files

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

Span = tuple[int, int]


def _words(name: str) -> list[str]:
    lines = (files(__package__) / "data" / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


# Some write all in capitals; there, "IT" is left out, which are those who run the computers.
_OPENERS = "|".join([*_words("openers.txt"), *(word.upper() for word in _words("openers.txt") if word != "It")])
_BEGINS_ANEW = re.compile(rf"[\"'“‘(]*+(?:{_OPENERS})\b")
# "… on our site.We collect …", where the space was lost; and "etc." ends a sentence where a capital follows.
_ENDS = re.compile(rf"""(?<=(?:[a-z)\]"']{{2}}|[A-Z]{{2}})[.!?])(?=(?:{_OPENERS})\s)|\betc\.\)?(?=\s+[A-Z])""")
# A question or a name that is quoted within a sentence: (see "What do we collect?" for more).
_QUOTED_END = re.compile(r"[?!][\"')\]]*$")
# What is introduced so belongs to its sentence, whatever it begins with.
_INTRODUCES = re.compile(r"\b(?:e\.g|i\.e|viz)\.$", re.IGNORECASE)
# Punkt looks at each of these, at some 20 µs. People write one in 80 characters.
_CANDIDATE = re.compile(r"[.!?](?=[\s)\";}\]*:@'({\[!?])")
_MIN_CANDIDATES = 1_000
_CHARS_PER_CANDIDATE = 25
# Punkt knows the straight ones only. One character for one: the offsets stay.
_STRAIGHT = str.maketrans("“”„«»‘’…", '"""""' + "''" + ".")


def begins_anew(words: str) -> bool:
    """Tell whether `words` begin like a sentence that stands by itself: "We …", "However …"."""
    return bool(_BEGINS_ANEW.match(words))


def is_crowded(text: str, at_least: int = _MIN_CANDIDATES) -> bool:
    """Tell whether `text` has more ends of sentences than anybody writes, and more than `at_least`."""
    limit = at_least + len(text) // _CHARS_PER_CANDIDATE
    return len(text) > limit and len(_CANDIDATE.findall(text)) > limit


def sentence_spans(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`."""
    text = text.translate(_STRAIGHT)
    if not _CANDIDATE.search(text) and not _ENDS.search(text):
        return [(0, len(text))]
    starts = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    spans: list[Span] = []
    for start, end in _between(starts):
        for first, last in _punkt().span_tokenize(text[start:end]):
            if spans and _goes_on(text[spans[-1][0] : spans[-1][1]], text[start + first]):
                spans[-1] = (spans[-1][0], start + last)
            else:
                spans.append((start + first, start + last))
    return spans


def _goes_on(piece: str, first: str) -> bool:
    """Tell whether the sentence that `piece` begins goes on with the letter `first`."""
    return bool((first.islower() and _QUOTED_END.search(piece[-3:])) or _INTRODUCES.search(piece[-5:]))


def _between(bounds: list[int]) -> list[Span]:
    return [(start, end) for start, end in zip(bounds, bounds[1:], strict=False) if start < end]


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(_words("abbreviations.txt"))
    # After an abbreviation these begin a sentence: "… Acme Inc. We collect …".
    parameters.sent_starters = {opener.lower() for opener in _words("openers.txt")}
    return PunktSentenceTokenizer(parameters)
