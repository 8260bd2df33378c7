"""Our overviews against the sentences that LexRank and TextRank pick: how many of a policy's badges each conveys.

    python -m evaluation.overviews [--gold FOLDER] [--words N] [--verbose]
    python -m evaluation.overviews --check [--gold FOLDER]

A badge of the gold (see `evaluation.gold`) is conveyed where a line or sentence holds one of its key phrases
(key_phrases.toml, fixed beforehand, the same for all). What a text conveys and the gold does not have is a wrong
claim, arguable pairs aside. The others get their best sentences, in order of rank, until they have as many words as
our overview of that policy or more (--words: at least N words, whatever ours has).

--check says how fair the key phrases are: the share of the sentences in which the quotes of the gold (here
evaluation/gold/dev) stand that the phrases of the quote's own pair recognise, and of the bare quotes; and which
phrases of our overview their own pair misses or a contradicting one takes for its own. It exits with status 1 where
there is one of these, or less than 85 % of those sentences.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from evaluation.gold import OURS, Gold, Pair, is_badge, load
from server.analysis.findings import find
from server.analysis.lexicon import compile_pattern
from server.analysis.model import Document, Finding
from server.analysis.overview import overview
from server.analysis.plain import plain
from server.analysis.sentences import split
from server.analysis.vocabulary import PRACTICES, Stance

KEY_PHRASES = Path(__file__).with_name("key_phrases.toml")
DEV = OURS.with_name("dev")
# Below this share the key phrases would not know the wording of policies well enough to judge a policy's own sentences.
FAIR = 0.85

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(
    r"[.;:()?!]|, (?:and|but|so|the|it|we|you|they|using|may|can|will)\b|\b(?:but|however)\b|\band (?:it|we|you|may)\b"
    # A verb that no "does not" before it could govern.
    r"|, \w+s (?:you|your|data|some|how)\b"
)
# The signal, not a promise.
_DO_NOT_TRACK = re.compile(
    r"\bdo not track\b(?!,| (?:you|your|users?|visitors?|any|our|the|this|when|where|what|or)\b)"
)
_NEGATION = re.compile(r"\b(?:not|never|nor|neither)\b(?! (?:limited|only|just))")
_NEGATED_WORDS = 8

Span = tuple[int, int]
Texts = dict[str, list[str]]
"""What is compared: for the name of each way to summarise, the lines or sentences that it gives."""


def _pair(key: str) -> Pair:
    practice, stance = key.split()
    return practice, Stance(stance)


@cache
def key_phrases() -> dict[Pair, tuple[Any, ...]]:
    """Return the compiled key phrases of each pair."""
    listed = tomllib.loads(KEY_PHRASES.read_text("utf-8"))
    return {_pair(key): tuple(compile_pattern(pattern) for pattern in patterns) for key, patterns in listed.items()}


def _is_negated(line: str, start: int) -> bool:
    """Whether the words before `start`, in its clause, deny what begins there."""
    clause = max((end.end() for end in _CLAUSE_END.finditer(line) if end.start() < start), default=0)
    return bool(_NEGATION.search(" ".join(line[clause:start].split()[-_NEGATED_WORDS:])))


def _spans(line: str) -> dict[Pair, list[Span]]:
    """Where each pair's key phrases stand in a line of plain text, those that are denied left out."""
    return {
        pair: [
            match.span()
            for pattern in patterns
            for match in pattern.finditer(line)
            if not _is_negated(line, match.start())
        ]
        for pair, patterns in key_phrases().items()
    }


def _is_overruled(span: Span, pair: Pair, spans: dict[Pair, list[Span]]) -> bool:
    """Whether what reads as "does" is a part of what says that it does not, or only with consent."""
    others = [(pair[0], stance) for stance in (Stance.DOES_NOT, Stance.WITH_CONSENT)]
    return pair[1] is Stance.DOES and any(
        span[0] < end and start < span[1] for other in others for start, end in spans.get(other, ())
    )


def conveyed(text: Iterable[str]) -> set[Pair]:
    """Return the badges that an ordinary reader of these lines, taken one by one, is told of."""
    told = set()
    for line in text:
        spans = _spans(_DO_NOT_TRACK.sub("dnt", plain(line)))
        told |= {
            pair for pair, places in spans.items() if any(not _is_overruled(place, pair, spans) for place in places)
        }
    return told


class _Tokenizer:
    """Words for sumy; its own tokenizer would download a model. Sentences it is given as they are."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence))


def _sumy_document(document: Document) -> ObjectDocumentModel:
    # What a policy repeats word for word is ranked once.
    sentences = dict.fromkeys(sentence.display for sentence in split(document))
    return ObjectDocumentModel([Paragraph([SumySentence(text, _Tokenizer()) for text in sentences])])


def _words(text: Sequence[str]) -> int:
    return sum(len(line.split()) for line in text)


def _enough(ranked: Sequence[Any], least: int) -> Sequence[Any]:
    """The first of `ranked`, until they have `least` words or more."""
    for count in range(len(ranked)):
        if _words([str(info.sentence) for info in ranked[:count]]) >= least:
            return ranked[:count]
    return ranked


def _extract(summariser: Callable[..., Any], document: ObjectDocumentModel, least: int) -> list[str]:
    # sumy calls what it is given for a count with the sentences in order of rank.
    return [str(sentence) for sentence in summariser(document, partial(_enough, least=least))]


def _summarisers() -> dict[str, Callable[..., Any]]:
    made = {"LexRank": LexRankSummarizer(Stemmer("english")), "TextRank": TextRankSummarizer(Stemmer("english"))}
    for summariser in made.values():
        summariser.stop_words = get_stop_words("english")
    return made


def texts(document: Document, least: int | None) -> Texts:
    """Return our overview, and of as many words (or of at least `least`) what the others pick."""
    ours = [line.text for line in overview(find(document, split(document)).stated)]
    theirs = _sumy_document(document)
    words = _words(ours) if least is None else least
    return {"overview": ours} | {
        name: _extract(summariser, theirs, words) for name, summariser in _summarisers().items()
    }


@dataclass(frozen=True)
class Score:
    """Of one text of one policy: the badges of the gold, those of them conveyed, the wrong claims, and its words."""

    badges: int
    conveyed: int
    wrong: int
    words: int


def score(gold: Gold, text: list[str]) -> Score:
    """Return how well `text` conveys the badges of `gold`."""
    badges = {pair for pair in gold.expected if is_badge(pair)}
    told = conveyed(text)
    return Score(len(badges), len(badges & told), len(told - badges - gold.arguable), _words(text))


def _table(scores: dict[str, list[Score]]) -> None:
    for name, ones in scores.items():
        badges, told = sum(one.badges for one in ones), sum(one.conveyed for one in ones)
        mean = sum(one.conveyed / (one.badges or 1) for one in ones) / len(ones)
        wrong, words = (sum(getattr(one, of) for one in ones) for of in ("wrong", "words"))
        print(
            f"{name:10} conveys {told:4} of {badges} badges, {told / badges:.3f}; a policy's mean {mean:.3f};"
            f"  wrong claims {wrong:3};  words a policy {words / len(ones):5.1f}"
        )


def compare(paths: Sequence[Path], least: int | None, verbose: bool) -> None:
    """Print the table over the gold files at `paths`, and on demand each text with what it conveys."""
    scores: dict[str, list[Score]] = {}
    for gold in map(load, paths):
        for name, text in texts(gold.document, least).items():
            scores.setdefault(name, []).append(score(gold, text))
            if verbose:
                _show(f"{gold.name}, {name}", text, gold)
    _table(scores)


def _show(title: str, text: list[str], gold: Gold) -> None:
    print(f"\n{title}: {_in_words(score(gold, text))}")
    for line in text:
        for pair in sorted(conveyed([line]) - gold.arguable):
            print(f"    {'right' if pair in gold.expected else 'WRONG'} {' '.join(pair)}")
        print(f"  {line}")


def _in_words(one: Score) -> str:
    return f"{one.conveyed} of {one.badges} badges, {one.wrong} wrong claims, {one.words} words"


@dataclass(frozen=True)
class _Quote:
    """A quote of the gold that proves a badge, and the sentences in which it stands."""

    policy: str
    pair: Pair
    words: str
    sentences: tuple[str, ...]


def _quotes(folder: Path) -> Iterator[_Quote]:
    for gold in map(load, sorted(folder.glob("*.json"))):
        sentences = split(gold.document)
        for pair, words in gold.expected.items():
            start = gold.document.text.find(words)
            around = tuple(s.display for s in sentences if s.start < start + len(words) and start < s.end)
            if is_badge(pair):
                yield _Quote(gold.name, pair, words, around or (words,))


def _phrase(pair: Pair) -> list[str]:
    practice, stance = PRACTICES[pair[0]], pair[1]
    said = practice.stances[stance]
    finding = Finding(practice.id, practice.category, stance, False, said.level, said.label, None, 1, ())
    return [line.text for line in overview([finding])]


def check(folder: Path, verbose: bool) -> bool:
    """Print how fair the key phrases are to either wording; return whether they are fair enough."""
    quotes = list(_quotes(folder))
    missed = [quote for quote in quotes if quote.pair not in conveyed(quote.sentences)]
    for quote in missed if verbose else ():
        print(f"{quote.policy:20} {' '.join(quote.pair):40} {' '.join(quote.words.split())}")
    share = 1 - len(missed) / len(quotes)
    bare = sum(quote.pair in conveyed([quote.words]) for quote in quotes) / len(quotes)
    print(f"{folder}: {len(quotes)} quotes; recognised by their own pair {share:.3f} as sentences, {bare:.3f} as words")
    faults = [
        f"{' '.join(pair)}: {line} -> {sorted(map(' '.join, told))}"
        for pair in key_phrases()
        for line in _phrase(pair) or ["not in the overview"]
        for told in [{one for one in conveyed([line]) if one[0] == pair[0]}]
        if told != {pair}
    ]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"of {len(key_phrases())} phrases of our overview {len(faults)} are missed or contradicted")
    return share >= FAIR and not faults


def main() -> None:
    """Print the table, or check the key phrases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, metavar="FOLDER")
    parser.add_argument("--words", type=int, metavar="N", help="give the others at least N words")
    parser.add_argument("--verbose", action="store_true", help="show each text, or each quote missed")
    parser.add_argument("--check", action="store_true", help="check the key phrases instead")
    options = parser.parse_args()
    if options.check:
        sys.exit(0 if check(options.gold or DEV, options.verbose) else 1)
    compare(sorted((options.gold or OURS).glob("*.json")), options.words, options.verbose)


if __name__ == "__main__":
    main()
