"""The id of a summary: the same for the same document, another for any other."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import server.analysis
from server.analysis.documents import read_html, read_text
from server.analysis.identity import ANALYSIS, digest_of, summary_id
from server.analysis.model import Block, BlockKind, Document, Link

PARAGRAPH = Block(BlockKind.PARAGRAPH, 0, 17, links=(Link(0, 2, "https://shop.example/"),))
DOCUMENT = Document("We sell your data.", (PARAGRAPH,), "Privacy policy", "https://shop.example/privacy")


def with_block(**changes: object) -> Document:
    return replace(DOCUMENT, blocks=(replace(PARAGRAPH, **changes),))


def test_the_same_document_has_the_same_id() -> None:
    assert summary_id(replace(DOCUMENT)) == summary_id(DOCUMENT)
    assert summary_id(read_text(DOCUMENT.text)) == summary_id(read_text(DOCUMENT.text))


def test_an_id_and_the_analysis_are_hexadecimal() -> None:
    assert re.fullmatch("[0-9a-f]{64}", summary_id(DOCUMENT))
    assert re.fullmatch("[0-9a-f]{16}", ANALYSIS)


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, text="We sell your date."),
        replace(DOCUMENT, blocks=()),
        replace(DOCUMENT, title="Privacy notice"),
        replace(DOCUMENT, base_url="https://shop.example/"),
        replace(DOCUMENT, markdown=True),
        replace(DOCUMENT, title="", base_url=DOCUMENT.title + DOCUMENT.base_url),
        with_block(kind=BlockKind.LIST_ITEM),
        with_block(start=1),
        with_block(end=16),
        with_block(level=1),
        with_block(links=()),
        with_block(links=(Link(0, 2, "https://shop.example/other"),)),
        with_block(links=(Link(0, 3, "https://shop.example/"),)),
        with_block(links=(Link(1, 2, "https://shop.example/"),)),
    ],
)
def test_whatever_is_read_makes_another_id(other: Document) -> None:
    assert summary_id(other) != summary_id(DOCUMENT)


def test_the_same_words_read_as_a_page_and_as_text_have_two_ids() -> None:
    words = "We sell *your* data."

    assert summary_id(read_html(f"<p>{words}</p>")) != summary_id(read_text(words))


def test_any_text_has_an_id() -> None:
    assert summary_id(replace(DOCUMENT, text="\ud800\0")) != summary_id(replace(DOCUMENT, text="\ud800"))


def test_another_analysis_is_known_by_its_code_and_its_data(tmp_path: Path) -> None:
    own = Path(server.analysis.__file__).parent
    copy = shutil.copytree(own, tmp_path / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    digests = [digest_of(copy)]
    assert digests == [ANALYSIS]
    for changed in ("practices/use.py", "data/practices.toml"):
        with (copy / changed).open("a") as file:
            file.write("# A word more.\n")
        digests.append(digest_of(copy))

    assert len(set(digests)) == 3
    assert digest_of(copy) == digests[-1]
