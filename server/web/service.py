"""What the views work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from flask import Flask, current_app

from server.fetch.fetcher import Fetcher
from server.store.store import Store
from server.web.recent import Recent

_NAME = "smallprint"


@dataclass(frozen=True, slots=True)
class Service:
    """The store, what reads addresses, the clock that says when something was read, and what was answered of late."""

    store: Store
    fetcher: Fetcher
    clock: Callable[[], datetime]
    recent: Recent = field(default_factory=Recent)


def init_app(app: Flask, service: Service) -> None:
    """Give the views of `app` what they work with."""
    app.extensions[_NAME] = service


def store() -> Store:
    """Return the store of the app that answers."""
    return _service().store


def fetcher() -> Fetcher:
    """Return what reads addresses for the app that answers."""
    return _service().fetcher


def recent() -> Recent:
    """Return what the app that answers remembers of its last answers."""
    return _service().recent


def now() -> datetime:
    """Return the time by the clock of the app that answers, to the second."""
    return _service().clock().replace(microsecond=0)


def _service() -> Service:
    return cast(Service, current_app.extensions[_NAME])
