"""Links, kept only where the reader can follow them: http, https and mailto."""

import re
from bisect import bisect_right
from operator import attrgetter
from urllib.parse import urljoin, urlsplit

from server.analysis.markup import HREF, LABEL, LINK_END
from server.analysis.model import Link

_LABELLED = rf"(?<!!)\[{LABEL}\]\(\s*+<?(?P<href>{HREF})>?{LINK_END}"
_BARE = (
    r"""(?P<url>https?://[^\s<>"'\[\]()|*`]++)"""
    # A capital after a small letter and a stop begins a sentence whose space is lost.
    r"""|(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}\.[\w-]{1,63}(?:\.(?!(?<=[a-z]\.)[A-Z])[\w-]{1,63}){0,7})"""
)
_LINK = re.compile(f"{_LABELLED}|{_BARE}")
_ADDRESS = re.compile(_BARE)
# The longest address that all browsers follow; a longer one carries data, not a place.
MAX_HREF = 2_048
# What closes the sentence is no part of a bare address.
_CLOSING = ".,;:!?"


def links_in(text: str, start: int, end: int, base_url: str) -> list[Link]:
    """Return the links that are written in the Markdown of `text[start:end]`, bare addresses included."""
    piece = text[start:end]
    if "](" not in piece and "://" not in piece and "@" not in piece:
        return []
    return [link for match in _LINK.finditer(piece) if (link := _link(match, match["href"], start, base_url))]


def addresses_in(words: str, links: list[Link]) -> list[Link]:
    """Return the addresses that `words` spell out and that stand in none of `links`, which are in their order."""
    if "://" not in words and "@" not in words:
        return []
    bare = [link for match in _ADDRESS.finditer(words) if (link := _link(match, None, 0, ""))]
    return [link for link in bare if not _is_covered(link, links)]


def _is_covered(link: Link, links: list[Link]) -> bool:
    # The first that ends behind the start of `link` is the only one to look at: they stand side by side.
    index = bisect_right(links, link.start, key=attrgetter("end"))
    return index < len(links) and links[index].start < link.end


def _link(match: re.Match[str], href: str | None, offset: int, base_url: str) -> Link | None:
    written = href or (match["url"] or match["mail"] or "").rstrip(_CLOSING)
    target = resolve(written if href or match["url"] else f"mailto:{written}", base_url)
    end = match.end() if href else match.start() + len(written)
    return Link(offset + match.start(), offset + end, target) if target else None


def resolve(href: str, base_url: str) -> str:
    """Return the absolute address that `href` means on `base_url`, or "" if nobody can, or should, follow it."""
    if len(href) > MAX_HREF:
        return ""
    try:
        target = urljoin(base_url, href.strip())
        parts = urlsplit(target)
    except ValueError:
        return ""
    if len(target) > MAX_HREF:
        return ""
    if parts.scheme in ("http", "https"):
        # A name before the host ("https://bank.example@evil.example") only makes it look like another.
        return target if parts.netloc and "@" not in parts.netloc else ""
    return target if parts.scheme == "mailto" and parts.path else ""
