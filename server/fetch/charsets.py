"""Bytes into text, by the charset that a document has or most likely has."""

import re

import webencodings

# Browsers look at 1024 bytes; what stands a little later is no other charset.
_MAX_SEARCHED_BYTES = 4096
_META = re.compile(rb"""<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE)
# What a <meta> that could be read at all cannot truly say, and what it then means (WHATWG Encoding, HTML).
_NOT_BY_META = {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}


def text_of(body: bytes, declared: str, is_html: bool) -> str:
    """Return `body` as text. What is no character of its charset becomes U+FFFD.

    A byte order mark counts before what the header has `declared`, and that before what the page says itself.
    """
    encoding = webencodings.lookup(declared) or (_by_meta(body) if is_html else None) or _guessed(body)
    return str(webencodings.decode(body, encoding)[0])


def _by_meta(body: bytes) -> webencodings.Encoding | None:
    said = _META.search(body, 0, _MAX_SEARCHED_BYTES)
    encoding = webencodings.lookup(said[1].decode("ascii", "replace")) if said else None
    return webencodings.lookup(_NOT_BY_META.get(encoding.name, encoding.name)) if encoding else None


def _guessed(body: bytes) -> webencodings.Encoding:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return webencodings.lookup("windows-1252")
    return webencodings.UTF8
