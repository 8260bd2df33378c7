"""What a caller submits: which fields there are, and what they may hold."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
from flask import request

from server.analysis import Document, read_html, read_text, summary_id
from server.domains import NoDomain, normal_host
from server.fetch.documents import document_of
from server.web import bodies
from server.web.problems import BadRequest, TooLarge, UnsupportedMediaType, echo
from server.web.recent import Submitted
from server.web.service import fetcher, recent
from server.web.timing import Timing

_T = TypeVar("_T")

MAX_TEXT_CHARS = 1_000_000
MAX_TITLE_CHARS = 1_000
MAX_URL_CHARS = 2_048

_MAX_REASON_CHARS = 300

# Tab, newline and carriage return are text. So are U+0080 to U+009F: pages whose charset was once
# mistaken hold them in place of quotes and dashes, and are policies all the same.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What no URL holds, and what browsers and urlsplit read differently.
_NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# msgspec takes the last of the fields that have one name, and does not say that there are others.
_PAIRS = json.JSONDecoder(object_pairs_hook=list)
_DEFAULT_PORTS = {"http": 80, "https": 443}


class From(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a policy is from: the address and the title of its page."""

    url: str = ""
    title: str = ""


class Submission(From, frozen=True, forbid_unknown_fields=True):
    """A policy, as `text` (plain or light Markdown) or as `html`, and where it is from.

    Without either, what lies at `url` is read: HTML, plain text or PDF.
    """

    text: str | msgspec.UnsetType = msgspec.UNSET
    html: str | msgspec.UnsetType = msgspec.UNSET


BARE = {"text/plain": "text", "text/markdown": "text", "text/html": "html"}
"""The media types of bodies that are the policy itself, and the field that such a body stands for."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is to be summarised: the id of its summary, how to read it, and its address, "" where none is given.

    `source` is the whole address that the server itself has read it from, "" where it was sent.
    """

    id: str
    url: str
    read: Callable[[], Document]
    source: str = ""


def read(timing: Timing) -> Policy:
    """Return the policy that the request submits, read from its address where only that is sent."""
    with timing.step("read"):
        body = bodies.read()
        digest = _digest(body)
        if known := recent().submissions.get(digest):
            return Policy(known.id, known.url, partial(_document_in, body, known.url))
        sent = _sent(body)
        _check_title(sent.title)
        url = _address(sent.url)
        if sent.text is not msgspec.UNSET or sent.html is not msgspec.UNSET or not url:
            document = _document(sent, url)
            policy = Policy(summary_id(document), url, lambda: document)
            recent().submissions.put(digest, Submitted(policy.id, url))
            return policy
    with timing.step("fetch"):
        return _fetched(sent)


def _fetched(sent: Submission) -> Policy:
    page = fetcher().fetch(sent.url)
    # The address in the spelling of one that is submitted, so that the same page has the same summary either way.
    url = _address(page.url)
    document = document_of(page, url, sent.title)
    return Policy(summary_id(document), url, lambda: document, page.url)


def _digest(body: str) -> bytes:
    """A hash of all that makes a submission what it is; none of its parts before the body can hold a line's end."""
    meaning = f"{request.mimetype}\n{request.query_string.decode('latin-1')}\n{body}"
    return hashlib.sha256(meaning.encode()).digest()


def _sent(body: str) -> Submission:
    if request.mimetype == "application/json":
        if request.args:
            raise BadRequest("Beside a JSON body the query is not read: put its fields into the JSON.")
        sent = _parsed(lambda: msgspec.json.decode(body, type=Submission))
        # Only what is known to be a flat object, since Python's own parser recurses.
        _check_given_once(name for name, _ in _PAIRS.decode(body))
        return sent
    if request.mimetype not in BARE:
        raise UnsupportedMediaType(
            f"The body's media type is {echo(request.mimetype) if request.mimetype else 'not given'}."
        )
    source = _parsed(lambda: msgspec.convert(request.args.to_dict(), From))
    _check_given_once(name for name, _ in request.args.items(multi=True))
    return Submission(source.url, source.title, **{BARE[request.mimetype]: body})


def _check_given_once(fields: Iterable[str]) -> None:
    twice = next((field for field, times in Counter(fields).items() if times > 1), None)
    if twice:
        raise BadRequest(f"{twice}: it is given more than once.")


def _parsed(parse: Callable[[], _T]) -> _T:
    try:
        return parse()
    except msgspec.ValidationError as error:
        raise BadRequest(_in_plain_words(str(error))) from error
    except msgspec.DecodeError as error:
        raise BadRequest(f"The body is not JSON: {error}.") from error


def _in_plain_words(reason: str) -> str:
    """Turn "Expected `str`, got `int` - at `$.text`" into "text: expected `str`, got `int`."."""
    what, _, where = reason.partition(" - at `$.")
    what = what[:_MAX_REASON_CHARS]
    return f"{where.rstrip('`')}: {what[0].lower()}{what[1:]}." if where else f"{what}."


def _document_in(body: str, url: str) -> Document:
    return _document(_sent(body), url)


def _document(sent: Submission, url: str) -> Document:
    """The document that was sent."""
    document = _read(sent, url)
    if len(document.text) > MAX_TEXT_CHARS:
        raise TooLarge(f"The text has more than {MAX_TEXT_CHARS:,} characters.")
    return document


def _read(sent: Submission, url: str) -> Document:
    match (sent.text, sent.html):
        case (str(text), msgspec.UNSET):
            _check_characters("text", text)
            return read_text(text, url, sent.title)
        case (msgspec.UNSET, str(html)):
            return read_html(_CONTROL.sub("", html), url, sent.title)
        case (msgspec.UNSET, msgspec.UNSET):
            raise BadRequest("text, html, url: one of them is needed.")
    raise BadRequest("text, html: only one of them can be the policy.")


def _check_title(title: str) -> None:
    _check_characters("title", title)
    if len(title) > MAX_TITLE_CHARS:
        raise BadRequest(f"title: it has more than {MAX_TITLE_CHARS:,} characters.")


def _check_characters(field: str, value: str) -> None:
    if found := _CONTROL.search(value):
        raise BadRequest(f"{field}: character {found.start()} is the control character {ascii(found.group())}.")


def _address(url: str) -> str:
    """The URL in one spelling, without what may tell of its visitor: user, query and fragment."""
    if not url:
        return ""
    if len(url) > MAX_URL_CHARS:
        raise BadRequest(f"url: it has more than {MAX_URL_CHARS:,} characters.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port  # either may be unreadable, and says so when asked for
    except ValueError as error:
        raise BadRequest("url: it cannot be read as a URL.") from error
    if parts.scheme not in _DEFAULT_PORTS or not host or _NOT_IN_URLS.search(url):
        raise BadRequest("url: expected http:// or https://, a host and perhaps a path.")
    origin = f"{parts.scheme}://{_host(parts.netloc, host)}"
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        origin += f":{port}"
    return origin + (parts.path or "/")


def _host(netloc: str, host: str) -> str:
    in_brackets = netloc.rpartition("@")[2].startswith("[")
    if in_brackets != (":" in host):  # as in http://[v1.x]/, whose kind of address does not exist yet
        raise BadRequest("url: brackets are for IPv6 addresses.")
    try:
        return normal_host(host)
    except NoDomain as error:
        raise BadRequest(f"url: {echo(host)} is no host's name.") from error
