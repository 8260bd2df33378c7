"""What a passage speaks of, and the words that tell."""

import pytest

from server.analysis.passages import CUES, MAX_PASSAGES, NAMES, REFERENCES, VOICE, Kind, passages, phrases, subject
from server.analysis.plain import plain

EVERY_PHRASE = [phrase for table in (CUES, NAMES, REFERENCES) for words in table.values() for phrase in words]
EVERY_PHRASE += VOICE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We collect your e-mail address and share your personal information with third parties.", Kind.PRIVACY_POLICY),
        ("You agree to hold us harmless. Our liability for damages is limited, without any warranty.", Kind.TERMS),
        ("Session cookies expire when you close the browser. You can block cookies.", Kind.COOKIE_POLICY),
        ("He said on Monday that the lawsuit, according to lawmakers, was about personal data.", Kind.OTHER),
        ("Our bakery opens at seven. We bake rye bread and rolls.", None),
        ("Please see our privacy policy.", None),
    ],
)
def test_the_kind_with_most_cues_is_its_subject(text: str, kind: Kind | None) -> None:
    assert subject(phrases(text)) is kind


def test_phrases_are_words_pairs_and_runs_that_begin_like_a_phrase_that_tells() -> None:
    assert phrases("Types of data in our privacy policy!") == {
        *("types", "of", "data", "in", "our", "privacy", "policy"),
        *("types of", "of data", "data in", "in our", "our privacy", "privacy policy"),
        *("types of data", "our privacy policy"),
    }


def test_every_word_stands_in_one_passage() -> None:
    words = [f"word{number}" for number in range(1234)]
    read = list(passages(words))

    assert len(read) == 12
    assert sum(word in passage for word in words for passage in read) == len(words)


def test_of_a_long_text_some_passages_are_read_from_all_its_parts() -> None:
    words = [f"word{number}" for number in range(200_000)]
    read = list(passages(words))

    assert MAX_PASSAGES / 2 < len(read) <= MAX_PASSAGES
    assert "word0" in read[0]
    assert any("word199" in word for word in read[-1])


def test_no_word_makes_one_empty_passage() -> None:
    assert list(passages([])) == [frozenset()]


def test_every_cue_can_be_found() -> None:
    assert [phrase for phrase in EVERY_PHRASE if phrase not in phrases(phrase)] == []


def test_every_cue_is_in_its_plain_form() -> None:
    assert [phrase for phrase in EVERY_PHRASE if phrase != plain(phrase)] == []
