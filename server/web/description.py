"""The API's own description (OpenAPI 3.1), made from its routes, its types and its problems."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Any

import msgspec
from flask import Blueprint, Flask, Response, current_app
from werkzeug.routing import Rule

from server.web.answers import ASK_AGAIN, JSON, answer
from server.web.operations import Operation, operation_of
from server.web.problems import MEDIA_TYPE, TYPES, ForbiddenOrigin, Problem, ProblemDocument, UnknownProblem, echo

blueprint = Blueprint("description", __name__)

_INFO = {
    "title": "Smallprint",
    "version": "1",
    "description": "What a privacy policy says in ten seconds, with the quotes that prove it.",
}
_PROBLEMS = {problem.name: problem for problem in Problem.__subclasses__()}


@blueprint.get("/openapi.json")
@Operation(title="Read this description", answers={JSON: dict[str, Any]})
def show() -> Response:
    """Return this description."""
    return answer(msgspec.json.encode(describe(current_app)), JSON, ASK_AGAIN)


@blueprint.get(TYPES + "<name>")
@Operation(title="Read what a problem means", answers={"text/plain": str}, problems=(UnknownProblem,))
def show_problem(name: str) -> Response:
    """Return what the problem of this name means; its `type` leads here."""
    problem = _PROBLEMS.get(name)
    if problem is None:
        raise UnknownProblem(f"There is no problem {echo(name)}.")
    words = (f"{problem.status.value} {problem.title}.", problem.__doc__, problem.what_to_do)
    return answer("\n\n".join(filter(None, words)) + "\n", "text/plain", ASK_AGAIN)


def describe(app: Flask) -> dict[str, Any]:
    """Return the OpenAPI document of all routes of `app` that are operations."""
    operations = [(rule, operation) for rule in app.url_map.iter_rules() if (operation := _operation_of(app, rule))]
    schemas = _Schemas([ProblemDocument, *chain.from_iterable(_types(operation) for _, operation in operations)])
    paths: dict[str, dict[str, Any]] = {}
    for rule, operation in sorted(operations, key=lambda pair: pair[0].rule):
        description = inspect.getdoc(app.view_functions[rule.endpoint])
        path = paths.setdefault(re.sub(r"<(\w+)>", r"{\1}", rule.rule), {})
        path[operation.method] = {"operationId": rule.endpoint, "summary": operation.title, "description": description}
        path[operation.method] |= _parts(rule, operation, schemas)
    return {"openapi": "3.1.0", "info": _INFO, "paths": paths, "components": {"schemas": schemas.components}}


class _Schemas:
    """JSON schemas of types: a reference to those that have a name, which `components` then holds."""

    def __init__(self, types: Iterable[Any]) -> None:
        unique = list(dict.fromkeys(types))
        schemas, self.components = msgspec.json.schema_components(unique, ref_template="#/components/schemas/{name}")
        self._schemas = dict(zip(unique, schemas, strict=True))
        for component in self.components.values():
            if "description" in component:
                component["description"] = inspect.cleandoc(component["description"])

    def content(self, types: Mapping[str, Any]) -> dict[str, Any]:
        """Return the `content` of a body that is one of `types`, by media type."""
        return {media_type: {"schema": self._schemas[type_]} for media_type, type_ in types.items()}


def _operation_of(app: Flask, rule: Rule) -> Operation | None:
    return operation_of(app.view_functions[rule.endpoint])


def _types(operation: Operation) -> Iterable[Any]:
    return (*operation.answers.values(), *operation.body.values())


def _parts(rule: Rule, operation: Operation, schemas: _Schemas) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "parameters": [*_path_parameters(rule), *_query_parameters(operation)],
        "responses": {str(operation.status.value): _success(operation, schemas), **_failures(operation, schemas)},
    }
    if operation.body:
        parts["requestBody"] = {"required": True, "content": schemas.content(operation.body)}
    return parts


def _path_parameters(rule: Rule) -> Iterator[dict[str, Any]]:
    for name in sorted(rule.arguments):
        yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _query_parameters(operation: Operation) -> Iterator[dict[str, Any]]:
    for name in operation.query:
        description = f"Beside a body that is the policy itself; in JSON it is the field `{name}`."
        yield {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}


def _success(operation: Operation, schemas: _Schemas) -> dict[str, Any]:
    headers = {
        name: {"description": description, "schema": {"type": "string"}}
        for name, description in operation.headers.items()
    }
    return {"description": "The answer.", "headers": headers, "content": schemas.content(operation.answers)}


def _failures(operation: Operation, schemas: _Schemas) -> dict[str, Any]:
    """The problems, those of one status together, as OpenAPI wants them."""
    failures: dict[str, Any] = {}
    possible: list[type[Problem]] = [ForbiddenOrigin, *operation.problems]
    for status, problems in groupby(sorted(possible, key=_status), _status):
        lines = [f"`{TYPES}{problem.name}`: {problem.__doc__}" for problem in problems]
        failures[str(status)] = {
            "description": "\n\n".join(lines),
            "content": schemas.content({MEDIA_TYPE: ProblemDocument}),
        }
    return failures


def _status(problem: type[Problem]) -> int:
    return problem.status.value
