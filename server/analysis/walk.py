"""A walk over the tree of a page that collects its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from selectolax.lexbor import LexborNode

from server.analysis.lines import MAX_LINES, Line, take_off_mark
from server.analysis.links import addresses_in, resolve
from server.analysis.model import BlockKind, Link

# A row of more is no row of a table but a page laid out in columns.
MAX_ROW_CHARS = 1_500
MAX_ROW_LINES = 200


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNREAD = _tags(
    """-comment applet audio canvas datalist embed head iframe img input map math meter object output picture progress
    script select style svg template textarea title video"""
)
_BLOCKS = _tags(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav noscript ol p pre search
    section summary table tbody td tfoot th thead tr ul"""
)
_LISTS = _tags("dir menu ol ul")
_AROUND = _tags("dialog nav search")
_AROUND_MAIN = _tags("aside footer")
_AROUND_ROLES = _tags("alertdialog contentinfo dialog menu menubar navigation search")
# Sections that a script folds are hidden and yet policy: they are panels of something.
_PANEL_ROLES = _tags("region tabpanel")
_BANNER = re.compile(
    r"(?:cookie|consent|gdpr|ccpa)[-_]?(?:banner|bar|box|consent|dialog|law|message|modal|notice|overlay|popup|prompt)"
    r"|onetrust|cookiebot|didomi|usercentrics|truste|osano|\bcky-|cmplz|iubenda-cs|klaro|qc-cmp|sp_message",
    re.I,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class Region(IntEnum):
    """Where on the page a line stands, the likeliest place of the policy first."""

    MAIN = 0
    BODY = 1
    HEADER = 2
    AROUND = 3
    SCRIPTLESS = 4


@dataclass(slots=True)
class PageLine(Line):
    """A line of a page. `raw` is all of it, the mark included; `is_bold` says that all its words are."""

    raw: str = ""
    region: Region = Region.BODY
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around make of a line."""

    region: Region = Region.BODY
    kind: BlockKind | None = None
    level: int = 0
    lists: int = 0
    is_verbatim: bool = False


class Walk:
    """Collects the lines below a node; the words at hand are held back until their line ends."""

    def __init__(self, base_url: str, main: frozenset[int]) -> None:
        self.lines: list[PageLine] = []
        self._base_url = base_url
        self._main = main
        self._context = _Context()
        self._outer: list[tuple[int, _Context]] = []
        self._rows: list[list[int]] = []
        self._parts: list[str] = []
        self._size = self._bold_size = self._bold = 0
        self._is_spaced = False
        self._gap = 1
        self._links: list[Link] = []
        self._href = ""
        self._link_start = 0

    def over(self, root: LexborNode) -> None:
        """Add the lines of all that stands below `root`."""
        for node, depth, is_entered in _events(root):
            tag = node.tag
            if tag == "-text":
                self._read(node.text_content or "")
            elif tag == "a":
                self._end_link()
                self._href = (node.attributes.get("href") or "") if is_entered else ""
            elif tag in ("b", "strong"):
                self._bold += 1 if is_entered else -1
            elif tag == "br":
                if is_entered:
                    self._gap = 0 if self._end_line() else 1
            elif tag in _BLOCKS:
                self._end_line()
                self._gap = 1
                if is_entered:
                    self._enter(node, tag, depth)
                else:
                    self._leave(tag, depth)
        self._end_line()

    def _enter(self, node: LexborNode, tag: str, depth: int) -> None:
        context = self._inside(node, tag)
        if context is not self._context:
            self._outer.append((depth, self._context))
            self._context = context
        if tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(len(self.lines))

    def _leave(self, tag: str, depth: int) -> None:
        if self._outer and self._outer[-1][0] == depth:
            self._context = self._outer.pop()[1]
        if tag == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def _inside(self, node: LexborNode, tag: str) -> _Context:
        """The context of what stands in `node`."""
        context = self._context
        region = self._region(node, tag)
        if region is not context.region:
            context = replace(context, region=region)
        if tag[0] == "h" and tag[1:].isdigit():
            return replace(context, kind=BlockKind.HEADING, level=int(tag[1:]))
        if tag in ("dt", "summary", "button") and context.kind is not BlockKind.HEADING:
            return replace(context, kind=BlockKind.HEADING, level=6)
        if tag in _LISTS:
            return replace(context, lists=context.lists + 1)
        if tag == "li":
            return replace(context, kind=BlockKind.LIST_ITEM, level=max(1, context.lists))
        if tag in ("td", "th", "dd"):
            return replace(context, kind=None, level=0)
        return replace(context, is_verbatim=True) if tag == "pre" else context

    def _region(self, node: LexborNode, tag: str) -> Region:
        region = self._context.region
        if tag == "noscript":
            return Region.SCRIPTLESS
        if region >= Region.AROUND:
            return region
        if node.mem_id in self._main:
            return Region.MAIN
        attributes = node.attributes
        if tag in _AROUND or self._is_around(tag, attributes):
            return Region.AROUND
        if region is Region.BODY and (tag == "header" or attributes.get("role") == "banner"):
            return Region.HEADER
        # The title of a page may stand in its header.
        return Region.BODY if tag == "h1" and region is Region.HEADER else region

    def _is_around(self, tag: str, attributes: dict[str, str | None]) -> bool:
        role = attributes.get("role")
        if role in _AROUND_ROLES or attributes.get("aria-modal") == "true":
            return True
        if tag in _AROUND_MAIN:
            return self._context.region is not Region.MAIN
        if tag == "button":
            is_fold = "aria-expanded" in attributes or "aria-controls" in attributes
            return self._context.kind is not BlockKind.HEADING and not is_fold
        if "hidden" in attributes:
            return role not in _PANEL_ROLES and "aria-labelledby" not in attributes
        if tag in ("body", "form"):
            return False
        return bool(_BANNER.search(f"{attributes.get('id')} {attributes.get('class')}"))

    def _read(self, text: str) -> None:
        if self._context.is_verbatim and text.count("\n") <= MAX_LINES:
            for line in text.splitlines(keepends=True):
                self._add(line)
                if line != line.rstrip("\r\n"):
                    self._gap = 0 if self._end_line() else 1
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        words = " ".join(_CONTROL.sub("", text).split())
        if not words:
            self._is_spaced = self._is_spaced or bool(text)
            return
        if self._size and (self._is_spaced or text[0].isspace()):
            words = " " + words
        if self._href and self._link_start == self._size and self._size:
            self._link_start += words[0] == " "
        self._parts.append(words)
        self._size += len(words)
        self._bold_size += len(words) if self._bold > 0 else 0
        self._is_spaced = text[-1].isspace()

    def _end_link(self) -> None:
        if self._href and self._link_start < self._size and (href := resolve(self._href, self._base_url)):
            self._links.append(Link(self._link_start, self._size, href))
        self._link_start = self._size

    def _end_line(self) -> bool:
        """End the line at hand, and tell whether there was one."""
        if not self._parts:
            self._is_spaced = False
            return False
        self._end_link()
        raw = "".join(self._parts)
        context = self._context
        line = PageLine(raw, 0, len(raw), context.kind, context.level, self._gap, raw=raw, region=context.region)
        line.links = self._links + addresses_in(raw, self._links)
        line.is_bold = self._bold_size == self._size
        if line.kind is not BlockKind.HEADING:
            take_off_mark(line)
        self.lines.append(line)
        self._parts, self._links = [], []
        self._size = self._bold_size = self._link_start = 0
        self._is_spaced = False
        return True

    def _end_row(self, starts: list[int]) -> None:
        """Make one line of the cells of a row, unless it only lays out the page."""
        if not starts or len(self.lines) - starts[0] > MAX_ROW_LINES:
            return
        ends = [*starts[1:], len(self.lines)]
        cells = [self.lines[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
        lines = [line for cell in cells for line in cell]
        if len(cells) < 2 or sum(len(line.raw) for line in lines) > MAX_ROW_CHARS:
            return
        if any(line.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW) for line in lines):
            return
        del self.lines[starts[0] :]
        self.lines.append(_row(cells))


def _row(cells: list[list[PageLine]]) -> PageLine:
    raw = ""
    links: list[Link] = []
    for cell in cells:
        for index, line in enumerate(cell):
            raw += ("\n" if index else " | ") if raw else ""
            links += [Link(len(raw) + link.start, len(raw) + link.end, link.href) for link in line.links]
            raw += line.raw
    first = cells[0][0]
    return PageLine(raw, 0, len(raw), BlockKind.TABLE_ROW, 0, 1, links=links, raw=raw, region=first.region)


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, int, bool]]:
    """Each node below `root` with its depth: as it is entered, and once more as it is left if it is an element."""
    node, depth = root.child, 1
    while node is not None:
        is_read = node.tag not in _UNREAD
        if is_read:
            yield node, depth, True
        below = node.child if is_read else None
        if below is not None:
            node, depth = below, depth + 1
            continue
        if is_read and node.tag != "-text":
            yield node, depth, False
        while node.next is None:
            node, depth = node.parent, depth - 1
            if node is None or depth == 0:
                return
            yield node, depth, False
        node = node.next
