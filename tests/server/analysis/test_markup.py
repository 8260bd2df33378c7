"""Light Markdown taken off, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis.markup import Words, display, fold


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("We **never** *sell* _it_ or __rent__ `it`.", "We never sell it or rent it."),
        ("**_Both_** and ***all***", "Both and all"),
        ("See [our page](http://a.example/b_c(d) 'Title') now.", "See our page now."),
        ("[**Acme**](<http://a.example>)", "Acme"),
        ("[![logo](a.png)Acme](http://a.example) ![x](y 'z')sells", "Acme sells"),
        ("one\n> two\n  > > three", "one two three"),
        ("1\\. We \\*do\\* it\\\n", "1. We *do* it"),
        ("Name<br>address<BR/>e-mail", "Name address e-mail"),
        ("A &amp; B&nbsp;C", "A & B C"),
        ("\u200bsoft\u00adware \u202eright\u202c\x00\x1f", "software right"),
        ("[going on elsewhere", "going on elsewhere"),
        # What only looks like a mark stays.
        ("Cookies: _ga, _gid and __utma", "Cookies: _ga, _gid and __utma"),
        ("snake_case_name and 5 * 3", "snake_case_name and 5 * 3"),
        ("[Acme] (a shop) [1]", "[Acme] (a shop) [1]"),
        ("C:\\Users and 1 < 2 > 0", "C:\\Users and 1 < 2 > 0"),
    ],
)
def test_the_display_of_markdown(piece: str, shown: str):
    assert display(piece, markdown=True) == shown


def test_the_display_of_a_row_has_even_borders():
    assert display("Data| Sold |No", markdown=True, is_row=True) == "Data | Sold | No"


def test_without_markdown_only_white_space_is_folded():
    assert display("**A** &amp;\n [b](c) \u00a0d", markdown=False) == "**A** &amp; [b](c) d"


def test_a_span_takes_the_marks_that_touch_it():
    piece = "**We sell.** [Our page](http://a.example) tells."
    words = Words(piece, markdown=True)
    first, second = words.text.index("."), words.text.index("Our")
    assert piece[slice(*words.span(0, first + 1))] == "**We sell.**"
    assert piece[slice(*words.span(second, len(words.text)))] == "[Our page](http://a.example) tells."


MARKDOWN = st.text("ab \n.*_`\\[]()!<>br/&;:1#|x")


@given(MARKDOWN)
def test_every_character_is_found_where_it_stood(piece: str):
    words = Words(piece, markdown=True)
    places = [words.place(index) for index in range(len(words.text))]
    assert places == sorted(set(places))
    assert all(piece[place] in (char, "<") for place, char in zip(places, words.text, strict=True))


@given(MARKDOWN, st.data())
def test_a_span_holds_its_characters(piece: str, data: st.DataObject):
    words = Words(piece, markdown=True)
    last = data.draw(st.integers(0, len(words.text)))
    first = data.draw(st.integers(0, last))
    start, end = words.span(first, last)
    assert 0 <= start <= end <= len(piece)
    assert all(start <= words.place(index) < end for index in range(first, last))


@given(st.text())
def test_a_folded_line_shows_no_control_characters(words: str):
    folded = fold(words)
    assert folded == fold(folded)
    assert folded.isprintable() or not any(char < " " or "\x7f" <= char < "\xa0" for char in folded)
