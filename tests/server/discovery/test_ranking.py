from collections import Counter

import pytest

from server.discovery import LinkKind, Region
from server.discovery.model import PageLink
from server.discovery.ranking import MAX_LINKS, MAX_POLICIES, rank
from tests.server.discovery.examples import EXAMPLES, Example


def test_there_are_examples_of_all_kinds() -> None:
    assert len(EXAMPLES) >= 60
    assert {kind for example in EXAMPLES for kind in example.kinds.values()} == set(LinkKind) - {
        LinkKind.PRIVACY_POLICY
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_policy_stands_first(example: Example) -> None:
    ranked = rank(example.links, example.url)
    policies = [link.url for link in ranked if link.kind is LinkKind.PRIVACY_POLICY]
    kinds = {link.url: link.kind for link in ranked}

    assert next(iter(policies), None) == example.policy
    assert {url: kinds.get(url) for url in example.kinds} == example.kinds


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
