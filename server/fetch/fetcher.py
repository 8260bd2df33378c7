"""Reading what lies at an address."""

import ssl
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from threading import BoundedSemaphore

import certifi

from server.analysis import read_html
from server.analysis.refusals import BotWall
from server.fetch import challenges, charsets, pdf, robots
from server.fetch.addresses import Guard
from server.fetch.connecting import Connect, Network, connect_directly
from server.fetch.deadline import Deadline
from server.fetch.errors import Busy, FetchError, Unreachable, UnsupportedMediaType
from server.fetch.exchange import AGENT, Answer, exchange
from server.fetch.resolving import LookUp, Resolver, system_look_up
from server.fetch.urls import Url
from server.memory import Memory
from server.settings import Opening

HTML = ("text/html", "application/xhtml+xml")
PLAIN = "text/plain"
PDF = "application/pdf"

MAX_BYTES = 2 * 1024 * 1024
MAX_ROBOTS_BYTES = 500 * 1024
MAX_REDIRECTS = 5
SECONDS = 10.0

# Of a server's threads, so that slow sites do not hold them all.
_AT_ONCE = 4
# As long as a search may take, of all the sites that one visits: each is asked once. RFC 9309 would allow a day.
_ROBOTS_SECONDS = 120
_MAX_ROBOTS = 16
# Of a page that came with an error.
_MAX_ERROR_BYTES = 256 * 1024
_REFUSING = (
    *(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.TOO_MANY_REQUESTS),
    HTTPStatus.SERVICE_UNAVAILABLE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it was read: HTML as its source, a PDF as its words.

    `url` is where it was in the end, `redirects` what had led there, and `over_http` says whether any of them
    could have been changed on the way. The last three are its headers of these names, "" where it has none.
    """

    url: str
    media_type: str
    text: str
    redirects: tuple[str, ...]
    over_http: bool
    etag: str
    last_modified: str
    cache_control: str


@dataclass(frozen=True, slots=True)
class NotModified:
    """The document is as it was when it was last read."""

    url: str
    cache_control: str


@dataclass(frozen=True, slots=True)
class _Reached:
    """The answer at the end of all redirects."""

    url: Url
    redirects: tuple[Url, ...]
    answer: Answer


class Fetcher:
    """Reads public addresses, a few at once.

    Its verbs raise `Unreachable`, `RefusedAddress`, `TooLarge`, `UnsupportedMediaType` or `Busy`, and the analysis's
    `BotWall` where a site asks whether its reader is a robot.
    """

    def __init__(
        self,
        openings: Collection[Opening] = (),
        *,
        look_up: LookUp = system_look_up,
        connect: Connect = connect_directly,
        tls: ssl.SSLContext | None = None,
        seconds: float = SECONDS,
        at_once: int = _AT_ONCE,
    ) -> None:
        tls = tls or ssl.create_default_context(cafile=certifi.where())
        self._network = Network(Guard(openings), Resolver(look_up), tls, connect)
        self._seconds = seconds
        self._free = BoundedSemaphore(at_once)
        self._robots: Memory[str, Callable[[str], bool]] = Memory(_MAX_ROBOTS, _ROBOTS_SECONDS)

    def fetch(self, url: str) -> Page:
        """Return what lies at `url`."""
        page = self._read(url, {})
        assert isinstance(page, Page)  # nothing was asked that could be answered otherwise
        return page

    def fetch_again(self, url: str, etag: str, last_modified: str) -> Page | NotModified:
        """Return what lies at `url` if it has changed since it had these headers; either may be ""."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        return self._read(url, {name: value for name, value in conditions.items() if value})

    def may_read(self, url: str) -> bool:
        """Return whether the site's robots.txt lets programs read `url`; raise `RefusedAddress` where it is none."""
        wanted = Url.parse(url)
        file = str(wanted.robots)
        rules = self._robots.get(file)
        if rules is None:
            rules = self._rules_in(wanted.robots)
            self._robots.put(file, rules)
        return rules(str(wanted))

    def _rules_in(self, robots: Url) -> Callable[[str], bool]:
        with self._place():
            try:
                with self._reach(robots, {}, Deadline(self._seconds)) as reached:
                    return _rules(reached.answer)
            except FetchError:  # whoever cannot say what he lets us read, lets us read nothing
                return _forbid

    def _read(self, url: str, conditions: Mapping[str, str]) -> Page | NotModified:
        with self._place():
            deadline = Deadline(self._seconds)
            with self._reach(Url.parse(url), conditions, deadline) as reached:
                answer = reached.answer
                if answer.status == HTTPStatus.NOT_MODIFIED and conditions:
                    return NotModified(str(reached.url), answer.header("Cache-Control"))
                _check(answer)
                body = answer.body(MAX_BYTES)
            if not body:
                raise Unreachable("The site answers with an empty document.")
            # Here still, so that there are no more processes that read PDF than places.
            return _page(reached, body, deadline)

    @contextmanager
    def _reach(self, url: Url, headers: Mapping[str, str], deadline: Deadline) -> Iterator[_Reached]:
        """Follow redirects from `url` to the answer that is none, and give it while its connection is open."""
        passed: list[Url] = []
        while len(passed) <= MAX_REDIRECTS:
            with exchange(url, headers, self._network, deadline) as answer:
                if not answer.onward:
                    yield _Reached(url, tuple(passed), answer)
                    return
                passed.append(url)
                url = url.joined(answer.onward)
        raise Unreachable(f"The site redirects more than {MAX_REDIRECTS} times.")

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise Busy("As many addresses as this server reads at once are being read just now.")
        try:
            yield
        finally:
            self._free.release()


def _check(answer: Answer) -> None:
    """Return where the answer is a document that is read; raise what it is instead."""
    if any(answer.header(name) for name in challenges.HEADERS):
        raise _wall()
    if answer.status != HTTPStatus.OK:
        if answer.status in _REFUSING and answer.media_type in HTML:
            source = charsets.text_of(answer.beginning(_MAX_ERROR_BYTES), answer.charset, is_html=True)
            if challenges.is_challenge(source, read_html(source)):
                raise _wall()
        raise Unreachable(f"The site answers {_in_words(answer.status)}.")
    if answer.media_type not in (*HTML, PLAIN, PDF):
        raise UnsupportedMediaType("The address holds neither HTML nor plain text nor PDF.")


def _wall() -> BotWall:
    return BotWall("The site asks whether its reader is a robot; the policy itself lies behind it.")


def _in_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _page(reached: _Reached, body: bytes, deadline: Deadline) -> Page:
    answer = reached.answer
    if answer.media_type == PDF:
        text = pdf.text_of(body, deadline.left())
    else:
        text = charsets.text_of(body, answer.charset, is_html=answer.media_type in HTML)
    return Page(
        url=str(reached.url),
        media_type=answer.media_type,
        text=text,
        redirects=tuple(map(str, reached.redirects)),
        over_http=any(url.scheme == "http" for url in (*reached.redirects, reached.url)),
        etag=answer.header("ETag"),
        last_modified=answer.header("Last-Modified"),
        cache_control=answer.header("Cache-Control"),
    )


def _rules(answer: Answer) -> Callable[[str], bool]:
    if answer.status == HTTPStatus.OK:
        file = answer.beginning(MAX_ROBOTS_BYTES).decode("utf-8-sig", "replace")
        return robots.rules(file, AGENT)
    # RFC 9309: what is not there forbids nothing.
    return _allow if 400 <= answer.status < 500 else _forbid


def _allow(_url: str) -> bool:
    return True


def _forbid(_url: str) -> bool:
    return False
