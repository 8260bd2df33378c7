"""The metrics, for those who watch over the service."""

import platform
from collections.abc import Iterable, Iterator
from typing import cast

from flask import Blueprint, Flask, Response, current_app, request
from prometheus_client.metrics_core import InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from server import metrics
from server.analysis.identity import ANALYSIS
from server.settings import Network, Settings
from server.web.callers import check_network
from server.web.operations import Operation

blueprint = Blueprint("metrics", __name__)

_NETWORKS = "smallprint.metrics.networks"
_COLLECTORS = "smallprint.metrics.collectors"


class Build(Collector):
    """Which service this is."""

    def collect(self) -> Iterator[Metric]:
        """Return the digest of the analysis and the Python that it runs on."""
        labels = {"analysis": ANALYSIS, "python": platform.python_version()}
        yield InfoMetricFamily("smallprint_build", "Which service this is.", value=labels)


def init_app(app: Flask, settings: Settings, collectors: Iterable[Collector]) -> None:
    """Let `/metrics` tell, besides what is counted, what `collectors` tell when it is read."""
    app.extensions[_NETWORKS] = settings.metrics_networks
    app.extensions[_COLLECTORS] = (Build(), *collectors)


@blueprint.get("/metrics")
@Operation(title="Read the metrics", answers={"text/plain": str})
def show() -> Response:
    """Return what Prometheus reads, to callers from the networks that the settings name."""
    networks = cast("tuple[Network, ...]", current_app.extensions[_NETWORKS])
    check_network(request.remote_addr or "", request.headers, networks)
    return Response(metrics.exposition(current_app.extensions[_COLLECTORS]), content_type=metrics.MEDIA_TYPE)
