"""What the words of a link, or of its address, say that it leads to."""

import re

import msgspec

from server.discovery.model import LinkKind
from server.discovery.rules import FILLERS, MAX_PHRASE_WORDS, PHRASES, SPECIAL, UNSPACED, Phrase, normal

# A label is a few words; what a link holds beyond that is a text.
MAX_WORDS = 40

_UNSPACED = re.compile("|".join(map(re.escape, UNSPACED)))
NUMBER = re.compile(r"[0-9]+")


class Wording(msgspec.Struct, frozen=True):
    """What was read: `extra` are the words that belong to no phrase, `special` those that narrow its matter.

    `phrase` is None where no kind of policy is named, and `also` counts the other kinds that are named beside it.
    """

    phrase: Phrase | None
    extra: tuple[str, ...]
    special: tuple[str, ...]
    also: int

    @property
    def kind(self) -> LinkKind | None:
        """The kind that is named, if any."""
        return self.phrase.kind if self.phrase else None


def read(text: str, own: str = "", fillers: frozenset[str] = FILLERS) -> Wording:
    """Return what `text` says. Words that stand in `own`, the name of the site, mean nothing, nor do `fillers`."""
    words = _UNSPACED.sub(r" \g<0> ", normal(text)).split()[:MAX_WORDS]
    named: list[Phrase] = []
    extra: list[str] = []
    special: list[str] = []
    start = 0
    while start < len(words):
        phrase, length = _longest(words, start)
        if phrase in PHRASES:
            named.append(PHRASES[phrase])
        elif len(phrase) > 2 and phrase in own or phrase in fillers or NUMBER.fullmatch(phrase):
            pass
        elif phrase in SPECIAL:
            special.append(phrase)
        else:
            extra.append(phrase)
        start += length
    chosen = min(named, key=_precedence, default=None)
    kinds = {phrase.kind for phrase in named}
    return Wording(chosen, tuple(extra), tuple(special), max(0, len(kinds) - 1))


def _longest(words: list[str], start: int) -> tuple[str, int]:
    """The longest phrase, or else the word, that begins at `start`, and how many words it has."""
    for length in range(min(MAX_PHRASE_WORDS, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + length])
        if phrase in PHRASES or phrase in SPECIAL:
            return phrase, length
    return words[start], 1


def _precedence(phrase: Phrase) -> tuple[int, bool]:
    # What holds the privacy policy too is one: "Legal notice / Privacy / Cookies".
    return list(LinkKind).index(phrase.kind), not phrase.is_name
