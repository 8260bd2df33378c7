"""The embedded Redis, on each redis-server that it may find: the machine's and the fetched one."""

import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import redis

from server.store import embedded
from server.store.embedded import CannotStart, ensure, stop

# Says that it is ready, and starts the server when its input ends.
STARTER = """
import sys
from pathlib import Path
from server.store.embedded import ensure
print("ready", flush=True)
sys.stdin.read()
print(ensure(Path(sys.argv[1]), Path(sys.argv[2])))
"""

MACHINES_OWN = Path(shutil.which("redis-server") or "redis-server")


@pytest.fixture(params=[MACHINES_OWN, embedded.FETCHED], ids=["machine's", "fetched"])
def program(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """A folder that is awkward: too long for a socket, with a space, a quote and an accent."""
    folder = tmp_path / ("Élise's data " + "x" * 100) / "var"
    yield folder
    stop(folder)


def ask(url: str, *command: str) -> object:
    with closing(redis.Redis.from_url(url, decode_responses=True)) as client:
        return client.execute_command(*command)


def pid(url: str) -> int:
    with closing(redis.Redis.from_url(url)) as client:
        return client.info("server")["process_id"]


def kill(url: str) -> None:
    """End the server as a crash would."""
    with closing(redis.Redis.from_url(url)) as client:
        number = client.info("server")["process_id"]
        client.connection_pool.disconnect()
    subprocess.run(["kill", "-9", str(number)], check=True)
    wait_until(lambda: has_ended(number))


def has_ended(number: int) -> bool:
    """A zombie has ended, though nobody may have taken note."""
    status = Path(f"/proc/{number}/stat")
    return not status.exists() or ") Z " in status.read_text()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def socket_of(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


def test_its_url_is_one_that_redis_py_takes(var: Path, program: Path) -> None:
    assert ask(ensure(var, program), "PING") is True


def test_a_second_call_finds_the_same_server(var: Path, program: Path) -> None:
    first = ensure(var, program)
    number = pid(first)
    assert ensure(var, program) == first
    assert pid(first) == number


def test_processes_that_start_together_share_one_server(var: Path, program: Path) -> None:
    command = [sys.executable, "-c", STARTER, var, program]
    starters = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    for starter in starters:
        starter.stdout.readline()
    for starter in starters:
        starter.stdin.close()
    urls = {starter.stdout.read().strip() for starter in starters}
    for starter in starters:
        starter.stdout.close()
    assert [starter.wait() for starter in starters] == [0] * 8
    assert servers_in(var) == [pid(url) for url in urls]


def test_threads_that_start_together_share_one_server(var: Path, program: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        urls = set(threads.map(lambda _: ensure(var, program), range(8)))
    assert len(urls) == 1
    assert servers_in(var) == [pid(urls.pop())]


def servers_in(var: Path) -> list[int]:
    """The processes that work in the folder of `var`'s data."""
    home = (var / "redis").resolve()
    return [int(link.parent.name) for link in Path("/proc").glob("[0-9]*/cwd") if works_in(link, home)]


def works_in(link: Path, home: Path) -> bool:
    try:
        return link.readlink() == home
    except OSError:  # it has ended meanwhile, or is somebody else's
        return False


def test_two_folders_have_two_servers(var: Path, tmp_path: Path, program: Path) -> None:
    other = tmp_path / "other"
    assert pid(ensure(var, program)) != pid(ensure(other, program))
    stop(other)


def test_what_is_kept_outlives_a_stop(var: Path, program: Path) -> None:
    url = ensure(var, program)
    ask(url, "SET", "kept", "yes")
    assert stop(var)
    assert ask(ensure(var, program), "GET", "kept") == "yes"


def test_a_killed_server_is_started_again_with_its_data_at_the_same_place(var: Path, program: Path) -> None:
    url = ensure(var, program)
    ask(url, "SET", "kept", "yes")
    kill(url)
    assert ensure(var, program) == url
    assert ask(url, "GET", "kept") == "yes"


def test_stop_ends_the_server_and_leaves_nothing_outside_var(var: Path, program: Path) -> None:
    url = ensure(var, program)
    number = pid(url)
    assert stop(var)
    wait_until(lambda: has_ended(number))
    assert not socket_of(url).parent.exists()


def test_stop_says_that_none_was_running(var: Path) -> None:
    assert not stop(var)


def test_it_outlives_the_process_that_started_it(var: Path, program: Path) -> None:
    command = [sys.executable, "-c", STARTER, var, program]
    started = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert ask(started.stdout.split()[-1], "PING") is True


def test_no_port_is_opened(var: Path, program: Path) -> None:
    assert ask(ensure(var, program), "CONFIG", "GET", "port") == {"port": "0"}


def test_nobody_else_can_reach_it(var: Path, program: Path) -> None:
    path = socket_of(ensure(var, program))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((var / "redis").stat().st_mode) == 0o700


def test_a_full_memory_costs_what_expires_and_never_a_queue(var: Path, program: Path) -> None:
    url = ensure(var, program)
    with closing(redis.Redis.from_url(url)) as client:
        client.rpush("queue", "example.com")
        client.config_set("maxmemory", client.info("memory")["used_memory"] + 2_000_000)
        for number in range(60):
            client.set(f"summary:{number}", b"x" * 100_000, ex=3600)
        assert client.lrange("queue", 0, -1) == [b"example.com"]
        assert 0 < sum(1 for _ in client.scan_iter("summary:*")) < 60


def test_a_socket_that_was_swept_away_is_made_anew_and_nothing_is_lost(var: Path, program: Path) -> None:
    url = ensure(var, program)
    ask(url, "SET", "kept", "yes")
    first = pid(url)
    shutil.rmtree(socket_of(url).parent)
    url = ensure(var, program)
    assert ask(url, "GET", "kept") == "yes"
    assert servers_in(var) == [pid(url)]
    assert pid(url) != first


def test_a_folder_that_others_may_enter_is_not_trusted(var: Path, program: Path) -> None:
    url = ensure(var, program)
    folder = socket_of(url).parent
    stop(var)
    folder.mkdir(mode=0o755)
    assert socket_of(ensure(var, program)).parent != folder
    folder.rmdir()


def test_a_link_laid_in_wait_is_not_followed(var: Path, tmp_path: Path, program: Path) -> None:
    url = ensure(var, program)
    folder = socket_of(url).parent
    stop(var)
    (tmp_path / "bait").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "bait")
    assert socket_of(ensure(var, program)).parent != folder
    assert list((tmp_path / "bait").iterdir()) == []
    folder.unlink()


def test_a_number_left_by_a_crash_ends_no_other_process(var: Path, program: Path) -> None:
    kill(ensure(var, program))
    with subprocess.Popen(["sleep", "60"]) as bystander:
        (var / "redis" / "redis.pid").write_text(str(bystander.pid))
        # What still holds the data is no server: say, the dying one's child that writes.
        with (var / "redis" / "running.lock").open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            threading.Timer(0.3, lambda: fcntl.flock(held, fcntl.LOCK_UN)).start()
            assert ask(ensure(var, program), "PING") is True
        assert bystander.poll() is None
        bystander.send_signal(signal.SIGTERM)


def test_a_server_that_hangs_is_said_and_left_alone(var: Path, program: Path) -> None:
    number = pid(ensure(var, program))
    os.kill(number, signal.SIGSTOP)
    try:
        with pytest.raises(CannotStart, match="does not answer"):
            ensure(var, program, patience_seconds=0.1)
    finally:
        os.kill(number, signal.SIGCONT)
    assert pid(ensure(var, program)) == number


def test_data_that_another_process_holds_are_left_alone(var: Path, program: Path) -> None:
    ensure(var, program)
    stop(var)
    with (var / "redis" / "running.lock").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(CannotStart, match="Another process holds .* and does not end"):
            ensure(var, program, patience_seconds=0.1)


def test_a_server_that_cannot_read_its_data_says_so(var: Path, program: Path) -> None:
    ask(ensure(var, program), "SET", "kept", "yes")
    stop(var)
    for file in (var / "redis").rglob("*.aof"):
        file.write_bytes(b"spoilt" + file.read_bytes())
    with pytest.raises(CannotStart, match=r"ended as soon as it had started.*redis\.log"):
        ensure(var, program)


def test_a_program_that_fails_is_quoted(var: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="did not start: no such luck"):
        ensure(var, script(tmp_path / "redis-server", "echo no such luck >&2; exit 1"))


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_the_machines_own_is_found_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = script(tmp_path / "redis-server", "echo Redis server v=8.0.2 sha=00000000:0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert embedded.find() == own


@pytest.mark.parametrize("body", ["echo Redis server v=6.0.16 sha=00000000:0", "exit 1"], ids=["too old", "broken"])
def test_the_fetched_one_serves_where_the_machines_own_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str
) -> None:
    script(tmp_path / "redis-server", body)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert embedded.find() == embedded.FETCHED


def test_where_there_is_none_the_line_to_type_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotStart, match=r"apt-get install redis-server.*REDIS_URL"):
        embedded.find(fetched=tmp_path / "none")
