"""Bad input: each gets its own clear problem, soon, and the next request works."""

import gzip
import io
import json
import time

import pytest
import redis
from flask.testing import FlaskClient

from tests.server.analysis.policies import WHOLE

JSON = "application/json"
# Of this process's own time, whatever else the machine does meanwhile.
LONGEST_SECONDS = 2.0
MIB = 1024 * 1024

GERMAN = """Datenschutzerklärung. Wir freuen uns über Ihr Interesse an unserem Buchladen. Der Schutz Ihrer
personenbezogenen Daten ist uns ein wichtiges Anliegen. Wir erheben und verarbeiten Ihre Daten nur, soweit dies
für die Abwicklung Ihrer Bestellung erforderlich ist. Wir geben Ihre Daten nicht an Dritte weiter, es sei denn,
Sie haben ausdrücklich eingewilligt. Sie haben das Recht, jederzeit Auskunft über die zu Ihrer Person
gespeicherten Daten zu erhalten, und das Recht auf Berichtigung, Löschung und Einschränkung der Verarbeitung.
Unsere Website verwendet Cookies, um die Nutzung unseres Angebots zu erleichtern. """
PRODUCT = """Walnut reading lamp. A lamp for long evenings: warm light, a heavy foot and an arm that stays where
you put it. Price: 89 euros, delivery included within three working days. The shade is made of folded paper, the
arm of oiled walnut, the foot of cast iron. Height 52 cm, weight 2.1 kg, cable 180 cm. The bulb is a standard E27
and comes with the lamp. Customers who bought this lamp also bought the walnut bookend and the linen bookmark.
Five stars: "My cat likes to sleep under it." Four stars: "Lovely, but the cable could be longer." Add to cart. """

CASES = {
    "an empty body": (b"", JSON, 400, "bad-request", "empty"),
    "an empty text body": (b"", "text/plain", 400, "bad-request", "empty"),
    "not JSON": (b"We collect your name.", JSON, 400, "bad-request", "not JSON"),
    "half of a JSON": (b'{"text": "We coll', JSON, 400, "bad-request", "not JSON"),
    "two JSONs": (b'{"text": "a"} {"text": "b"}', JSON, 400, "bad-request", "not JSON"),
    "a JSON list": (b'["text"]', JSON, 400, "bad-request", "object"),
    "a JSON null": (b"null", JSON, 400, "bad-request", "object"),
    "no field": (b"{}", JSON, 400, "bad-request", "text, html"),
    "a title alone": (b'{"title": "Privacy"}', JSON, 400, "bad-request", "text, html"),
    "both fields": (b'{"text": "a", "html": "b"}', JSON, 400, "bad-request", "text, html"),
    "a text given twice": (b'{"text": "a", "te\\u0078t": "b"}', JSON, 400, "bad-request", "text: it is given more"),
    "200,000 texts": (b'{"text":""' + b',"text":""' * 200_000 + b"}", JSON, 400, "bad-request", "text: it is given"),
    "a number for a text": (b'{"text": 7}', JSON, 400, "bad-request", "text: expected `str`"),
    "null for a text": (b'{"text": null}', JSON, 400, "bad-request", "text: expected `str`"),
    "a list for a title": (b'{"text": "a", "title": []}', JSON, 400, "bad-request", "title: expected `str`"),
    "an unknown field": (b'{"text": "a", "policy": "b"}', JSON, 400, "bad-request", "`policy`"),
    "an unknown field of 1 MB": (b'{"' + b"x" * 1_000_000 + b'": 1}', JSON, 400, "bad-request", "unknown field"),
    "100,000 nested lists": (b"[" * 100_000, JSON, 400, "bad-request", "object"),
    "nested lists for a text": (b'{"text":' + b"[" * 100_000, JSON, 400, "bad-request", "text"),
    "a lone surrogate": (b'{"text": "a \\ud800 b"}', JSON, 400, "bad-request", "not JSON"),
    "a lone surrogate in a name": (b'{"\\ud800": "a"}', JSON, 400, "bad-request", "not JSON"),
    "NUL in JSON": (b'{"text": "a \\u0000 b"}', JSON, 400, "bad-request", "text: character 2"),
    "an escape in JSON": (b'{"text": "a \\u001b[2J"}', JSON, 400, "bad-request", "text: character 2"),
    "a bell in a title": (b'{"text": "a", "title": "\\u0007"}', JSON, 400, "bad-request", "title: character 0"),
    "NUL in a text": (b"a \0 b", "text/plain", 400, "bad-request", "text: character 2"),
    "not UTF-8": (b"We collect your na\xefve name.", "text/plain", 400, "bad-request", "not UTF-8: byte 18"),
    "JSON that is not UTF-8": (b'{"text": "\xff"}', JSON, 400, "bad-request", "not UTF-8: byte 10"),
    "half a character": ("é".encode()[:1], "text/html", 400, "bad-request", "not UTF-8"),
    "UTF-16": ("We collect".encode("utf-16"), "text/plain", 400, "bad-request", "not UTF-8"),
    "Latin-1, said so": (b"a", "text/plain; charset=iso-8859-1", 415, "unsupported-media-type", "iso-8859-1"),
    "a PDF": (b"%PDF-1.7", "application/pdf", 415, "unsupported-media-type", "application/pdf"),
    "a form": (b"text=a", "application/x-www-form-urlencoded", 415, "unsupported-media-type", "form"),
    "no media type": (b"a", None, 415, "unsupported-media-type", "not given"),
    "3 MiB of text": (b"a" * (3 * MIB), "text/plain", 413, "too-large", "2,097,152 bytes"),
    "3 MiB of HTML": (b"<p>" * MIB, "text/html", 413, "too-large", "2,097,152 bytes"),
    "a million list items": (b"<li>" * 1_000_000, "text/html", 413, "too-large", "2,097,152 bytes"),
    "3 MiB of JSON": (b'{"text": "' + b"a" * (3 * MIB), JSON, 413, "too-large", "2,097,152 bytes"),
    "1,000,001 characters": (b"a " * 500_000 + b"a", "text/plain", 413, "too-large", "1,000,000 characters"),
    "2 MiB of HTML's text": (b"<p>" + b"a " * 900_000, "text/html", 413, "too-large", "1,000,000 characters"),
    "a few words": (b"We collect your name.", "text/plain", 422, "too-short", ""),
    "white space": (b" \n\t\r\n ", "text/plain", 422, "too-short", ""),
    "nothing to read in JSON": (b'{"text": ""}', JSON, 422, "too-short", ""),
    "a policy in German": (GERMAN.encode() * 3, "text/plain", 422, "not-english", ""),
    "a product page": (PRODUCT.encode(), "text/plain", 422, "not-a-policy", ""),
}
ADDRESSES = [
    *("larkspur.example", "/privacy", "ftp://larkspur.example/", "javascript:alert(1)", "http://", "https:///privacy"),
    *("https://larkspur.example:99999/", "https://larkspur.example:http/", "http://[::1", "https://a b.example/"),
    *("https://evil.example\\@larkspur.example/", "https://larkspur.example/\n", "https://larkspur.example/\x00"),
    *(
        "https://lark%73pur.example/",
        "https://larkspur..example/",
        "https://-larkspur.example/",
        "https://lark!.example/",
    ),
    *("https://xn--/", "https://larkspur.example:-1/", "http://[fe80::1%eth0]/", "http://[v1.x]/", "http://\u200b/"),
    "https://larkspur.example/" + "a" * 2048,
]
GIVEN_TWICE = [
    ("url=https://a.example/&url=https://b.example/", "url: it is given more than once"),
    ("title=a&url=https://a.example/&title=a", "title: it is given more than once"),
]
BOMBS = {
    "100,000 nested tags": "<div>" * 100_000 + "We collect your name.",
    "100,000 nested inline tags": "<b>" * 100_000 + "We collect your name.",
    "100,000 nested tables": "<table><tr><td>" * 100_000,
    "one line of 1 MB": "<p>" + "We collect your name, " * 45_000,
    "500,000 list items": "<ul>" + "<li>" * 500_000,
    "240,000 list items with a word": "<ul>" + "<li>data" * 240_000,
    "a tag without end": "<a " + "a" * 1_900_000,
    "an attribute without end": '<a href="' + "a" * 1_900_000,
    "200,000 attributes": "<a " + "".join(f"a{n} " for n in range(200_000)) + ">",
    "open comments": "<!--" * 400_000,
    "entities": "&amp;" * 400_000,
}


def next_one_works(client: FlaskClient) -> bool:
    return client.post("/v1/summaries", json={"text": WHOLE}).status_code == 200


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_what_is_wrong(client: FlaskClient, empty_redis: redis.Redis, case: str) -> None:
    body, media_type, status, name, words = CASES[case]
    begun = time.process_time()
    response = client.post("/v1/summaries", data=body, content_type=media_type)
    assert time.process_time() - begun < LONGEST_SECONDS
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.json["type"] == f"/problems/{name}"
    assert response.json["status"] == status
    assert words in response.json["detail"]
    assert len(response.data) < 1000
    assert empty_redis.dbsize() == 0
    assert next_one_works(client)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: ascii(address[:40]))
def test_what_is_no_address_is_refused(client: FlaskClient, address: str) -> None:
    of_json = client.post("/v1/summaries", json={"text": WHOLE, "url": address})
    of_query = client.post("/v1/summaries", data=WHOLE, content_type="text/plain", query_string={"url": address})
    for response in (of_json, of_query):
        assert response.status_code == 400
        assert response.json["detail"].startswith("url: ")


@pytest.mark.parametrize(
    ("query", "words"), [("policy=a", "`policy`"), ("text=a", "`text`"), ("title=%07", "title"), *GIVEN_TWICE]
)
def test_what_the_query_cannot_hold_is_refused(client: FlaskClient, query: str, words: str) -> None:
    response = client.post(f"/v1/summaries?{query}", data=WHOLE, content_type="text/plain")
    assert response.status_code == 400
    assert words in response.json["detail"]


def test_a_query_beside_json_is_refused(client: FlaskClient) -> None:
    response = client.post("/v1/summaries?url=https://larkspur.example/", json={"text": WHOLE})
    assert response.status_code == 400
    assert "query" in response.json["detail"]


def test_a_title_has_an_end(client: FlaskClient) -> None:
    assert client.post("/v1/summaries", json={"text": WHOLE, "title": "a" * 1000}).status_code == 200
    assert client.post("/v1/summaries", json={"text": WHOLE, "title": "a" * 1001}).status_code == 400


def test_a_compressed_body_is_refused(client: FlaskClient) -> None:
    response = client.post(
        "/v1/summaries",
        data=gzip.compress(json.dumps({"text": WHOLE}).encode()),
        content_type=JSON,
        headers={"Content-Encoding": "gzip"},
    )
    assert response.json["type"] == "/problems/unsupported-media-type"


@pytest.mark.parametrize(("size", "status"), [(2 * MIB + 1, 413), (30 * MIB, 413), (2 * MIB, 200)])
def test_a_body_of_no_stated_length_has_the_same_limit(client: FlaskClient, size: int, status: int) -> None:
    response = client.post(
        "/v1/summaries",
        input_stream=io.BytesIO(WHOLE.encode().ljust(size)),
        content_type="text/html",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert response.status_code == status


@pytest.mark.parametrize(("size", "status"), [(2 * MIB + 1, 413), (2 * MIB, 200)])
def test_a_body_may_have_two_mebibytes(client: FlaskClient, size: int, status: int) -> None:
    response = client.post("/v1/summaries", data=WHOLE.encode().ljust(size), content_type="text/html")
    assert response.status_code == status


def test_the_longest_text_is_read_whole(client: FlaskClient) -> None:
    text = WHOLE + "\n\n" + "We collect your name. " * 50_000
    response = client.post("/v1/summaries", json={"text": text[:1_000_000]})
    assert response.status_code == 200
    assert len(client.get(f"/v1/summaries/{response.json['id']}/text").text) == 1_000_000


@pytest.mark.parametrize("bomb", BOMBS)
def test_an_html_bomb_is_answered_soon(client: FlaskClient, bomb: str) -> None:
    begun = time.process_time()
    response = client.post("/v1/summaries", data=BOMBS[bomb], content_type="text/html")
    assert time.process_time() - begun < LONGEST_SECONDS
    assert response.status_code in (200, 413, 422)
    assert next_one_works(client)


def test_control_characters_are_dropped_from_html(client: FlaskClient) -> None:
    page = f"<h1>Privacy Policy</h1><p>{WHOLE}</p>"
    clean = client.post("/v1/summaries", data=page, content_type="text/html")
    dirty = client.post("/v1/summaries", data=page.replace("e", "e\x00\x07"), content_type="text/html")
    assert clean.status_code == 200
    assert dirty.data == clean.data


def test_character_references_to_no_character_are_no_error(client: FlaskClient) -> None:
    page = f"<h1>Privacy Policy</h1><p>{WHOLE}</p><p>&#xD800; &#0; &#1; &#x110000; &#xFFFF;</p>"
    made = client.post("/v1/summaries", data=page, content_type="text/html")
    assert made.status_code == 200
    assert client.get(f"/v1/summaries/{made.json['id']}/text").status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        WHOLE + "\n\n\U0001f36a\U0001f3fd\u200d\U0001f4bb We love cookies \U0001f60d!",
        WHOLE + "\n\n\u202e\u05de\u05d3\u05d9\u05e0\u05d9\u05d5\u05ea \u05e4\u05e8\u05d8\u05d9\u05d5\u05ea\u202c",
        WHOLE.replace(".", "").replace(",", ""),
        WHOLE.replace("'", "\x92"),
    ],
    ids=["emoji", "right to left", "no punctuation", "a mistaken charset"],
)
def test_an_odd_policy_is_a_policy(client: FlaskClient, text: str) -> None:
    assert client.post("/v1/summaries", json={"text": text}).status_code == 200
