"""The plain form of a text, in which patterns look for words."""

import re
from unicodedata import normalize

_PUNCTUATION = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": " - ",
        "\u2014": " - ",
        "\u00a0": " ",
        "\u2026": "...",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufe0f": None,
        "\ufeff": None,
    }
)

# One spelling a word, so that a pattern needs to know only one.
_SPELLINGS = (
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'ll ", " will "),
    ("e-mail", "email"),
    ("web site", "website"),
    ("web-site", "website"),
    ("opt-out", "opt out"),
    ("opt-in", "opt in"),
    ("third-part", "third part"),
    ("3rd part", "third part"),
    ("non-personal", "nonpersonal"),
    ("do-not-track", "do not track"),
)


_ACCENTS = re.compile("[\u0300-\u036f]")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_NO_ASCII_FORM = re.compile("[^\x00-\x7f]")


def plain(text: str) -> str:
    """Return `text` in lower case and ASCII, with one space between words and one spelling a word.

    What has no ASCII form becomes "*": the patterns are English, and one byte a character
    lets RE2 work without counting code points.
    """
    if not text:
        return ""
    words = " ".join((text.lower() if text.isascii() else _ascii(text)).split())
    for spelling, word in _SPELLINGS:
        words = words.replace(spelling, word)
    return words


def _ascii(text: str) -> str:
    # Most of it is ASCII, but for the quotation marks: these alone are looked up.
    text = _NOT_ASCII.sub(lambda run: run[0].translate(_PUNCTUATION), text).lower()
    return text if text.isascii() else _NO_ASCII_FORM.sub("*", _ACCENTS.sub("", normalize("NFKD", text)))
