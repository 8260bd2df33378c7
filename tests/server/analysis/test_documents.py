"""What holds of any text and any page that is read."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server.analysis.documents import read_html, read_text
from server.analysis.model import BlockKind, Document
from server.analysis.segments import segment
from server.analysis.sentences import MAX_QUOTE_CHARS, split

TEXT_PIECES = (
    *(
        "# ",
        "## A",
        "---",
        "===",
        "**A b**",
        "* ",
        "  - ",
        "1. ",
        "(a) ",
        "> ",
        "| ",
        "|---|---|",
        "\n",
        "\n\n",
        "  \n",
    ),
    *("[a](b)", "[a](http://b.example/)", "![x](y)", "](z)", "`", "\\", "_", ":", ". ", "; ", "We sell it. ", "No"),
    *(
        "\t",
        "\r\n",
        "\0",
        "\u2028",
        "\u202e",
        "\ud800",
        "🍪",
        "א",
        "x@y.example ",
        "http://z.example ",
        "&amp;",
        "<br>",
    ),
)
TAGS = (
    *("div", "p", "li", "ul", "ol", "h2", "table", "tr", "td", "th", "a", "b", "br", "pre", "nav", "main"),
    *("article", "header", "dl", "dt", "dd", "summary", "button", "script", "noscript"),
)
HTML_PIECES = (
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *("<a href='/x'>", "<p hidden>", "<div role=dialog>", "<!--", "-->", "<", "&#0;", "&nbsp;", "<base href='//a'>"),
    *("We sell it. ", "no", "• ", ":", "\n", "\0", "\ud800", "🍪", "א", '="', "'", "x@y.example"),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(TEXT_PIECES), max_size=30).map("".join))
PAGES = st.one_of(st.text(), st.lists(st.sampled_from(HTML_PIECES), max_size=40).map("".join))
DOCUMENTS = st.one_of(TEXTS.map(read_text), PAGES.map(read_html))


def is_seen(char: str) -> bool:
    return char >= " " and not "\x7f" <= char < "\xa0" and not "\u202a" <= char <= "\u202e"


@given(TEXTS)
@example("\ud800# \x00")
def test_a_text_is_kept_to_the_letter(text: str):
    assert read_text(text).text == text


@given(DOCUMENTS)
def test_blocks_are_in_order_inside_the_text_and_hold_words(document: Document):
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    assert all(above.end <= below.start for above, below in pairwise(document.blocks))
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words == words.strip()
        assert (block.level > 0) == (block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM))
        assert all(block.start <= link.start < link.end <= block.end for link in block.links)


@given(DOCUMENTS)
def test_sentences_are_slices_in_order_each_in_its_block(document: Document):
    segments, sentences = segment(document), split(document)
    assert all(above.end <= below.start for above, below in pairwise(sentences))
    for sentence in sentences:
        block = segments[sentence.segment].block
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.quote == document.text[sentence.start : sentence.end] == sentence.quote.strip()
        assert len(sentence.quote) <= MAX_QUOTE_CHARS


@given(DOCUMENTS)
def test_displays_are_lines_with_words_and_nothing_unseen(document: Document):
    for sentence in split(document):
        assert any(char.isalnum() for char in sentence.display)
        for shown in (sentence.display, sentence.heading, sentence.lead_in, document.title):
            assert all(map(is_seen, shown))
            assert shown == " ".join(shown.split())


@given(DOCUMENTS)
def test_no_word_of_a_segment_is_lost(document: Document):
    spans = [(sentence.start, sentence.end) for sentence in split(document)]
    for part in segment(document):
        start, end = part.block.start, part.block.end
        inside = [span for span in spans if start <= span[0] < end]
        gaps = zip([start, *(last for _, last in inside)], [*(first for first, _ in inside), end], strict=True)
        # Between the sentences stand marks and white space, or pieces of addresses and entities.
        assert inside or not document.text[start:end].replace("_", "").isalnum()
        assert all(document.markdown or not any(map(str.isalnum, document.text[a:b])) for a, b in gaps)


@given(PAGES)
def test_a_page_that_is_read_is_free_of_control_characters(page: str):
    document = read_html(page)
    assert all(is_seen(char) or char in "\n\u202a\u202b\u202c\u202d\u202e" for char in document.text)
    document.text.encode()


@given(st.lists(st.sampled_from(("We sell it.", "You may object to that.", "* one two", "## Three")), min_size=1))
def test_what_is_read_together_is_read_as_apart(pieces: list[str]):
    text = "\n\n".join(pieces)
    assert [sentence.display for sentence in split(read_text(text))] == [
        sentence.display for piece in pieces for sentence in split(read_text(piece))
    ]


@pytest.mark.parametrize("read", [read_text, read_html])
def test_the_base_address_and_the_title_are_kept(read):
    document = read("We sell it.", "https://a.example/", "Title")
    assert (document.base_url, document.title) == ("https://a.example/", "Title")
