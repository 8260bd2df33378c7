"""Links, kept only where the reader can follow them: http, https and mailto."""

import re
from urllib.parse import urljoin, urlsplit

from server.analysis.markup import HREF, LABEL
from server.analysis.model import Link

_LABELLED = rf"""(?<!!)\[{LABEL}\]\(\s*+<?(?P<href>{HREF})>?(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)"""
_ADDRESS = (
    r"""(?P<url>https?://[^\s<>"'\[\]()|*`]*+[^\s<>"'\[\]()|*`.,;:!?])"""
    r"""|(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"""
)
_LINK = re.compile(f"{_LABELLED}|{_ADDRESS}")
_BARE = re.compile(_ADDRESS)


def links_in(text: str, start: int, end: int, base_url: str) -> tuple[Link, ...]:
    """Return the links that are written in the Markdown of `text[start:end]`, bare addresses included."""
    piece = text[start:end]
    if "](" not in piece and "://" not in piece and "@" not in piece:
        return ()
    links = []
    for match in _LINK.finditer(piece):
        href = match["href"] or match["url"] or (match["mail"] and f"mailto:{match['mail']}")
        if href and (target := resolve(href, base_url)):
            links.append(Link(start + match.start(), start + match.end(), target))
    return tuple(links)


def addresses_in(words: str, links: list[Link]) -> list[Link]:
    """Return the addresses that `words` spell out and that stand in none of `links`."""
    if "://" not in words and "@" not in words:
        return []
    found = []
    for match in _BARE.finditer(words):
        href = resolve(match["url"] or f"mailto:{match['mail']}", "")
        if href and not any(link.start < match.end() and match.start() < link.end for link in links):
            found.append(Link(match.start(), match.end(), href))
    return found


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
