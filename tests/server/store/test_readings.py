"""What the server itself read: records, their history, their entries among the lookups, when they are read again."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
import pytest
import redis
from hypothesis import given, settings
from hypothesis import strategies as st

from server.settings import Trust
from server.store.connection import StoreAway
from server.store.records import MAX_CHANGES, Provenance, Reading, Records, Source, Validators
from server.store.searches import Search, Searches, SearchState
from server.store.servers import Servers, connect
from tests.server.conftest import RedisServer
from tests.server.store.kept import json_of
from tests.server.store.processes import Cluster, cluster

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
DOMAIN = "larkspur.example"
PREFIX = sha256(DOMAIN.encode()).hexdigest()[:5]
POLICY = "https://larkspur.example/privacy"
MOVED = "https://larkspur.example/legal/privacy"
COOKIES = "https://larkspur.example/cookies"
LINKED = Provenance(Source.HOME_PAGE, "Linked to by the home page.", "https://larkspur.example/")


def summary(*stances: tuple[str, str], identity: str = "", kind: str = "privacy-policy") -> bytes:
    """A summary with a finding and a badge for each practice and stance."""
    badges = [
        {"practice": practice, "stance": stance, "hedged": False, "label": stance}
        | {"level": "warning" if stance == "does" else "good"}
        for practice, stance in stances
    ]
    findings = [badge | {"evidence": [{"quote": f"{badge['practice']} {badge['stance']}"}]} for badge in badges]
    document = {"kind": kind, "policy_date": None}
    whole = {"id": identity or repr(stances), "analysis": "1", "document": document, "badges": badges}
    return msgspec.json.encode(whole | {"findings": findings})


SELLS = summary(("sells-data", "does"))
SELLS_NOT = summary(("sells-data", "does-not"), ("builds-profile", "does"))


def reading(content: bytes = SELLS, url: str = POLICY, at: datetime = NOON, **more: Any) -> Reading:
    return Reading(url, content, at, LINKED, **more)


def records_on(servers: Servers, trust: Trust = Trust.VERIFY, lifetime: timedelta = YEAR) -> Records:
    return Records(servers, trust, lifetime)


@pytest.fixture
def records(redis_url: str, empty_redis: redis.Redis) -> Records:
    return records_on(connect(redis_url))


def documents(records: Records, domain: str = DOMAIN) -> list[dict[str, Any]]:
    return json_of(records.get(domain))["documents"]


def history(records: Records, domain: str = DOMAIN) -> list[dict[str, Any]]:
    return msgspec.json.decode(records.history(domain) or b"")["changes"]


def lookup(records: Records, prefix: str = PREFIX) -> list[dict[str, Any]]:
    return [msgspec.json.decode(entry) for entry in records.lookup(prefix)]


def test_what_the_server_read_is_a_record_and_says_how_it_was_found(records: Records) -> None:
    records.enter(DOMAIN, reading())
    (document,) = documents(records)
    assert document == {
        "url": POLICY,
        "kind": "privacy-policy",
        "read_at": "2026-11-22T12:00:00Z",
        "policy_date": None,
        "provenance": {
            "how": "home-page",
            "detail": "Linked to by the home page.",
            "linked_from": "https://larkspur.example/",
        },
        "summary": msgspec.json.decode(SELLS),
    }


def test_what_the_site_has_no_more_goes(records: Records) -> None:
    records.enter(DOMAIN, reading(url=POLICY, validators=Validators(etag='"1"')))
    records.enter(DOMAIN, reading(url=COOKIES))
    records.enter(DOMAIN, reading(url=MOVED), gone=(POLICY,))
    assert [document["url"] for document in documents(records)] == [MOVED, COOKIES]
    assert set(records.known(DOMAIN)) == {MOVED, COOKIES}


def test_a_site_that_says_that_nothing_changed_was_asked(records: Records) -> None:
    records.enter(DOMAIN, reading())
    records.enter(DOMAIN, reading(url=COOKIES))
    records.confirm(DOMAIN, POLICY, NOON + DAY)
    assert [(document["url"], document.get("checked_at")) for document in documents(records)] == [
        (COOKIES, None),
        (POLICY, "2026-11-23T12:00:00Z"),
    ]


def test_a_record_that_has_gone_is_not_confirmed(records: Records) -> None:
    records.confirm(DOMAIN, POLICY, NOON)
    assert records.get(DOMAIN) is None


def test_what_the_site_said_of_a_document_is_known_when_it_is_read_again(records: Records) -> None:
    validators = Validators('"abc"', "Sun, 22 Nov 2026 12:00:00 GMT")
    records.enter(DOMAIN, reading(validators=validators))
    records.enter(DOMAIN, reading(url=COOKIES))
    known = records.known(DOMAIN)
    assert known[POLICY][1] == validators
    assert known[COOKIES][1] == Validators()
    assert known[POLICY][0].provenance == LINKED
    assert records.known("nobody.example") == {}


def test_a_changed_policy_has_a_history_the_latest_first(records: Records) -> None:
    records.enter(DOMAIN, reading(SELLS))
    assert history(records) == []
    records.enter(DOMAIN, reading(SELLS_NOT, at=NOON + DAY))
    records.enter(DOMAIN, reading(SELLS, at=NOON + 2 * DAY))
    told = [(change["at"][:10], change["practice"], change["was"], change["now"]) for change in history(records)]
    assert [(at, practice, was and was["stance"], now and now["stance"]) for at, practice, was, now in told] == [
        ("2026-11-24", "sells-data", "does-not", "does"),
        ("2026-11-24", "builds-profile", "does", None),
        ("2026-11-23", "sells-data", "does", "does-not"),
        ("2026-11-23", "builds-profile", None, "does"),
    ]
    assert history(records)[0]["old_quote"] == "sells-data does-not"
    assert history(records)[0]["url"] == POLICY


def test_a_policy_that_has_moved_keeps_its_history(records: Records) -> None:
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT, url=MOVED), gone=(POLICY,))
    assert [change["url"] for change in history(records)] == [MOVED, MOVED]


def test_another_document_is_no_change(records: Records) -> None:
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT, url=COOKIES))
    assert history(records) == []


def test_a_history_has_an_end(records: Records) -> None:
    for number in range(MAX_CHANGES // 2 + 5):
        records.enter(DOMAIN, reading((SELLS, SELLS_NOT)[number % 2], at=NOON + number * DAY))
    assert len(history(records)) == MAX_CHANGES
    assert history(records)[0]["at"] == (NOON + (MAX_CHANGES // 2 + 4) * DAY).isoformat().replace("+00:00", "Z")


def test_no_record_has_no_history(records: Records) -> None:
    assert records.history(DOMAIN) is None


def test_a_record_is_found_by_the_first_digits_of_its_hash(records: Records) -> None:
    records.enter(DOMAIN, reading(SELLS_NOT))
    records.enter(DOMAIN, reading(SELLS, url=COOKIES))
    assert lookup(records) == [
        {
            "hash": sha256(DOMAIN.encode()).hexdigest(),
            "warnings": 2,
            "badges": ["builds-profile:does", "sells-data:does", "sells-data:does-not"],
        }
    ]
    assert lookup(records, "00000") == []


def test_a_lookup_follows_the_record(records: Records, empty_redis: redis.Redis) -> None:
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT))
    assert [entry["badges"] for entry in lookup(records)] == [["builds-profile:does", "sells-data:does-not"]]
    (record,) = empty_redis.keys("*:record:*")
    empty_redis.delete(record)  # as a full memory would
    assert lookup(records) == []


def lifetimes(client: redis.Redis) -> dict[str, int]:
    return {key.split(":")[1]: client.ttl(key) for key in client.scan_iter()}


def test_all_that_is_kept_of_a_domain_lives_as_long_as_its_record(records: Records, empty_redis: redis.Redis) -> None:
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT))
    all_of_it = {"record", "history", "validators", "lookup"}
    for key in empty_redis.scan_iter():
        empty_redis.expire(key, 100) if "due" not in key else None
    records.enter(DOMAIN, reading(SELLS), asked_for=False)
    assert lifetimes(empty_redis) == {**dict.fromkeys(all_of_it, pytest.approx(100, abs=5)), "due": -1}
    assert records.get(DOMAIN)
    year = pytest.approx(YEAR.total_seconds(), abs=5)
    assert lifetimes(empty_redis) == {**dict.fromkeys(all_of_it, year), "due": -1}


def test_a_lookup_within_the_day_writes_nothing(records: Records, empty_redis: redis.Redis) -> None:
    records.enter(DOMAIN, reading())
    (record,) = empty_redis.keys("*:record:*")
    an_hour_ago = int((YEAR - timedelta(hours=1)).total_seconds())
    empty_redis.expire(record, an_hour_ago)
    assert records.get(DOMAIN)
    assert empty_redis.ttl(record) == pytest.approx(an_hour_ago, abs=5)


def test_a_full_memory_stops_no_lookup_and_no_renewal(own_redis: RedisServer) -> None:
    records = records_on(connect(own_redis.url))
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT))
    with redis.Redis.from_url(own_redis.url) as client:
        client.config_set("maxmemory", "1")
        for key in client.scan_iter():
            client.expire(key, 100)
        with pytest.raises(StoreAway, match="maxmemory"):
            records.enter(DOMAIN, reading(SELLS))
        assert len(history(records)) == 2
        assert len(lookup(records)) == 1
        assert len(documents(records)) == 1
        assert min(client.ttl(key) for key in client.scan_iter("*:{*")) > 100


def test_a_record_is_due_a_day_after_it_was_read_and_for_one_worker(records: Records) -> None:
    records.enter(DOMAIN, reading())
    assert records.due(NOON + timedelta(hours=23), 10) == []
    assert records.due(NOON + DAY, 10) == [DOMAIN]
    assert records.due(NOON + DAY, 10) == []
    assert records.due(NOON + 2 * DAY, 10) == [DOMAIN]
    records.confirm(DOMAIN, POLICY, NOON + 5 * DAY)
    assert records.due(NOON + 5 * DAY, 10) == []


def test_each_of_many_is_due_once(records: Records) -> None:
    domains = {f"site-{number}.example" for number in range(50)}
    for domain in domains:
        records.enter(domain, reading())
    found = [domain for _ in range(6) for domain in records.due(NOON + DAY, 9)]
    assert sorted(found) == sorted(domains)


def test_a_record_that_nobody_looks_up_is_not_read_again_until_somebody_does(
    records: Records, empty_redis: redis.Redis
) -> None:
    records.enter(DOMAIN, reading())
    (record,) = empty_redis.keys("*:record:*")
    empty_redis.expire(record, YEAR - timedelta(days=31))
    assert records.due(NOON + DAY, 10) == []
    records.get(DOMAIN)
    assert records.due(NOON + 2 * DAY, 10) == [DOMAIN]


def test_a_record_that_has_expired_is_due_no_more_and_leaves_nothing(
    records: Records, empty_redis: redis.Redis
) -> None:
    records.enter(DOMAIN, reading())
    empty_redis.delete(*empty_redis.keys("*:record:*"))
    assert records.due(NOON + DAY, 10) == []
    assert empty_redis.dbsize() == 0


def test_what_is_due_where_the_user_is_trusted_is_another_matter(records: Records, redis_url: str) -> None:
    records.enter(DOMAIN, reading())
    assert records_on(connect(redis_url), Trust.SELF).due(NOON + DAY, 10) == []
    assert records.due(NOON + DAY, 10) == [DOMAIN]


def test_what_is_forgotten_leaves_nothing(records: Records, redis_url: str, empty_redis: redis.Redis) -> None:
    records.enter(DOMAIN, reading(SELLS))
    records.enter(DOMAIN, reading(SELLS_NOT))
    with_the_user = records_on(connect(redis_url), Trust.SELF)
    with_the_user.submit(DOMAIN, POLICY, SELLS, NOON)
    with_the_user.enter(DOMAIN, reading(SELLS))
    assert records.forget(DOMAIN)
    assert empty_redis.dbsize() == 0
    assert not records.forget(DOMAIN)


def test_a_search_is_begun_once_an_hour(redis_url: str, empty_redis: redis.Redis) -> None:
    searches = Searches(connect(redis_url))
    assert searches.get(DOMAIN) is None
    assert searches.begin(DOMAIN, NOON) == 0
    assert searches.get(DOMAIN) == Search(SearchState.QUEUED, NOON)
    assert searches.begin(DOMAIN, NOON) == pytest.approx(3600, abs=5)
    searches.put(DOMAIN, Search(SearchState.FAILED, NOON, "The home page links to no policy."))
    assert searches.begin(DOMAIN, NOON) > 0
    assert searches.get(DOMAIN).reason == "The home page links to no policy."
    assert all(0 < empty_redis.ttl(key) <= 30 * 86400 for key in empty_redis.scan_iter())
    assert searches.forget(DOMAIN)
    assert searches.begin(DOMAIN, NOON) == 0


@pytest.fixture(scope="module")
def six_nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster")) as nodes:
        yield nodes


Step = Callable[[Records], object]
DOMAINS = [f"site-{number}.example" for number in range(6)]
STEPS = st.one_of(
    st.builds(
        lambda domain, content, url, day: (
            lambda records: records.enter(domain, reading(content, url, NOON + day * DAY))
        ),
        st.sampled_from(DOMAINS),
        st.sampled_from([SELLS, SELLS_NOT]),
        st.sampled_from([POLICY, COOKIES]),
        st.integers(0, 3),
    ),
    st.builds(
        lambda domain, day: lambda records: records.confirm(domain, POLICY, NOON + day * DAY),
        st.sampled_from(DOMAINS),
        st.integers(0, 3),
    ),
    st.builds(lambda domain: lambda records: records.forget(domain), st.sampled_from(DOMAINS)),
    st.builds(lambda day: lambda records: sorted(records.due(NOON + day * DAY, 100)), st.integers(0, 5)),
)


@settings(max_examples=25)
@given(st.lists(STEPS, max_size=12))
def test_a_cluster_answers_as_one_server_does(redis_url: str, six_nodes: Cluster, steps: list[Step]) -> None:
    six_nodes.empty()
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    one, many = records_on(connect(redis_url)), records_on(connect(six_nodes.url))
    assert [step(one) for step in steps] == [step(many) for step in steps]
    for domain in DOMAINS:
        assert one.get(domain) == many.get(domain)
        assert one.history(domain) == many.history(domain)
        prefix = sha256(domain.encode()).hexdigest()[:5]
        assert one.lookup(prefix) == many.lookup(prefix)


def test_records_lie_all_over_a_cluster(six_nodes: Cluster) -> None:
    six_nodes.empty()
    records = records_on(connect(six_nodes.url))
    for number in random.Random(7).sample(range(1000), 30):
        records.enter(f"site-{number}.example", reading())
    assert all(primary.client.keys("*:record:*") for primary in six_nodes.primaries)
