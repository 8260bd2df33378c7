from collections import Counter

import pytest

from server.discovery import LinkKind, Region, ranking
from server.discovery.model import PageLink
from server.discovery.ranking import MAX_LINKS, MAX_POLICIES, rank
from server.discovery.rules import WEIGHTS
from tests.server.discovery.examples import EXAMPLES, Example


def test_there_are_examples_of_all_kinds() -> None:
    assert len(EXAMPLES) >= 60
    assert {kind for example in EXAMPLES for kind in example.kinds.values()} == set(LinkKind) - {
        LinkKind.PRIVACY_POLICY
    }


def is_as_said(example: Example) -> bool:
    ranked = rank(example.links, example.url)
    policies = [link.url for link in ranked if link.kind is LinkKind.PRIVACY_POLICY]
    kinds = {link.url: link.kind for link in ranked}
    is_first = next(iter(policies), None) == example.policy
    return is_first and all(kinds.get(url) is kind for url, kind in example.kinds.items())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_policy_stands_first(example: Example) -> None:
    assert is_as_said(example)


@pytest.mark.parametrize("sign", [sign for sign, weight in WEIGHTS.items() if weight])
def test_every_weight_decides_some_example(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    monkeypatch.setitem(WEIGHTS, sign, -1_000 if sign == "least" else 0)

    assert not all(map(is_as_said, EXAMPLES))


@pytest.mark.parametrize(
    "name", ["VENDORS", "ANYONE_CAN_WRITE", "ARTICLE_ADDRESSES", "OTHER_LANGUAGES", "OTHERS_BEFORE"]
)
def test_every_list_decides_some_example(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(ranking, name, frozenset())

    assert not all(map(is_as_said, EXAMPLES))


def test_a_handful_is_returned() -> None:
    example = next(example for example in EXAMPLES if "handful" in example.name)
    counted = Counter(link.kind for link in rank(example.links, example.url))

    assert counted == {LinkKind.PRIVACY_POLICY: MAX_POLICIES}


def test_of_all_too_many_links_the_first_and_the_last_are_read() -> None:
    example = EXAMPLES[0]
    other = PageLink(href="/books/17", text="Book")
    middle = PageLink(href="/privacy-in-the-middle", text="Privacy policy", region=Region.FOOTER)
    ranked = rank([*[other] * MAX_LINKS, middle, *[other] * MAX_LINKS, *example.links], example.url)

    assert [link.url for link in ranked if link.kind is LinkKind.PRIVACY_POLICY] == [example.policy]
