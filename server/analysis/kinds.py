"""Which kind of text it is: by what it calls itself, and by what its passages speak of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from server.analysis.passages import NAMES, REFERENCES, VOICE, Kind, passages, phrases, subject

# Where a page has no title, it says here what it is.
OPENING_WORDS = 25
# What one passage adds to a stretch: those on privacy carry it on, those on nothing wear it off, rivals end it soon.
_WORTH = {Kind.PRIVACY_POLICY: 3, Kind.COOKIE_POLICY: -1, None: -1, Kind.TERMS: -3, Kind.OTHER: -3}
# How long a stretch must be, in passages: of a policy among other things; of one that nothing calls a policy.
STRETCH_AMONG_OTHERS = 4
STRETCH_UNNAMED = 15
# How often the owner must speak of data in a short text that nothing calls a policy.
MIN_VOICES_UNNAMED = 3
# A cookie policy may speak of "this privacy policy" in words that its author's generator gave to both.
MAX_REFERENCES_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was counted in a text. `name` is what its title or first heading calls it."""

    name: Kind | None
    opens_with_privacy: bool
    subjects: tuple[Kind | None, ...]
    references: Counter[Kind]
    voices: int
    with_cookies: int

    def passages_on(self, kind: Kind) -> int:
        return self.subjects.count(kind)

    @property
    def rivals(self) -> int:
        return self.passages_on(Kind.TERMS) + self.passages_on(Kind.OTHER)

    @property
    def longest_stretch(self) -> float:
        """The longest run on privacy, in passages: the greatest sum over neighbours (Kadane)."""
        best = here = 0
        for kind in self.subjects:
            here = max(0, here + _WORTH[kind])
            best = max(best, here)
        return best / _WORTH[Kind.PRIVACY_POLICY]


def kind_of(titles: Sequence[str], words: Sequence[str]) -> Kind:
    """Return the kind of the text `words` that stands under `titles`, of which the first that names a kind counts.

    A text that holds a privacy policy is one, whatever else it holds.
    """
    reading = _read(titles, words)
    if _is_cookie_policy(reading):
        return Kind.COOKIE_POLICY
    if _is_spoken_by_its_owner(reading) and reading.longest_stretch >= _stretch_needed(reading):
        return Kind.PRIVACY_POLICY
    return max((Kind.OTHER, Kind.TERMS), key=reading.passages_on)


def _read(titles: Sequence[str], words: Sequence[str]) -> _Reading:
    read = list(passages(words))
    subjects = tuple(map(subject, read))
    on_privacy = [passage for passage, kind in zip(read, subjects, strict=True) if kind is Kind.PRIVACY_POLICY]
    return _Reading(
        name=next((name for title in titles if (name := _named(title))), None),
        opens_with_privacy=_named(" ".join(words[:OPENING_WORDS])) is Kind.PRIVACY_POLICY,
        subjects=subjects,
        references=Counter(
            kind for passage in read for kind, named in REFERENCES.items() if not passage.isdisjoint(named)
        ),
        voices=sum(len(passage & VOICE) for passage in on_privacy),
        with_cookies=sum(not passage.isdisjoint(("cookie", "cookies")) for passage in read),
    )


def _named(title: str) -> Kind | None:
    """What `title` calls its text: of "Privacy and cookie policy" and "Terms and privacy", a privacy policy."""
    said = phrases(title)
    order = (Kind.PRIVACY_POLICY, Kind.COOKIE_POLICY, Kind.TERMS)
    return next((kind for kind in order if said & NAMES[kind]), None)


def _is_cookie_policy(reading: _Reading) -> bool:
    on_cookies, on_privacy = map(reading.passages_on, (Kind.COOKIE_POLICY, Kind.PRIVACY_POLICY))
    if 2 * reading.with_cookies < len(reading.subjects):
        return False
    if reading.name is Kind.COOKIE_POLICY:
        return on_cookies > 0 and reading.references[Kind.PRIVACY_POLICY] <= MAX_REFERENCES_ELSEWHERE
    unnamed = not (_calls_itself_a_policy(reading) or reading.opens_with_privacy)
    return unnamed and len(reading.subjects) > 2 and 4 * on_cookies > on_privacy


def _calls_itself_a_policy(reading: _Reading) -> bool:
    return reading.name is Kind.PRIVACY_POLICY or reading.references[Kind.PRIVACY_POLICY] > 0


def _is_spoken_by_its_owner(reading: _Reading) -> bool:
    """A policy says what "we" do, or what is done; an article on privacy says what companies do."""
    return reading.references[Kind.PRIVACY_POLICY] > 0 or 2 * reading.voices > reading.passages_on(Kind.PRIVACY_POLICY)


def _stretch_needed(reading: _Reading) -> int:
    on_privacy, total = reading.passages_on(Kind.PRIVACY_POLICY), len(reading.subjects)
    if _calls_itself_a_policy(reading):
        return 1 if 2 * on_privacy >= reading.rivals else STRETCH_AMONG_OTHERS
    if reading.opens_with_privacy:
        return 1 if on_privacy > reading.rivals else STRETCH_AMONG_OTHERS
    if on_privacy <= reading.rivals:
        return STRETCH_UNNAMED
    if on_privacy < 0.35 * total:
        return STRETCH_AMONG_OTHERS
    if total > 2:
        return 2
    # A line or two on data stand on many an account's page; a short policy speaks of little else.
    return 1 if reading.voices >= MIN_VOICES_UNNAMED else STRETCH_AMONG_OTHERS
