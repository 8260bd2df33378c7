"""A page that was read, as a document to be summarised."""

import re

from server.analysis import Document, read_html, read_text
from server.analysis.gate import MIN_WORDS
from server.analysis.refusals import ScriptOnly
from server.fetch.errors import TooLarge
from server.fetch.fetcher import HTML, Page

MAX_CHARS = 1_000_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


def document_of(page: Page, base_url: str, title: str = "") -> Document:
    """Return the words of `page`, its links resolved against `base_url`.

    Raises `TooLarge` where there are too many, the analysis's `ScriptOnly` where scripts have yet to draw them.
    """
    text = _CONTROL.sub("", page.text)
    if page.media_type not in HTML:
        return _checked(read_text(text, base_url, title))
    document = read_html(text, base_url, title)
    if len(document.text.split()) < MIN_WORDS and _SCRIPT.search(text):
        raise ScriptOnly("The words of this page are only drawn by its scripts; send it from a browser that shows it.")
    return _checked(document)


def _checked(document: Document) -> Document:
    if len(document.text) > MAX_CHARS:
        raise TooLarge(f"The text has more than {MAX_CHARS:,} characters.")
    return document
