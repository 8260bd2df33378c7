"""Findings that cannot both hold."""

from server.analysis.contradictions import contradictions
from server.analysis.vocabulary import Stance
from tests.server.analysis.examples import evidence, finding


def test_doing_and_not_doing_the_same_contradict_each_other_with_both_quotes() -> None:
    never, does = evidence("We never sell data."), evidence("We sell your data.", 40)
    (pair,) = contradictions(
        [finding("sells-data", proof=does), finding("sells-data", Stance.DOES_NOT, proof=never)],
    )
    assert pair.evidence == (does, never)
    assert pair.text == "The policy says both \u201cSells your data\u201d and \u201cDoes not sell your data\u201d."


def test_a_promise_and_what_breaks_it_contradict_each_other() -> None:
    pairs = contradictions([finding("shares-only-with-consent"), finding("shares-for-marketing")])
    assert [pair.practices for pair in pairs] == [("shares-only-with-consent", "shares-for-marketing")]


def test_what_holds_for_different_readers_is_no_contradiction() -> None:
    there = finding("sells-data", region="California")
    assert contradictions([there, finding("sells-data", Stance.DOES_NOT)]) == ()


def test_some_messages_can_be_refused_and_some_can_not() -> None:
    both = [finding("can-opt-out-of-marketing", stance) for stance in (Stance.DOES, Stance.DOES_NOT)]
    assert contradictions(both) == ()


def test_a_promise_that_leaves_a_way_out_is_broken_by_nothing() -> None:
    held = evidence("Except as described here, we share nothing without your consent.")
    kept = evidence("We will not give your data to outside parties without your consent.", 90)
    discloses = finding("discloses-at-own-discretion")
    assert contradictions([finding("shares-only-with-consent", proof=held), discloses]) == ()
    (pair,) = contradictions([finding("shares-only-with-consent", proof=kept), discloses])
    assert pair.evidence[0] == kept
