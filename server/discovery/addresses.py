"""The one way to write the address of a link, and what its path says."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

import msgspec

from server.domains import NoDomain, normal_host, registrable_domain

# The longest address that all browsers follow; a longer one carries data, not a place.
MAX_HREF_CHARS = 2_048

_DEFAULT_PORTS = {"http": 80, "https": 443}
_IGNORED = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
# Browsers forgive slashes: "https:privacy" stands for "privacy" on a page of that scheme, and "https:///" for two.
_SCHEME = re.compile(r"(https?):(/*)", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What browsers leave as it is in a path and in a query.
_PATH_SAFE = "!$%&'()*+,-./:;=@[]_|~"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[\\]^_`{|}~"


class Address(msgspec.Struct, frozen=True):
    """An address without user and fragment, taken apart. `site` is the registrable domain, or the host without one."""

    url: str
    host: str
    site: str
    segments: tuple[str, ...]
    values: str

    @property
    def is_dated(self) -> bool:
        """Whether it holds a year as a folder, as articles have."""
        return any(map(_YEAR.fullmatch, self.segments[:-1]))


def resolve(href: str, base_url: str) -> str:
    """Return the address that `href` means on a page at `base_url`, as a browser does; "" if it is not http(s)."""
    href = _IGNORED.sub("", href.strip(_AROUND))
    if len(href) > MAX_HREF_CHARS:
        return ""
    before_hash, hash_sign, fragment = href.partition("#")
    front, mark, query = before_hash.partition("?")
    front = front.replace("\\", "/")
    if scheme := _SCHEME.match(front):
        is_relative = len(scheme[2]) < 2 and base_url.lower().startswith(f"{scheme[1].lower()}:")
        front = front[scheme.end(1) + 1 :] if is_relative else f"{scheme[1]}://{front[scheme.end() :]}"
    elif front.startswith("///"):
        front = f"//{front.lstrip('/')}"
    if not front and mark and not query:
        base_url = base_url.partition("#")[0].partition("?")[0]
    try:
        url = urljoin(base_url, front + mark + query) + hash_sign + fragment
    except ValueError:
        return ""
    return url if url.lower().startswith(("http://", "https://")) and len(url) <= MAX_HREF_CHARS else ""


def parse(url: str) -> Address | None:
    """Return the absolute address taken apart, or None where nobody should follow it."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = normal_host(parts.hostname or "")
    except ValueError:  # NoDomain is one
        return None
    # A name before the host ("https://bank.example@evil.example") only makes it look like another.
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc:
        return None
    location = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(_without_dots(parts.path) or "/", safe=_PATH_SAFE)
    query = quote(parts.query, safe=_QUERY_SAFE)
    return Address(
        url=urlunsplit((parts.scheme, location, path, query, "")),
        host=host,
        site=_site(host),
        segments=tuple(_decoded(segment) for segment in path.split("/") if segment),
        values=" ".join(value for _, value in parse_qsl(parts.query, max_num_fields=None)),
    )


def _without_dots(path: str) -> str:
    """The path with "." and ".." followed, as far as there is something above."""
    if "/." not in path and "/%2" not in path:
        return path
    kept: list[str] = []
    *folders, last = path.split("/")[1:]
    for segment in (*folders, last):
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
    if last.lower().replace("%2e", ".") in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _decoded(segment: str) -> str:
    try:
        return unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return segment  # a stray "%" stands for itself


@lru_cache(maxsize=1_000)
def _site(host: str) -> str:
    try:
        return registrable_domain(host)
    except NoDomain:
        return host
