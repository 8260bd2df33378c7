"""The values that pass through the analysis, all frozen.

The classes from `Summary` up to `DocumentFacts` are the JSON that callers see: field for
field, in this order. Every `start` and `end` counts Unicode code points of `Document.text`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from server.analysis.plain import plain
from server.analysis.vocabulary import Category, Level, Stance


class BlockKind(StrEnum):
    """What a block of a policy is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True)
class Link:
    """A link and the place of its label, markup included."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row: the place of its words in the text.

    `level` is the rank of a heading (1 to 6) or the depth of a list item (from 1), else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be summarised: all that `summarise` reads, and all that its id is made from.

    `markdown` says that `text` may hold light Markdown, which `display` forms leave out.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    base_url: str = ""
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A block that is not a heading, with what it stands under.

    `heading` is the nearest heading above; `lead_in` the words that a list item completes
    ("We do not:"). Both are displays: without markup, white space folded, "" for none.
    """

    block: Block
    heading: str
    lead_in: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that is classified. `quote` is `text[start:end]`, `display` the same without markup."""

    start: int
    end: int
    quote: str
    display: str
    heading: str
    lead_in: str
    segment: int
    """The index of its segment: the sentences of one paragraph share it."""
    plain: str = field(init=False, repr=False, compare=False)
    """The display in its plain form, in which it is searched again and again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", plain(self.display))


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that takes a stance on a practice. `strength` is how sure that is, in log odds (0: even)."""

    practice: str
    stance: Stance
    hedged: bool
    sentence: Sentence
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim slice of the text: `quote == text[start:end]`."""

    quote: str
    display: str
    start: int
    end: int
    heading: str
    lead_in: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A practice, the stance that the policy takes on it, and the sentences that prove it.

    `count` is the number of all sentences that say so; `evidence` holds the best of them.
    """

    practice: str
    category: Category
    stance: Stance
    hedged: bool
    level: Level
    label: str
    region: str | None
    count: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A finding worth showing at a glance: its level is not info."""

    practice: str
    stance: Stance
    hedged: bool
    level: Level
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence of ours states of one finding: enough to say the same in another language."""

    practice: str
    stance: Stance
    hedged: bool
    region: str | None


class OverviewTopic(StrEnum):
    """What a line of the overview is about; the order of the members is that of the lines."""

    COLLECTION = "collection"
    USE = "use"
    SHARING = "sharing"
    KEEPING = "keeping"
    CHOICES = "choices"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A plain line and the practices whose findings it states; `parts` are those findings, in the order of the line."""

    text: str
    practices: tuple[str, ...]
    topic: OverviewTopic
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class GradeTerm:
    """What one badge adds to the grade."""

    practice: str
    stance: Stance
    points: int


@dataclass(frozen=True, slots=True)
class Grade:
    """A letter from A to E, the points behind it and the terms of their sum."""

    letter: str
    points: int
    terms: tuple[GradeTerm, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two findings that cannot both hold, with a quote for each."""

    practices: tuple[str, str]
    text: str
    evidence: tuple[Evidence, Evidence]
    parts: tuple[Part, Part]


@dataclass(frozen=True, slots=True)
class Action:
    """What the reader can do, as `practice` grants it, taken from the policy: only http, https and mailto links."""

    kind: str
    label: str
    href: str
    evidence: Evidence
    practice: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """The part of the text that a heading governs and the category that it speaks of."""

    category: Category
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What can be told of the document as a whole. `policy_date` is an ISO date or None."""

    title: str
    language: str
    kind: str
    words: int
    reading_minutes: int
    policy_date: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """All that is said of one policy; what is cached and sent."""

    id: str
    analysis: str
    document: DocumentFacts
    grade: Grade | None
    overview: tuple[OverviewLine, ...]
    badges: tuple[Badge, ...]
    findings: tuple[Finding, ...]
    not_stated: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    actions: tuple[Action, ...]
    outline: tuple[OutlineEntry, ...]
