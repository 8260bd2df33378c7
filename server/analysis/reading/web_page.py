"""HTML pages into blocks; the document's text is composed from their words."""

from selectolax.lexbor import LexborHTMLParser

from server.analysis.markup import fold
from server.analysis.model import Block, BlockKind, Document, Link
from server.analysis.reading.layout import gathered
from server.analysis.reading.lines import has_words
from server.analysis.reading.links import resolve
from server.analysis.reading.page_lines import PageLine
from server.analysis.reading.parts import Part
from server.analysis.reading.surroundings import is_surrounding, without_menus
from server.analysis.reading.titles import MAX_TITLE_WORDS, is_heading, is_title
from server.analysis.reading.tree import parse
from server.analysis.reading.walk import TITLE_LEVEL, Walk

# With fewer words than this, what stands around the policy, or asks for scripts, is all that the page says.
MIN_WORDS = 50
# Titles without an element of their own stand below those of <h1> to <h4>. Where a page has some of these,
# a plain line that only reads like a title is none.
_BOLD_LEVEL = 5
_ENOUGH_HEADINGS = 3


def read_html(html: str, base_url: str = "", title: str = "") -> Document:
    """Return the words of the page as a document. Its text is that of the blocks, each on lines of its own."""
    tree = parse(html)
    walk = Walk(_base(tree, base_url), _main(tree))
    walk.over(tree.root)
    lines = [line for line in _of_policy(walk.lines) if has_words(line.words) and not is_surrounding(line)]
    lines = without_menus(lines, base_url)
    text = _place(lines)
    return Document(text, tuple(map(_block, _groups(lines))), title or _title(tree), base_url)


def _groups(lines: list[PageLine]) -> list[list[PageLine]]:
    for line in lines:
        _find_heading(line)
    headings = sum(line.kind is BlockKind.HEADING for line in lines)
    return gathered(lines, plain_titles=headings < _ENOUGH_HEADINGS)


def _block(group: list[PageLine]) -> Block:
    first, links = group[0], tuple(link for line in group for link in line.links)
    return Block(first.kind or BlockKind.PARAGRAPH, first.start, group[-1].end, first.level, links)


def _base(tree: LexborHTMLParser, base_url: str) -> str:
    base = tree.css_first("base[href]")
    return (resolve(base.attributes["href"] or "", base_url) if base else "") or base_url


def _main(tree: LexborHTMLParser) -> frozenset[int]:
    """The elements in which the page says that its main content is."""
    main = tree.css("main, [role=main]")
    articles = [] if main else tree.css("article")
    return frozenset(node.mem_id for node in main or (articles if len(articles) == 1 else []))


def _title(tree: LexborHTMLParser) -> str:
    title = tree.css_first("title")
    return fold(title.text()) if title else ""


def _of_policy(lines: list[PageLine]) -> list[PageLine]:
    """The lines of the part that holds the policy: the least that leaves nothing out that could be policy."""
    words = dict.fromkeys(Part, 0)
    for line in lines:
        words[line.part] += 0 if line.links else len(line.raw.split())
    main, body = words[Part.MAIN], words[Part.MAIN] + words[Part.BODY] + words[Part.HEADER]
    if main >= MIN_WORDS and 2 * main >= body:
        return [line for line in lines if line.part is Part.MAIN]
    if body >= MIN_WORDS and 2 * body >= words[Part.AROUND]:
        return [line for line in lines if line.part <= Part.BODY or _is_introduction(line)]
    last = Part.AROUND if body + words[Part.AROUND] >= MIN_WORDS else Part.SCRIPTLESS
    return [line for line in lines if line.part <= last]


def _is_introduction(line: PageLine) -> bool:
    """Tell whether a line in the header of the page is prose: there the policy begins."""
    return line.part is Part.HEADER and len(line.raw.split()) > MAX_TITLE_WORDS


def _place(lines: list[PageLine]) -> str:
    """Return the text of the page, and give the lines their places in it."""
    position = 0
    for line in lines:
        line.start, line.end = position + line.start, position + len(line.raw)
        line.links = [Link(position + link.start, position + link.end, link.href) for link in line.links]
        position += len(line.raw) + 1
    return "\n".join(line.raw for line in lines)


def _find_heading(line: PageLine) -> None:
    """Make a heading of a line in bold type, and none of what is set as one and says more."""
    if line.kind is BlockKind.HEADING:
        if not (is_title(line.words) if line.level == TITLE_LEVEL else is_heading(line.words)):
            line.kind, line.level = None, 0
    elif line.is_bold and (line.kind is None or _is_numbered(line)) and is_title(line.words.rstrip(":.")):
        line.kind, line.level, line.start, line.mark = BlockKind.HEADING, _BOLD_LEVEL, line.start - line.mark, 0


def _is_numbered(line: PageLine) -> bool:
    """Tell whether a number stands before the words of a line that is no item of a list of the page's own."""
    return line.level == 0 and line.style[:1].isalpha() and line.style != "o"
