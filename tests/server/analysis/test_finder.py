"""Rules held against many sentences at once."""

from server.analysis.finder import FINDER, MAX_MATCHES, Finder
from server.analysis.model import Sentence
from server.analysis.rules import PracticeRule
from server.analysis.vocabulary import Stance
from tests.server.analysis.examples import sentence

SELLS, DOES_NOT_SELL = "We sell your personal information.", "We do not sell your personal information."


def stances(finder: Finder, *texts: str) -> list[list[tuple[str, Stance]]]:
    sentences = [sentence(text) for text in texts]
    found = finder.statements(sentences, range(len(sentences)))
    return [[(statement.practice, statement.stance) for statement in statements] for statements in found]


def rule(**fields: tuple[object, ...]) -> Finder:
    return Finder([PracticeRule(practice="sells-data", why="", **fields)])  # type: ignore[arg-type]


def test_each_sentence_is_read_by_itself() -> None:
    texts = (SELLS, "Cookies are small files.", DOES_NOT_SELL, "We use cookies.", SELLS)
    assert stances(FINDER, *texts) == [stances(FINDER, text)[0] for text in texts]


def test_no_pattern_reaches_from_one_sentence_into_the_next() -> None:
    finder = rule(affirms=(r"\bsell\b{gap}\bdata\b", r"\bsell[^.]*data\b"))
    assert stances(finder, "What we sell", "data that we keep") == [[], []]
    assert stances(finder, "What we sell: data that we keep") == [[("sells-data", Stance.DOES)]]


def test_a_sentence_begins_and_ends_where_it_does() -> None:
    finder = rule(affirms=(r"^we <sell>$",))
    assert stances(finder, "We buy", "we sell", "We keep") == [[], [("sells-data", Stance.DOES)], []]


def test_only_what_is_asked_for_is_read() -> None:
    sentences = [sentence(SELLS), sentence(DOES_NOT_SELL), sentence(SELLS)]
    ((statement,), *others) = FINDER.statements(sentences, [1])
    assert (statement.sentence, statement.stance, others) == (sentences[1], Stance.DOES_NOT, [])


def test_what_excuses_a_sentence_excuses_no_other() -> None:
    finder = rule(affirms=(r"\b<sell>\b",), unless=(r"\b<cars>\b", r"\bbikes\b"))
    assert stances(finder, "We sell data.", "We sell cars.", "We sell bikes.") == [
        [("sells-data", Stance.DOES)],
        [],
        [],
    ]


def test_the_lead_in_alone_states_nothing_and_does_not_count() -> None:
    lead_in = "sell " * (MAX_MATCHES + 1)
    item = Sentence(0, 4, "data", "and sell data", "", f"We {lead_in}:", 0)
    other = Sentence(0, 4, "data", "and keep data", "", f"We {lead_in}:", 0)
    finder = rule(affirms=(r"\b<sell>\b",))
    assert [len(found) for found in finder.statements([item, other], [0, 1])] == [1, 0]
