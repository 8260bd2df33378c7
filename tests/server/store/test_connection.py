import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import redis

from server.settings import Settings
from server.store import embedded
from server.store.connection import StoreAway
from server.store.packed import Packed
from server.store.store import Store
from tests.server.conftest import RedisServer

pytestmark = pytest.mark.alone

LONGEST_SECONDS = 2.0  # a quarter second to connect, half a second to be answered, and more for a busy machine


def store(url: str) -> Store:
    return Store(Settings.from_env({"REDIS_URL": url}))


@contextmanager
def silent_socket() -> Iterator[str]:
    """A socket that takes connections and never says a word."""
    with TemporaryDirectory(prefix="sp") as folder, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{folder}/s")
        listener.listen()
        yield f"unix://{Path(folder)}/s"


def test_a_store_that_answers_is_there_and_is_left_as_it_was(redis_url: str, empty_redis: redis.Redis) -> None:
    store(redis_url).check()
    assert empty_redis.dbsize() == 0


def test_a_redis_that_is_not_there_is_away(tmp_path: Path) -> None:
    with pytest.raises(StoreAway):
        store(f"unix://{tmp_path}/none").check()


def test_a_redis_that_is_silent_is_away_before_long() -> None:
    with silent_socket() as url:
        begun = time.monotonic()
        with pytest.raises(StoreAway):
            store(url).check()
        assert time.monotonic() - begun < LONGEST_SECONDS


def test_a_redis_that_hangs_is_away_before_long_and_back_when_it_wakes(own_redis: RedisServer) -> None:
    own = store(own_redis.url)
    own.check()
    own_redis.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(StoreAway):
        own.summaries.put("1", Packed.of(b"{}"), "text")
    assert time.monotonic() - begun < LONGEST_SECONDS
    begun = time.monotonic()
    with pytest.raises(StoreAway):
        own.summaries.get("1")
    assert time.monotonic() - begun < 0.1  # it was silent a moment ago
    own_redis.process.send_signal(signal.SIGCONT)
    time.sleep(0.6)
    own.check()


def test_a_redis_begun_again_is_found_at_once(own_redis: RedisServer) -> None:
    own = store(own_redis.url)
    own.check()
    own_redis.stop()
    with pytest.raises(StoreAway):
        own.check()
    own_redis.start()
    own.summaries.put("1", Packed.of(b"{}"), "text")
    assert own.summaries.get("1") == Packed.of(b"{}")


def test_a_connection_that_died_unnoticed_costs_no_answer(own_redis: RedisServer) -> None:
    own = store(own_redis.url)
    own.summaries.put("1", Packed.of(b"{}"), "text")
    own_redis.stop()
    own_redis.start()
    assert own.summaries.get("1") is None
    own.records.get("larkspur.example")


def test_the_log_says_why_and_holds_no_word_of_a_text(own_redis: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    with redis.Redis.from_url(own_redis.url) as client:
        client.config_set("maxmemory", "1")
    with pytest.raises(StoreAway, match="maxmemory"):
        store(own_redis.url).summaries.put("1", Packed.of(b"{}"), "We collect")
    assert "OutOfMemoryError" in caplog.text
    assert "maxmemory" in caplog.text
    assert "We collect" not in caplog.text


def test_without_an_address_the_store_is_a_redis_of_our_own(tmp_path: Path) -> None:
    embedded.ensure(tmp_path)
    own = Store(Settings.from_env({"SMALLPRINT_VAR": str(tmp_path)}))
    own.check()
    assert embedded.stop(tmp_path)


def test_a_store_finds_a_redis_of_our_own_that_starts_later(tmp_path: Path) -> None:
    own = Store(Settings.from_env({"SMALLPRINT_VAR": str(tmp_path)}))
    with pytest.raises(StoreAway):
        own.check()
    embedded.ensure(tmp_path)
    own.check()
    assert embedded.stop(tmp_path)


def test_a_store_begins_while_a_redis_of_our_own_hangs(tmp_path: Path) -> None:
    embedded.ensure(tmp_path)
    number = int((tmp_path / "redis" / "redis.pid").read_text())
    os.kill(number, signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(StoreAway):
        Store(Settings.from_env({"SMALLPRINT_VAR": str(tmp_path)})).check()
    assert time.monotonic() - begun < LONGEST_SECONDS
    os.kill(number, signal.SIGCONT)
    assert embedded.stop(tmp_path)
