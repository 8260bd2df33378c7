"""What a rule is: a value that says how policies speak of a practice, with the sentences that prove it."""

from dataclasses import dataclass
from enum import Enum


class Actor(Enum):
    """Whose doing a practice is.

    SITE: a sentence in which the reader or a third party acts is no statement of the practice.
    ANYONE: whoever acts, the statement counts; and what the reader "may" do is no hedge.
    """

    SITE = "site"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRule:
    """How policies speak of one practice. Patterns are in the notation of `lexicon.py`.

    `says` recognises a statement about the practice; whether it is affirmed, hedged, denied or
    bound to consent is read off the sentence (`stance.py`). `affirms`, `denies` and `consents`
    hold wordings that are that stance as a whole ("we can not guarantee that ..."): the words
    around them don't turn it. `in_context` pairs what must stand in the heading, the lead-in or
    just before with what the sentence then says. `unless` excuses the sentence.

    `does`, `does_not` and `with_consent` are sentences with that stance, `misses` near misses,
    `gaps` sentences that should be recognised and are not yet.
    """

    practice: str
    why: str
    says: tuple[str, ...] = ()
    affirms: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    in_context: tuple[tuple[str, str], ...] = ()
    unless: tuple[str, ...] = ()
    actor: Actor = Actor.SITE
    does: tuple[str, ...] = ()
    does_not: tuple[str, ...] = ()
    with_consent: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
