"""An HTML page made safe to parse, and parsed."""

import re

from selectolax.lexbor import LexborHTMLParser

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

_UNREAD = re.compile(r"<!--.*?(?:-->|$)|<(script|style|svg|template)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_BLOCKS = "address|article|blockquote|br|d[dlt]|div|h[1-6r]|li|[ou]l|p|pre|section|t[dhr]|table"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?![\w-]){_ATTRIBUTES}>?", re.I)
_ANY_TAG = re.compile(rf"</?[a-zA-Z]{_ATTRIBUTES}>?")


def parse(html: str) -> LexborHTMLParser:
    """Return the tree of the page. One that no person wrote (see above) comes back as its bare lines."""
    # A lone surrogate is no character, and the parser takes none.
    html = html.encode("utf-8", "ignore").decode("utf-8")
    if _is_overgrown(html):
        html = f"<pre>{_bare_lines(html)}</pre>"
    return LexborHTMLParser(_BOLD.sub(r"<\1>", _FORMATTING.sub("", html)))


def _is_overgrown(html: str) -> bool:
    tags = _TAG.findall(html)
    if len(tags) > MAX_OPENING_TAGS or len(tags) + html.count("</") > MAX_TAGS:
        return True
    return any(len(_VALUE.sub("", tag)) > MAX_ATTRIBUTE_CHARS for tag in tags if len(tag) > MAX_ATTRIBUTE_CHARS)


def _bare_lines(html: str) -> str:
    return _ANY_TAG.sub(" ", _BLOCK_TAG.sub("\n", _UNREAD.sub(" ", html)))
