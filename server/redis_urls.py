"""The URLs of a Redis: one server, a primary that sentinels watch over, or a cluster."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

ONE = ("redis", "rediss", "unix")

_MANY = re.compile(
    r"(?P<scheme>rediss?)\+(?P<kind>sentinel|cluster)://"
    r"(?:(?P<user>[^@/?#]*)@)?(?P<hosts>[^@/?#]+)(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?"
)
_HOST = re.compile(r"(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
_SENTINEL_PATH = re.compile(r"/(?P<name>[^/]+)(?:/(?P<database>[0-9]{1,5})?)?")
_PORTS = {"sentinel": 26379, "cluster": 6379}
_MAX_PORT = 65535
_SENTINEL_USER = ("sentinel_username", "sentinel_password")
# Nothing that would lift our own limits on time.
_QUERY = ("ssl_ca_certs", "ssl_ca_path", "ssl_certfile", "ssl_keyfile", "ssl_cert_reqs", "ssl_check_hostname")

Address = tuple[str, int]
"""The host and the port of one server."""


@dataclass(frozen=True, slots=True)
class Many:
    """Where to ask which servers there are: `hosts` are sentinels if `name` names their primary, else a cluster's."""

    hosts: tuple[Address, ...]
    name: str | None
    _scheme: str
    _user: str
    _database: str
    _query: str
    _sentinel_user: str

    def server(self, address: Address) -> str:
        """Return the URL of the server at `address`, in the form that redis-py takes."""
        return self._url(self._user, address, self._database)

    def sentinel(self, address: Address) -> str:
        """Return the URL of the sentinel at `address`, in the form that redis-py takes."""
        return self._url(self._sentinel_user, address, "")

    def _url(self, user: str, address: Address, database: str) -> str:
        host, port = address
        host = f"[{host}]" if ":" in host else host
        at = f"{user}@" if user else ""
        query = f"?{self._query}" if self._query else ""
        return f"{self._scheme}://{at}{host}:{port}/{database}{query}"


def read(url: str) -> str | Many:
    """Return `url` itself if it is that of one server, else what it says; raise ValueError if it is no such URL."""
    if url.partition(":")[0] in ONE:
        _ = urlsplit(url).port  # may be none, and says so when asked for
        return url
    found = _MANY.fullmatch(url)
    if found is None:
        raise ValueError(
            "expected redis://HOST:PORT/DB, rediss://…, unix:///PATH, redis+sentinel://HOST:PORT,HOST:PORT/NAME/DB "
            "or redis+cluster://HOST:PORT,HOST:PORT"
        )
    hosts = tuple(_address(host, _PORTS[found["kind"]]) for host in found["hosts"].split(","))
    query = dict(parse_qsl(found["query"] or "", keep_blank_values=True))
    sentinel_user = _take_sentinel_user(query, found["kind"])
    if unknown := sorted(query.keys() - set(_QUERY)):
        raise ValueError(f"{unknown[0]!r} is no parameter of such a URL: expected one of {', '.join(_QUERY)}")
    name, database = _name_and_database(found["kind"], found["path"] or "")
    return Many(hosts, name, found["scheme"], found["user"] or "", database, urlencode(query), sentinel_user)


def _address(text: str, port: int) -> Address:
    found = _HOST.fullmatch(text)
    if found is None or not 0 < int(found["port"] or port) <= _MAX_PORT:
        raise ValueError(f"{text!r} is no server: expected HOST or HOST:PORT")
    return found["host"].strip("[]"), int(found["port"] or port)


def _take_sentinel_user(query: dict[str, str], kind: str) -> str:
    if kind != "sentinel":
        return ""
    name, password = (urlencode({"": query.pop(field, "")})[1:] for field in _SENTINEL_USER)
    return f"{name}:{password}" if name or password else ""


def _name_and_database(kind: str, path: str) -> tuple[str | None, str]:
    if kind == "cluster":
        if path not in ("", "/", "/0"):
            raise ValueError("a cluster has no databases: expected nothing behind its hosts")
        return None, ""
    found = _SENTINEL_PATH.fullmatch(path)
    if found is None:
        raise ValueError("expected the name of the primary behind the sentinels: redis+sentinel://HOST/NAME/DB")
    return unquote(found["name"]), found["database"] or ""
