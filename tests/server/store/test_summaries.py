from datetime import timedelta

import pytest
import redis

from server.store.packed import Packed
from server.store.servers import connect
from server.store.summaries import Summaries

ID = "ab" * 32


@pytest.fixture
def summaries(redis_url: str, empty_redis: redis.Redis) -> Summaries:
    return Summaries(connect(redis_url), timedelta(days=30))


def lifetimes(client: redis.Redis) -> list[int]:
    return sorted(client.ttl(key) for key in client.scan_iter())


def test_what_was_put_is_found_again_to_the_byte(summaries: Summaries) -> None:
    summary = Packed.of(b'{"id":"\xc3\xa9"}')
    summaries.put(ID, summary, "One\r\ntwo\n\u2028\U0001f36a")
    assert summaries.get(ID) == summary
    assert summaries.renew(ID) == summary
    assert summaries.text(ID) == Packed.of("One\r\ntwo\n\u2028\U0001f36a".encode())


def test_what_was_not_put_is_none(summaries: Summaries) -> None:
    assert summaries.get(ID) is None
    assert summaries.renew(ID) is None
    assert summaries.text(ID) is None


def test_an_empty_text_is_a_text(summaries: Summaries) -> None:
    summaries.put(ID, Packed.of(b"{}"), "")
    assert summaries.text(ID) == Packed.of(b"")


def test_a_summary_and_its_text_live_for_the_days_of_the_settings(
    summaries: Summaries, empty_redis: redis.Redis
) -> None:
    summaries.put(ID, Packed.of(b"{}"), "text")
    assert lifetimes(empty_redis) == pytest.approx([30 * 86400] * 2, abs=5)


def test_renewing_starts_both_lifetimes_anew_and_reading_does_not(
    summaries: Summaries, empty_redis: redis.Redis
) -> None:
    summaries.put(ID, Packed.of(b"{}"), "text")
    for key in empty_redis.scan_iter():
        empty_redis.expire(key, 100)
    assert summaries.get(ID) is not None
    assert lifetimes(empty_redis) == pytest.approx([100] * 2, abs=5)
    assert summaries.renew(ID) is not None
    assert lifetimes(empty_redis) == pytest.approx([30 * 86400] * 2, abs=5)


def test_a_summary_whose_text_was_evicted_is_not_renewed(summaries: Summaries, empty_redis: redis.Redis) -> None:
    summaries.put(ID, Packed.of(b"{}"), "text")
    empty_redis.delete(f"smallprint:text:{{{ID}}}")
    assert summaries.renew(ID) is None


def test_both_keys_of_a_summary_lie_in_one_slot_of_a_cluster(summaries: Summaries, empty_redis: redis.Redis) -> None:
    summaries.put(ID, Packed.of(b"{}"), "text")
    assert {key[key.index("{") + 1 : key.index("}")] for key in empty_redis.scan_iter()} == {ID}
