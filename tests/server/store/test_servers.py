"""The store on several servers, which are stalled, killed and begun again meanwhile."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.settings import Settings
from server.store.connection import StoreAway
from server.store.servers import connect
from server.store.store import Store
from tests.server.conftest import RedisServer
from tests.server.store.processes import HOST, Cluster, Process, Watched, cluster, wait_until, watched

pytestmark = pytest.mark.alone

LONGEST_SECONDS = 1.5  # the promise is one second; a busy machine takes more
KEYS = [f"key:{number}" for number in range(40)]


@pytest.fixture
def six_nodes(tmp_path: Path) -> Iterator[Cluster]:
    with cluster(tmp_path) as nodes:
        yield nodes


@pytest.fixture
def two_and_sentinels(tmp_path: Path) -> Iterator[Watched]:
    with watched(tmp_path) as servers:
        yield servers


class Watcher:
    """Reads all keys again and again, and notes what was refused and how long the slowest answer took."""

    def __init__(self, url: str) -> None:
        self._servers = connect(url)
        self.slowest = 0.0
        for key in KEYS:
            self._servers.run(key, lambda client, key=key: client.set(key, key))

    def refused(self) -> set[str]:
        """The keys of which there is no answer just now. What is answered is right."""
        return {key for key in KEYS if not self._is_served(key)}

    def _is_served(self, key: str) -> bool:
        begun = time.monotonic()
        try:
            assert self._servers.run(key, lambda client: client.get(key)) == key.encode()
        except StoreAway:
            return False
        finally:
            self.slowest = max(self.slowest, time.monotonic() - begun)
        return True


@pytest.mark.parametrize("end", [Process.kill, Process.stall])
def test_a_lost_node_costs_its_own_keys_until_its_replica_takes_over(
    six_nodes: Cluster, end: Callable[[Process], None]
) -> None:
    watcher = Watcher(six_nodes.url)
    lost = six_nodes.primaries[1]
    its_own = {key for key in KEYS if six_nodes.primary_of(key) is lost}
    end(lost)
    refused = watcher.refused()
    assert refused == its_own
    while now := watcher.refused():
        refused |= now
        assert watcher.slowest < LONGEST_SECONDS
    assert refused == its_own
    assert watcher.slowest < LONGEST_SECONDS
    assert watcher.refused() == set()


def test_a_cluster_is_ready_while_any_node_takes_a_write(six_nodes: Cluster) -> None:
    store = Store(Settings.from_env({"REDIS_URL": six_nodes.url}))
    store.check()
    six_nodes.primaries[0].kill()
    store.check()


def test_a_slot_that_has_moved_is_followed(six_nodes: Cluster) -> None:
    servers = connect(six_nodes.url)
    old, new = six_nodes.primary_of("none"), six_nodes.primary_of("some")
    assert old is not new
    servers.run("none", lambda client: client.get("none"))  # so that the old place is known
    slot, owner = str(old.ask("CLUSTER KEYSLOT", "none")), new.ask("CLUSTER MYID")
    for node in six_nodes.primaries:
        node.ask("CLUSTER SETSLOT", slot, "NODE", owner)
    servers.run("none", lambda client: client.set("none", "here"))
    assert new.client.get("none") == "here"


def test_sentinels_tell_who_the_new_primary_is(two_and_sentinels: Watched) -> None:
    watcher = Watcher(two_and_sentinels.url)
    two_and_sentinels.primary.client.wait(1, 1000)
    two_and_sentinels.primary.kill()
    assert watcher.refused() == set(KEYS)
    wait_until(lambda: watcher.refused() == set())
    assert watcher.slowest < LONGEST_SECONDS


def named(sentinel: Process) -> int:
    """The port of the primary, in the words of a sentinel."""
    return sentinel.ask("SENTINEL GET-MASTER-ADDR-BY-NAME", "main")[1]


def test_a_primary_that_became_a_replica_takes_no_more_writes_and_another_one_is_asked(
    two_and_sentinels: Watched,
) -> None:
    servers = connect(two_and_sentinels.url)
    servers.run("key", lambda client: client.set("key", "old"))
    two_and_sentinels.sentinels[0].ask("SENTINEL FAILOVER", "main")
    wait_until(lambda: two_and_sentinels.replica.client.info("replication")["role"] == "master")
    two_and_sentinels.primary.ask("REPLICAOF", HOST, str(two_and_sentinels.replica.port))
    wait_until(two_and_sentinels.primary.replicates)
    wait_until(
        lambda: all(named(sentinel) == two_and_sentinels.replica.port for sentinel in two_and_sentinels.sentinels)
    )
    servers.run("key", lambda client: client.set("key", "new"))
    assert two_and_sentinels.replica.client.get("key") == "new"


def test_of_three_sentinels_two_may_be_away(two_and_sentinels: Watched) -> None:
    two_and_sentinels.sentinels[0].kill()
    two_and_sentinels.sentinels[1].stall()
    servers = connect(two_and_sentinels.url)
    begun = time.monotonic()
    assert servers.run("key", lambda client: client.get("key")) is None
    assert time.monotonic() - begun < LONGEST_SECONDS


@pytest.mark.parametrize("kind", ["redis+cluster://127.0.0.1:1,127.0.0.1:2", "redis+sentinel://127.0.0.1:1/main"])
def test_a_store_whose_servers_are_all_away_says_so_at_once(kind: str) -> None:
    store = Store(Settings.from_env({"REDIS_URL": kind}))
    begun = time.monotonic()
    with pytest.raises(StoreAway):
        store.check()
    assert time.monotonic() - begun < LONGEST_SECONDS


def test_a_name_that_no_sentinel_knows_is_away(two_and_sentinels: Watched) -> None:
    servers = connect(two_and_sentinels.url.replace("/main", "/other"))
    with pytest.raises(StoreAway):
        servers.run("key", lambda client: client.get("key"))


def test_a_password_reaches_the_servers_and_a_wrong_one_is_away(tmp_path: Path) -> None:
    with watched(tmp_path) as servers:
        for process in (servers.primary, servers.replica):
            process.client.config_set("masterauth", "secret/@")
            process.client.config_set("requirepass", "secret/@")
        right = servers.url.replace("//", "//:secret%2F%40@")
        assert connect(right).run("key", lambda client: client.ping())
        with pytest.raises(StoreAway) as told:
            connect(servers.url.replace("//", "//:wrong@")).run("key", lambda client: client.get("key"))
        assert "wrong" not in str(told.value)


def test_work_that_fails_for_another_reason_is_no_matter_of_the_store(own_redis: RedisServer) -> None:
    servers = connect(own_redis.url)
    with pytest.raises(ZeroDivisionError):
        servers.run("key", lambda client: 1 // 0)
    assert servers.run("key", lambda client: client.ping())
