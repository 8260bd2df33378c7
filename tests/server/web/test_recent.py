from flask.testing import FlaskClient

from server.store.packed import Packed
from server.web.recent import Recent
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import RedisServer, make_app
from tests.server.web.answered import summary_in

SUBMISSION = {"text": WHOLE, "url": "https://larkspur.example/privacy"}


def steps(response) -> list[str]:
    return [step.partition(";")[0] for step in response.headers["Server-Timing"].split(", ")]


def test_what_was_answered_of_late_is_answered_again_while_the_store_is_away(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    first = client.post("/v1/summaries", json=SUBMISSION)
    own_redis.stop()
    again = client.post("/v1/summaries", json=SUBMISSION)
    assert "analysis" in steps(first)
    assert steps(again) == ["read", "store"]
    assert again.headers["Cache-Status"] == "smallprint; fwd=bypass"
    assert summary_in(again) == summary_in(first)
    assert "analysis" in steps(client.post("/v1/summaries", json=SUBMISSION | {"title": "Privacy"}))


def test_what_the_store_has_lost_is_made_again(client: FlaskClient, empty_redis) -> None:
    first = client.post("/v1/summaries", json=SUBMISSION)
    empty_redis.flushall()
    again = client.post("/v1/summaries", json=SUBMISSION)
    assert again.headers["Cache-Status"] == "smallprint; fwd=miss; stored"
    assert again.data == first.data
    assert client.post("/v1/summaries", json=SUBMISSION).headers["Cache-Status"] == "smallprint; hit"


def test_what_differs_in_anything_is_another_submission(client: FlaskClient) -> None:
    bare = {"data": WHOLE, "content_type": "text/plain"}
    answers = [
        client.post("/v1/summaries", **bare),
        client.post("/v1/summaries", **bare, query_string={"url": "https://larkspur.example/"}),
        client.post("/v1/summaries", **bare, query_string={"url": "https://larkspur.example/privacy"}),
        client.post("/v1/summaries", **bare, query_string={"title": "Privacy"}),
        client.post("/v1/summaries", data=f"\n{WHOLE}", content_type="text/plain"),
        client.post("/v1/summaries", data=WHOLE, content_type="text/html"),
    ]
    assert all(answer.headers["Cache-Status"] == "smallprint; fwd=miss; stored" for answer in answers)
    assert len({summary_in(answer) for answer in answers}) == len(answers)


def test_what_is_refused_is_refused_again(client: FlaskClient) -> None:
    for sent in ({"text": "a" * 1_000_001}, {"text": WHOLE, "url": "nowhere"}, {"text": "\0"}, {"text": "Too short."}):
        first, second = (client.post("/v1/summaries", json=sent) for _ in range(2))
        assert first.status_code >= 400
        assert second.status_code == first.status_code
        assert second.json == first.json


def test_no_more_than_its_bounds_is_remembered() -> None:
    summaries = Recent().summaries
    for number in range(10):
        summaries.put(str(number), Packed(b"", bytes(2**20)))
    assert [number for number in range(10) if summaries.get(str(number))] == list(range(2, 10))
    summaries.put("huge", Packed(b"", bytes(9 * 2**20)))
    assert summaries.get("huge") is None
    assert summaries.get("9")
