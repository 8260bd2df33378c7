"""The plain form of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We DON\u2019T  sell\n data", "we do not sell data"),
        ("We can't and won't", "we can not and will not"),
        ("third-parties\u2014by e-mail", "third parties - by email"),
        ("Caf\u00e9 \u2603", "cafe *"),
        ("identi\ufb01able \u2026", "identifiable ..."),
        ("opt-out\u00a0link", "opt out link"),
    ],
)
def test_one_spelling_a_word(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_any_text_becomes_ascii_of_one_line(text: str) -> None:
    words = plain(text)
    assert words.isascii()
    assert words == " ".join(words.split())
