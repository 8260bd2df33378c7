"""What each route says of itself, for the API's description."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeVar

from server.web.problems import Problem

View = TypeVar("View", bound=Callable[..., Any])

_ATTRIBUTE = "operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What a route does: its answer and its body as types by media type, and the problems that it may answer.

    `query` names its parameters, `headers` those of the answer that are worth reading; `status` is that of the answer.
    """

    title: str
    answers: Mapping[str, Any]
    body: Mapping[str, Any] = field(default_factory=dict)
    query: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[type[Problem], ...] = ()
    method: str = "get"
    status: HTTPStatus = HTTPStatus.OK

    def __call__(self, view: View) -> View:
        """Return `view` as this operation's."""
        setattr(view, _ATTRIBUTE, self)
        return view


def operation_of(view: Callable[..., Any]) -> Operation | None:
    """Return the operation that `view` was given, None if it has none."""
    return getattr(view, _ATTRIBUTE, None)
