from flask.testing import FlaskClient

from server.analysis.vocabulary import PRACTICES


def test_the_vocabulary_is_there_for_clients(client: FlaskClient) -> None:
    response = client.get("/v1/practices")
    assert [practice["id"] for practice in response.json["practices"]] == list(PRACTICES)
    assert response.json["levels"] == ["warning", "caution", "info", "good"]
    assert len(response.json["categories"]) == 10
    sale = next(practice for practice in response.json["practices"] if practice["id"] == "sells-data")
    assert sale["category"] == "third-party-sharing-collection"
    assert list(sale) == ["id", "category", "question", "boundary", "expected", "stances"]
    assert sale["stances"]["does-not"]["level"] == "good"


def test_the_vocabulary_is_asked_for_again_and_sent_only_where_it_is_another(client: FlaskClient) -> None:
    first = client.get("/v1/practices")
    assert first.headers["Cache-Control"] == "no-cache"
    assert client.get("/v1/practices", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
