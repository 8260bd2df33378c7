"""The service, put together."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from server.fetch.fetcher import Fetcher
from server.settings import Settings
from server.store.store import Store
from server.web import (
    callers,
    description,
    domains,
    headers,
    health,
    limits,
    lookups,
    metrics,
    observation,
    page,
    practices,
    problems,
    service,
    summaries,
)


def create_app(
    settings: Settings | None = None,
    store: Store | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    fetcher: Fetcher | None = None,
) -> Flask:
    """Return the service; without arguments, as the environment says."""
    settings = settings or Settings.from_env()
    store = store or Store(settings)
    app = observation.Application("server.web")
    observation.init_app(app)
    service.init_app(app, service.Service(store, fetcher or Fetcher(settings.fetch_from), clock))
    metrics.init_app(app, settings, [health.store_up(store), health.queue_length(store)])
    problems.init_app(app)
    callers.init_app(app, settings)
    headers.init_app(app)
    limits.init_app(app, settings)
    for part in (summaries, domains, lookups, practices, health, metrics, page, description):
        app.register_blueprint(part.blueprint)
    return app
