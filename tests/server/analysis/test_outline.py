"""Which part of a policy speaks of what."""

import pytest

from server.analysis import read_text
from server.analysis.outline import outline
from server.analysis.vocabulary import Category


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Information we collect", Category.FIRST_PARTY),
        ("Cookies", Category.FIRST_PARTY),
        ("How we share your information", Category.THIRD_PARTY),
        ("Your choices", Category.CHOICE),
        ("Accessing and correcting your data", Category.ACCESS),
        ("How long we keep your data", Category.RETENTION),
        ("Security", Category.SECURITY),
        ("Changes to this privacy policy", Category.CHANGE),
        ("Do Not Track", Category.DO_NOT_TRACK),
        ("Children's privacy", Category.AUDIENCES),
        ("Your California privacy rights", Category.AUDIENCES),
        ("Links to other sites", Category.OTHER),
    ],
)
def test_a_heading_tells_the_category_of_its_part(heading: str, category: Category) -> None:
    (entry,) = outline(read_text(f"# {heading}\n\nHere we say what is so."))
    assert (entry.category, entry.heading) == (category, heading)


def test_a_part_ends_where_the_next_heading_begins() -> None:
    text = "# Security\n\nAll is locked.\n\n# Contact us\n\nWrite to us.\n"
    parts = outline(read_text(text))
    assert [text[part.start : part.end] for part in parts] == [
        "Security\n\nAll is locked.\n\n# ",
        "Contact us\n\nWrite to us.\n",
    ]


def test_a_heading_that_tells_nothing_is_left_out() -> None:
    assert outline(read_text("# Hello\n\nHere we say what is so.")) == ()


def test_a_text_without_headings_has_no_outline() -> None:
    assert outline(read_text("We say all in one sentence, and no more than that.")) == ()
