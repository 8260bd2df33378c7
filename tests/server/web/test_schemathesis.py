"""The description under fire: requests of every kind that it allows, and of every kind that it does not."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from server.web.description import describe
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import make_app
from tools.serving import Served, serving

URL = "https://larkspur.example/privacy"

# What is valid as JSON may be no policy all the same: that a text is refused says nothing of the description.
EXCLUDED = [positive_data_acceptance]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("var")) as it:
        yield it


@pytest.fixture(scope="module")
def known(served: Served) -> dict[str, str]:
    """A value of each parameter under which there is something."""
    body = json.dumps({"text": WHOLE, "url": URL}).encode()
    request = urllib.request.Request(f"{served.address}/v1/summaries", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        summary = json.load(answer)
    return {"summary_id": summary["id"], "domain": "www.larkspur.example", "name": "not-a-policy", "prefix": "a1b2c"}


schema = schemathesis.openapi.from_dict(describe(make_app("unix:///no/such/socket")))


@schema.parametrize()
@hypothesis.settings(max_examples=60)
def test_whatever_is_asked_is_answered_as_described(case: Case, served: Served) -> None:
    case.call_and_validate(base_url=served.address, excluded_checks=EXCLUDED)


@schema.include(path_regex="{").parametrize()
@hypothesis.settings(max_examples=15)
def test_whatever_is_asked_of_what_is_there_is_answered_as_described(
    case: Case, served: Served, known: dict[str, Any]
) -> None:
    case.path_parameters = {name: known[name] for name in case.path_parameters}
    case.call_and_validate(base_url=served.address, excluded_checks=EXCLUDED)
