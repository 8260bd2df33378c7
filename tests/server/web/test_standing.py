"""What an answer says of where its policy is from, and of the record of that domain."""

import itertools
from datetime import timedelta

import pytest
import redis
from flask.testing import FlaskClient

from server.settings import Trust
from server.store.records import Provenance, Reading, Records, Source
from server.store.servers import connect
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import NOON, make_app
from tests.server.fetch.sites import fetcher_of, http, serving
from tests.server.web.answered import summary_in

POLICY = {"text": WHOLE, "url": "https://www.larkspur.example/privacy?visitor=7"}
FOUND = Provenance(Source.HOME_PAGE, "Found.", linked_from="https://larkspur.example/")


@pytest.fixture
def records(redis_url: str, empty_redis: redis.Redis) -> Records:
    return Records(connect(redis_url), Trust.VERIFY, timedelta(days=365))


def standing(client: FlaskClient, **submission: str):
    return client.post("/v1/summaries", json=submission or POLICY).json.get("record")


def test_a_submission_is_called_one(client: FlaskClient) -> None:
    answer = client.post("/v1/summaries", json=POLICY).json
    assert answer["provenance"] == {
        "how": "submitted",
        "read_at": "2026-11-22T12:00:00Z",
        "url": "https://www.larkspur.example/privacy",
    }
    assert client.post("/v1/summaries", json={"text": WHOLE}).json["provenance"] == {
        "how": "submitted",
        "read_at": "2026-11-22T12:00:00Z",
    }


def test_what_the_server_read_itself_is_said_to_be_that(redis_url: str, empty_redis: redis.Redis) -> None:
    with serving(lambda _: http(f"<h1>Privacy Policy</h1><p>{WHOLE}</p>")) as site:
        client = make_app(redis_url, fetcher_of(site)).test_client()
        provenance = client.post("/v1/summaries", json={"url": site.url("/privacy?id=7")}).json["provenance"]
        assert (provenance["how"], provenance["url"]) == ("fetched", site.url("/privacy?id=7"))


def test_a_summary_that_is_read_again_is_nothing_but_the_summary(client: FlaskClient) -> None:
    made = client.post("/v1/summaries", json=POLICY)
    assert client.get(f"/v1/summaries/{made.json['id']}").data == summary_in(made)


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000/privacy", "http://localhost/privacy"])
def test_what_is_from_no_domain_has_no_record_to_be_compared_with(client: FlaskClient, url: str) -> None:
    assert standing(client, text=WHOLE, url=url) is None


def test_a_domain_without_a_record_is_said_to_have_none(client: FlaskClient) -> None:
    assert standing(client) == {"domain": "larkspur.example", "state": "none"}


def test_the_policy_on_record_is_told_from_another(client: FlaskClient, records: Records) -> None:
    made = client.post("/v1/summaries", json=POLICY)
    other = client.post("/v1/summaries", json={"text": WHOLE + "\n\nWe use cookies."})
    for number, answer in enumerate((made, other)):
        url = f"https://www.larkspur.example/{'privacy' if answer is made else 'cookies'}"
        records.enter("larkspur.example", Reading(url, summary_in(answer), NOON.replace(hour=number), FOUND))
    on_record = {"domain": "larkspur.example", "read_at": "2026-11-22T00:00:00.123456Z", "summary": made.json["id"]}
    assert standing(client) == {**on_record, "state": "same"}
    changed = {**POLICY, "text": WHOLE + "\n\nWe sell it all."}
    assert standing(client, **changed) == {**on_record, "state": "differs"}
    elsewhere = {"text": changed["text"], "url": "https://larkspur.example/legal"}
    assert standing(client, **elsewhere)["summary"] == other.json["id"]


def test_a_link_that_leads_elsewhere_makes_another_summary(client: FlaskClient) -> None:
    """Same words, other target: neither stands for the other."""
    page = "<h1>Privacy Policy</h1><p>{}</p><p><a href='{}' title='{}'>Opt out of the sale of your data</a>.</p>"
    hrefs = ["https://larkspur.example/opt-out", "https://evil.example/opt-out"]
    submitted = [page.format(WHOLE, href, "") for href in hrefs]
    answers = [client.post("/v1/summaries", json={"html": html, "url": POLICY["url"]}).json for html in submitted]
    assert len({answer["id"] for answer in answers}) == 2
    found = [{action["href"] for action in answer["actions"] if action["href"]} for answer in answers]
    for (mine, actions), (other, _) in itertools.permutations(zip(hrefs, found, strict=True)):
        assert mine in actions
        assert other not in actions


def test_nobody_plants_a_record_by_submitting(client: FlaskClient) -> None:
    for _ in range(3):
        client.post("/v1/summaries", json=POLICY)
    assert client.get("/v1/domains/larkspur.example").status_code == 404


def test_while_the_store_is_away_nobody_says_that_there_is_no_record() -> None:
    client = make_app("unix:///no/such/socket").test_client()
    assert standing(client) == {"domain": "larkspur.example", "state": "unknown"}


@pytest.mark.parametrize("accept", ["text/plain", "text/markdown"])
def test_words_are_those_of_the_summary(client: FlaskClient, accept: str) -> None:
    response = client.post("/v1/summaries", json=POLICY, headers={"Accept": accept})
    assert response.mimetype == accept
    assert response.text.removeprefix("# ").startswith("Privacy policy of the Bookshop\n")


def words_of(client: FlaskClient, **submission: str) -> str:
    return client.post("/v1/summaries", json=submission, headers={"Accept": "text/plain"}).text.rsplit("\n\n", 1)[1]


def test_in_words_too_it_is_said_where_the_policy_is_from_and_what_is_on_record(
    client: FlaskClient, records: Records
) -> None:
    assert words_of(client, text=WHOLE) == "Submitted on 2026-11-22.\n"
    submitted = "Submitted on 2026-11-22, from https://www.larkspur.example/privacy.\n"
    assert words_of(client, **POLICY) == f"{submitted}Nothing is on record for larkspur.example.\n"

    summary = summary_in(client.post("/v1/summaries", json=POLICY))
    records.enter("larkspur.example", Reading("https://www.larkspur.example/privacy", summary, NOON, FOUND))
    on_record = "on record for larkspur.example, read on 2026-11-22"
    assert words_of(client, **POLICY) == f"{submitted}It is what is {on_record}.\n"
    changed = {**POLICY, "text": WHOLE + "\n\nWe sell it all."}
    assert words_of(client, **changed) == f"{submitted}What is {on_record}, differs.\n"


def test_in_words_too_a_store_that_is_away_is_no_empty_record() -> None:
    said = words_of(make_app("redis://127.0.0.1:1").test_client(), **POLICY)
    assert said.endswith("What is on record for larkspur.example cannot be looked up just now.\n")
