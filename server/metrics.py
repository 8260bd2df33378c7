"""What is counted (Prometheus), for all worker processes together.

No label ever holds what a caller sent: there is one value for each route, method, problem and kind of error.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
    values,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# From a lookup's half millisecond to the ten seconds after which nobody waits.
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

# When each count began is nobody's question, and would double the page where there is one process.
disable_created_metrics()  # type: ignore[no-untyped-call]

_registry = CollectorRegistry()

REQUESTS = Histogram(
    "smallprint_request_duration_seconds",
    "How long answers took, by route, method and class of status.",
    ("route", "method", "status"),
    buckets=_SECONDS,
    registry=_registry,
)
ANALYSES = Histogram(
    "smallprint_analysis_duration_seconds",
    "How long the analysis of a text took, by whether it led to a summary.",
    ("outcome",),
    buckets=_SECONDS,
    registry=_registry,
)
CACHE = Counter(
    "smallprint_cache_requests",
    "What was asked of the store: hit, stored, miss (not there, or not kept), bypass (the store was away).",
    ("collection", "outcome"),
    registry=_registry,
)
REFUSALS = Counter(
    "smallprint_refusals", "Requests that were refused, by the problem's type.", ("problem",), registry=_registry
)
STORE_FAILURES = Counter(
    "smallprint_store_failures", "Calls that the store did not answer, by error.", ("error",), registry=_registry
)


@contextmanager
def analysis() -> Iterator[None]:
    """Count the block as one analysis, and the time that it takes."""
    begun = time.perf_counter()
    outcome = "refused"
    try:
        yield
        outcome = "summarised"
    finally:
        ANALYSES.labels(outcome).observe(time.perf_counter() - begun)


class Reading(Collector):
    """A gauge that `read` tells at the moment when the metrics are read, as the length of a queue is told.

    Where `read` raises one of `errors`, the gauge is left out: an unknown figure is not zero.
    """

    def __init__(self, name: str, meaning: str, read: Callable[[], float], errors: type[Exception]) -> None:
        self._name = name
        self._meaning = meaning
        self._read = read
        self._errors = errors

    def collect(self) -> Iterator[Metric]:
        """Return the gauge, or nothing."""
        try:
            yield GaugeMetricFamily(self._name, self._meaning, value=self._read())
        except self._errors:
            return


def exposition(others: Iterable[Collector]) -> bytes:
    """Return all that was counted, and what `others` tell, as Prometheus reads it."""
    gathered = CollectorRegistry()
    if values.ValueClass is values.MutexValue:  # this is the only process
        gathered.register(_registry)
    else:
        MultiProcessCollector(gathered)  # type: ignore[no-untyped-call]
    for other in others:
        gathered.register(other)
    return generate_latest(gathered)
