"""The vocabulary: what can be found."""

import msgspec
from flask import Blueprint, Response

from server.analysis.vocabulary import PRACTICES, VERSION, Category, Commitment, Level, Stance
from server.analysis.vocabulary import Practice as Known
from server.store.packed import Packed
from server.web.answers import JSON, answer
from server.web.operations import Operation

blueprint = Blueprint("practices", __name__)

# The same for everybody, and another as soon as the service is: its labels must be those of the summaries.
_ASK_AGAIN = "no-cache"


class Practice(msgspec.Struct, frozen=True):
    """A data practice, and the stances on it that are findings.

    `expected` marks what a reader would look for: a policy's silence on it is worth showing.
    """

    id: str
    category: Category
    question: str
    boundary: str
    expected: bool
    stances: dict[Stance, Commitment]


class Vocabulary(msgspec.Struct, frozen=True):
    """All practices, and the orders of their categories and of the levels of findings, worst first."""

    version: int
    categories: tuple[Category, ...]
    levels: tuple[Level, ...]
    practices: tuple[Practice, ...]


def _for_clients(known: Known) -> Practice:
    """The practice without the pattern by which its mentions are found, which is the analysis' own."""
    return Practice(known.id, known.category, known.question, known.boundary, known.expected, known.stances)


_VOCABULARY = Packed.of(
    msgspec.json.encode(
        Vocabulary(VERSION, tuple(Category), tuple(Level), tuple(map(_for_clients, PRACTICES.values())))
    )
)


@blueprint.get("/v1/practices")
@Operation(title="Read the vocabulary", answers={JSON: Vocabulary})
def show() -> Response:
    """Return every practice that can be found, with the stances on it, their levels and labels."""
    return answer(_VOCABULARY, JSON, _ASK_AGAIN)
