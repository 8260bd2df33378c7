"""The worker: it looks for the policies that are asked for, and reads again what has been read before."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from server.analysis import ANALYSIS, Refusal
from server.fetch.errors import FetchError
from server.fetch.fetcher import Fetcher, NotModified
from server.searching.search import NotFound, due_after, search
from server.settings import Settings, WrongSetting
from server.store import queue_worker
from server.store.connection import StoreAway
from server.store.packed import Packed
from server.store.queue import MAX_WAITING, Line, QueueFull
from server.store.records import DomainDocument, Source, Validators
from server.store.searches import Search, SearchState
from server.store.store import Store, queue_url

# Of the domains that are due, so many are put into the queue at a time. The others stay where they are.
_DUE_AT_ONCE = 100

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Searcher:
    """Does what the queue says, with the store, what reads addresses, and the clock."""

    store: Store
    fetcher: Fetcher
    clock: Callable[[], datetime]

    def work_on(self, domain: str, line: Line) -> None:
        """Look for the policy of `domain`, or read it again; say in the store how far that is, and what came of it.

        Never raises: RQ would keep the words of the error, and with them those of a page.
        """
        try:
            self._put(domain, SearchState.READING)
            if line is Line.ASKED or not self._is_unchanged(domain):
                self._search(domain, asked_for=line is Line.ASKED)
            self._put(domain, SearchState.DONE)
        except NotFound as reason:
            self._fail(domain, str(reason))
        except StoreAway as error:
            _log.warning("a search was given up, for the store is away: %s", error)
        except Exception as error:  # noqa: BLE001 - whatever a page may do to us, it does to this search alone
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error("a search failed: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
            self.give_up(domain)

    def give_up(self, domain: str) -> None:
        """Say that the search for the policy of `domain` did not come to an end."""
        try:
            self._fail(domain, "Reading it took too long, or failed in a way that is this server's fault.")
        except StoreAway as error:
            _log.warning("what came of a search cannot be said, for the store is away: %s", error)

    def queue_due(self) -> None:
        """Put those domains into the queue that are to be read again, as far as there is room."""
        try:
            room = MAX_WAITING - self.store.queue.waiting(Line.UNASKED)
            for domain in self.store.records.due(self._now(), min(room, _DUE_AT_ONCE)) if room > 0 else ():
                self.store.queue.put(domain, Line.UNASKED)
        except StoreAway as error:
            _log.warning("nothing is read again just now, for the store is away: %s", error)
        except QueueFull:
            pass  # others were faster; those that were taken are due again in a day

    def _search(self, domain: str, asked_for: bool) -> None:
        id_, text, reading = search(domain, self.fetcher, self._now, obey_robots=not asked_for)
        self.store.summaries.put(id_, Packed.of(reading.summary), text)
        # What was found is all that the site names now. Where that is another page, the policy has moved there.
        gone = self._read_before(domain) - {reading.url}
        self.store.records.enter(domain, reading, gone, asked_for)

    def _is_unchanged(self, domain: str) -> bool:
        """Whether the site says of all that was read of it that it is as it was; notes it where it does."""
        known = self.store.records.known(domain)
        return any(map(_is_read, known.values())) and all(
            self._is_unchanged_at(domain, url, *kept) for url, kept in known.items() if _is_read(kept)
        )

    def _is_unchanged_at(self, domain: str, url: str, document: DomainDocument[Any], validators: Validators) -> bool:
        summary = msgspec.json.decode(document.summary, type=_Summarised)
        # A new analysis may say otherwise of the same words; and what has been missing is looked for where it is now.
        if summary.analysis != ANALYSIS or document.missing_since is not msgspec.UNSET or validators == Validators():
            return False
        try:
            if not self.fetcher.may_read(url):
                return False
            answer = self.fetcher.fetch_again(url, validators.etag or "", validators.last_modified or "")
        except (FetchError, Refusal):
            return False  # the search will say why, or find where it is now
        if not isinstance(answer, NotModified) or answer.url != url:
            return False
        self.store.records.confirm(domain, url, self._now(), due_after(answer.cache_control))
        return True

    def _read_before(self, domain: str) -> set[str]:
        return {url for url, kept in self.store.records.known(domain).items() if _is_read(kept)}

    def _fail(self, domain: str, reason: str) -> None:
        self.store.records.miss(domain, self._now())
        self._put(domain, SearchState.FAILED, reason)

    def _put(self, domain: str, state: SearchState, reason: str | None = None) -> None:
        self.store.searches.put(domain, Search(state, self._now(), reason))

    def _now(self) -> datetime:
        return self.clock().replace(microsecond=0)


class _Summarised(msgspec.Struct):
    analysis: str


def _is_read(kept: tuple[DomainDocument[Any], Validators]) -> bool:
    return kept[0].provenance.how is not Source.SUBMITTED


def run(settings: Settings, is_wanted: Callable[[], bool], fetcher: Fetcher | None = None) -> None:
    """Work until told to end, or no longer wanted.

    Raises `WrongSetting` where the settings name no place for a queue.
    """
    url = queue_url(settings)
    if url is None:
        raise WrongSetting("QUEUE_URL='': expected the URL of one server, since REDIS_URL names several")
    store = Store(settings)
    searcher = Searcher(store, fetcher or Fetcher(settings.fetch_from), lambda: datetime.now(UTC))
    queue_worker.run(
        url,
        queue_worker.Work(
            search=searcher.work_on,
            give_up=searcher.give_up,
            tick=searcher.queue_due,
            is_wanted=is_wanted,
        ),
    )
