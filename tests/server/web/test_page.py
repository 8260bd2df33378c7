import pytest
from flask.testing import FlaskClient

from server.web.page import _LOCALES, _SHARED

SHARED_FILES = sorted(path.name for path in _SHARED.iterdir() if path.suffix in (".js", ".css", ".svg"))


def test_the_page_is_there(client: FlaskClient) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", SHARED_FILES)
def test_the_page_gets_what_the_popup_is_drawn_with(client: FlaskClient, name: str) -> None:
    with client.get(f"/summary/{name}") as response:
        assert response.status_code == 200
        assert response.data == (_SHARED / name).read_bytes()
        assert response.mimetype in ("text/javascript", "text/css", "image/svg+xml")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "no-such.js",
            "",
            ".js",
            "../manifest.json",
            "..%2fmanifest.json",
            "%2e%2e/background.js",
            "..%5cbackground.js",
        ),
        *("%2fetc%2fpasswd", "view.js%00.css", "view.js/", "VIEW.JS~", "."),
    ],
)
def test_nothing_else_is_given_out(client: FlaskClient, name: str) -> None:
    assert client.get(f"/summary/{name}").status_code == 404


@pytest.mark.parametrize("language", ["de", "en", "es", "fr"])
def test_the_page_gets_its_words(client: FlaskClient, language: str) -> None:
    with client.get(f"/_locales/{language}/messages.json") as response:
        assert response.status_code == 200
        assert response.mimetype == "application/json"  # else no browser imports it
        assert response.data == (_LOCALES / language / "messages.json").read_bytes()


@pytest.mark.parametrize("language", ["ja", "..", "%2e%2e", "de%2f..%2fen", "de/../en", "", "."])
def test_there_are_no_words_elsewhere(client: FlaskClient, language: str) -> None:
    assert client.get(f"/_locales/{language}/messages.json").status_code in (404, 308)
