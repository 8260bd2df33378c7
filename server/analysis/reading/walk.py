"""A walk over the tree of a page that collects its lines."""

from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from server.analysis.model import BlockKind
from server.analysis.reading.lines import MAX_LINES
from server.analysis.reading.page_lines import LineBuilder, PageLine, row_of
from server.analysis.reading.parts import Part, folds, part_inside
from server.analysis.reading.tree import events

# The rank of what titles a folded section or a definition.
TITLE_LEVEL = 6
# The lines of a nested table are its own: a row that holds so many lays out the page.
MAX_ROW_LINES = 200
# A form of few words asks for something; one that holds more may hold the whole page, as some servers make it.
MAX_FORM_WORDS = 100


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
_TITLES = _tags("button dt summary")
_CELLS = _tags("td th")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around make of a line."""

    part: Part = Part.BODY
    kind: BlockKind | None = None
    level: int = 0
    lists: int = 0
    is_verbatim: bool = False
    in_form: bool = False


class Walk:
    """Collects the lines below a node. `main` holds the ids of the elements that are the page's main content."""

    def __init__(self, base_url: str, main: frozenset[int]) -> None:
        self.lines: list[PageLine] = []
        self._main = main
        self._line = LineBuilder(base_url)
        self._gap = 1
        self._context = _Context()
        # The contexts to come back to, each with the depth of the element that changed it.
        self._outer: list[tuple[int, _Context]] = []
        # For each open row, where in the lines its cells begin.
        self._rows: list[list[int]] = []

    def over(self, root: LexborNode | None) -> None:
        """Add the lines of all that stands below `root`."""
        for node, depth, is_entered in events(root, _UNREAD):
            tag = node.tag or ""
            if tag == "-text":
                self._read(node.text_content or "")
            elif tag == "a":
                self._line.set_link((node.attributes.get("href") or "") if is_entered else "")
            elif tag in ("b", "strong"):
                self._line.set_bold(is_entered)
            elif tag == "br":
                self._break(is_entered)
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
        elif tag in _CELLS and self._rows:
            self._rows[-1].append(len(self.lines))

    def _leave(self, tag: str, depth: int) -> None:
        if self._outer and self._outer[-1][0] == depth:
            self._context = self._outer.pop()[1]
        if tag == "tr":
            self._end_row(self._rows.pop())

    def _inside(self, node: LexborNode, tag: str) -> _Context:
        """The context of what stands in `node`."""
        context, attributes = self._context, node.attributes
        part = Part.MAIN if node.mem_id in self._main else part_inside(tag, attributes, context.part)
        is_title = tag in _TITLES and context.kind is not BlockKind.HEADING
        if tag == "button" and is_title and not folds(attributes):
            part = max(part, Part.AROUND)
        if tag == "form" and not context.in_form:
            context = replace(context, in_form=True)
            if len(node.text(separator=" ").split()) <= MAX_FORM_WORDS:
                part = max(part, Part.AROUND)
        if part is not context.part:
            context = replace(context, part=part)
        if tag[0] == "h" and tag[1:].isdigit():
            return replace(context, kind=BlockKind.HEADING, level=int(tag[1:]))
        if is_title:
            return replace(context, kind=BlockKind.HEADING, level=TITLE_LEVEL)
        if tag in _LISTS:
            return replace(context, lists=context.lists + 1)
        if tag == "li":
            return replace(context, kind=BlockKind.LIST_ITEM, level=max(1, context.lists))
        if tag in _CELLS or tag == "dd":
            return replace(context, kind=None, level=0)
        return replace(context, is_verbatim=True) if tag == "pre" else context

    def _read(self, text: str) -> None:
        if not self._context.is_verbatim or text.count("\n") > MAX_LINES:
            self._line.add(text)
            return
        for line in text.splitlines(keepends=True):
            self._line.add(line)
            self._break(line != line.rstrip("\r\n"))

    def _break(self, is_one: bool) -> None:
        # A second break in a row leaves a blank line.
        if is_one:
            self._gap = 0 if self._end_line() else 1

    def _end_line(self) -> bool:
        context = self._context
        line = self._line.end(context.kind, context.level, self._gap, context.part)
        if line:
            self.lines.append(line)
        return line is not None

    def _end_row(self, starts: list[int]) -> None:
        if not starts or len(self.lines) - starts[0] > MAX_ROW_LINES:
            return
        ends = [*starts[1:], len(self.lines)]
        cells = [self.lines[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
        if row := row_of(cells):
            self.lines[starts[0] :] = [row]
