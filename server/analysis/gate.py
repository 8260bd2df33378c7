"""Is it a privacy policy, in English, and long enough to be read? And what can be told of it as a whole."""

from server.analysis.dates import policy_date
from server.analysis.kinds import kind_of
from server.analysis.language import language_of, name_of
from server.analysis.markup import display
from server.analysis.model import BlockKind, Document, DocumentFacts
from server.analysis.passages import Kind
from server.analysis.refusals import NotAPolicy, NotEnglish, TooShort
from server.analysis.walls import wall

# Real policies of 80 words exist, and any of 40 states several practices; "We collect no data." states one.
MIN_WORDS = 40
# Of less than that the language cannot be told, and there is no need to.
MIN_CHARS_OF_A_LANGUAGE = 100
# The mean rate of silent reading of English non-fiction (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047).
WORDS_PER_MINUTE = 238
MAX_TITLE_CHARS = 200

_LOOKS_LIKE = {
    Kind.TERMS: "This reads like terms of use, not like a privacy policy.",
    Kind.COOKIE_POLICY: "This reads like a cookie policy, not like a privacy policy.",
    Kind.OTHER: "This does not read like a privacy policy.",
}


def check(document: Document) -> DocumentFacts:
    """Return what can be told of the policy `document` as a whole; raise the Refusal that says what it is instead."""
    lines = [display(document.text[block.start : block.end], document.markdown) for block in document.blocks]
    headings = [line for line, block in zip(lines, document.blocks, strict=True) if block.kind is BlockKind.HEADING]
    title = display(document.title, document.markdown) or next(iter(headings), "")
    text = " ".join(lines).replace("|", " ")
    words = text.split()
    kind = kind_of([title, *headings[:1]], words)
    if kind is not Kind.PRIVACY_POLICY and (refusal := wall(f"{title} {text}")):
        raise refusal
    _check_language(text)
    _check_length(words)
    if kind is not Kind.PRIVACY_POLICY:
        raise NotAPolicy(_LOOKS_LIKE[kind], kind.value)
    return DocumentFacts(
        title=title[:MAX_TITLE_CHARS].strip(),
        language="en",
        kind=kind.value,
        words=len(words),
        reading_minutes=-(-len(words) // WORDS_PER_MINUTE),
        policy_date=policy_date(lines),
    )


def _check_language(text: str) -> None:
    language = language_of(text)
    if len(text) >= MIN_CHARS_OF_A_LANGUAGE and language not in ("en", ""):
        raise NotEnglish(f"This is written in {name_of(language)}; only policies in English can be read.", language)


def _check_length(words: list[str]) -> None:
    if len(words) < MIN_WORDS:
        raise TooShort(
            f"This is too short to be read as a privacy policy: {len(words)} words, and {MIN_WORDS} are needed."
        )
