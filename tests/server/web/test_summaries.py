import msgspec
import pytest
import redis
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from server.analysis import read_html, read_text, summarise
from tests.server.analysis.policies import POLICIES, WHOLE
from tests.server.conftest import make_app
from tests.server.web.answered import summary_in

PAGE = (
    "<html><head><title>Privacy Policy</title></head><body><main><h1>Privacy Policy</h1><p>{}</p></main></body></html>"
)
HTML = PAGE.format(WHOLE.replace("\n\n", "</p><p>"))
ADDRESS = "https://larkspur.example/privacy"


@pytest.fixture(scope="module")
def patient_client(redis_url: str) -> FlaskClient:
    """A client for many examples in a row."""
    return make_app(redis_url).test_client()


def post(client: FlaskClient, body: str | bytes, media_type: str = "text/plain", **options):
    return client.post("/v1/summaries", data=body, content_type=media_type, **options)


def test_a_text_is_summarised(client: FlaskClient) -> None:
    response = client.post("/v1/summaries", json={"text": WHOLE})
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    assert summary_in(response) == msgspec.json.encode(summarise(read_text(WHOLE)))


def test_a_page_is_summarised(client: FlaskClient) -> None:
    response = client.post("/v1/summaries", json={"html": HTML, "url": ADDRESS, "title": "Privacy"})
    assert summary_in(response) == msgspec.json.encode(summarise(read_html(HTML, ADDRESS, "Privacy")))


def test_a_bare_body_is_the_same_as_its_field(client: FlaskClient) -> None:
    query = {"url": ADDRESS, "title": "Privacy"}
    of_text = client.post("/v1/summaries", json={"text": WHOLE, **query}).data
    of_html = client.post("/v1/summaries", json={"html": HTML, **query}).data
    assert post(client, WHOLE, "text/plain", query_string=query).data == of_text
    assert post(client, WHOLE, "text/markdown; charset=UTF-8", query_string=query).data == of_text
    assert post(client, HTML, "text/html", query_string=query).data == of_html
    assert of_text != of_html


def test_a_byte_order_mark_is_no_part_of_the_text(client: FlaskClient) -> None:
    assert post(client, b"\xef\xbb\xbf" + WHOLE.encode()).data == post(client, WHOLE).data


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("https://larkspur.example/privacy?visitor=7#top", "https://larkspur.example/privacy"),
        ("http://user:secret@Larkspur.example:8080/A/b", "http://larkspur.example:8080/A/b"),
        ("HTTPS://larkspur.example", "https://larkspur.example/"),
        ("https://larkspur.example:443/p", "https://larkspur.example/p"),
        ("https://larkspur.example:/p", "https://larkspur.example/p"),
        ("https://larkspur.example./p", "https://larkspur.example/p"),
        ("http://larkspur.example.:0080/p", "http://larkspur.example/p"),
        ("http://larkspur.example:443/p", "http://larkspur.example:443/p"),
        ("https://lark\u200bspur.example/p", "https://larkspur.example/p"),
        ("https://Bücher.example/p", "https://xn--bcher-kva.example/p"),
        ("http://[2001:DB8:0::1]:8000/p", "http://[2001:db8::1]:8000/p"),
        ("http://localhost:80/p", "http://localhost/p"),
    ],
)
def test_an_address_has_one_spelling_and_tells_nothing_of_its_visitor(
    client: FlaskClient, sent: str, kept: str
) -> None:
    of_sent = client.post("/v1/summaries", json={"text": WHOLE, "url": sent})
    assert summary_in(of_sent) == msgspec.json.encode(summarise(read_text(WHOLE, kept)))


def test_a_summary_is_found_again_by_its_id(client: FlaskClient) -> None:
    made = post(client, WHOLE)
    found = client.get(f"/v1/summaries/{made.json['id']}")
    assert found.status_code == 200
    assert found.data == summary_in(made)


def test_the_text_is_found_again_to_the_letter(client: FlaskClient) -> None:
    text = WHOLE.replace("\n\n", "\r\n\r\n") + "\n\n\u2028\U0001f36a\x85 \ufeff"
    made = client.post("/v1/summaries", json={"text": text})
    found = client.get(f"/v1/summaries/{made.json['id']}/text")
    assert found.data.decode() == text
    assert found.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_every_quote_is_where_the_summary_says(client: FlaskClient) -> None:
    made = post(client, HTML, "text/html").json
    text = client.get(f"/v1/summaries/{made['id']}/text").text
    assert made["findings"]
    for finding in made["findings"]:
        for evidence in finding["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize("path", ["/v1/summaries/none", f"/v1/summaries/{'0' * 64}", "/v1/summaries/none/text"])
def test_an_unknown_summary_is_a_problem(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json["type"] == "/problems/unknown-summary"


def test_the_same_input_is_computed_once(client: FlaskClient) -> None:
    first, second = post(client, WHOLE), post(client, WHOLE)
    assert first.headers["Cache-Status"] == "smallprint; fwd=miss; stored"
    assert second.headers["Cache-Status"] == "smallprint; hit"
    assert first.data == second.data
    assert "analysis;dur=" in first.headers["Server-Timing"]
    assert "analysis" not in second.headers["Server-Timing"]


def test_a_hit_is_what_the_store_holds(client: FlaskClient, empty_redis: redis.Redis) -> None:
    id_ = post(client, WHOLE).json["id"]
    empty_redis.set(f"smallprint:summary:{{{id_}}}", '{"kept": true}')
    assert summary_in(post(client, WHOLE)) == b'{"kept": true}'


def test_another_title_or_address_is_another_summary(client: FlaskClient) -> None:
    submissions = [
        {"text": WHOLE},
        {"text": WHOLE, "title": "Larkspur Books"},
        {"text": WHOLE, "url": ADDRESS},
        {"text": WHOLE + "\n"},
    ]
    assert len({client.post("/v1/summaries", json=each).json["id"] for each in submissions}) == len(submissions)


def test_another_link_is_another_summary(client: FlaskClient) -> None:
    pages = [HTML.replace("</main>", f'<a href="/{name}">Opt out</a></main>') for name in ("one", "two")]
    ids = {client.post("/v1/summaries", json={"html": page, "url": ADDRESS}).json["id"] for page in pages}
    assert len(ids) == 2


def test_a_summary_never_changes_and_may_be_kept_by_its_reader_alone(client: FlaskClient) -> None:
    path = f"/v1/summaries/{post(client, WHOLE).json['id']}"
    for response in (client.get(path), client.get(path + "/text")):
        assert response.headers["Cache-Control"] == "private, max-age=2592000, immutable"
        unchanged = client.get(response.request.path, headers={"If-None-Match": response.headers["ETag"]})
        assert unchanged.status_code == 304
        assert unchanged.data == b""


def test_a_submission_is_answered_in_full_whatever_the_caller_has(client: FlaskClient) -> None:
    tag = post(client, WHOLE).headers["ETag"]
    assert post(client, WHOLE, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_a_summary_can_be_read_in_a_terminal(client: FlaskClient, media_type: str) -> None:
    made = post(client, WHOLE)
    words = post(client, WHOLE, headers={"Accept": media_type})
    again = client.get(f"/v1/summaries/{made.json['id']}", headers={"Accept": f"{media_type}, */*;q=0.1"})
    assert words.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert words.text.startswith(again.text)  # and then says where it is from
    assert made.json["badges"][0]["label"] in words.text
    assert "Accept" in words.headers["Vary"]
    assert "Accept" in made.headers["Vary"]


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/json", "image/png", "text/html,*/*;q=0.8", "text/plain;q=0.5, application/json"]
)
def test_whoever_does_not_prefer_words_gets_json(client: FlaskClient, accept: str) -> None:
    assert post(client, WHOLE, headers={"Accept": accept}).mimetype == "application/json"


def test_what_an_older_service_kept_is_shown_as_it_is(client: FlaskClient, empty_redis: redis.Redis) -> None:
    empty_redis.set("smallprint:summary:{old}", '{"id": "old"}')
    response = client.get("/v1/summaries/old", headers={"Accept": "text/plain"})
    assert response.status_code == 200
    assert response.json == {"id": "old"}


@given(text=POLICIES | st.text(), title=st.text(max_size=40))
def test_any_text_gets_a_summary_or_a_problem(patient_client: FlaskClient, text: str, title: str) -> None:
    body = msgspec.json.encode({"text": text, "title": title})
    first, second = (post(patient_client, body, "application/json") for _ in range(2))
    assert first.status_code in (200, 400, 422)
    assert first.data == second.data
    assert first.mimetype == {200: "application/json"}.get(first.status_code, "application/problem+json")


@given(html=(POLICIES | st.text()).map(PAGE.format) | st.text(), accept=st.sampled_from(["*/*", "text/plain"]))
def test_any_html_gets_a_summary_or_a_problem(patient_client: FlaskClient, html: str, accept: str) -> None:
    responses = [post(patient_client, html or " ", "text/html", headers={"Accept": accept}) for _ in range(2)]
    assert responses[0].status_code in (200, 422)
    assert responses[0].data == responses[1].data


@given(body=st.binary(min_size=1, max_size=200), media_type=st.sampled_from(["application/json", "text/plain"]))
def test_any_bytes_get_an_answer(patient_client: FlaskClient, body: bytes, media_type: str) -> None:
    assert post(patient_client, body, media_type).status_code in (400, 422)
