"""HTML pages into blocks; the text is composed from the blocks."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from server.analysis.links import resolve
from server.analysis.model import Block, BlockKind, Document, Link

_DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "noscript",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "picture",
        "img",
        "map",
        "head",
        "title",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "label",
        "option",
        "fieldset",
        "legend",
        "datalist",
        "output",
        "progress",
        "meter",
        "nav",
        "footer",
        "dialog",
        "menu",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl"))


class _Composer:
    """The text so far and its blocks; the words of the block at hand are held back until it ends."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0
        self.kind, self.level = BlockKind.PARAGRAPH, 0
        self._words: list[str] = []
        self._size = 0
        self._spaced = False
        self._links: list[Link] = []
        self._open: tuple[int, str] | None = None

    def add(self, text: str) -> None:
        words = " ".join(_CONTROL.sub("", text).split())
        if not words:
            self._spaced = self._spaced or bool(text)
            return
        if self._size and (self._spaced or text[0].isspace()):
            words = " " + words
        self._words.append(words)
        self._size += len(words)
        self._spaced = text[-1].isspace()

    def open_link(self, href: str) -> None:
        self._open = (self._size + (1 if self._spaced and self._size else 0), href)

    def close_link(self) -> None:
        if self._open and self._open[0] < self._size:
            target = resolve(self._open[1], self.base_url)
            if target:
                self._links.append(Link(self._open[0], self._size, target))
        self._open = None

    def end_block(self) -> None:
        if self._words:
            at = self.length
            words = "".join(self._words)
            links = tuple(Link(at + link.start, at + link.end, link.href) for link in self._links)
            self.blocks.append(Block(self.kind, at, at + len(words), self.level, links))
            self.parts.append(words)
            self.length += len(words) + 1
        self._words, self._size, self._spaced, self._links = [], 0, False, []


_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read_html(html: str, base_url: str = "", title: str = "") -> Document:
    """Return the words of the page as a document; its text is the blocks, one a line."""
    tree = LexborHTMLParser(html)
    composer = _Composer(base_url)
    body = tree.body or tree.root
    if body is not None:
        _walk(body, composer)
    text = "\n".join(composer.parts)
    head = tree.css_first("title")
    title = title or " ".join(_CONTROL.sub("", head.text() if head else "").split())
    return Document(text, tuple(composer.blocks), title, base_url)


def _walk(root: LexborNode, composer: _Composer) -> None:
    depth, items = 0, 0
    rank = 0
    row = False
    for node, leaving in _events(root):
        tag = node.tag
        if tag == "-text":
            composer.add(node.text_content or "")
        elif tag == "a":
            if leaving:
                composer.close_link()
            elif href := node.attributes.get("href"):
                composer.open_link(href)
        elif tag in _INLINE:
            continue
        elif row and tag in ("p", "div", "br", "ul", "li", "ol"):
            composer.add(" ")
        elif tag in ("td", "th"):
            row = True
            if leaving and node.next is not None:
                composer.add(" | ")
        else:
            composer.end_block()
            step = -1 if leaving else 1
            if tag in _HEADINGS:
                rank = 0 if leaving else _HEADINGS[tag]
            elif tag in _LISTS:
                depth += step
            elif tag in ("li", "dd", "dt"):
                items += step
            elif tag == "tr":
                row = not leaving
            if rank:
                composer.kind, composer.level = BlockKind.HEADING, rank
            elif row:
                composer.kind, composer.level = BlockKind.TABLE_ROW, 0
            elif items > 0:
                composer.kind, composer.level = BlockKind.LIST_ITEM, max(1, depth)
            else:
                composer.kind, composer.level = BlockKind.PARAGRAPH, 0
    composer.end_block()


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below `root` when it is entered and, if it is an element, when it is left."""
    node = root.child
    while node is not None:
        dropped = node.tag in _DROPPED or node.tag == "!--"
        if not dropped:
            yield node, False
        below = None if dropped else node.child
        while below is None:
            if node.tag != "-text" and node.tag not in _DROPPED:
                yield node, True
            below = node.next
            if below is None:
                parent = node.parent
                if parent is None or parent.mem_id == root.mem_id:
                    return
                node = parent
        node = below
