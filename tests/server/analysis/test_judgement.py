"""Rules and the trained model together."""

import pytest

from server.analysis.judgement import JUDGE
from server.analysis.model import Sentence, Statement
from server.analysis.vocabulary import Stance, Topic
from tests.server.analysis.examples import sentence


def stated(one: Sentence, *ruled: Statement) -> dict[str, tuple[Stance, bool]]:
    (statements,) = JUDGE.judge([one], [ruled]).statements
    return {statement.practice: (statement.stance, statement.hedged) for statement in statements}


def test_the_model_finds_what_no_rule_knows() -> None:
    words = "Please note that deleted messages remain in our backups for some weeks."
    assert "keeps-data-after-deletion" in stated(sentence(words))


def test_the_model_doubts_a_rule_that_misread() -> None:
    words = sentence("A cookie is a small file that a web server stores in your browser.")
    assert stated(words, Statement("uses-cookies", Stance.DOES, False, words)) == {}


def test_what_was_too_rare_to_learn_from_is_not_stated() -> None:
    words = sentence("We make no credit checks of anybody.")
    assert stated(words, Statement("shares-for-credit-checks", Stance.DOES_NOT, False, words)) == {}


def test_the_model_alone_denies_nothing() -> None:
    words = sentence("We do not sell your personal information to anyone.")
    assert stated(words) == {}
    ruled = Statement("sells-data", Stance.DOES_NOT, False, words)
    assert stated(words, ruled)["sells-data"] == (Stance.DOES_NOT, False)


@pytest.mark.parametrize(("words", "hedged"), [("We may sell your data.", True), ("We sell your data.", False)])
def test_the_model_reads_the_hedge(words: str, hedged: bool) -> None:
    one = sentence(words)
    ruled = Statement("sells-data", Stance.DOES, not hedged, one)
    assert stated(one, ruled)["sells-data"] == (Stance.DOES, hedged)


def test_a_denial_is_no_hedge() -> None:
    one = sentence("We may not sell your data.")
    assert stated(one, Statement("sells-data", Stance.DOES_NOT, False, one))["sells-data"] == (Stance.DOES_NOT, False)


def test_a_question_states_nothing() -> None:
    assert stated(sentence("Do you sell my personal information to advertisers?")) == {}


def test_what_is_nearly_understood_is_hinted_and_not_stated() -> None:
    judged = JUDGE.judge([sentence("Please note that deleted messages stay.")], [[]])
    assert judged.statements == [[]]
    assert "keeps-data-after-deletion" in judged.hinted


def test_what_a_sentence_speaks_of_is_told() -> None:
    judged = JUDGE.judge([sentence("We retain your personal data for two years and then delete it.")], [[]])
    assert Topic.RETENTION in judged.topics[0]


def test_no_sentences_are_judged_as_nothing() -> None:
    assert JUDGE.judge([], []).statements == []
