"""The settings: what differs between deployments, read once from the environment."""

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_REDIS_SCHEMES = ("redis", "rediss", "unix")
_EXTENSION_SCHEMES = ("chrome-extension", "moz-extension")
_HOST = re.compile(r"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_MAX_DAYS = 3650


class Trust(StrEnum):
    """Whose word makes a domain's record."""

    VERIFY = "verify"
    SELF = "self"


class LogStyle(StrEnum):
    """How the log is written: for programs or for people."""

    JSON = "json"
    PLAIN = "plain"


Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class WrongSetting(ValueError):
    """A variable holds what it cannot hold. `str()` names the variable, its value and what is expected."""


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
            raise WrongSetting(f"{self.name}={text!r}: {error}") from error


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service is told from outside. `VARIABLES` says what each field means."""

    redis_url: str | None
    trust: Trust
    hosts: frozenset[str]
    origins: frozenset[str]
    summary_days: int
    record_days: int
    metrics_networks: tuple[Network, ...]
    log: LogStyle
    var: Path

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Return the settings that `environ` holds; raise `WrongSetting` at the first that cannot be."""
        return cls(**{field: variable.value(environ) for field, variable in _FIELDS.items()})


def _redis_url(text: str) -> str | None:
    if text and urlsplit(text).scheme not in _REDIS_SCHEMES:
        raise ValueError("expected redis://HOST:PORT/DB, rediss://… or unix:///PATH")
    return text or None


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


_FIELDS = {
    "redis_url": Variable(
        "REDIS_URL",
        "",
        "Where Redis is: `redis://HOST:PORT/DB`, `rediss://…` or `unix:///PATH`. Empty: a Redis of our own is started.",
        _redis_url,
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
        "How long a domain's record is kept after it was last read or renewed.",
        _days,
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
