"""Bytes into text."""

import codecs

import pytest
from hypothesis import given
from hypothesis.strategies import binary, text

from server.fetch.charsets import text_of

WORDS = "Naïve “quotes”"


@pytest.mark.parametrize(
    ("body", "declared", "is_html", "said"),
    [
        (WORDS.encode(), "", True, WORDS),
        (WORDS.encode(), "UTF-8", True, WORDS),
        (WORDS.encode("cp1252"), "", True, WORDS),
        (WORDS.encode("cp1252"), "iso-8859-1", True, WORDS),
        (WORDS.encode("cp1252"), "no-such-charset", True, WORDS),
        (codecs.BOM_UTF8 + WORDS.encode(), "iso-8859-1", True, WORDS),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "", False, WORDS),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-8", False, WORDS),
        ("Политика".encode("koi8-r"), "koi8-r", False, "Политика"),
        ("個人情報".encode("shift_jis"), "Shift_JIS", False, "個人情報"),
        (b"rot13: Jr", "rot13", False, "rot13: Jr"),
        (b"\\u0041", "unicode_escape", False, "\\u0041"),
        (b"+AGE-", "utf-7", False, "+AGE-"),
        (b"a\xffb", "utf-8", False, "a\ufffdb"),
        (b"", "", True, ""),
    ],
)
def test_the_charset_is_that_of_browsers(body: bytes, declared: str, is_html: bool, said: str) -> None:
    assert text_of(body, declared, is_html) == said


@pytest.mark.parametrize(
    ("meta", "charset"),
    [
        ('<meta charset="koi8-r">', "koi8-r"),
        ("<META CHARSET=KOI8-R>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-16">', "utf-8"),
    ],
)
def test_a_page_says_its_charset_itself(meta: str, charset: str) -> None:
    page = f"<html><head>{meta}</head><p>Политика"
    assert text_of(page.encode(charset), "", is_html=True) == page


def test_plain_text_does_not() -> None:
    assert text_of(b"<meta charset=koi8-r> \xf0", "", is_html=False) == "<meta charset=koi8-r> ð"


def test_the_header_counts_before_the_page() -> None:
    assert text_of("<meta charset=koi8-r>ï".encode(), "utf-8", is_html=True) == "<meta charset=koi8-r>ï"


@given(binary(), text(max_size=20))
def test_all_bytes_have_a_text(body: bytes, declared: str) -> None:
    text_of(body, declared, is_html=True).encode()  # in which no half of a character is
