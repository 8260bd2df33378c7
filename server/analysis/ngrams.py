"""What the trained model weighs of a sentence: its words and pairs of words, and those that it stands under."""

import re
from collections.abc import Sequence
from itertools import pairwise

# A question mark tells a question from a statement, a colon what leads in to a list.
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?:]")
# Of a lead-in the words next to the item govern it; of a heading the first name its subject.
MAX_LEAD_IN_WORDS = 25
MAX_HEADING_WORDS = 10

BORDER = ""
"""Stands between words that are no neighbours."""


def own_words(text: str) -> list[str]:
    """Return the words of `text`, which is in its plain form (`plain.py`)."""
    return _WORD.findall(text)


def words_above(heading: str, lead_in: str) -> list[str]:
    """Return those of what a sentence stands under, in plain form, marked so that they are no words of its own."""
    of_lead_in = [f"L:{word}" for word in _WORD.findall(lead_in)[-MAX_LEAD_IN_WORDS:]]
    return [*of_lead_in, BORDER, *(f"H:{word}" for word in _WORD.findall(heading)[:MAX_HEADING_WORDS])]


def ngrams(words: Sequence[str]) -> list[str]:
    """Return the words and the neighbouring pairs of words."""
    return [*filter(None, words), *("_".join(pair) for pair in pairwise(words) if all(pair))]
