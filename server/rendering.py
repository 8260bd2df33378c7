"""A summary as words on a screen: plain text or Markdown."""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from server.analysis.model import Badge, Evidence, Summary
from server.analysis.vocabulary import PRACTICES, Level

_MARKS = {Level.WARNING: "✗", Level.CAUTION: "!", Level.INFO: "·", Level.GOOD: "✓"}

# Characters that would move the cursor or turn the direction of the words around a quote.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


@dataclass(frozen=True, slots=True)
class Style:
    """How the parts of a summary are written. Where there is a `width`, longer lines are broken."""

    media_type: str
    title: str
    heading: str
    badge: str
    quote: str
    escape: Callable[[str], str]
    width: int | None


def _escape_markdown(text: str) -> str:
    """Return `text` so that Markdown shows it: a policy's words shall be no link, image or tag of ours."""
    return _MARKDOWN.sub(r"\\\1", text)


PLAIN = Style(
    media_type="text/plain",
    title="{}",
    heading="{}",
    badge="{mark} {label} ({level})",
    quote="  {lead_in}“{quote}”",
    escape=str,
    width=78,
)
MARKDOWN = Style(
    media_type="text/markdown",
    title="# {}",
    heading="## {}",
    badge="- {mark} **{label}** ({level})",
    quote="  > {lead_in}“{quote}”",
    escape=_escape_markdown,
    width=None,
)


def one_line(text: str, style: Style) -> str:
    """Return `text` so that it is shown and not obeyed: no line break, no control character, no mark-up."""
    return style.escape(_UNSEEN.sub(" ", text).strip())


def paragraph(text: str, style: Style) -> str:
    """Return `text`, which is ours, in lines as long as they may be."""
    return "\n".join(_lines(text, style))


def render(summary: Summary, style: Style) -> str:
    """Return the overview and the badges, each badge with its best quote, and what was not stated."""
    sections = (_head, _overview, _badges, _contradictions, _actions, _not_stated)
    parts = ("\n".join(section(summary, style)) for section in sections)
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(summary: Summary, style: Style) -> Iterator[str]:
    facts = summary.document
    yield style.title.format(one_line(facts.title or "Privacy policy", style))
    minutes = "1 minute" if facts.reading_minutes == 1 else f"{facts.reading_minutes} minutes"
    date = f" Dated {facts.policy_date}." if facts.policy_date else ""
    grade = f" Grade {summary.grade.letter}." if summary.grade else " No grade: too little was found to judge."
    yield from _lines(f"{facts.words:,} words, {minutes} to read.{date}{grade}", style)


def _overview(summary: Summary, style: Style) -> Iterator[str]:
    for line in summary.overview:
        yield from _item(line.text, style)


def _badges(summary: Summary, style: Style) -> Iterator[str]:
    if summary.badges:
        yield style.heading.format("Badges")
        yield ""
    for badge in summary.badges:
        label = one_line(badge.label, style)
        yield style.badge.format(mark=_MARKS[badge.level], label=label, level=badge.level.value)
        yield from _quote(_best_evidence(summary, badge), style)


def _quote(evidence: Evidence, style: Style) -> list[str]:
    # "We do not:" stands outside of the quote marks of "sell your data", which it turns into its opposite.
    lead_in = one_line(evidence.lead_in, style) + " " if evidence.lead_in else ""
    line = style.quote.format(lead_in=lead_in, quote=one_line(evidence.display, style))
    return _lines(line, style, indent="  ")


def _best_evidence(summary: Summary, badge: Badge) -> Evidence:
    return next(
        finding.evidence[0]
        for finding in summary.findings
        if (finding.practice, finding.stance) == (badge.practice, badge.stance)
    )


def _contradictions(summary: Summary, style: Style) -> Iterator[str]:
    if summary.contradictions:
        yield style.heading.format("Contradictions")
        yield ""
    for contradiction in summary.contradictions:
        yield from _item(contradiction.text, style)


def _actions(summary: Summary, style: Style) -> Iterator[str]:
    if summary.actions:
        yield style.heading.format("What you can do")
        yield ""
    for action in summary.actions:
        yield from _item(f"{action.label}: {action.href}", style)


def _not_stated(summary: Summary, style: Style) -> Iterator[str]:
    if summary.not_stated:
        yield style.heading.format("No statement found")
        yield ""
    for practice in summary.not_stated:
        yield from _item(PRACTICES[practice].question, style)


def _item(text: str, style: Style) -> list[str]:
    return _lines(f"- {one_line(text, style)}", style, indent="  ")


def _lines(text: str, style: Style, indent: str = "") -> list[str]:
    if style.width is None:
        return [text]
    return textwrap.wrap(text, style.width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
