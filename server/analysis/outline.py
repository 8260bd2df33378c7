"""Which part of a policy speaks of what: its headings, sorted into the OPP-115 categories."""

from collections.abc import Iterator

import re2

from server.analysis.displays import display
from server.analysis.model import Block, BlockKind, Document, OutlineEntry
from server.analysis.plain import plain
from server.analysis.vocabulary import Category

# The first that matches decides: narrow subjects stand before the broad ones that they are part of.
_HEADINGS = tuple(
    (category, re2.compile(pattern))
    for category, pattern in (
        (Category.DO_NOT_TRACK, r"\bdo not track\b|\bdnt\b|global privacy control"),
        (Category.CHANGE, r"(?:change|update|amend|modif|revis)\w* (?:to|of|in) |policy (?:changes|updates)|changes$|effective date"),
        (
            Category.AUDIENCES,
            r"child|minors|under (?:the age of )?1[3-8]|california|\bccpa\b|\bgdpr\b|europe|\beea\b|international|transfer|nevada|virginia"
            r"|residents|other countries|jurisdiction|privacy shield",
        ),
        (Category.RETENTION, r"retention|retain|how long|storage period|\bkeep\b"),
        (Category.SECURITY, r"secur|protect(?:ion)? (?:of )?(?:your|data|information|personal)|how (?:do )?we protect|safeguard|confidential|encrypt|breach"),
        (Category.ACCESS, r"access|correct|delet|eras|updat|review|your rights|data subject|portab|accuracy"),
        (Category.CHOICE, r"choice|opt|unsubscrib|preferences|your control|manage|consent|withdraw"),
        (
            Category.THIRD_PARTY,
            r"shar|disclos|third part|transfer|who (?:has access|receives|do we)|recipients|affiliat|partners|sell|sale|advertis|service providers|merger",
        ),
        (
            Category.FIRST_PARTY,
            r"collect|gather|information (?:we|that we|you)|use of|how (?:do )?we use|we use|uses? |cookie|beacon|pixel|log (?:files|data)|track|analytics"
            r"|data we|what (?:information|data)|purposes?|process|personal (?:information|data)|payment|location|registration",
        ),
        (Category.OTHER, r"contact|link|question|complain|other (?:web)?sites|who we are|about (?:us|this)|introduction|overview|scope|definitions"),
    )
)


def _category(heading: str) -> Category | None:
    words = plain(heading)
    return next((category for category, pattern in _HEADINGS if pattern.search(words)), None)


def _entries(document: Document) -> Iterator[OutlineEntry]:
    headings: list[Block] = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    ends = [block.start for block in headings[1:]] + [len(document.text)]
    for block, end in zip(headings, ends, strict=True):
        words = display(document, block.start, block.end)
        category = _category(words)
        if category:
            yield OutlineEntry(category, words, block.start, end)


def outline(document: Document) -> tuple[OutlineEntry, ...]:
    """Return the parts of `document` whose heading tells their category, each up to the next heading."""
    return tuple(_entries(document))
