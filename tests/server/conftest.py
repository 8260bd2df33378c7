"""The service on a real Redis, for every test below this folder."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from server.fetch.fetcher import Fetcher
from server.settings import Settings
from server.store import embedded
from server.store.store import Store

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)


def make_app(redis_url: str, fetcher: Fetcher | None = None, **variables: str) -> Flask:
    """The service at noon, with these settings; without any, callers may ask for as much as they like."""
    settings = Settings.from_env({"REDIS_URL": redis_url, "SMALLPRINT_LIMITS": "none", **variables})
    return create_app(settings, Store(settings), lambda: NOON, fetcher)


class RedisServer:
    """A redis-server of one test alone, which can be ended and begun again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.url = f"unix://{folder}/s"
        self.start()

    def start(self) -> None:
        options = ["--port", "0", "--unixsocket", "s", "--save", ""]
        self.process = subprocess.Popen([embedded.find(), *options], stdout=subprocess.DEVNULL, cwd=self._folder)
        while not self._answers():
            assert self.process.poll() is None
            time.sleep(0.01)

    def _answers(self) -> bool:
        # The socket's file is there a moment before anybody listens.
        with redis.Redis.from_url(self.url) as client, suppress(redis.ConnectionError):
            return bool(client.ping())
        return False

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        (self._folder / "s").unlink()


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    with TemporaryDirectory(prefix="sp") as folder:  # short: a socket's path has room for 107 bytes
        server = RedisServer(Path(folder))
        yield server
        server.process.kill()
        server.process.wait()


@pytest.fixture
def client(redis_url: str, empty_redis: redis.Redis) -> FlaskClient:
    """A client of a service that trusts nobody."""
    return make_app(redis_url).test_client()


@pytest.fixture
def users_client(redis_url: str, empty_redis: redis.Redis) -> FlaskClient:
    """A client of a service that trusts its user."""
    return make_app(redis_url, SMALLPRINT_TRUST="self").test_client()
