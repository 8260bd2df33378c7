"""What each passage of a text speaks of, told by the words that give a kind of text away."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from importlib.resources import files
from itertools import chain, pairwise
from typing import Final

from server.analysis.plain import plain


class Kind(StrEnum):
    """The kinds of text that are told apart; OTHER is also what is none of them."""

    PRIVACY_POLICY = "privacy-policy"
    TERMS = "terms"
    COOKIE_POLICY = "cookie-policy"
    OTHER = "other"


_FILE = tomllib.loads((files(__package__) / "data" / "kinds.toml").read_text("utf-8"))

NAMES: Final[dict[Kind, frozenset[str]]] = {kind: frozenset(_FILE[kind]["names"]) for kind in Kind}
REFERENCES: Final[dict[Kind, frozenset[str]]] = {kind: frozenset(_FILE[kind]["references"]) for kind in Kind}
CUES: Final[dict[Kind, frozenset[str]]] = {kind: REFERENCES[kind].union(*_FILE[kind]["cues"].values()) for kind in Kind}
VOICE: Final[frozenset[str]] = frozenset(_FILE["voice"]["cues"])
# The first two words of those of three.
_OPENINGS = {
    phrase.rpartition(" ")[0]
    for table in (*NAMES.values(), *CUES.values(), VOICE)
    for phrase in table
    if phrase.count(" ") == 2
}

# About a paragraph: long enough to hold several cues, short enough to speak of one thing.
PASSAGE_WORDS = 100
# Of a longer text, this many passages are read, evenly spaced.
MAX_PASSAGES = 400
# What holds fewer cues of a kind speaks of nothing in particular; words on data are common in any text.
MIN_CUES = 3
MIN_PRIVACY_CUES = 4

_WORD = re.compile(r"[a-z0-9][a-z0-9'/&-]*")
_MAX_PASSAGE_CHARS = 20 * PASSAGE_WORDS


def phrases(text: str) -> frozenset[str]:
    """Return the words of `text`, in its plain form, its pairs of words, and its runs of three that may be known."""
    words = _WORD.findall(plain(text[:_MAX_PASSAGE_CHARS]))
    pairs = list(map(" ".join, pairwise(words)))
    runs = (f"{pair} {third}" for pair, third in zip(pairs, words[2:], strict=False) if pair in _OPENINGS)
    return frozenset(chain(words, pairs, runs))


def passages(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield the phrases of each passage of `words`."""
    number = max(1, round(len(words) / PASSAGE_WORDS))
    size = len(words) / number
    for index in range(0, number, -(-number // MAX_PASSAGES)):
        yield phrases(" ".join(words[int(index * size) : int((index + 1) * size)]))


def subject(passage: frozenset[str]) -> Kind | None:
    """Return the kind of text that speaks as `passage` does, or None where it could stand in any."""
    privacy, terms, cookies, other = (len(passage & cues) for cues in CUES.values())
    if terms >= max(MIN_CUES, privacy) and terms > other:
        return Kind.TERMS
    if cookies >= MIN_CUES and cookies >= 0.7 * privacy:
        return Kind.COOKIE_POLICY
    if other >= max(MIN_CUES, privacy):
        return Kind.OTHER
    if privacy >= MIN_PRIVACY_CUES and privacy > terms + other:
        return Kind.PRIVACY_POLICY
    return None
