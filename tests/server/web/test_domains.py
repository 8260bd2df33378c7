import json

import pytest
import redis
from flask.testing import FlaskClient

from server.store.searches import Search, Searches, SearchState
from server.store.servers import connect
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import NOON
from tests.server.web.answered import summary_in

ADDRESS = "https://www.larkspur.example/privacy?visitor=7"


def submit(client: FlaskClient, url: str = ADDRESS, text: str = WHOLE):
    return client.post("/v1/summaries", json={"text": text, "url": url})


@pytest.mark.parametrize("host", ["larkspur.example", "WWW.larkspur.example.", "books.larkspur.example"])
def test_what_the_user_submitted_is_found_by_any_host_of_its_domain(users_client: FlaskClient, host: str) -> None:
    made = submit(users_client)
    found = users_client.get(f"/v1/domains/{host}")
    assert found.status_code == 200
    assert found.json == {
        "domain": "larkspur.example",
        "documents": [
            {
                "url": "https://www.larkspur.example/privacy",
                "kind": made.json["document"]["kind"],
                "read_at": "2026-11-22T12:00:00Z",
                "policy_date": made.json["document"]["policy_date"],
                "provenance": {"how": "submitted", "detail": "Submitted by this server's user."},
                "summary": json.loads(summary_in(made)),
            }
        ],
    }


def test_a_record_holds_the_bytes_of_the_summary(users_client: FlaskClient) -> None:
    assert summary_in(submit(users_client)) in users_client.get("/v1/domains/larkspur.example").data


def test_a_bare_body_with_an_address_makes_a_record_too(users_client: FlaskClient) -> None:
    users_client.post(f"/v1/summaries?url={ADDRESS}", data=WHOLE, content_type="text/plain")
    assert users_client.get("/v1/domains/larkspur.example").status_code == 200


def test_a_domain_has_several_documents(users_client: FlaskClient) -> None:
    submit(users_client, "https://larkspur.example/privacy")
    submit(users_client, "https://larkspur.example/cookies", WHOLE + "\n\nWe use cookies.")
    submit(users_client, "https://larkspur.example/privacy?again")
    documents = users_client.get("/v1/domains/larkspur.example").json["documents"]
    assert [document["url"] for document in documents] == [
        "https://larkspur.example/privacy",
        "https://larkspur.example/cookies",
    ]


def test_people_on_a_shared_suffix_have_records_of_their_own(users_client: FlaskClient) -> None:
    submit(users_client, "https://alice.github.io/privacy")
    assert users_client.get("/v1/domains/alice.github.io").json["domain"] == "alice.github.io"
    assert users_client.get("/v1/domains/bob.github.io").status_code == 404


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8123/privacy", "http://localhost/privacy", "https://github.io/"])
def test_a_submission_from_no_domain_makes_a_summary_and_no_record(
    users_client: FlaskClient, empty_redis: redis.Redis, url: str
) -> None:
    assert submit(users_client, url).status_code == 200
    assert list(empty_redis.scan_iter("*record*")) == []


def test_a_refused_text_makes_no_record(users_client: FlaskClient, empty_redis: redis.Redis) -> None:
    assert submit(users_client, text="We collect your name.").status_code == 422
    assert empty_redis.dbsize() == 0


def test_a_service_that_trusts_nobody_makes_no_record(client: FlaskClient, empty_redis: redis.Redis) -> None:
    assert submit(client).status_code == 200
    assert list(empty_redis.scan_iter("*record*")) == []
    assert client.get("/v1/domains/larkspur.example").status_code == 404


def test_a_domain_of_which_nothing_is_known_is_a_problem(client: FlaskClient) -> None:
    response = client.get("/v1/domains/www.larkspur.example")
    assert response.status_code == 404
    assert response.json["type"] == "/problems/unknown-domain"
    assert "larkspur.example" in response.json["detail"]
    assert "/refresh" in response.json["what_to_do"]
    assert "search" not in response.json


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "co.uk", "larkspur.example:8000", "%00", "%ff"])
def test_what_belongs_to_no_domain_is_a_problem(client: FlaskClient, host: str) -> None:
    response = client.get(f"/v1/domains/{host}")
    assert response.status_code == 400
    assert response.json["type"] == "/problems/bad-request"
    assert response.json["detail"].startswith("domain: ")


def test_a_record_can_be_asked_for_again(users_client: FlaskClient) -> None:
    submit(users_client)
    first = users_client.get("/v1/domains/larkspur.example")
    assert first.headers["Cache-Control"] == "private, no-cache"
    tag = {"If-None-Match": first.headers["ETag"]}
    assert users_client.get("/v1/domains/larkspur.example", headers=tag).status_code == 304
    submit(users_client, text=WHOLE + "\n\nWe use cookies.")
    assert users_client.get("/v1/domains/larkspur.example", headers=tag).status_code == 200


def test_a_record_can_be_read_in_a_terminal(users_client: FlaskClient) -> None:
    made = submit(users_client)
    words = users_client.get("/v1/domains/larkspur.example", headers={"Accept": "text/plain"})
    assert words.mimetype == "text/plain"
    assert "https://www.larkspur.example/privacy" in words.text
    assert "Read on 2026-11-22. Submitted by this server's user." in words.text
    assert made.json["badges"][0]["label"] in words.text


def test_what_changed_is_told_badge_by_badge(users_client: FlaskClient) -> None:
    submit(users_client)
    assert users_client.get("/v1/domains/larkspur.example/history").json == {
        "domain": "larkspur.example",
        "changes": [],
    }
    submit(users_client, text=WHOLE + "\n\nWe train machine-learning models on your messages.")
    found = users_client.get("/v1/domains/www.larkspur.example/history")
    assert found.headers["Cache-Control"] == "private, no-cache"
    assert found.json == {
        "domain": "larkspur.example",
        "changes": [
            {
                "at": "2026-11-22T12:00:00Z",
                "url": "https://www.larkspur.example/privacy",
                "practice": "uses-for-ai-training",
                "was": None,
                "now": {"stance": "does", "hedged": False, "level": "warning", "label": "Trains AI on your data"},
                "old_quote": None,
                "new_quote": "We train machine-learning models on your messages.",
            }
        ],
    }


def test_a_domain_of_which_nothing_is_known_has_no_history(client: FlaskClient) -> None:
    response = client.get("/v1/domains/larkspur.example/history")
    assert (response.status_code, response.json["type"]) == (404, "/problems/unknown-domain")


@pytest.mark.parametrize("path", ["/v1/domains/larkspur.example", "/v1/domains/larkspur.example/history"])
@pytest.mark.parametrize(
    ("state", "reason", "told"),
    [
        (SearchState.QUEUED, None, "The policy of larkspur.example is being looked for, since 2026-11-22 12:00 UTC."),
        (SearchState.READING, None, "The policy of larkspur.example is being looked for, since 2026-11-22 12:00 UTC."),
        (
            SearchState.FAILED,
            "The home page links to none.",
            "A policy of larkspur.example was looked for on 2026-11-22 and none was read: The home page links to none.",
        ),
        (SearchState.DONE, None, "No policy has been read for larkspur.example yet."),
    ],
)
def test_what_came_of_a_search_is_told(
    client: FlaskClient, redis_url: str, path: str, state: SearchState, reason: str | None, told: str
) -> None:
    Searches(connect(redis_url)).put("larkspur.example", Search(state, NOON, reason))
    response = client.get(path)
    assert (response.status_code, response.json["detail"]) == (404, told)
    assert response.json["search"] == {"state": state, "at": "2026-11-22T12:00:00.123456Z", "reason": reason}
