import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import redis

from server.settings import Trust
from server.store.records import Records
from server.store.servers import connect
from tests.server.store.kept import json_of

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
POLICY = "https://larkspur.example/privacy"
COOKIES = "https://larkspur.example/cookies"


def summary(kind: str = "privacy-policy", date: str | None = "2026-03-03") -> bytes:
    return msgspec.json.encode({"id": "1", "document": {"kind": kind, "policy_date": date, "words": 3}, "badges": []})


@pytest.fixture
def records(redis_url: str, empty_redis: redis.Redis) -> Records:
    return Records(connect(redis_url), Trust.SELF, timedelta(days=365))


def documents(records: Records) -> list[dict[str, object]]:
    return json_of(records.get("larkspur.example"))["documents"]


def test_a_submission_is_found_by_its_domain(records: Records) -> None:
    records.submit("larkspur.example", POLICY, summary(), NOON)
    assert json_of(records.get("larkspur.example")) == {
        "domain": "larkspur.example",
        "documents": [
            {
                "url": POLICY,
                "kind": "privacy-policy",
                "read_at": "2026-11-22T12:00:00Z",
                "policy_date": "2026-03-03",
                "provenance": {"how": "submitted", "detail": "Submitted by this server's user."},
                "summary": msgspec.json.decode(summary()),
            }
        ],
    }


def test_what_an_older_service_kept_as_it_was_is_found(records: Records, empty_redis: redis.Redis) -> None:
    records.submit("larkspur.example", POLICY, summary(), NOON)
    (key,) = empty_redis.keys("*:record:*")
    empty_redis.set(key, json.dumps(json_of(records.get("larkspur.example"))))
    records.submit("larkspur.example", COOKIES, summary(), NOON)
    assert [document["url"] for document in documents(records)] == [COOKIES, POLICY]


def test_a_record_holds_the_very_bytes_of_the_summary(records: Records) -> None:
    odd = b'{"document": {"policy_date":null, "kind":"privacy-policy"} , "\xc3\xa9":1.0}'
    records.submit("larkspur.example", POLICY, odd, NOON)
    records.submit("larkspur.example", COOKIES, summary(), NOON)
    record = records.get("larkspur.example")
    assert record
    assert odd in record.body


def test_an_unknown_domain_has_no_record(records: Records) -> None:
    assert records.get("larkspur.example") is None


def test_each_document_of_a_domain_is_kept_the_last_read_first(records: Records) -> None:
    records.submit("larkspur.example", POLICY, summary(), NOON)
    records.submit("larkspur.example", COOKIES, summary(), NOON + HOUR)
    assert [document["url"] for document in documents(records)] == [COOKIES, POLICY]


def test_a_document_read_again_replaces_what_was_known_of_it(records: Records) -> None:
    records.submit("larkspur.example", POLICY, summary(date=None), NOON)
    records.submit("larkspur.example", COOKIES, summary(), NOON)
    records.submit("larkspur.example", POLICY, summary(), NOON + HOUR)
    assert [(document["url"], document["read_at"], document["policy_date"]) for document in documents(records)] == [
        (POLICY, "2026-11-22T13:00:00Z", "2026-03-03"),
        (COOKIES, "2026-11-22T12:00:00Z", "2026-03-03"),
    ]


def test_a_record_holds_the_ten_documents_that_were_read_last(records: Records) -> None:
    for number in range(12):
        records.submit("larkspur.example", f"{POLICY}/{number}", summary(), NOON)
    assert [document["url"] for document in documents(records)] == [f"{POLICY}/{n}" for n in range(11, 1, -1)]


def test_submissions_at_the_same_time_lose_nothing(redis_url: str, records: Records) -> None:
    urls = [f"{POLICY}/{number}" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda url: records.submit("larkspur.example", url, summary(), NOON), urls))
    assert sorted(str(document["url"]) for document in documents(records)) == urls


def test_a_store_that_trusts_nobody_keeps_no_submission(redis_url: str, empty_redis: redis.Redis) -> None:
    records = Records(connect(redis_url), Trust.VERIFY, timedelta(days=365))
    records.submit("larkspur.example", POLICY, summary(), NOON)
    assert empty_redis.dbsize() == 0


def test_what_was_submitted_is_not_there_for_a_store_that_trusts_nobody(redis_url: str, records: Records) -> None:
    records.submit("larkspur.example", POLICY, summary(), NOON)
    assert Records(connect(redis_url), Trust.VERIFY, timedelta(days=365)).get("larkspur.example") is None


def test_a_record_lives_for_a_year_after_it_was_last_read(records: Records, empty_redis: redis.Redis) -> None:
    records.submit("larkspur.example", POLICY, summary(), NOON)
    (key,) = empty_redis.keys("*:record:*")
    assert empty_redis.ttl(key) == pytest.approx(365 * 86400, abs=5)
    empty_redis.expire(key, 100)
    assert records.get("larkspur.example") is not None
    assert empty_redis.ttl(key) == pytest.approx(365 * 86400, abs=5)
