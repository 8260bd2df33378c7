"""The settings: what differs between deployments, read once from the environment."""

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from server import redis_urls

_EXTENSION_SCHEMES = ("chrome-extension", "moz-extension")
_HOST = re.compile(r"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_OPENING = re.compile(r"(\[[0-9a-f:.]+(?:/\d{1,3})?\]|[0-9.]+(?:/\d{1,2})?)(?::(\d{1,5}))?")
_WEB_PORTS = frozenset({80, 443})
_MAX_PORT = 65_535
_MAX_DAYS = 3650


_NO_LIMITS = "none"
_LIMIT = re.compile(r"(?P<budget>[a-z]+)=(?P<count>[1-9][0-9]{0,5})/(?P<time>minute|hour|day)")
_SECONDS = {"minute": 60, "hour": 3600, "day": 86400}
_SOCKET = "unix"


class Trust(StrEnum):
    """Whose word makes a domain's record."""

    VERIFY = "verify"
    SELF = "self"


class Budget(StrEnum):
    """What callers are given so much of, and no more."""

    SUMMARIES = "summaries"
    SEARCHES = "searches"
    DOMAINS = "domains"
    LOOKUPS = "lookups"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at a time, and so many in so long."""

    count: int
    seconds: int


class LogStyle(StrEnum):
    """How the log is written: for programs or for people."""

    JSON = "json"
    PLAIN = "plain"


Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class WrongSetting(ValueError):
    """A variable holds what it cannot hold. `str()` names the variable, its value and what is expected."""


@dataclass(frozen=True, slots=True)
class Proxies:
    """The proxies in front of the service: their networks, and whether one calls through a unix socket."""

    networks: tuple[Network, ...] = ()
    by_socket: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """Addresses that may be read from on these ports, although they are not public or the ports not the web's."""

    network: Network
    ports: frozenset[int]


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment: what it means, and how its value is read."""

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]

    def value(self, environ: Mapping[str, str]) -> Any:
        """Return what `environ` says, or the default where it says nothing."""
        text = environ.get(self.name, "").strip() or self.default
        try:
            return self.read(text)
        except ValueError as error:
            raise WrongSetting(f"{self.name}={_without_password(text)!r}: {error}") from error


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service is told from outside. `VARIABLES` says what each field means."""

    redis_url: str | None
    queue_url: str | None
    trust: Trust
    hosts: frozenset[str]
    origins: frozenset[str]
    summary_days: int
    record_days: int
    limits: Mapping[Budget, Rate]
    proxies: Proxies
    fetch_from: frozenset[Opening]
    metrics_networks: tuple[Network, ...]
    log: LogStyle
    var: Path

    @property
    def queue(self) -> str | None:
        """The URL of the Redis that has the queue: of one server. None where there is none, or a Redis of our own."""
        if self.queue_url or self.redis_url is None or isinstance(redis_urls.read(self.redis_url), str):
            return self.queue_url or self.redis_url
        return None

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Return the settings that `environ` holds; raise `WrongSetting` at the first that cannot be."""
        return cls(**{field: variable.value(environ) for field, variable in _FIELDS.items()})


def _without_password(text: str) -> str:
    return re.sub("//[^/]*@", "//…@", text)


def _redis_url(text: str) -> str | None:
    if text:
        redis_urls.read(text)
    return text or None


def _queue_url(text: str) -> str | None:
    if text and not text.startswith(tuple(f"{scheme}://" for scheme in redis_urls.ONE)):
        raise ValueError("expected redis://HOST:PORT/DB, rediss://… or unix:///PATH: a queue lies on one server")
    return _redis_url(text)


def _trust(text: str) -> Trust:
    if text not in list(Trust):
        raise ValueError(f"expected {' or '.join(Trust)}")
    return Trust(text)


def _hosts(text: str) -> frozenset[str]:
    return frozenset(_host(entry) for entry in _entries(text))


def _host(entry: str) -> str:
    if not _HOST.fullmatch(entry):
        raise ValueError(f"{entry!r} is no host name: expected example.org or example.org:8000")
    return entry


def _origins(text: str) -> frozenset[str]:
    return frozenset(_origin(entry) for entry in _entries(text))


def _origin(entry: str) -> str:
    if entry in {f"{scheme}://*" for scheme in _EXTENSION_SCHEMES} or _ORIGIN.fullmatch(entry):
        return entry
    raise ValueError(f"{entry!r} is no origin: expected https://example.org, without a path and without *")


def _openings(text: str) -> frozenset[Opening]:
    return frozenset(_opening(entry) for entry in _entries(text))


def _opening(entry: str) -> Opening:
    parts = _OPENING.fullmatch(entry)
    if parts is None or int(parts[2] or 0) > _MAX_PORT:
        raise ValueError(f"{entry!r} is no network: expected 10.0.0.0/8, 127.0.0.1:8080 or [fd00::/8]:8443")
    network = ipaddress.ip_network(parts[1].strip("[]"))  # which says itself what is wrong with its numbers
    return Opening(network, frozenset({int(parts[2])}) if parts[2] else _WEB_PORTS)


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(_network(entry) for entry in _entries(text))


def _network(entry: str) -> Network:
    try:
        return ipaddress.ip_network(entry)
    except ValueError as error:
        raise ValueError(f"{entry!r} is no network: expected 10.1.2.0/24, 2001:db8::/32 or one address") from error


def _log_style(text: str) -> LogStyle:
    if text not in list(LogStyle):
        raise ValueError(f"expected {' or '.join(LogStyle)}")
    return LogStyle(text)


def _entries(text: str) -> list[str]:
    return [entry.strip().lower() for entry in text.split(",") if entry.strip()]


def _days(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text) or not 1 <= int(text) <= _MAX_DAYS:
        raise ValueError(f"expected a whole number of days from 1 to {_MAX_DAYS}")
    return int(text)


def _limits(text: str) -> Mapping[Budget, Rate]:
    if text == _NO_LIMITS:
        return {}
    return dict(map(_limit, _entries(text)))


def _limit(entry: str) -> tuple[Budget, Rate]:
    found = _LIMIT.fullmatch(entry)
    if found is None or found["budget"] not in list(Budget):
        raise ValueError(f"{entry!r} is no limit: expected one of {', '.join(Budget)}, then =60/minute, /hour or /day")
    return Budget(found["budget"]), Rate(int(found["count"]), _SECONDS[found["time"]])


def _proxies(text: str) -> Proxies:
    entries = _entries(text)
    networks = tuple(ipaddress.ip_network(entry) for entry in entries if entry != _SOCKET)
    return Proxies(networks, _SOCKET in entries)


_FIELDS = {
    "redis_url": Variable(
        "REDIS_URL",
        "",
        "Where Redis is: `redis://HOST:PORT/DB`, `rediss://…` or `unix:///PATH`; with Sentinel "
        "`redis+sentinel://HOST:PORT,HOST:PORT/NAME/DB`, on a cluster `redis+cluster://HOST:PORT,HOST:PORT` "
        "(`rediss+…` for TLS). Empty: a Redis of our own is started.",
        _redis_url,
    ),
    "queue_url": Variable(
        "QUEUE_URL",
        "",
        "Where the queue of searches is, which lies on one server: `redis://…`, `rediss://…` or `unix://…`. "
        "Empty: where `REDIS_URL` says, if that is one server.",
        _queue_url,
    ),
    "trust": Variable(
        "SMALLPRINT_TRUST",
        "verify",
        "`verify`: no submission makes a domain's record. `self`: those of this machine's user do, "
        "and every other caller is refused.",
        _trust,
    ),
    "hosts": Variable(
        "SMALLPRINT_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "The names by which the service may be called, without a port for any port.",
        _hosts,
    ),
    "origins": Variable(
        "SMALLPRINT_ORIGINS",
        "chrome-extension://*,moz-extension://*",
        "The origins, besides the service's own, whose pages may call it. `*` stands for any one extension.",
        _origins,
    ),
    "summary_days": Variable(
        "SMALLPRINT_SUMMARY_DAYS",
        "30",
        "How long a submitted text and its summary are kept after they were last submitted.",
        _days,
    ),
    "record_days": Variable(
        "SMALLPRINT_RECORD_DAYS",
        "365",
        "How long a domain's record is kept after it was last looked up, submitted or searched for.",
        _days,
    ),
    "limits": Variable(
        "SMALLPRINT_LIMITS",
        "summaries=60/hour,searches=30/hour,domains=600/minute,lookups=600/minute",
        "How much one address may ask for: summaries not made before, searches for a site's policy, domains and "
        "lookups. A budget that is not named has no limit; `none`: none has.",
        _limits,
    ),
    "proxies": Variable(
        "SMALLPRINT_PROXIES",
        "",
        "The addresses or networks of the proxies in front of the service, `unix` for one that uses a unix socket: of "
        "their requests, the caller is whom they name in `X-Forwarded-For`. From all others that header is ignored.",
        _proxies,
    ),
    "fetch_from": Variable(
        "SMALLPRINT_FETCH_FROM",
        "",
        "Networks from which policies are fetched although they are not public, with a port where it is neither 80 nor "
        "443: `10.1.0.0/16,[fd00::/8]:8443`. Empty: none.",
        _openings,
    ),
    "metrics_networks": Variable(
        "SMALLPRINT_METRICS",
        "127.0.0.0/8,::1",
        "The networks from which `/metrics` may be read. Through a proxy nobody may.",
        _networks,
    ),
    "log": Variable(
        "SMALLPRINT_LOG",
        "json",
        "How the log is written: `json`, an object a line, or `plain`, for people.",
        _log_style,
    ),
    "var": Variable("SMALLPRINT_VAR", "var", "The folder in which a Redis of our own keeps its file.", Path),
}

VARIABLES: tuple[Variable, ...] = tuple(_FIELDS.values())
