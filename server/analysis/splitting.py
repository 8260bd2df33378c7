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
# It begins with the stop, which `re` skips to.
_ENDS = re.compile(
    rf"""[.!?)](?:(?<=(?:[a-z)\]"']{{2}}|[A-Z]{{2}})[.!?])(?=(?:{_OPENERS})\s)|(?:(?<=\betc\.)|(?<=\betc\.\)))(?=\s+[A-Z]))"""
)
# A question or a name that is quoted within a sentence: (see "What do we collect?" for more).
_QUOTED_END = re.compile(r"[?!][\"')\]]*$")
# What is introduced so belongs to its sentence, whatever it begins with.
_INTRODUCES = re.compile(r"\b(?:e\.g|i\.e|viz)\.$", re.IGNORECASE)
# The end of a word of two letters or more (one may be an initial), and a word behind it.
_END_OF_WORD = re.compile(r"(?:([A-Za-z]{2,})\.|[A-Za-z]{2,}[?!])\s+[A-Za-z]")
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
    ends = [match.end() for match in _ENDS.finditer(text)]
    if not ends and not _CANDIDATE.search(text):
        return [(0, len(text))]
    spans: list[Span] = []
    for start, end in _between([0, *ends, len(text)]):
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


class _Punkt(PunktSentenceTokenizer):  # type: ignore[misc]  # NLTK has no types
    """Punkt, which decides at once where the word before the stop is written in letters, as nearly all are."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Tell whether a sentence ends in `text`: a word, the stop behind it and what follows."""
        end = _END_OF_WORD.match(text)
        if end and (end[1] is None or end[1].lower() not in self._params.abbrev_types):
            return True
        return bool(super().text_contains_sentbreak(text))


@cache
def _punkt() -> _Punkt:
    parameters = PunktParameters()
    parameters.abbrev_types = set(_words("abbreviations.txt"))
    # After an abbreviation these begin a sentence: "… Acme Inc. We collect …".
    parameters.sent_starters = {opener.lower() for opener in _words("openers.txt")}
    return _Punkt(parameters)
