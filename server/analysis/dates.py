"""The date that a policy gives of itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, chain, islice, product

import re2

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?P<date>{_DAY}(?: day)?(?: of)?[ ,/-]+{_MONTH}[ ,/-]+\d{{4}}|{_MONTH}[ -]*{_DAY}[ ,-]+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:\D|$)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?"
_SUBJECT = r"\b(?:policy|statement|notice|declaration|page|document|version)\b"
_SAME_CLAUSE = r"[^\d.;?!,\n]{0,30}?"
_NEAR = r"[^\d.;?!]{0,40}?"
# Pages lose the space before a date that stands in a tag of its own.
_SPACED = rf"(?:\b{_NEAR})?"
_CHANGED = (
    r"(?:updated?|revised|revision|modified|modification|amended|changed|reviewed|edited|issued|posted|published)"
)
_IN_FORCE = r"(?:effective|in effect|in force|valid|dated|applies|applicable|adopted)"
_END = r"(?:\W|\([^)]*\))*$"

# The surest first. A law, too, is "amended" and "effective", so these words need the policy as their subject, a colon,
# or a line of their own.
_STAMPS = tuple(
    re2.compile(f"(?m){pattern}", _OPTIONS)
    for pattern in (
        rf"(?:last|latest|most recent(?:ly)?)\b[ :]*(?:been )?{_CHANGED}{_NEAR}{_DATE}",
        rf"{_SUBJECT}{_SAME_CLAUSE}\b{_CHANGED}{_SPACED}{_DATE}",
        rf"\bdate (?:of )?(?:last )?{_CHANGED}\b{_NEAR}{_DATE}",
        rf"{_CHANGED}: ?{_WEEKDAY}{_DATE}",
        rf"^\W*{_CHANGED}{_SPACED}{_DATE}{_END}",
        rf"effective date\b(?: of (?:this|our)[a-z ]{{0,30}})?[ :]*(?:is )?{_WEEKDAY}{_DATE}",
        rf"{_SUBJECT}{_SAME_CLAUSE}\b{_IN_FORCE}\b[^\d.;?!\n]{{0,25}}?{_DATE}",
        rf"{_IN_FORCE}: ?{_WEEKDAY}{_DATE}",
        rf"^\W*(?:{_IN_FORCE}|as of|version(?: [\d.]+)?)(?:\b[^.;?!\n]{{0,25}}?)?{_DATE}{_END}",
    )
)
# A line near the top that is a date, or the policy's name and a date.
_ALONE = re2.compile(rf"(?m)^(?:.{{0,80}}{_SUBJECT}[^\d\n]{{0,20}}|\W*(?:on )?{_WEEKDAY}){_DATE}\W*$", _OPTIONS)
TOP_LINES = 6
# Far below stand the dates of older versions, and of other papers: a line that begins so early goes before them.
OPENING_CHARS = 1_500
# No policy states so many days that do not exist.
MAX_TRIES = 20

_WORDS = re.compile(r"\d+|[a-z]+")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def policy_date(lines: Sequence[str]) -> str | None:
    """Return the day on which the policy `lines` says it was last changed, else came into force, as an ISO date.

    None where it says neither, gives no day, or writes one that can be read in two ways (01/05/2016).
    """
    text, opening, top = _joined(lines), _joined(_opening(lines)), _joined(lines[:TOP_LINES])
    searches = [*product((opening, text), _STAMPS), (top, _ALONE)]
    days = chain.from_iterable(_days(pattern, where) for where, pattern in searches)
    return next((day.isoformat() for day in days), None)


def _opening(lines: Sequence[str]) -> Sequence[str]:
    starts = list(accumulate(map(len, lines), initial=0))
    return lines[: bisect_left(starts, OPENING_CHARS)]


def _joined(lines: Sequence[str]) -> bytes:
    """The lines as RE2 takes them: in UTF-8, so without lone surrogates."""
    return "\n".join(lines).lower().encode("utf-8", "ignore")


def _days(pattern: "re2._Regexp[str]", text: bytes) -> Iterator[date]:
    for match in islice(pattern.finditer(text), MAX_TRIES):
        if day := _day(match["date"].decode()):
            yield day


def _day(words: str) -> date | None:
    """The day that is written as `words`, None where there is none or may be two."""
    parts = _WORDS.findall(words)
    numbers = [int(part) for part in parts if part.isdigit()]
    month = next((_MONTHS.index(part[:3]) + 1 for part in parts if part[:3] in _MONTHS), None)
    if month:
        return _checked(numbers[-1], month, numbers[0])
    first, second, third = numbers
    if first >= FIRST_YEAR:
        return _checked(first, second, third)
    days = {_checked(_full(third), first, second), _checked(_full(third), second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def _full(year: int) -> int:
    """The year that two figures stand for."""
    return year if year > 99 else year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def _checked(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # no such day
        return None
