"""For whom a statement holds."""

import pytest

from server.analysis.model import Sentence
from server.analysis.regions import REGIONAL, common_region
from server.analysis.vocabulary import PRACTICES
from tests.server.analysis.examples import sentence


def said(text: str, heading: str = "") -> Sentence:
    return Sentence(0, len(text), text, text, heading, "", 0)


@pytest.mark.parametrize(
    ("heading", "region"),
    [
        ("Your California privacy rights", "California"),
        ("CCPA notice", "California"),
        ("Rights under the GDPR", "the EU and UK"),
        ("Readers in the European Economic Area", "the EU and UK"),
        ("Children\u2019s privacy", "children"),
        ("Notice to job applicants", "job applicants"),
        ("Nevada rights", "some US states"),
        ("Users outside the U.S.", "users outside the US"),
        ("California and Nevada residents", "some US states"),
        ("Your rights", None),
        ("", None),
    ],
)
def test_a_heading_names_the_readers(heading: str, region: str | None) -> None:
    assert common_region([said("You may ask us to delete your data.", heading)], "can-delete") == region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("If you are a resident of California, you may ask us to delete your data.", "California"),
        ("Residents of Virginia, Utah and Colorado may ask us to delete it.", "some US states"),
        ("Under the GDPR, you may ask us to delete your data.", "the EU and UK"),
        ("We are based in California, and you may ask us to delete your data.", None),
    ],
)
def test_the_opening_words_name_the_readers(text: str, region: str | None) -> None:
    assert common_region([said(text)], "can-delete") == region


def test_the_opening_words_count_before_the_heading() -> None:
    sentence = said("For residents of the European Union, we delete it all.", "Nevada rights")

    assert common_region([sentence], "can-delete") == "the EU and UK"


@pytest.mark.parametrize(
    "practice",
    [
        "states-retention-period",
        "protects-data",
        "notifies-of-changes",
        "disclaims-linked-sites",
        "provides-privacy-contact",
        "ignores-do-not-track",
    ],
)
def test_a_heading_does_not_bind_what_regional_parts_are_not_about(practice: str) -> None:
    assert common_region([said("We say so here.", "Nevada rights")], practice) is None
    assert common_region([said("Under the CCPA, we say so here.", "Nevada rights")], practice) == "California"


def test_one_sentence_for_everybody_makes_it_hold_for_everybody() -> None:
    sentences = [said("We never sell it.", "California"), said("We never sell your data.", "Sharing")]

    assert common_region(sentences, "sells-data") is None


def test_sentences_for_different_readers_hold_for_all_of_these() -> None:
    sentences = [said("We never sell it.", "California"), said("We never sell your data.", "Nevada")]
    abroad = [*sentences[:1], said("We never sell your data.", "Readers in the European Union")]

    assert common_region(sentences, "sells-data") == "some US states"
    assert common_region(abroad, "sells-data") == "California, the EU and UK"


def test_readers_of_very_many_regions_are_not_listed() -> None:
    regions = ("California", "Brazil", "Australia", "Canada")
    sentences = [said("You may ask us to delete your data.", f"Readers in {region}") for region in regions]

    assert common_region(sentences[:3], "can-delete") == "California, Brazil, Australia"
    assert common_region(sentences, "can-delete") is None


def test_without_a_practice_every_heading_counts() -> None:
    assert common_region([said("We keep it for a year.", "Nevada rights")]) == "some US states"


def test_what_is_regional_is_in_the_vocabulary() -> None:
    assert set(PRACTICES) >= REGIONAL


def test_what_is_said_of_the_data_of_minors_holds_for_children_alone() -> None:
    says = sentence("We do not sell the personal information of consumers under 16 years of age.")
    assert common_region([says], "sells-data") == "children"


def test_that_childrens_data_is_of_children_goes_without_saying() -> None:
    assert common_region([sentence("We do not collect data from children.")], "collects-from-children") is None


def test_a_grant_of_rights_holds_where_the_one_law_that_it_names_does() -> None:
    says = sentence("You have rights of access and erasure under the GDPR.")
    assert common_region([says], "grants-regional-rights") == "the EU and UK"


def test_a_grant_of_rights_by_several_laws_names_the_regions_of_all() -> None:
    says = sentence("You have rights under the GDPR and the CCPA.")
    assert common_region([says, sentence("You have these rights.")], "grants-regional-rights") == (
        "California, the EU and UK"
    )
