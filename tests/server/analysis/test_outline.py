"""Which part of a policy speaks of what."""

import pytest

from server.analysis import read_text
from server.analysis.model import OutlineEntry
from server.analysis.outline import outline
from server.analysis.sentences import split
from server.analysis.vocabulary import Category, Topic


def parts(text: str, *topics: frozenset[Topic]) -> tuple[OutlineEntry, ...]:
    """The outline of a text whose sentences, in their order, have these topics, or none."""
    document = read_text(text)
    sentences = split(document)
    return outline(document, sentences, topics or [frozenset()] * len(sentences))


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
    (entry,) = parts(f"# {heading}\n\nHere we say what is so.")
    assert (entry.category, entry.heading) == (category, heading)


def test_a_part_ends_where_the_next_heading_begins() -> None:
    text = "# Security\n\nAll is locked.\n\n# Contact us\n\nWrite to us.\n"
    assert [text[part.start : part.end] for part in parts(text)] == [
        "Security\n\nAll is locked.\n\n# ",
        "Contact us\n\nWrite to us.\n",
    ]


def test_a_heading_that_tells_nothing_is_left_out() -> None:
    assert parts("# Hello\n\nHere we say what is so.") == ()


def test_a_text_without_headings_has_no_outline() -> None:
    assert parts("We say all in one sentence, and no more than that.") == ()


def test_what_half_of_the_sentences_speak_of_tells_what_the_heading_does_not() -> None:
    on_retention = frozenset({Topic.RETENTION, Topic.SECURITY}), frozenset({Topic.RETENTION})
    (entry,) = parts(
        "# Hello\n\nHere we say what is so. Here we say it anew. We say it again.", *on_retention, frozenset()
    )
    assert (entry.category, entry.heading) == (Category.RETENTION, "Hello")


def test_of_two_that_as_many_speak_of_the_first_of_the_vocabulary_counts() -> None:
    both = frozenset({Topic.SECURITY, Topic.RETENTION})
    (entry,) = parts("# Hello\n\nHere we say what is so.", both)
    assert entry.category is min(Category.SECURITY, Category.RETENTION, key=list(Category).index)


def test_what_fewer_speak_of_tells_nothing() -> None:
    once = (frozenset({Topic.RETENTION}), frozenset[Topic](), frozenset[Topic]())
    assert parts("# Hello\n\nHere we say what is so. Here we say it anew. We say it again.", *once) == ()


def test_the_heading_goes_before_what_stands_below_it() -> None:
    (entry,) = parts("# Security\n\nHere we say what is so.", frozenset({Topic.RETENTION}))
    assert entry.category is Category.SECURITY
