"""Links that the reader can follow."""

import pytest

from server.analysis.reading.links import addresses_in, links_in, resolve


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://a.example/b?c#d", "https://a.example/b?c#d"),
        (" /out ", "https://shop.example/out"),
        ("../out", "https://shop.example/out"),
        ("//b.example/", "https://b.example/"),
        ("#d", "https://shop.example/legal/privacy#d"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("HTTP://A.example/", "HTTP://A.example/"),
        ("tel:123", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
        ("http://", ""),
    ],
)
def test_what_an_address_means(href: str, target: str):
    assert resolve(href, "https://shop.example/legal/privacy") == target


def test_a_relative_address_means_nothing_by_itself():
    assert resolve("/out", "") == ""


def test_only_the_piece_is_looked_at():
    text = "[a](http://a.example) [b](http://b.example) [c](http://c.example)"
    (link,) = links_in(text, 22, 43, "")
    assert (text[link.start : link.end], link.href) == ("[b](http://b.example)", "http://b.example")


def test_a_bare_address_ends_before_what_closes_the_sentence():
    words = "See http://a.example/b, (http://c.example) or d.e@f.example."
    assert [(words[link.start : link.end], link.href) for link in addresses_in(words, [])] == [
        ("http://a.example/b", "http://a.example/b"),
        ("http://c.example", "http://c.example"),
        ("d.e@f.example", "mailto:d.e@f.example"),
    ]
