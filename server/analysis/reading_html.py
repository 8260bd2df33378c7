"""HTML pages into blocks; the document's text is composed from their words."""

from selectolax.lexbor import LexborHTMLParser

from server.analysis.lines import MAX_TITLE_WORDS, gathered, has_words, is_heading, is_title
from server.analysis.links import resolve
from server.analysis.markup import fold
from server.analysis.model import Block, BlockKind, Document, Link
from server.analysis.page import parse
from server.analysis.surroundings import is_surrounding, without_menus
from server.analysis.walk import PageLine, Region, Walk

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
    if tree.root is not None:
        walk.over(tree.root)
    lines = [line for line in _of_policy(walk.lines) if has_words(line.words) and not is_surrounding(line)]
    text, lines = _composed(without_menus(lines, base_url))
    for line in lines:
        _find_heading(line)
    headings = sum(line.kind is BlockKind.HEADING for line in lines)
    groups = gathered(lines, plain_titles=headings < _ENOUGH_HEADINGS)
    blocks = tuple(
        Block(
            group[0].kind or BlockKind.PARAGRAPH,
            group[0].start,
            group[-1].end,
            group[0].level,
            tuple(link for line in group for link in line.links),
        )
        for group in groups
    )
    return Document(text, blocks, title or _title(tree), base_url)


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
    words = dict.fromkeys(Region, 0)
    for line in lines:
        words[line.region] += 0 if line.links else len(line.raw.split())
    main, body = words[Region.MAIN], words[Region.MAIN] + words[Region.BODY] + words[Region.HEADER]
    if main >= MIN_WORDS and 2 * main >= body:
        return [line for line in lines if line.region is Region.MAIN]
    if body >= MIN_WORDS and 2 * body >= words[Region.AROUND]:
        return [line for line in lines if line.region <= Region.BODY or _is_introduction(line)]
    last = Region.AROUND if body + words[Region.AROUND] >= MIN_WORDS else Region.SCRIPTLESS
    return [line for line in lines if line.region <= last]


def _is_introduction(line: PageLine) -> bool:
    """Tell whether a line in the header of the page is prose: there the policy begins."""
    return line.region is Region.HEADER and len(line.raw.split()) > MAX_TITLE_WORDS


def _composed(lines: list[PageLine]) -> tuple[str, list[PageLine]]:
    """The text of the page, and the lines with their places in it."""
    position = 0
    for line in lines:
        line.start, line.end = position + line.start, position + len(line.raw)
        line.links = [Link(position + link.start, position + link.end, link.href) for link in line.links]
        position += len(line.raw) + 1
    return "\n".join(line.raw for line in lines), lines


def _find_heading(line: PageLine) -> None:
    if line.kind is BlockKind.HEADING:
        if not (is_title(line.words) if line.level == 6 else is_heading(line.words)):
            line.kind, line.level = None, 0
    elif line.kind is None and line.is_bold and is_title(line.words.rstrip(":.")):
        line.kind, line.level = BlockKind.HEADING, _BOLD_LEVEL
