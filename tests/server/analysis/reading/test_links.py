"""Links that the reader can follow."""

import time
from itertools import chain

import pytest

from server.analysis.documents import read_html
from server.analysis.model import Link
from server.analysis.reading.links import MAX_HREF, addresses_in, links_in, resolve


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
        ("https://bank.example@evil.example/", ""),
        ("//bank.example:pw@evil.example/", ""),
        ("https://bank.example\\@evil.example/", ""),
        ("https://a.example/@b", "https://a.example/@b"),
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


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("Write to a@shop.example.If you do, we answer.", "mailto:a@shop.example"),
        ("Write to A@SHOP.CO.EXAMPLE now", "mailto:A@SHOP.CO.EXAMPLE"),
        ("Write to a@Shop.Example now", "mailto:a@Shop.Example"),
        ("Write to a@mail.shop.example now", "mailto:a@mail.shop.example"),
    ],
)
def test_a_mail_address_ends_where_a_sentence_begins(words: str, href: str):
    assert [link.href for link in addresses_in(words, [])] == [href]


def test_an_address_may_be_long_but_not_without_end():
    base = "https://shop.example/"
    assert resolve(base + "a" * (MAX_HREF - len(base)), base) == base + "a" * (MAX_HREF - len(base))
    assert resolve(base + "a" * (MAX_HREF - len(base) + 1), base) == ""
    assert resolve("a" * (MAX_HREF - len(base) + 1), base) == ""


def test_an_address_inside_a_link_is_not_told_twice():
    words = "a@b.example c@d.example e@f.example"
    links = [Link(0, 11, "mailto:x@y.example"), Link(14, 16, "mailto:z@y.example")]
    assert [link.href for link in addresses_in(words, links)] == ["mailto:e@f.example"]


def test_many_links_among_many_addresses_are_read_in_time():
    pairs = "".join(f"<a href=/{number}>l</a> " + "a@b.co " * 9 for number in range(15_000))
    begun = time.process_time()
    document = read_html(f"<p>{pairs}</p>", "https://shop.example/")
    assert time.process_time() - begun < 10
    assert len(list(chain.from_iterable(block.links for block in document.blocks))) == 150_000
