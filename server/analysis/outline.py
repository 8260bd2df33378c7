"""Which part of a policy speaks of what: its headings, and what stands below, sorted into the OPP-115 categories."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set

import re2

from server.analysis.markup import display
from server.analysis.model import Block, BlockKind, Document, OutlineEntry, Sentence
from server.analysis.plain import plain
from server.analysis.vocabulary import Category, Topic

# The first that matches decides: narrow subjects stand before the broad ones that they are part of.
_HEADINGS = tuple(
    (category, re2.compile("|".join(patterns)))
    for category, patterns in (
        (Category.DO_NOT_TRACK, (r"\bdo not track\b|\bdnt\b", r"global privacy control")),
        (
            Category.CHANGE,
            (r"(?:change|update|amend|modif|revis)\w* (?:to|of|in) ", r"policy (?:changes|updates)", r"changes$"),
        ),
        (
            Category.AUDIENCES,
            (
                r"child|minors|under (?:the age of )?1[3-8]",
                r"california|nevada|virginia|\bccpa\b|\bgdpr\b|europe|\beea\b|residents|jurisdiction",
                r"international|other countries|cross.border|privacy shield",
            ),
        ),
        (Category.RETENTION, (r"retention|retain|how long|storage period|\bkeep\b",)),
        (
            Category.SECURITY,
            (
                r"secur|safeguard|confidential|encrypt|breach",
                r"\bprotect(?:s|ed|ion|ing)?\b.{0,30}(?:data|information)",
            ),
        ),
        (Category.ACCESS, (r"access|correct|delet|eras|updat|review|portab|accuracy", r"your rights|data subject")),
        (Category.CHOICE, (r"choice|\bopt\b|unsubscrib|preferences|your control|manage|consent|withdraw",)),
        (
            Category.THIRD_PARTY,
            (
                r"shar|disclos|third part|transfer|recipients|affiliat|partners|service providers",
                r"\bsell|\bsale|advertis|merger|who (?:has access|receives|do we)",
            ),
        ),
        (
            Category.FIRST_PARTY,
            (
                r"collect|gather|purposes?|process|registration|payment|location",
                r"\buses?\b|we use|information (?:we|that we|you)|data we",
                r"what (?:information|data)|personal (?:information|data)",
                r"cookie|beacon|pixel|log (?:files|data)|track|analytics",
            ),
        ),
        (
            Category.OTHER,
            (r"contact|link|question|complain|other (?:web)?sites|who we are|about (?:us|this)|introduction|scope",),
        ),
    )
)


def _category(heading: str) -> Category | None:
    words = plain(heading)
    return next((category for category, pattern in _HEADINGS if pattern.search(words)), None)


def outline(
    document: Document, sentences: Sequence[Sentence], topics: Sequence[Set[Topic]]
) -> tuple[OutlineEntry, ...]:
    """Return the parts of `document`, each up to the next heading, that speak of one category.

    The heading tells it, or else what half of the sentences below speak of; `topics` holds those of each sentence.
    """
    return tuple(_entries(document, sentences, topics))


def _entries(document: Document, sentences: Sequence[Sentence], topics: Sequence[Set[Topic]]) -> Iterator[OutlineEntry]:
    headings: list[Block] = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    ends = [*(block.start for block in headings), len(document.text)]
    starts = [sentence.start for sentence in sentences]
    for block, end in zip(headings, ends[1:], strict=True):
        words = display(document.text[block.start : block.end], document.markdown)
        below = topics[bisect_left(starts, block.start) : bisect_left(starts, end)]
        if category := _category(words) or _common(below):
            yield OutlineEntry(category, words, block.start, end)


def _common(topics: Sequence[Set[Topic]]) -> Category | None:
    """The category that most of the sentences, and at least half of them, speak of; None where there is none."""
    counts = Counter(category for spoken in topics for category in {topic.category for topic in spoken})
    # Of two that as many speak of, the first in the vocabulary: the order of a set differs from process to process.
    most = max(Category, key=lambda category: counts[category])
    return most if counts[most] and 2 * counts[most] >= len(topics) else None
