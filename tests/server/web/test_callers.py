import pytest
import redis
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE
from tests.server.conftest import make_app

CHROMIUM = "chrome-extension://" + "abcdefghijklmnop" * 2
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"

ROUTES = ["/", "/healthz", "/v1/practices", "/v1/domains/larkspur.example", "/openapi.json", "/no-such-route"]

FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": CHROMIUM + "abcdefghijklmnop"},
    {"Origin": CHROMIUM + ".evil.example"},
    {"Origin": "chrome-extension://evil.example"},
    {"Origin": FIREFOX + "0"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "null", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
]
WELCOME = [
    {},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
    {"Origin": CHROMIUM, "Sec-Fetch-Site": "cross-site"},
    {"Origin": FIREFOX, "Sec-Fetch-Site": "cross-site"},
    {"Origin": CHROMIUM, "Sec-Fetch-Site": "none"},
]
STRANGE_HOSTS = ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", "127.0.0.2", "[::2]", ""]
LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def is_refused(response) -> bool:
    return response.status_code == 403 and response.json["type"] == "/problems/forbidden-origin"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_foreign_page_is_refused_everywhere(client: FlaskClient, route: str, headers: dict[str, str]) -> None:
    response = client.get(route, headers=headers)
    assert is_refused(response)
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_foreign_page_leaves_nothing_behind(
    client: FlaskClient, empty_redis: redis.Redis, headers: dict[str, str]
) -> None:
    assert is_refused(client.post("/v1/summaries", data=WHOLE, content_type="text/plain", headers=headers))
    assert empty_redis.dbsize() == 0


@pytest.mark.parametrize("headers", WELCOME, ids=str)
def test_the_services_own_pages_and_extensions_and_programs_are_answered(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.get("/healthz", headers=headers).status_code == 200


@pytest.mark.parametrize("host", STRANGE_HOSTS)
def test_a_strange_host_gets_nothing_and_leaves_nothing_behind(
    client: FlaskClient, empty_redis: redis.Redis, host: str
) -> None:
    assert is_refused(client.get("/healthz", headers={"Host": host}))
    assert is_refused(client.post("/v1/summaries", data=WHOLE, content_type="text/plain", headers={"Host": host}))
    assert empty_redis.dbsize() == 0


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:65535", "[::1]", "[::1]:8000"])
def test_loopback_names_are_the_services_own_by_any_port(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_page_on_another_port_of_this_machine_is_foreign(client: FlaskClient) -> None:
    headers = {"Host": "localhost:8000", "Origin": "http://localhost:8000"}
    assert client.get("/healthz", headers=headers).status_code == 200
    assert is_refused(client.get("/healthz", headers=headers | {"Origin": "http://localhost:8001"}))


def test_names_and_origins_are_those_of_the_settings(redis_url: str) -> None:
    client = make_app(
        redis_url,
        SMALLPRINT_HOSTS="policies.example,policies.example:8443",
        SMALLPRINT_ORIGINS=f"{CHROMIUM},https://app.example",
    ).test_client()
    host = {"Host": "policies.example"}
    assert client.get("/healthz", headers={"Host": "policies.example:8443"}).status_code == 200
    assert client.get("/healthz", headers=host | {"Origin": "https://policies.example"}).status_code == 200
    assert client.get("/healthz", headers=host | {"Origin": "https://app.example"}).status_code == 200
    assert client.get("/healthz", headers=host | {"Origin": CHROMIUM}).status_code == 200
    assert is_refused(client.get("/healthz"))
    assert is_refused(client.get("/healthz", headers=host | {"Origin": FIREFOX}))
    assert is_refused(client.get("/healthz", headers=host | {"Origin": CHROMIUM.replace("a", "b")}))
    assert is_refused(client.get("/healthz", headers=host | {"Origin": "https://appxexample"}))


def test_a_name_with_a_port_is_no_other_port(redis_url: str) -> None:
    client = make_app(redis_url, SMALLPRINT_HOSTS="policies.example:8443").test_client()
    assert is_refused(client.get("/healthz", headers={"Host": "policies.example"}))
    assert is_refused(client.get("/healthz", headers={"Host": "policies.example:8000"}))


def test_a_link_to_the_page_can_be_followed_from_anywhere(client: FlaskClient) -> None:
    assert client.get("/", headers=LINK).status_code == 200
    assert is_refused(client.get("/v1/practices", headers=LINK))
    assert is_refused(client.post("/", headers=LINK))


@pytest.mark.parametrize("origin", [CHROMIUM, FIREFOX])
def test_a_preflight_from_an_extension_is_answered(client: FlaskClient, origin: str) -> None:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
        "Access-Control-Request-Private-Network": "true",
        "Sec-Fetch-Site": "cross-site",
    }
    allowed = client.options("/v1/summaries", headers=asked).headers
    assert allowed["Access-Control-Allow-Origin"] == origin
    assert "POST" in allowed["Access-Control-Allow-Methods"]
    assert allowed["Access-Control-Allow-Headers"] == "content-type"
    assert allowed["Access-Control-Allow-Private-Network"] == "true"
    assert "Access-Control-Allow-Credentials" not in allowed


def test_a_preflight_from_elsewhere_is_refused(client: FlaskClient) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    assert is_refused(client.options("/v1/summaries", headers=asked))


@pytest.mark.parametrize("route", ["/healthz", "/no-such-route", "/v1/domains/127.0.0.1"])
def test_an_extension_may_read_every_answer_and_problem(client: FlaskClient, route: str) -> None:
    headers = client.get(route, headers={"Origin": CHROMIUM}).headers
    assert headers["Access-Control-Allow-Origin"] == CHROMIUM
    exposed = "Cache-Status, ETag, Link, Retry-After, Server-Timing, X-Request-Id"
    assert headers["Access-Control-Expose-Headers"] == exposed
    assert "Origin" in headers["Vary"]


def test_an_answer_without_an_origin_names_none(client: FlaskClient) -> None:
    headers = client.get("/healthz").headers
    assert [name for name in headers.keys() if name.startswith("Access-Control")] == []  # noqa: SIM118 - pairs else
    assert "Origin" in headers["Vary"]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_a_service_that_trusts_its_user_answers_this_machine(users_client: FlaskClient, address: str) -> None:
    assert users_client.get("/healthz", environ_base={"REMOTE_ADDR": address}).status_code == 200


@pytest.mark.parametrize("address", ["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", "", "localhost"])
def test_a_service_that_trusts_its_user_refuses_other_machines(
    users_client: FlaskClient, empty_redis: redis.Redis, address: str
) -> None:
    sender = {"REMOTE_ADDR": address}
    assert is_refused(users_client.get("/healthz", environ_base=sender))
    assert is_refused(users_client.post("/v1/summaries", json={"text": WHOLE}, environ_base=sender))
    assert empty_redis.dbsize() == 0


@pytest.mark.parametrize(
    "name",
    [
        *("Forwarded", "Via", "CDN-Loop"),
        *("X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "X-Forwarded", "X-Forward-For"),
        *("X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP"),
    ],
)
def test_a_service_that_trusts_its_user_refuses_what_a_proxy_sends(
    users_client: FlaskClient, empty_redis: redis.Redis, name: str
) -> None:
    assert is_refused(users_client.post("/v1/summaries", json={"text": WHOLE}, headers={name: "127.0.0.1"}))
    assert empty_redis.dbsize() == 0


def test_a_service_that_trusts_nobody_answers_behind_a_proxy(client: FlaskClient) -> None:
    headers = {"X-Forwarded-For": "192.0.2.1", "Via": "1.1 proxy"}
    assert client.get("/healthz", headers=headers, environ_base={"REMOTE_ADDR": "192.0.2.9"}).status_code == 200
