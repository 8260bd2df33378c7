"""Whether the service is alive, and whether it can serve."""

from typing import Literal

import msgspec
from flask import Blueprint, Response

from server.metrics import Reading
from server.store.connection import StoreAway as StoreIsAway
from server.store.queue import Line
from server.store.store import Store
from server.web.answers import JSON, answer
from server.web.operations import Operation
from server.web.problems import StoreAway
from server.web.service import store

blueprint = Blueprint("health", __name__)

_NOT_KEPT = "no-store"


class Health(msgspec.Struct, frozen=True):
    """What is well."""

    status: Literal["alive", "ready"]


@blueprint.get("/healthz")
@Operation(title="Ask whether the service is alive", answers={JSON: Health})
def alive() -> Response:
    """Return that the process answers, whatever else is away."""
    return answer(msgspec.json.encode(Health("alive")), JSON, _NOT_KEPT)


@blueprint.get("/readyz")
@Operation(title="Ask whether the service is ready", answers={JSON: Health}, problems=(StoreAway,))
def ready() -> Response:
    """Return that summaries are made, found and kept."""
    store().check()
    return answer(msgspec.json.encode(Health("ready")), JSON, _NOT_KEPT)


def queue_length(store: Store) -> Reading:
    """Return the gauge that says how many domains wait for a search."""
    meaning = "How many domains wait for their policy to be looked for."
    return Reading("smallprint_queue_length", meaning, lambda: sum(map(store.queue.waiting, Line)), StoreIsAway)


def store_up(store: Store) -> Reading:
    """Return the gauge that says whether the store keeps what it is given."""

    def read() -> float:
        try:
            store.check()
        except StoreIsAway:
            return 0.0
        return 1.0

    return Reading("smallprint_store_up", "Whether the store answers and takes what it is given.", read, StoreIsAway)
