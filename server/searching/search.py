"""One search: from a domain to the policy that its own site names, or the reason why there is none."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

import msgspec

from server.analysis import Refusal, summarise
from server.analysis.walls import wall
from server.discovery import LinkKind, PolicyLink, Region, policy_links, well_known
from server.domains import NoDomain, registrable_domain
from server.fetch.documents import document_of
from server.fetch.errors import FetchError
from server.fetch.fetcher import HTML, Page
from server.store.records import Provenance, Reading, Source, Validators

MAX_LINKS = 3
"""How many links of a home page are followed. The first was right wherever one was, when that was measured."""

# What the site itself puts around its pages, and where people's own words stand on those that let them write.
_FRAME = (Region.HEAD, Region.FOOTER, Region.NAVIGATION, Region.DIALOG)
_ANYONES = (Region.COMMENTS, Region.IN_ARTICLE)

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:store|cache)\b", re.IGNORECASE)
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


class Reader(Protocol):
    """What reads pages, as `Fetcher` does, and what it raises."""

    def fetch(self, url: str) -> Page:
        """Return what lies at `url`."""
        ...

    def may_read(self, url: str) -> bool:
        """Return whether the site's robots.txt lets programs read `url`."""
        ...


class Found(NamedTuple):
    """A policy that was read: its summary's id, its text, and what the record is told."""

    id: str
    text: str
    reading: Reading


class NotFound(Exception):
    """No policy was read. `str()` says why, in a plain sentence that is shown to whoever asks for the domain."""


class _Candidate(NamedTuple):
    """Where a policy may lie, and how that is known."""

    url: str
    provenance: Provenance


def search(domain: str, reader: Reader, now: Callable[[], datetime], *, obey_robots: bool) -> Found:
    """Return the privacy policy of `domain`, read where its home page says or, if that names none, at a usual place.

    Raises `NotFound` where none was read. With `obey_robots`, nothing is read that the site's robots.txt keeps from
    programs, as is due where no person asked for the search.
    """
    visit = _Visit(domain, reader, now, obey_robots)
    home = visit.home()
    links = _named(policy_links(home.text, home.url)) if home.media_type in HTML else ()
    if links:
        return visit.first_of(_linked(links, domain, home.url))
    # Where nobody can tell what the home page names, a usual place is none: on many a site it is a user's name.
    _check_words(home)
    return visit.first_of(_usual(domain))


def due_after(cache_control: str) -> timedelta:
    """Return how long a document with this header is taken for current: as long as it says, from a day to a week."""
    found = _MAX_AGE.search(cache_control)
    if found is None or _NOT_KEPT.search(cache_control):
        return _A_DAY
    return min(max(timedelta(seconds=int(found[1])), _A_DAY), _A_WEEK)


class _Visit:
    """A search that is under way."""

    def __init__(self, domain: str, reader: Reader, now: Callable[[], datetime], obey_robots: bool) -> None:
        self._domain = domain
        self._reader = reader
        self._now = now
        self._obey_robots = obey_robots

    def home(self) -> Page:
        """Return the home page; raise `NotFound` where there is none that could speak for the domain."""
        reason = ""
        for host in (self._domain, f"www.{self._domain}"):
            try:
                page = self._fetch(f"https://{host}/")
                _check_way(page, self._domain)
                return page
            except (FetchError, Refusal, NotFound) as error:
                reason = reason or str(error)  # of its first name: the other may not exist at all
        raise NotFound(f"Its home page could not be read: {reason}")

    def first_of(self, candidates: Iterator[_Candidate]) -> Found:
        """Return the first of `candidates` that is a policy; raise `NotFound` with what is wrong with the first."""
        reason = ""
        for candidate in candidates:
            try:
                return self._read(candidate)
            except (FetchError, Refusal, NotFound) as error:
                if candidate.provenance.how is Source.HOME_PAGE:
                    reason = reason or f"What its home page names as its policy could not be used: {error}"
        raise NotFound(reason or "Its home page names no privacy policy, and none lies where most sites have it.")

    def _read(self, candidate: _Candidate) -> Found:
        page = self._fetch(candidate.url)
        at = self._now()
        _check_way(page, _site(candidate.url))
        if candidate.provenance.how is Source.WELL_KNOWN:
            _check_place(page, self._domain)
        document = document_of(page, _without_query(page.url))
        summary = summarise(document)
        reading = Reading(
            # A query is kept as the home page has it; another would be that of this one visit.
            url=page.url if page.url == candidate.url else _without_query(page.url),
            summary=msgspec.json.encode(summary),
            at=at,
            provenance=candidate.provenance,
            validators=Validators(page.etag or None, page.last_modified or None),
            due_after=due_after(page.cache_control),
        )
        return Found(summary.id, document.text, reading)

    def _fetch(self, url: str) -> Page:
        if self._obey_robots and not self._reader.may_read(url):
            raise NotFound("The site's robots.txt keeps it from programs.")
        return self._reader.fetch(url)


def _named(links: Sequence[PolicyLink]) -> Sequence[PolicyLink]:
    """Those of a home page's links that it names as its privacy policy, the likeliest first."""
    policies = [link for link in links if link.kind is LinkKind.PRIVACY_POLICY and link.region not in _ANYONES]
    # Beside a frame that names it, the body says nothing: there, on some sites, stands what their users write.
    return ([link for link in policies if link.region in _FRAME] or policies)[:MAX_LINKS]


def _linked(links: Sequence[PolicyLink], domain: str, home: str) -> Iterator[_Candidate]:
    for link in links:
        site = _site(link.url)
        if site is None:
            continue  # an address, or a host that is many people's: nobody in particular speaks there
        elsewhere = f" It lies outside of that site, at {site}." if link.other_host else ""
        yield _Candidate(
            _over_https(link.url),
            Provenance(
                Source.HOME_PAGE,
                f"Read where the home page of {domain} links to its privacy policy.{elsewhere}",
                linked_from=_without_query(home),
                other_host=link.other_host,
            ),
        )


def _usual(domain: str) -> Iterator[_Candidate]:
    for url in well_known(domain):
        yield _Candidate(
            url,
            Provenance(
                Source.WELL_KNOWN,
                f"Read where many sites have their privacy policy: the home page of {domain} links to none.",
            ),
        )


def _check_way(page: Page, site: str | None) -> None:
    """Return where `page` was reached as `site` itself would have it; raise `NotFound` where others had a say."""
    if page.over_http:
        raise NotFound("The way to it leads over plain http, where anybody could change it.")
    if _site(page.url) != site:
        raise NotFound(f"It leads on to another site, {_site(page.url)}, and a redirect cannot speak for one.")


def _check_place(page: Page, domain: str) -> None:
    """Return where `page` is the site's at a usual place; raise `NotFound` where it may be one that a user wrote."""
    parts = urlsplit(page.url)
    if parts.hostname not in (domain, f"www.{domain}") or not _USUAL_PATH.fullmatch(parts.path):
        raise NotFound("It leads away from the usual place.")
    links = _named(policy_links(page.text, page.url)) if page.media_type in HTML else ()
    if any(_place(link.url) != _place(page.url) for link in links if link.region in _FRAME):
        raise NotFound("The site's own frame around it names another page as the privacy policy.")


def _check_words(home: Page) -> None:
    """Return where the words of the home page could be read; raise `NotFound` where they are yet to be drawn."""
    try:
        document = document_of(home, home.url)
        refusal = wall(f"{document.title} {document.text}")
        if refusal:
            raise refusal
    except (FetchError, Refusal) as error:
        raise NotFound(f"Its home page could not be read: {error}") from error


# With the site's language in front, perhaps, and what many servers add behind.
_USUAL_PATH = re.compile(
    r"(?:/[a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?)?(?:{})(?:\.html?|/)?".replace(
        "{}", "|".join(re.escape(urlsplit(url).path) for url in well_known("example.org")), 1
    )
)


def _site(url: str) -> str | None:
    try:
        return registrable_domain(urlsplit(url).hostname or "")
    except NoDomain:
        return None


def _place(url: str) -> str:
    """What the addresses of one page have in common."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


def _over_https(url: str) -> str:
    return re.sub("^http:", "https:", url)


def _without_query(url: str) -> str:
    return url.partition("?")[0]
