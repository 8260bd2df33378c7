import pytest
from flask.testing import FlaskClient

from server.analysis.refusals import Refusal
from server.fetch.errors import FetchError
from server.web.problems import NOT_READ, REFUSED, Problem, echo
from tests.server.conftest import make_app

DESIGN = {
    "bad-request": 400,
    "not-a-policy": 422,
    "not-english": 422,
    "too-short": 422,
    "bot-wall": 422,
    "script-only": 422,
    "too-large": 413,
    "unsupported-media-type": 415,
    "unreachable": 422,
    "refused-address": 422,
    "unknown-summary": 404,
    "unknown-domain": 404,
    "unknown-problem": 404,
    "forbidden-origin": 403,
    "rate-limited": 429,
    "busy": 503,
    "store-away": 503,
}


def test_the_types_and_their_statuses_are_those_that_callers_were_promised() -> None:
    assert {problem.name: problem.status.value for problem in Problem.__subclasses__()} == DESIGN


def test_every_refusal_of_the_analysis_is_a_problem() -> None:
    assert set(REFUSED) == set(Refusal.__subclasses__())


def test_every_reason_why_an_address_is_not_read_is_a_problem() -> None:
    assert set(NOT_READ) == set(FetchError.__subclasses__())


@pytest.mark.parametrize("problem", Problem.__subclasses__(), ids=lambda problem: problem.name)
def test_a_type_leads_to_what_it_means(client: FlaskClient, problem: type[Problem]) -> None:
    response = client.get(f"/problems/{problem.name}")
    assert response.mimetype == "text/plain"
    assert problem.title in response.text
    assert problem.__doc__ in response.text


def test_a_type_that_does_not_exist_leads_nowhere(client: FlaskClient) -> None:
    response = client.get("/problems/no-such-problem")
    assert (response.status_code, response.json["type"]) == (404, "/problems/unknown-problem")


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/no-such-route", 404, "Not Found"),
        ("GET", "/v1/summaries", 405, "Method Not Allowed"),
        ("DELETE", "/v1/summaries", 405, "Method Not Allowed"),
        ("GET", "/v1/domains/a/b", 404, "Not Found"),
    ],
)
def test_flasks_own_errors_are_problems_too(
    client: FlaskClient, method: str, path: str, status: int, title: str
) -> None:
    response = client.open(path, method=method)
    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    assert response.json["type"] == "about:blank"
    assert response.json["title"] == title
    assert response.json["status"] == status


def test_a_wrong_method_is_told_the_right_ones(client: FlaskClient) -> None:
    assert set(client.get("/v1/summaries").headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_a_bug_is_a_problem_that_tells_nothing_of_itself(redis_url: str) -> None:
    app = make_app(redis_url)
    app.add_url_rule("/bug", view_func=lambda: {}["secret"])
    response = app.test_client().get("/bug")
    assert response.status_code == 500
    assert response.mimetype == "application/problem+json"
    assert response.json["title"] == "Internal Server Error"
    assert "secret" not in response.text


@pytest.mark.parametrize("text", ["", "a'b", "x" * 500, "\x1b[2J", "\ud800", "\u202e", "naïve"])
def test_an_echo_is_short_and_printable(text: str) -> None:
    assert len(echo(text)) < 1000
    assert echo(text).isprintable()
    assert echo(text).encode()


@pytest.mark.parametrize(
    ("method", "route"),
    [
        *(("GET", route) for route in ("/healthz", "/no-such-route", "/v1/practices", "/", "/metrics")),
        *(("GET", "/static/page.js"), ("GET", "/static/none"), ("GET", "/summary/view.js")),
        *(("DELETE", "/v1/summaries"), ("POST", "/v1/summaries"), ("OPTIONS", "/healthz"), ("HEAD", "/healthz")),
    ],
)
def test_every_answer_carries_the_security_headers(client: FlaskClient, method: str, route: str) -> None:
    with client.open(route, method=method) as response:
        headers = response.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_no_cache_keeps_a_problem(client: FlaskClient) -> None:
    assert client.get("/v1/summaries/none").headers["Cache-Control"] == "no-store"
