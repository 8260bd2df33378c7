"""The vocabulary: what can be found."""

import msgspec
from flask import Blueprint, Response

from server.analysis.vocabulary import PRACTICES, VERSION, Category, Level, Practice
from server.web.answers import JSON, answer
from server.web.operations import Operation

blueprint = Blueprint("practices", __name__)

# The same for everybody, and another only when the service is.
_FOR_AN_HOUR = "public, max-age=3600"


class Vocabulary(msgspec.Struct, frozen=True):
    """All practices, and the orders of their categories and of the levels of findings, worst first."""

    version: int
    categories: tuple[Category, ...]
    levels: tuple[Level, ...]
    practices: tuple[Practice, ...]


_VOCABULARY = msgspec.json.encode(Vocabulary(VERSION, tuple(Category), tuple(Level), tuple(PRACTICES.values())))


@blueprint.get("/v1/practices")
@Operation(title="Read the vocabulary", answers={JSON: Vocabulary})
def show() -> Response:
    """Return every practice that can be found, with the stances on it, their levels and labels."""
    return answer(_VOCABULARY, JSON, _FOR_AN_HOUR)
