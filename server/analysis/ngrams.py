"""What the trained model weighs of a sentence: its words and pairs of words, and those that it stands under."""

import re
from itertools import pairwise

# A question mark tells a question from a statement, a colon what leads in to a list.
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?:]")
# Of a lead-in the words next to the item govern it; of a heading the first name its subject.
MAX_LEAD_IN_WORDS = 25
MAX_HEADING_WORDS = 10


def own_ngrams(text: str) -> list[str]:
    """Return the words and neighbouring pairs of words of `text`, which is in its plain form (`plain.py`)."""
    return _with_pairs(_WORD.findall(text))


def context_ngrams(heading: str, lead_in: str) -> list[str]:
    """Return those of what a sentence stands under, in plain form, marked so that they are no words of its own."""
    return [
        *(f"L:{ngram}" for ngram in _with_pairs(_WORD.findall(lead_in)[-MAX_LEAD_IN_WORDS:])),
        *(f"H:{ngram}" for ngram in _with_pairs(_WORD.findall(heading)[:MAX_HEADING_WORDS])),
    ]


def _with_pairs(words: list[str]) -> list[str]:
    return [*words, *map("_".join, pairwise(words))]
