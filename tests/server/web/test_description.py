"""The description says all that happens, and all that it says happens."""

import re
from contextlib import ExitStack
from typing import Any

import jsonschema
import pytest
import redis
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from server.analysis import read_text, summary_id
from server.fetch.fetcher import Fetcher
from server.settings import Budget
from server.web import summaries
from server.web.description import describe
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import make_app

NOWHERE = make_app("unix:///no/such/socket")
DESCRIBED = describe(NOWHERE)
OPERATIONS = {
    (method, path): operation for path, methods in DESCRIBED["paths"].items() for method, operation in methods.items()
}
FILES = {"static", "page.shared", "page.messages"}

SUBMIT = ("post", "/v1/summaries")
REFRESH = ("post", "/v1/domains/{domain}/refresh")
SUMMARY = f"/v1/summaries/{summary_id(read_text(WHOLE, 'https://larkspur.example/privacy'))}"
RIGHT: dict[tuple[str, str], dict[str, Any]] = {
    SUBMIT: {"path": "/v1/summaries", "json": {"text": WHOLE, "url": "https://larkspur.example/privacy"}},
    REFRESH: {"path": "/v1/domains/larkspur.example/refresh"},
    ("get", "/v1/summaries/{summary_id}"): {"path": SUMMARY},
    ("get", "/v1/summaries/{summary_id}/text"): {"path": SUMMARY + "/text"},
    ("get", "/v1/domains/{domain}"): {"path": "/v1/domains/larkspur.example"},
    ("get", "/v1/domains/{domain}/history"): {"path": "/v1/domains/larkspur.example/history"},
    ("get", "/v1/lookup/{prefix}"): {"path": "/v1/lookup/a1b2c"},
    ("get", "/problems/{name}"): {"path": "/problems/not-a-policy"},
    **{
        ("get", path): {"path": path}
        for path in ("/", "/healthz", "/readyz", "/metrics", "/v1/practices", "/openapi.json")
    },
}
WRONG: dict[tuple[str, str, str], dict[str, Any]] = {
    (*SUBMIT, "400"): {"path": "/v1/summaries", "json": {"text": 7}},
    (*SUBMIT, "413"): {"path": "/v1/summaries", "json": {"text": "a" * 1_000_001}},
    (*SUBMIT, "415"): {"path": "/v1/summaries", "data": {"text": "a"}},
    (*SUBMIT, "422"): {"path": "/v1/summaries", "json": {"text": "We collect your name."}},
    ("get", "/v1/summaries/{summary_id}", "404"): {"path": "/v1/summaries/none"},
    ("get", "/v1/summaries/{summary_id}/text", "404"): {"path": "/v1/summaries/none/text"},
    ("get", "/problems/{name}", "404"): {"path": "/problems/none"},
    ("get", "/v1/domains/{domain}", "400"): {"path": "/v1/domains/127.0.0.1"},
    ("get", "/v1/domains/{domain}", "404"): {"path": "/v1/domains/nobody.example"},
    ("get", "/v1/domains/{domain}/history", "400"): {"path": "/v1/domains/127.0.0.1/history"},
    ("get", "/v1/domains/{domain}/history", "404"): {"path": "/v1/domains/nobody.example/history"},
    (*REFRESH, "400"): {"path": "/v1/domains/127.0.0.1/refresh"},
    ("get", "/v1/lookup/{prefix}", "400"): {"path": "/v1/lookup/a1b2"},
}
SUCCESS = {
    operation: status
    for operation, described in OPERATIONS.items()
    for status in described["responses"]
    if status.startswith("2")
}
LIMITED = [operation for operation, described in OPERATIONS.items() if "429" in described["responses"]]
AWAY = [
    operation
    for operation, described in OPERATIONS.items()
    if "/problems/store-away" in described["responses"].get("503", {}).get("description", "")
]


def check(response: Any, method: str, path: str, status: str) -> None:
    """Compare an answer with what is said of it."""
    assert str(response.status_code) == status
    described = OPERATIONS[method, path]["responses"][status]
    schema = described["content"][response.mimetype]["schema"]
    body = response.json if response.is_json else response.text
    jsonschema.validate(body, schema | {"components": DESCRIBED["components"]}, jsonschema.Draft202012Validator)
    assert status.startswith("2") or f"`{body['type']}`" in described["description"]


def test_the_description_is_valid() -> None:
    OpenAPIV31SpecValidator(DESCRIBED).validate()


def test_the_description_is_what_is_sent(client: FlaskClient) -> None:
    assert client.get("/openapi.json").json == DESCRIBED


def test_every_route_but_those_of_files_is_described() -> None:
    rules = [rule for rule in NOWHERE.url_map.iter_rules() if rule.endpoint not in FILES]
    assert set(DESCRIBED["paths"]) == {re.sub("<(.*?)>", r"{\1}", rule.rule) for rule in rules}


def test_every_answer_that_is_described_has_an_example_here() -> None:
    examples = {(*operation, SUCCESS[operation]) for operation in RIGHT}
    examples |= {(*operation, "403") for operation in RIGHT}
    examples |= set(WRONG) | {(*operation, "503") for operation in [*AWAY, SUBMIT]}
    examples |= {(*operation, "429") for operation in LIMITED}
    assert examples == {(*operation, status) for operation, it in OPERATIONS.items() for status in it["responses"]}


@pytest.mark.parametrize("operation", RIGHT, ids="".join)
def test_a_right_request_is_answered_as_described(users_client: FlaskClient, operation: tuple[str, str]) -> None:
    users_client.post(**RIGHT[SUBMIT])
    with users_client.open(method=operation[0], **RIGHT[operation]) as response:
        check(response, *operation, SUCCESS[operation])


@pytest.mark.parametrize("case", WRONG, ids="".join)
def test_a_wrong_request_is_answered_as_described(
    client: FlaskClient, empty_redis: redis.Redis, case: tuple[str, str, str]
) -> None:
    check(client.open(method=case[0], **WRONG[case]), *case)


@pytest.mark.parametrize("operation", RIGHT, ids="".join)
def test_a_strangers_request_is_answered_as_described(client: FlaskClient, operation: tuple[str, str]) -> None:
    origin = {"Origin": "https://evil.example"}
    check(client.open(method=operation[0], headers=origin, **RIGHT[operation]), *operation, "403")


@pytest.mark.parametrize("operation", AWAY, ids="".join)
def test_a_store_that_is_away_is_answered_as_described(operation: tuple[str, str]) -> None:
    check(NOWHERE.test_client().open(method=operation[0], **RIGHT[operation]), *operation, "503")


@pytest.mark.parametrize("operation", LIMITED, ids="".join)
def test_too_many_requests_are_answered_as_described(
    redis_url: str, empty_redis: redis.Redis, operation: tuple[str, str]
) -> None:
    client = make_app(redis_url, SMALLPRINT_LIMITS=",".join(f"{budget}=1/day" for budget in Budget)).test_client()
    request = RIGHT[operation]
    client.open(method=operation[0], **request)
    if operation == SUBMIT:  # the same once more would be no work
        request = {"path": "/v1/summaries", "json": {"text": WHOLE + " We keep it all."}}
    response = client.open(method=operation[0], **request)
    check(response, *operation, "429")
    assert 86000 < int(response.headers["Retry-After"]) <= 86400


def test_a_server_that_reads_as_much_as_it_may_answers_as_described() -> None:
    client = make_app("unix:///no/such/socket", Fetcher(at_once=0)).test_client()
    check(client.post("/v1/summaries", json={"url": "https://larkspur.example/privacy"}), *SUBMIT, "503")


def test_a_service_that_is_busy_is_answered_as_described(
    client: FlaskClient, empty_redis: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summaries, "_LONGEST_WAIT_SECONDS", 0.01)
    with ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(summaries._turns)
        check(client.open(method="post", **RIGHT[SUBMIT]), *SUBMIT, "503")
    check(client.open(method="post", **RIGHT[SUBMIT]), *SUBMIT, "200")


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
def test_bare_bodies_and_their_query_are_described(media_type: str) -> None:
    submit = OPERATIONS[SUBMIT]
    assert submit["requestBody"]["content"][media_type] == {"schema": {"type": "string"}}
    assert [parameter["name"] for parameter in submit["parameters"]] == ["url", "title"]
