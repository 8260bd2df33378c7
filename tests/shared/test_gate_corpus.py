"""That the gate tells real policies from other real pages: some hundred files of each folder of the corpus."""

import pytest

from evaluation.gate import Answer, answers
from server.analysis.refusals import NotEnglish

# A page's script, an error page and a list of menus, half in Russian: refused, but not for their language.
NOT_IN_ANOTHER_LANGUAGE = {
    "fi-mimobaby-privacy-policy.txt",
    "nl-nordpass-experts-group-privacy-policy.txt",
    "ru-poker-engine-privacy-policy.txt",
}


def wrong(given: list[Answer]) -> list[str]:
    return [f"{answer.folder}/{answer.name}: {answer.refusal}" for answer in given if not answer.is_right]


@pytest.mark.parametrize(("folder", "every"), [("policies", 7), ("html/policy", 1)])
def test_of_sixty_policies_at_most_one_is_refused(folder: str, every: int) -> None:
    given = list(answers(folder, every))

    assert len(given) > 40
    assert len(wrong(given)) <= len(given) / 60, wrong(given)


@pytest.mark.parametrize("folder", ["other-pages", "html/other"])
def test_of_sixty_other_pages_at_most_two_are_let_in(folder: str) -> None:
    given = list(answers(folder))

    assert len(given) > 60
    assert len(wrong(given)) <= len(given) / 30, wrong(given)


def test_policies_in_other_languages_are_refused_for_their_language() -> None:
    given = list(answers("other-languages"))
    others = [answer for answer in given if answer.name not in NOT_IN_ANOTHER_LANGUAGE]

    assert len(given) > 90
    assert wrong(given) == []
    assert [a.name for a in others if not isinstance(a.refusal, NotEnglish) or a.refusal.language != a.name[:2]] == []
