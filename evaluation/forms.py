"""Other forms in which the same policy reaches the service: as pages, and as pastes of several sorts."""

import re
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import count

from server.analysis.documents import read_html, read_text
from server.analysis.markup import Words, display
from server.analysis.model import Block, BlockKind, Document

COLUMNS = 72
# Every so many spaces one is made such that no line breaks there.
_FIXED_SPACE_EVERY = 5

_QUOTE_MARKS = re.compile(r"\s*(?:>[ \t]?)*")
_QUOTED_BREAK = re.compile(r"\s*\n[ \t]*(?:>[ \t]?)*")
# What no editor sets in other quotes or letters: where links lead, and entities.
_TARGET = re.compile(r"(\]\([^()]*\)|https?://\S+|&#?\w+;)")

_AROUND = (
    """<header><a href="/">Example</a><nav><ul><li><a href="/shop">Shop</a><li><a href="/news">News</a>
    <li><a href="/help">Help and contact</a><li><a href="/account">Your account</a></ul></nav></header>
    <div id="cookie-banner" class="banner"><p>We use cookies and share what you do here with our advertising partners to
    show you personalised ads. By using our site you agree to this.</p><button>Accept all</button>
    <button>Settings</button></div><div class="page">""",
    """</div><aside><h3>From our blog</h3><p>How we sell a thousand parcels a day to other companies.</p>
    <p>Ten things that our customers publish in their public profiles.</p></aside>
    <form action="/subscribe"><h4>Stay in touch</h4><p>Subscribe to our newsletter. You can unsubscribe at any time, and
    we never share your e-mail address with anyone.</p><label>Your e-mail address</label> <input type="email">
    <button>Subscribe</button></form>
    <footer><p>Example Ltd. All payments are encrypted. Questions about your privacy? Write to
    <a href="mailto:privacy@shop.example">privacy@shop.example</a>.</p><ul><li><a href="/terms">Terms of use</a>
    <li><a href="/privacy">Privacy policy</a><li><a href="/do-not-sell">Do not sell my data</a></ul>
    <p>We deliver to customers in the European Union and the United States.</p></footer>""",
)


def page(policy: Document) -> Document:
    """Return the policy read from a page that holds nothing else."""
    return read_html(_html(policy))


def page_with_surroundings(policy: Document) -> Document:
    """Return the policy read from a page with menus, a cookie banner, a side bar, a form and a footer around it."""
    return read_html(_html(policy, *_AROUND))


def wrapped(policy: Document) -> Document:
    """Return the policy wrapped as an e-mail is, quote marks before each line; rows of tables stay whole."""
    return read_text("\n".join(part for line in _a_line_a_block(policy) for part in _wrapped(line)))


def typeset(policy: Document) -> Document:
    """Return the policy as a word processor saves it: a line a paragraph, curly quotes, fixed spaces, CRLF."""
    spaces = count(1)
    return read_text("".join(f"{_typeset(line, spaces)}   \r\n" for line in _a_line_a_block(policy)))


def upper_case(policy: Document) -> Document:
    """Return the policy in capitals."""
    return read_text(_but_targets(policy.text, str.upper))


def plain_text(policy: Document) -> Document:
    """Return the policy without Markdown: the displays of its blocks, list items behind a bullet."""
    lines, above = [], None
    for block in policy.blocks:
        is_joined = above is block.kind and above in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
        bullet = "  " * (block.level - 1) + "• " if block.kind is BlockKind.LIST_ITEM else ""
        lines.append(("" if is_joined else "\n") + bullet + _shown(policy, block))
        above = block.kind
    return read_text("\n".join(lines))


FORMS: dict[str, Callable[[Document], Document]] = {
    "page": page,
    "page with surroundings": page_with_surroundings,
    "wrapped at 72 columns": wrapped,
    "typeset": typeset,
    "upper case": upper_case,
    "plain text": plain_text,
}


def _raw(policy: Document, block: Block) -> str:
    return policy.text[block.start : block.end]


def _shown(policy: Document, block: Block) -> str:
    return display(_raw(policy, block), policy.markdown, block.kind is BlockKind.TABLE_ROW)


def _a_line_a_block(policy: Document) -> list[str]:
    """The lines of the text, but that each block is on one; its mark, and what is no block, stay as they are."""
    pieces, end = [], 0
    for block in policy.blocks:
        pieces += [policy.text[end : block.start], _QUOTED_BREAK.sub(" ", _raw(policy, block))]
        end = block.end
    return "".join([*pieces, policy.text[end:]]).splitlines()


def _html(policy: Document, before: str = "", after: str = "") -> str:
    body = "\n".join(_elements(policy))
    return f"<!doctype html><title>{escape(policy.title)}</title><body>{before}\n{body}\n{after}</body>"


def _elements(policy: Document) -> Iterator[str]:
    """Each block as an element, with the tags that open and close its list or table."""
    depth, in_table = 0, False
    for block in policy.blocks:
        level = block.level if block.kind is BlockKind.LIST_ITEM else 0
        is_row = block.kind is BlockKind.TABLE_ROW
        closed = "</ul>" * (depth - level) + "</table>" * (in_table and not is_row)
        opened = "<ul>" * (level - depth) + "<table>" * (is_row and not in_table)
        yield closed + opened + _element(block, _marked_up(policy, block))
        depth, in_table = level, is_row


def _element(block: Block, words: str) -> str:
    if block.kind is BlockKind.HEADING:
        return f"<h{block.level}>{words}</h{block.level}>"
    if block.kind is BlockKind.LIST_ITEM:
        return f"<li>{words}"
    if block.kind is BlockKind.TABLE_ROW:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in words.split("|"))
    return f"<p>{words}</p>"


def _marked_up(policy: Document, block: Block) -> str:
    """The words of the block, its links as elements."""
    words = Words(_raw(policy, block), policy.markdown)
    places = range(len(words.text))
    pieces, end = [], 0
    for link in block.links:
        first, last = (bisect_left(places, at - block.start, key=words.place) for at in (link.start, link.end))
        first = max(first, end)
        pieces += [_escaped(words.text[end:first]), f'<a href="{escape(link.href)}">']
        pieces += [_escaped(words.text[first : max(first, last)]), "</a>"]
        end = max(first, last)
    return "".join([*pieces, _escaped(words.text[end:])])


def _escaped(words: str) -> str:
    return escape(unescape(words), quote=False)


def _wrapped(line: str) -> list[str]:
    marks = match[0] if (match := _QUOTE_MARKS.match(line)) else ""
    words = line[len(marks) :]
    if words.startswith("|") or len(line) <= COLUMNS:
        return [line.rstrip()]
    after = marks if ">" in marks else ""
    return textwrap.wrap(
        words, COLUMNS, initial_indent=marks, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )


def _typeset(words: str, spaces: Iterator[int]) -> str:
    quoted = _but_targets(words, _curly)
    return re.sub(r"(?<=\w) (?=\w)", lambda _: " " if next(spaces) % _FIXED_SPACE_EVERY else "\u00a0", quoted)


def _curly(words: str) -> str:
    opened = re.sub(r"""(?<![^\s(\[])["'](?=\w)""", lambda quote: "“" if quote[0] == '"' else "‘", words)
    return opened.replace('"', "”").replace("'", "’")


def _but_targets(words: str, change: Callable[[str], str]) -> str:
    pieces = _TARGET.split(words)
    return "".join(piece if index % 2 else change(piece) for index, piece in enumerate(pieces))
