"""What a user would pick instead to shorten a text: sumy's LexRank and TextRank; and NLTK's Punkt, which all need.

All as their own documentation calls them. NLTK would have the model of Punkt downloaded; here it is given our own
abbreviations in its place, as our analysis is. Without the trained model's counts Punkt does rather less work.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import nltk
from nltk.tokenize.punkt import PunktParameters, save_punkt_params
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

LEXRANK, TEXTRANK, PUNKT = "sumy's LexRank", "sumy's TextRank", "NLTK's Punkt"
SENTENCES = 5

_LANGUAGE = "english"


@contextmanager
def theirs() -> Iterator[dict[str, Callable[[str], Any]]]:
    """Return each of them by its name, ready to be given a text, until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        nltk.data.path.insert(0, folder)
        try:
            _save_model(Path(folder))
            tokenizer, punkt = Tokenizer(_LANGUAGE), nltk.tokenize.PunktTokenizer(_LANGUAGE)
            made = {LEXRANK: LexRankSummarizer, TEXTRANK: TextRankSummarizer}
            yield {name: _summariser(kind, tokenizer) for name, kind in made.items()} | {PUNKT: punkt.tokenize}
        finally:
            nltk.data.path.remove(folder)


def _summariser(kind: Any, tokenizer: Tokenizer) -> Callable[[str], Any]:
    summariser = kind(Stemmer(_LANGUAGE))
    summariser.stop_words = get_stop_words(_LANGUAGE)
    return lambda text: summariser(PlaintextParser.from_string(text, tokenizer).document, SENTENCES)


def _save_model(folder: Path) -> None:
    parameters = PunktParameters()
    lines = (files("server.analysis") / "data" / "abbreviations.txt").read_text("utf-8").splitlines()
    parameters.abbrev_types = {line for line in lines if line and not line.startswith("#")}
    kept = folder / "tokenizers" / "punkt_tab" / _LANGUAGE
    kept.mkdir(parents=True)
    save_punkt_params(parameters, str(kept))
