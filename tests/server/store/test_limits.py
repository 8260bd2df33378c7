import time
from pathlib import Path

import pytest
import redis

from server.settings import Budget, Rate
from server.store import limits
from server.store.limits import Limits
from server.store.servers import connect
from tests.server.conftest import RedisServer

A_DAY = 86400
ADDRESS = "203.0.113.7"


def limits_of(url: str, count: int = 3, seconds: int = A_DAY) -> Limits:
    return Limits(connect(url), {Budget.SEARCHES: Rate(count, seconds)})


def taken(own: Limits, address: str = ADDRESS, at_most: int = 1000) -> int:
    """How many the budget of `address` has."""
    return next((number for number in range(at_most) if own.take(address, Budget.SEARCHES)), at_most)


def test_a_budget_ends_and_says_when_there_will_be_more(redis_url: str, empty_redis: redis.Redis) -> None:
    own = limits_of(redis_url)
    assert taken(own) == 3
    assert own.take(ADDRESS, Budget.SEARCHES) == pytest.approx(A_DAY / 3, abs=5)


def test_a_budget_comes_back_little_by_little(redis_url: str, empty_redis: redis.Redis) -> None:
    own = limits_of(redis_url, count=10, seconds=2)
    begun = time.monotonic()
    assert taken(own) >= 10
    time.sleep(0.5)
    again = taken(own)
    assert 2 <= again <= (time.monotonic() - begun) * 10 / 2 + 1


def test_a_budget_without_a_limit_has_none(redis_url: str, empty_redis: redis.Redis) -> None:
    own = limits_of(redis_url)
    assert not any(own.take(ADDRESS, Budget.LOOKUPS) for _ in range(50))


def test_all_processes_share_a_budget(redis_url: str, empty_redis: redis.Redis) -> None:
    one, two = limits_of(redis_url), limits_of(redis_url)
    assert taken(one) == 3
    assert taken(two) == 0


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("203.0.113.7", "203.0.113.8", False),
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("2001:db8::1", "2001:db8:0:0:ffff::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("", "", True),
    ],
)
def test_whose_budget_it_is(redis_url: str, empty_redis: redis.Redis, one: str, two: str, same: bool) -> None:
    own = limits_of(redis_url)
    assert taken(own, one) == 3
    assert taken(own, two) == (0 if same else 3)


def test_no_address_is_stored_and_nothing_outlives_the_day(redis_url: str, empty_redis: redis.Redis) -> None:
    taken(limits_of(redis_url))
    with redis.Redis.from_url(redis_url) as client:
        keys = list(client.scan_iter())
        assert len(keys) == 2
        for key in keys:
            assert b"203" not in key
            assert ADDRESS.encode() not in (client.get(key) or b"")
            assert 0 < client.ttl(key) <= A_DAY


def test_the_key_is_drawn_at_random(redis_url: str, empty_redis: redis.Redis) -> None:
    drawn = set()
    for _ in range(3):
        empty_redis.flushall()
        taken(limits_of(redis_url))
        drawn |= set(empty_redis.scan_iter("smallprint:limit:*"))
    assert len(drawn) == 3


def test_a_large_budget_is_taken_in_advance_and_most_takes_ask_nobody(own_redis: RedisServer) -> None:
    own = limits_of(own_redis.url, count=600)
    with redis.Redis.from_url(own_redis.url) as client:
        before = client.info("commandstats").get("cmdstat_eval", {"calls": 0})["calls"]
        assert taken(own) == 600
        asked = client.info("commandstats")["cmdstat_eval"]["calls"] - before
    assert asked <= 600 / 20 + 2


def test_whoever_was_refused_is_refused_until_then_and_nobody_is_asked(own_redis: RedisServer) -> None:
    own = limits_of(own_redis.url, count=10, seconds=10)
    assert taken(own) >= 10
    with redis.Redis.from_url(own_redis.url) as client:
        client.config_resetstat()
        assert [own.take(ADDRESS, Budget.SEARCHES) for _ in range(20)] == [1] * 20
        assert "cmdstat_eval" not in client.info("commandstats")
        time.sleep(1.1)
        assert own.take(ADDRESS, Budget.SEARCHES) == 0
        assert "cmdstat_eval" in client.info("commandstats")


def test_a_clock_that_is_set_back_locks_nobody_out(redis_url: str, empty_redis: redis.Redis) -> None:
    own = limits_of(redis_url)
    assert own.take(ADDRESS, Budget.SEARCHES) == 0
    (key,) = empty_redis.scan_iter("smallprint:limit:*")
    empty_redis.set(
        key, int(empty_redis.get(key)) + 30 * A_DAY * 1_000_000
    )  # what it would be, were it a month earlier
    assert taken(limits_of(redis_url)) == 3


def test_of_what_is_left_all_can_be_taken(redis_url: str, empty_redis: redis.Redis) -> None:
    own = limits_of(redis_url, count=65)  # two at a time
    assert taken(own) == 65


def test_without_redis_a_process_has_budgets_of_its_own(tmp_path: Path) -> None:
    own = limits_of(f"unix://{tmp_path}/none")
    assert taken(own) == 3
    assert own.take(ADDRESS, Budget.SEARCHES) == pytest.approx(A_DAY / 3, abs=5)
    assert taken(own, "203.0.113.8") == 3


def test_a_budget_is_that_of_redis_again_as_soon_as_it_is_back(own_redis: RedisServer) -> None:
    own = limits_of(own_redis.url)
    own_redis.stop()
    assert taken(own) == 3
    own_redis.start()
    assert taken(own) == 3
    assert taken(limits_of(own_redis.url)) == 0


def test_a_million_callers_fill_no_memory(tmp_path: Path, few_callers: int) -> None:
    own = limits_of(f"unix://{tmp_path}/none", count=600)
    for number in range(few_callers * 3):
        own.take(f"2001:db8:0:{number:x}::", Budget.SEARCHES)
    kept = own._balances
    assert len(kept._full_at) == few_callers
    assert len(kept._balances) <= few_callers


@pytest.fixture
def few_callers(monkeypatch: pytest.MonkeyPatch) -> int:
    """Ten stand for the many whose balance a process holds."""
    monkeypatch.setattr(limits, "_MAX_CALLERS", 10)
    return 10
