"""Links, kept only where the reader can follow them: http, https and mailto."""

import re
from urllib.parse import urljoin, urlsplit

from server.analysis.markup import HREF, LABEL
from server.analysis.model import Link

_LINK = re.compile(
    rf"""(?<!!)\[{LABEL}\]\(\s*+<?(?P<href>{HREF})>?(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)"""
    r"""|(?P<url>https?://[^\s<>"'\[\]()|*`]+[^\s<>"'\[\]()|*`.,;:!?])"""
    r"""|(?<![\w.+-])(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"""
)


def links_in(text: str, start: int, end: int, base_url: str) -> tuple[Link, ...]:
    """Return the links that are written in `text[start:end]`."""
    piece = text[start:end]
    if "](" not in piece and "://" not in piece and "@" not in piece:
        return ()
    links = []
    for match in _LINK.finditer(piece):
        href = match["href"] or match["url"] or (match["address"] and f"mailto:{match['address']}")
        if href and (target := resolve(href, base_url)):
            links.append(Link(start + match.start(), start + match.end(), target))
    return tuple(links)


def resolve(href: str, base_url: str) -> str:
    """Return the absolute address that `href` means on `base_url`, or "" if nobody can follow it."""
    try:
        target = urljoin(base_url, href.strip())
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return target if parts.netloc else ""
    return target if parts.scheme == "mailto" and parts.path else ""
