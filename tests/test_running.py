"""What docs/running.md says of the metrics is so."""

import re

from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.parser import text_string_to_metric_families

from server import metrics
from tests.server.conftest import make_app
from tools.serving import ROOT

TEXT = (ROOT / "docs" / "running.md").read_text("utf-8")
COUNTED = [metric for metric in vars(metrics).values() if isinstance(metric, MetricWrapperBase)]


def test_every_figure_that_is_named_exists_and_the_other_way_round() -> None:
    families = [family for metric in COUNTED for family in metric.describe()]
    families += text_string_to_metric_families(make_app("unix:///no/such/socket").test_client().get("/metrics").text)
    # How many wait is not known while the store is away.
    names = {family.name for family in families} | {"smallprint_queue_length"}
    named = set(re.findall(r"smallprint_[a-z_]+", TEXT))
    assert {re.sub("_(total|count|bucket|info)$", "", name) for name in named} == {
        re.sub("_info$", "", name) for name in names
    }


def test_the_labels_are_those_that_are_named() -> None:
    rows = re.findall(r"^\| `(smallprint_\w+)` \| ([a-z, ]*) \|", TEXT, re.MULTILINE)
    said = {re.sub("_total$", "", name): tuple(labels.split(", ")) for name, labels in rows}
    counted = {metric.describe()[0].name: metric._labelnames for metric in COUNTED}
    assert counted == {name: said[name] for name in counted}
