"""An HTML page made safe to parse, parsed, and walked over."""

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# The parser's time grows with the square of the open tags, of the attributes of a tag and of the options of a list:
# 100,000 nested tags take 11 s. The largest of the policy pages at hand has 5,000 and as many that close them.
MAX_OPENING_TAGS = 20_000
MAX_TAGS = 35_000
MAX_ATTRIBUTE_CHARS = 1_000

# No pattern below asks for the ">" of a tag: having failed for the want of it, it would look again from every "<".
_ATTRIBUTES = r"""(?:[^<>=]|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
_TAG = re.compile(rf"<[a-zA-Z]{_ATTRIBUTES}")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
# A parser opens these again in each paragraph that follows, once for each set of attributes: 23 KB become 1.5 million
# elements. Of all of them only bold type means something here.
_FORMATTING = re.compile(rf"</?(?:big|code|em|font|i|nobr|s|small|strike|tt|u)(?![\w-]){_ATTRIBUTES}>?", re.I)
_BOLD = re.compile(rf"<(b|strong)(?=\s){_ATTRIBUTES}>?", re.I)

# In a script, "i<n" begins no tag. What is not counted must not be parsed either, so scripts and comments go.
_SCRIPTS = re.compile(r"<!--(?:-?>|.*?(?:--!?>|$))|<(script|style)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_UNREAD = re.compile(r"<!--.*?(?:-->|$)|<(script|style|svg|template)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_BLOCKS = "address|article|blockquote|br|d[dlt]|div|h[1-6r]|li|[ou]l|p|pre|section|t[dhr]|table"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?![\w-]){_ATTRIBUTES}>?", re.I)
_ANY_TAG = re.compile(rf"</?[a-zA-Z]{_ATTRIBUTES}>?")


def parse(html: str) -> LexborHTMLParser:
    """Return the tree of the page. One that no person wrote (see above) comes back as its bare lines."""
    # A lone surrogate is no character, and the parser takes none.
    html = html.encode("utf-8", "ignore").decode("utf-8")
    html = _SCRIPTS.sub("", html)
    if _is_overgrown(html):
        html = f"<pre>{_bare_lines(html)}</pre>"
    return LexborHTMLParser(_BOLD.sub(r"<\1>", _FORMATTING.sub("", html)))


def events(root: LexborNode | None, unread: Collection[str]) -> Iterator[tuple[LexborNode, int, bool]]:
    """Yield each node below `root` with its depth: as it is entered, and once more as it is left if it is an element.

    What stands in elements of the tags `unread` is left out, and so are they.
    """
    node, depth = root.child if root else None, 1
    while node is not None:
        is_read = node.tag not in unread
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


def _is_overgrown(html: str) -> bool:
    tags = _TAG.findall(html)
    if len(tags) > MAX_OPENING_TAGS or len(tags) + html.count("</") > MAX_TAGS:
        return True
    return any(len(_VALUE.sub("", tag)) > MAX_ATTRIBUTE_CHARS for tag in tags if len(tag) > MAX_ATTRIBUTE_CHARS)


def _bare_lines(html: str) -> str:
    return _ANY_TAG.sub(" ", _BLOCK_TAG.sub("\n", _UNREAD.sub(" ", html)))
