"""How the service starts and ends, as `make run` serves it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import redis

from server.store import embedded
from tests.server.analysis.policies import WHOLE
from tests.server.fetch import sites
from tools.serving import ROOT, Served, is_ready, serving


def workers(served: Served) -> list[int]:
    children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    return [int(number) for number in children.read_text().split()]


def ask_redis(var: Path, *command: str) -> object:
    with closing(redis.Redis.from_url(embedded.ensure(var), decode_responses=True)) as client:
        return client.execute_command(*command)


def socket_folder(var: Path) -> Path:
    return Path((var / "redis" / "socket").read_text()).parent


def test_ctrl_c_ends_all_of_it_and_keeps_the_data(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        ask_redis(tmp_path, "SET", "kept", "yes")
        os.killpg(served.process.pid, signal.SIGINT)
        assert served.process.wait(timeout=20) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(served.process.pid, 0)
        assert not socket_folder(tmp_path).exists()
    assert ask_redis(tmp_path, "GET", "kept") == "yes"
    embedded.stop(tmp_path)


def test_workers_leave_ctrl_c_to_the_master(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        wait_until(lambda: [ignores(number, signal.SIGINT) for number in workers(served)] == [True, True])


def ignores(number: int, signum: int) -> bool:
    ignored = re.search(r"^SigIgn:\s*(\w+)$", Path(f"/proc/{number}/status").read_text(), re.MULTILINE)
    return bool(int(ignored[1], 16) >> (signum - 1) & 1)


def test_the_redis_outlives_a_worker(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        before = ask_redis(tmp_path, "CLIENT", "ID")
        os.kill(workers(served)[0], signal.SIGKILL)
        assert ask_redis(tmp_path, "CLIENT", "ID") > before


def test_a_redis_that_was_killed_is_started_again(tmp_path: Path) -> None:
    number = tmp_path / "redis" / "redis.pid"
    with serving(tmp_path) as served:
        ask_redis(tmp_path, "SET", "kept", "yes")
        killed = number.read_text()
        os.kill(int(killed), signal.SIGKILL)
        wait_until(lambda: number.exists() and number.read_text() not in ("", killed))
        wait_until(lambda: is_ready(served.address))
        assert ask_redis(tmp_path, "GET", "kept") == "yes"


def test_new_workers_serve_while_the_redis_hangs(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        number = int((tmp_path / "redis" / "redis.pid").read_text())
        os.kill(number, signal.SIGSTOP)
        before = workers(served)
        for worker in before:
            os.kill(worker, signal.SIGKILL)
        wait_until(lambda: len(workers(served)) == 2 and not set(before) & set(workers(served)))
        request = urllib.request.Request(
            f"{served.address}/v1/summaries", WHOLE.encode(), {"Content-Type": "text/plain"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.headers["Cache-Status"] == "smallprint; fwd=bypass"
        os.kill(number, signal.SIGCONT)
        wait_until(lambda: is_ready(served.address))


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_search_workers_are_started_beside_it_kept_up_and_ended_with_it(tmp_path: Path) -> None:
    with serving(tmp_path, SEARCH_WORKERS="1") as served:
        (before,) = search_workers(served)
        os.kill(before, signal.SIGKILL)
        wait_until(lambda: before not in search_workers(served) and search_workers(served))
        wait_until(lambda: ask_redis(tmp_path, "SCARD", "rq:workers"))
        os.killpg(served.process.pid, signal.SIGINT)
        assert served.process.wait(timeout=20) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(served.process.pid, 0)


def test_search_workers_do_not_outlive_a_service_that_is_killed(tmp_path: Path) -> None:
    with serving(tmp_path, SEARCH_WORKERS="1") as served:
        wait_until(lambda: ask_redis(tmp_path, "SCARD", "rq:workers"))
        (worker,) = search_workers(served)
        served.process.kill()
        wait_until(lambda: not Path(f"/proc/{worker}").exists())
    embedded.stop(tmp_path)


def test_a_search_is_done_by_the_worker_beside_it(tmp_path: Path) -> None:
    with serving(tmp_path, SEARCH_WORKERS="1") as served:
        domain = f"{served.address}/v1/domains/nobody.invalid"
        with urllib.request.urlopen(urllib.request.Request(f"{domain}/refresh", method="POST")) as answer:
            assert answer.status == 202
        wait_until(lambda: b"The site's name leads to no address" in problem(domain))


def problem(address: str) -> bytes:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(address)
    with error.value as answer:
        return answer.read()


def search_workers(served: Served) -> list[int]:
    return [number for number in workers(served) if b"\0worker\0" in Path(f"/proc/{number}/cmdline").read_bytes()]


def start(var: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Serve what is expected not to come up."""
    return subprocess.run(
        [sys.executable, "-m", "gunicorn"],
        cwd=ROOT,
        env=os.environ | {"REDIS_URL": "", "SMALLPRINT_VAR": str(var)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_port_that_is_taken_leaves_no_redis_behind(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = start(tmp_path, GUNICORN_CMD_ARGS=f"--bind 127.0.0.1:{taken.getsockname()[1]}")
    assert done.returncode == 1
    assert "Address already in use" in done.stderr
    assert not (tmp_path / "redis").exists()


def test_a_wrong_setting_is_said_in_one_line(tmp_path: Path) -> None:
    done = start(tmp_path, SMALLPRINT_TRUST="everybody")
    assert done.returncode == 1
    assert done.stderr == "SMALLPRINT_TRUST='everybody': expected verify or self\n"


def test_a_redis_that_cannot_be_had_is_said_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "redis").write_text("in the way")
    done = start(tmp_path, GUNICORN_CMD_ARGS="--bind 127.0.0.1:0")
    assert done.returncode == 1
    assert "File exists" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pdf_is_read_from_its_address_in_a_process_that_a_worker_starts(tmp_path: Path) -> None:
    file = (ROOT / "tests" / "server" / "fetch" / "files" / "printed-by-chromium.pdf").read_bytes()
    with (
        sites.serving(lambda _: sites.http(file, content_type="application/pdf")) as bookshop,
        serving(tmp_path, SMALLPRINT_FETCH_FROM=f"127.0.0.1:{bookshop.port}") as served,
    ):
        asked = urllib.request.Request(
            f"{served.address}/v1/summaries",
            json.dumps({"url": f"http://127.0.0.1:{bookshop.port}/privacy.pdf"}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked) as answer:
            summary = json.load(answer)
        assert "uses-hidden-trackers" in {badge["practice"] for badge in summary["badges"]}
