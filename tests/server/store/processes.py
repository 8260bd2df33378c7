"""Real Redis servers in several processes: a cluster of six nodes, and a primary that sentinels watch over."""

import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import redis
import trustme

from server.store import embedded

HOST = "127.0.0.1"
PATIENCE_SECONDS = 30.0
_BUS = 10000  # how far above its port a node of a cluster talks to the others


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class Tls:
    """A certificate for this machine, and the authority that vouches for it, as files."""

    def __init__(self, folder: Path) -> None:
        ca = trustme.CA()
        own = ca.issue_cert(HOST)
        self.authority, self._certificate, self._key = (folder / name for name in ("ca.pem", "cert.pem", "key.pem"))
        ca.cert_pem.write_to_path(str(self.authority))
        own.cert_chain_pems[0].write_to_path(str(self._certificate))
        own.private_key_pem.write_to_path(str(self._key))

    def options(self, port: int) -> list[str]:
        """What makes a redis-server speak TLS, and that alone, to its clients and to others of its kind."""
        files = {"cert-file": self._certificate, "key-file": self._key, "ca-cert-file": self.authority}
        words = {"port": port, "auth-clients": "no", "replication": "yes", "cluster": "yes", **files}
        return ["--port", "0", *(word for name, value in words.items() for word in (f"--tls-{name}", str(value)))]


class Process:
    """One redis-server on a port of its own, which can be stalled, killed and begun again with nothing in it."""

    def __init__(self, folder: Path, *options: str, tls: Tls | None = None) -> None:
        self.port = _free_port()
        self._folder = folder / str(self.port)
        self._folder.mkdir()
        self._options = [*options, *(tls.options(self.port) if tls else ("--port", str(self.port)))]
        url = f"rediss://{HOST}:{self.port}?ssl_ca_certs={tls.authority}" if tls else f"redis://{HOST}:{self.port}"
        self.client = redis.Redis.from_url(url, decode_responses=True, socket_timeout=5)
        self.start()

    def start(self) -> None:
        options = ["--bind", HOST, "--save", "", "--repl-diskless-sync-delay", "0"]
        command = [embedded.find(), *self._options, *options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=self._folder)
        wait_until(self.answers)

    def answers(self) -> bool:
        assert self._process.poll() is None
        with suppress(redis.ConnectionError):
            return bool(self.client.ping())
        return False

    def stall(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        self.client.close()
        self.kill()

    def ask(self, *command: str) -> Any:
        return self.client.execute_command(*command)

    def replicates(self) -> bool:
        found = self.client.info("replication")
        return found["role"] == "slave" and found["master_link_status"] == "up"


def _free_port() -> int:
    while True:
        # Below those that outgoing connections are given, its bus as well.
        port = random.randrange(20000, 32768 - _BUS)
        with suppress(OSError), socket.socket() as own, socket.socket() as bus:
            own.bind((HOST, port))
            bus.bind((HOST, port + _BUS))
            return port


class Cluster:
    """Three primaries with a replica each."""

    def __init__(self, nodes: Sequence[Process], scheme: str) -> None:
        self.primaries, self._replicas = nodes[:3], nodes[3:]
        ids = [node.ask("CLUSTER MYID") for node in nodes]
        for number, node in enumerate(nodes):
            node.ask("CLUSTER SET-CONFIG-EPOCH", str(number + 1))
            nodes[0].ask("CLUSTER MEET", HOST, str(node.port))
        for number, primary in enumerate(self.primaries):
            primary.ask("CLUSTER ADDSLOTS", *map(str, range(number * 16384 // 3, (number + 1) * 16384 // 3)))
        wait_until(lambda: all(self._knows_all(node) for node in nodes))
        for replica, primary_id in zip(self._replicas, ids, strict=False):
            replica.ask("CLUSTER REPLICATE", primary_id)
        wait_until(lambda: all(replica.replicates() for replica in self._replicas))
        wait_until(lambda: all(node.ask("CLUSTER INFO")["cluster_state"] == "ok" for node in nodes))
        # A primary takes no part in an election before it has heard of the replicas.
        wait_until(lambda: all(str(node.ask("CLUSTER NODES")).count("slave") == 3 for node in nodes))
        self.url = f"{scheme}+cluster://" + ",".join(f"{HOST}:{node.port}" for node in nodes)

    def _knows_all(self, node: Process) -> bool:
        return int(node.ask("CLUSTER INFO")["cluster_known_nodes"]) == 6

    def empty(self) -> None:
        for primary in self.primaries:
            primary.client.flushall()

    def primary_of(self, key: str) -> Process:
        slot = int(self.primaries[0].ask("CLUSTER KEYSLOT", key))
        return self.primaries[next(number for number in range(3) if slot < (number + 1) * 16384 // 3)]


class Watched:
    """A primary and its replica, and three sentinels that put the one in the other's place."""

    def __init__(self, primary: Process, replica: Process, sentinels: Sequence[Process], scheme: str) -> None:
        self.primary, self.replica, self.sentinels = primary, replica, sentinels
        wait_until(self.replica.replicates)
        for sentinel in sentinels:
            sentinel.ask("SENTINEL MONITOR", "main", HOST, str(primary.port), "2")
            sentinel.ask("SENTINEL SET", "main", "down-after-milliseconds", "500", "failover-timeout", "2000")
        wait_until(lambda: all(self._knows_all(sentinel) for sentinel in self.sentinels))
        hosts = ",".join(f"{HOST}:{sentinel.port}" for sentinel in self.sentinels)
        self.url = f"{scheme}+sentinel://{hosts}/main"

    def _knows_all(self, sentinel: Process) -> bool:
        found = sentinel.ask("SENTINEL MASTER", "main")
        return found["num-other-sentinels"] == 2 and found["num-slaves"] == 1


@contextmanager
def ending(processes: list[Process]) -> Iterator[None]:
    """End all processes with the block, however it ends."""
    try:
        yield
    finally:
        for process in processes:
            process.close()


@contextmanager
def cluster(folder: Path, tls: Tls | None = None) -> Iterator[Cluster]:
    options = ("--cluster-enabled", "yes", "--cluster-node-timeout", "500", "--cluster-require-full-coverage", "no")
    nodes: list[Process] = []
    with ending(nodes):
        nodes += (Process(folder, *options, "--cluster-replica-validity-factor", "0", tls=tls) for _ in range(6))
        yield Cluster(nodes, _scheme(tls))


@contextmanager
def watched(folder: Path, tls: Tls | None = None) -> Iterator[Watched]:
    processes: list[Process] = []
    with ending(processes):
        processes.append(primary := Process(folder, tls=tls))
        processes.append(replica := Process(folder, "--replicaof", f"{HOST} {primary.port}", tls=tls))
        for number in range(3):
            configuration = folder / f"sentinel-{number}.conf"
            configuration.touch()
            processes.append(Process(folder, str(configuration), "--sentinel", tls=tls))
        yield Watched(primary, replica, processes[2:], _scheme(tls))


def _scheme(tls: Tls | None) -> str:
    return "rediss" if tls else "redis"
