"""Real policies, as pages and as pasted text: nothing of them is lost, and every quote is a slice."""

import re
from bisect import bisect_right
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from server.analysis.documents import read_html, read_text
from server.analysis.model import Document
from server.analysis.sentences import MAX_QUOTE_CHARS, split
from tests.conftest import SHARED

PAGES = sorted((SHARED / "corpus" / "html" / "policy").glob("*.html"))
OTHER_PAGES = sorted((SHARED / "corpus" / "html" / "other").glob("*.html"))
# Every twentieth: of each source and manner a hundred in all.
POLICIES = sorted((SHARED / "corpus" / "policies").glob("*.txt"))[::20]
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

# What a page says around its policy, by the marks that its authors set.
AROUND = "nav, footer, button, select, script, style, [role=dialog], [id*=ookie], [class*=cookie], [class*=consent]"
INNER = "p, li, td, th, div, ul, ol, table, br, h1, h2, h3, h4, h5, h6"
# A form of fewer words asks for something; a longer one may hold the whole page.
MAX_FORM_WORDS = 100
# Shorter pieces are as often of a menu as of the policy.
MIN_WORDS = 10

# A line of prose that speaks of the site or the reader.
STATEMENT = re.compile(r"^(?!.*(?:following text is extracted|cookies)).{40,}\b(?:we|our|your?)\b.*\w\.$", re.MULTILINE)

by_name = pytest.mark.parametrize


def without_space(words: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", words)


def statements(page: str) -> list[str]:
    """The texts of the innermost paragraphs, items, cells and headings of the page's main part."""
    tree = LexborHTMLParser(page)
    small_forms = [form for form in tree.css("form") if len(form.text(separator=" ").split()) <= MAX_FORM_WORDS]
    for node in [*tree.css(AROUND), *small_forms]:
        node.decompose()
    main = tree.css_first("main, [role=main]") or tree.body
    leaves = [node for node in main.css("p, li, td, h1, h2, h3, h4") if is_leaf(node)]
    return [text for text in (leaf.text() for leaf in leaves) if len(text.split()) >= MIN_WORDS]


def is_leaf(node: LexborNode) -> bool:
    return all(inner.mem_id == node.mem_id for inner in node.css(INNER))


def assert_sound(document: Document) -> None:
    sentences = split(document)
    assert sentences
    end = 0
    for sentence in sentences:
        assert sentence.start >= end
        end = sentence.end
        assert sentence.quote == document.text[sentence.start : sentence.end]
        assert len(sentence.quote) <= MAX_QUOTE_CHARS


@by_name("path", PAGES, ids=lambda path: path.stem)
def test_no_statement_of_a_page_is_lost(path: Path):
    page = path.read_text("utf-8", "replace")
    document = read_html(page, "https://policy.example/")
    text = without_space(document.text)
    # A typed bullet or number before an item is a mark, not its text.
    lost = [words for words in statements(page) if without_space(words).lstrip("•*-–·0123456789.()") not in text]
    assert lost == []
    assert_sound(document)


@by_name("path", OTHER_PAGES, ids=lambda path: path.stem)
def test_any_other_page_is_read_too(path: Path):
    assert_sound(read_html(path.read_text("utf-8", "replace")))


@by_name("path", [*SEEDS, *POLICIES], ids=lambda path: path.stem)
def test_no_statement_of_a_pasted_policy_is_lost(path: Path):
    text = path.read_text("utf-8")
    document = read_text(text)
    assert document.text == text
    assert_sound(document)
    starts = [block.start for block in document.blocks]
    lost = [
        line.group()
        for line in STATEMENT.finditer(text)
        if document.blocks[bisect_right(starts, line.end() - 2) - 1].end < line.end() - 1
    ]
    assert lost == []


def test_the_list_that_denies_completes_its_lead_in():
    text = next(path for path in SEEDS if path.name.startswith("003")).read_text("utf-8")
    (denied,) = [sentence for sentence in split(read_text(text)) if sentence.display.startswith("Sell the names")]
    assert denied.lead_in == "We assure you that we do not:"
    assert denied.heading == "Our Commitment to Your Privacy"
