"""What stands around a policy and is none of it: an archive's preamble, cookie banners, menus, scripts."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlsplit

from server.analysis.model import BlockKind
from server.analysis.reading.lines import AnyLine, Line

# So many links in a row, each a whole line, are a menu.
MENU_LINKS = 4
# Banners and menus are short; a longer line is read whatever it begins with.
MAX_CHARS = 700

_BEGINNING = re.compile(
    r"""\*?The\ following\ text\ is\ extracted\ and\ transformed\ from\ the\ .*\ that\ was\ archived\ on\b
      | (?:skip|jump)\ to\ (?:main\ |the\ )?(?:content|navigation|search|menu)\b
      | \(?function\b.*\{ | var\ [\w\\$]+\ *= | window\. | \$\( | <(?:script|iframe|style)\b | @media\b""",
    re.VERBOSE | re.IGNORECASE,
)
# The buttons of a banner, which a paste brings along at the end of its text.
_BUTTON = re.compile(
    r"\b(?:(?:accept|reject)(?: all)?(?: cookies)?|got it|ok|i agree|decline|dismiss)!?$", re.IGNORECASE
)
_MENU = re.compile(r"(?:[^\W_a-z][^|.]{0,25}+\|\s*){2,}+[^\W_a-z][^|.]{0,25}$")  # Home | About | Contact


def is_surrounding(line: Line) -> bool:
    """Tell whether the line is no policy by its own words."""
    words = line.words
    if line.kind is BlockKind.TABLE_ROW or len(words) > MAX_CHARS:
        return False
    is_banner = _BUTTON.search(words[-20:]) and "cookies" in words.lower()
    return bool(is_banner or _BEGINNING.match(words) or _MENU.match(words))


def without_menus(lines: list[AnyLine], base_url: str) -> list[AnyLine]:
    """Return the lines without the menus: rows of links to the same site that no sentence introduces."""
    hosts = {_host(base_url), _usual_host(lines)}
    kept: list[AnyLine] = []
    for is_linked, run in groupby(lines, lambda line: _is_link(line, hosts)):
        menu = list(run)
        is_introduced = bool(kept) and kept[-1].words.rstrip("*_ ").endswith(":")
        if not is_linked or len(menu) < MENU_LINKS or is_introduced:
            kept += menu
    return kept


def _is_link(line: Line, hosts: set[str]) -> bool:
    if len(line.links) != 1 or line.kind not in (None, BlockKind.LIST_ITEM):
        return False
    link = line.links[0]
    return link.start <= line.start and link.end >= line.end and _host(link.href) in hosts


def _usual_host(lines: Sequence[Line]) -> str:
    hosts = Counter(_host(link.href) for line in lines for link in line.links)
    return hosts.most_common(1)[0][0] if hosts else ""


def _host(href: str) -> str:
    return urlsplit(href).netloc.removeprefix("www.")
