"""The page at /, and the files that it shares with the extension."""

from pathlib import Path

from flask import Blueprint, Response, abort, make_response, render_template, send_from_directory

from server.web.operations import Operation

blueprint = Blueprint("page", __name__)

# One drawing of a summary for the popup and the page. The folder lies beside this package.
_EXTENSION = Path(__file__).parents[2] / "extension"
_SHARED = _EXTENSION / "summary"
_LOCALES = _EXTENSION / "_locales"

# By name, since what a machine's own table makes of a suffix may stop a browser from running the file.
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@blueprint.get("/")
@Operation(title="Read a policy in the browser", answers={"text/html": str})
def show() -> Response:
    """Return the page where one can paste or upload a policy, or give its address, and read its summary."""
    response = make_response(render_template("page.html"))
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/summary/<name>")
def shared(name: str) -> Response:
    """Return a file of `extension/summary`, of the kinds that a page is made of and no other."""
    media_type = _MEDIA_TYPES.get(Path(name).suffix)
    if media_type is None:
        abort(404)
    return send_from_directory(_SHARED, name, mimetype=media_type)


@blueprint.get("/_locales/<language>/messages.json")
def messages(language: str) -> Response:
    """Return all that the page says, in `language`."""
    return send_from_directory(_LOCALES, f"{language}/messages.json", mimetype="application/json")
