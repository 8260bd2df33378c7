"""The links of a page, with what the page says of each and where they stand."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from server.analysis.reading.tree import events, parse
from server.discovery.addresses import resolve
from server.discovery.model import PageLink, Region
from server.discovery.rules import REGION_WORDS

MAX_TEXT_CHARS = 300
MAX_BEFORE_CHARS = 120
# Of a page that is too large to be parsed as a whole, so many tags at its beginning and as many at its end are read.
MAX_TAGS_OF_AN_END = 8_000


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNREAD = _tags("-comment audio canvas datalist iframe math object script select style svg textarea video")
_INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label link mark nobr q s samp small span"
    " strike strong sub sup time tt u var wbr"
)
_BY_TAG = {"footer": Region.FOOTER, "nav": Region.NAVIGATION, "header": Region.NAVIGATION, "dialog": Region.DIALOG}
_BY_ROLE = {
    **{"contentinfo": Region.FOOTER, "navigation": Region.NAVIGATION, "banner": Region.NAVIGATION},
    **{"dialog": Region.DIALOG, "alertdialog": Region.DIALOG, "article": Region.IN_ARTICLE},
}
# These hold the page as a whole, whatever their class says.
_WHOLE = _tags("html body main form")
_ENCLOSED = (Region.COMMENTS, Region.IN_ARTICLE)
_NAME_WORD = re.compile(r"[a-z]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SHADOW_ROOT = re.compile(r"<template(?=\s[^<>]{0,200}shadowrootmode)", re.I)
_START = re.compile(r"</?[a-zA-Z]")


class _Place(NamedTuple):
    """Where in the page the walk is."""

    region: Region = Region.BODY
    hidden: bool = False


class _Open:
    """A link whose end is not reached yet."""

    def __init__(self, attributes: Mapping[str, str | None], depth: int, before: str, place: _Place) -> None:
        self.attributes = attributes
        self.depth = depth
        self.before = before
        self.place = place
        self.words: list[str] = []
        self.pictures: list[str] = []


def page_links(html: str, base_url: str) -> Iterator[PageLink]:
    """Yield the links of the page at `base_url` in their order, as far as a page of its size is read."""
    tree = parse(_ends(_SHADOW_ROOT.sub("<div", html)))
    base = tree.css_first("base[href]")
    if base is not None:
        base_url = resolve(base.attributes.get("href") or "", base_url) or base_url
    return _Walk(base_url).over(tree.root)


class _Walk:
    """Collects links. `before` is the end of what the block around has said so far."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._before = ""
        self._place = _Place()
        self._outer: list[tuple[int, _Place]] = []
        self._open: _Open | None = None

    def over(self, root: LexborNode | None) -> Iterator[PageLink]:
        """Yield the links below `root`."""
        for node, depth, is_entered in events(root, _UNREAD):
            tag = node.tag or ""
            if tag == "-text":
                self._read(node.text_content or "")
            elif is_entered:
                yield from self._enter(node, tag, depth)
            else:
                yield from self._leave(tag, depth)

    def _read(self, text: str) -> None:
        self._before = f"{self._before}{text[-MAX_BEFORE_CHARS:]}"[-MAX_BEFORE_CHARS:]
        if self._open:
            self._open.words.append(text[: MAX_TEXT_CHARS + 1])

    def _enter(self, node: LexborNode, tag: str, depth: int) -> Iterator[PageLink]:
        attributes = node.attributes
        place = _place_inside(tag, attributes, self._place)
        if place != self._place:
            self._outer.append((depth, self._place))
            self._place = place
        if tag not in _INLINE:
            self._before = ""
        if tag == "a" and attributes.get("href"):
            self._open = _Open(attributes, depth, self._before, place)
        elif tag == "img" and self._open:
            self._open.pictures.append((attributes.get("alt") or "")[:MAX_TEXT_CHARS])
        elif tag in ("area", "link") and attributes.get("href"):
            region = Region.HEAD if tag == "link" else place.region
            link = self._link(_Open(attributes, depth, "", _Place(region, place.hidden)))
            if tag == "area" or link.rel:
                yield link

    def _leave(self, tag: str, depth: int) -> Iterator[PageLink]:
        if self._open and self._open.depth == depth:
            yield self._link(self._open)
            self._open = None
        if self._outer and self._outer[-1][0] == depth:
            self._place = self._outer.pop()[1]
        if tag not in _INLINE:
            self._before = ""

    def _link(self, read: _Open) -> PageLink:
        attributes = {name: value or "" for name, value in read.attributes.items()}
        described = (attributes.get("aria-label", ""), attributes.get("title", ""), attributes.get("alt", ""))
        return PageLink(
            href=_resolved(attributes["href"], self._base_url),
            text=_one_line("".join(islice(read.words, MAX_TEXT_CHARS))),
            description=_one_line(next((words for words in (*described, *read.pictures) if words.strip()), "")),
            before=_one_line(read.before),
            region=read.place.region,
            rel=tuple(attributes.get("rel", "")[:MAX_TEXT_CHARS].lower().split()),
            hreflang=attributes.get("hreflang", "")[:MAX_TEXT_CHARS],
            hidden=read.place.hidden,
        )


def _resolved(href: str, base_url: str) -> str:
    # A place in this page is none on another, whatever the page names as its base.
    return href if href.startswith("#") else resolve(href, base_url)


def _one_line(text: str) -> str:
    return " ".join(text[:MAX_TEXT_CHARS].split())


def _place_inside(tag: str, attributes: Mapping[str, str | None], outer: _Place) -> _Place:
    style = attributes.get("style")
    hidden = outer.hidden or "hidden" in attributes or bool(style and _HIDING.search(style[:MAX_TEXT_CHARS]))
    return _Place(_region_inside(tag, attributes, outer.region), hidden)


def _region_inside(tag: str, attributes: Mapping[str, str | None], outer: Region) -> Region:
    # The footer of an article, or of a comment, is not the site's.
    if outer in _ENCLOSED:
        return Region.COMMENTS if _is_called(attributes, Region.COMMENTS) else outer
    if tag in _WHOLE:
        return outer
    if tag in _BY_TAG or tag == "article":
        return _BY_TAG.get(tag, Region.IN_ARTICLE)
    role = (attributes.get("role") or "").lower()
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    for region in (Region.COMMENTS, Region.DIALOG, Region.FOOTER, Region.NAVIGATION):
        if _is_called(attributes, region) and not (region is Region.NAVIGATION and outer is Region.FOOTER):
            return region
    return outer


def _is_called(attributes: Mapping[str, str | None], region: Region) -> bool:
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"[:MAX_TEXT_CHARS].lower()
    return not REGION_WORDS[region].isdisjoint(_NAME_WORD.findall(names))


def _ends(html: str) -> str:
    """The beginning and the end of a page that has too many tags, else all of it."""
    starts = [match.start() for match in _START.finditer(html)]
    if len(starts) <= 2 * MAX_TAGS_OF_AN_END:
        return html
    return html[: starts[MAX_TAGS_OF_AN_END]] + html[starts[-MAX_TAGS_OF_AN_END] :]
