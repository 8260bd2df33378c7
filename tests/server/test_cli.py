import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import redis

from server.analysis import read_html, read_text, summarise
from server.settings import Settings
from server.store.packed import Packed
from server.store.store import Store
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import NOON

ROOT = Path(__file__).parents[2]
PAGE = "<h1>Privacy policy</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in WHOLE.split("\n\n"))


def run(*arguments: str | Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m server` in an environment that names no Redis, nor anything else, but what is given."""
    command = [sys.executable, "-W", "error", "-m", "server", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env=environment, check=False)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.txt"
    path.write_text(WHOLE, "utf-8")
    return path


def test_a_policy_is_summarised_in_words(policy: Path) -> None:
    done = run("summarise", policy)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Privacy policy of the Bookshop\n")
    assert "Badges" in done.stdout.decode()


def test_a_policy_is_read_from_standard_input(policy: Path) -> None:
    assert run("summarise", "-", given=WHOLE.encode()).stdout == run("summarise", policy).stdout


def test_a_byte_order_mark_is_no_part_of_a_policy(policy: Path) -> None:
    assert run("summarise", "-", given=b"\xef\xbb\xbf" + WHOLE.encode()).stdout == run("summarise", policy).stdout


def test_json_is_the_summary_itself(policy: Path) -> None:
    assert run("summarise", policy, "--json").stdout == msgspec.json.encode(summarise(read_text(WHOLE))) + b"\n"


def test_html_is_read_where_the_name_or_the_user_says_so(tmp_path: Path) -> None:
    page = tmp_path / "Policy.HTML"
    page.write_text(PAGE, "utf-8")
    expected = msgspec.to_builtins(summarise(read_html(PAGE)))["id"]
    assert json.loads(run("summarise", page, "--json").stdout)["id"] == expected
    assert json.loads(run("summarise", "-", "--json", "--html", given=PAGE.encode()).stdout)["id"] == expected
    assert (
        json.loads(run("summarise", "-", "--json", given=PAGE.encode() + b"\n" + WHOLE.encode()).stdout)["id"]
        != expected
    )


def test_a_refusal_is_said_and_is_no_summary() -> None:
    done = run("summarise", "-", given=b"We collect your name.")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"smallprint: ")


@pytest.mark.parametrize("given", [b"", b"caf\xe9"])
def test_what_cannot_be_read_is_said(tmp_path: Path, given: bytes) -> None:
    done = run("summarise", {b"": tmp_path / "none.txt"}.get(given, "-"), given=given)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cannot be read" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["summarise"], ["summarise", "-", "--yaml"], ["forget-me"]])
def test_a_wrong_command_line_is_said(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage: python -m server" in done.stderr


def test_a_reader_that_has_enough_is_no_error(policy: Path) -> None:
    script = f"{sys.executable} -m server summarise {policy} --json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_output_that_takes_nothing_is_said(policy: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "server", "summarise", policy]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr == b"smallprint: the summary cannot be written: [Errno 28] No space left on device\n"


def test_a_domain_is_forgotten(redis_url: str, empty_redis: redis.Redis) -> None:
    store = Store(Settings.from_env({"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "self"}))
    summary = msgspec.json.encode(summarise(read_text(WHOLE)))
    store.records.submit("larkspur.example", "https://larkspur.example/privacy", summary, NOON)
    store.searches.begin("larkspur.example", NOON)
    done = run("forget", "WWW.larkspur.example.", REDIS_URL=redis_url)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "Removed the record of larkspur.example, its history and its entry among the lookups.",
        "Removed what was known of searches for a policy of larkspur.example.",
    ]
    assert empty_redis.dbsize() == 0


def test_a_summary_is_forgotten_with_its_text(redis_url: str, empty_redis: redis.Redis) -> None:
    Store(Settings.from_env({"REDIS_URL": redis_url})).summaries.put("ab" * 32, Packed.of(b"{}"), "text")
    done = run("forget", "ab" * 32, REDIS_URL=redis_url)
    assert (done.returncode, done.stdout) == (0, f"Removed the summary {'ab' * 32} and its text.\n".encode())
    assert empty_redis.dbsize() == 0


@pytest.mark.parametrize("what", ["larkspur.example", "ab" * 32])
def test_what_is_not_there_is_said(redis_url: str, empty_redis: redis.Redis, what: str) -> None:
    done = run("forget", what, REDIS_URL=redis_url)
    assert (done.returncode, done.stdout) == (1, b"Nothing was kept.\n")


@pytest.mark.parametrize(
    ("what", "environment"),
    [
        ("127.0.0.1", {"REDIS_URL": "unix:///no/such/socket"}),
        ("larkspur.example", {"REDIS_URL": "unix:///no/such/socket"}),
        ("larkspur.example", {"REDIS_URL": "nonsense"}),
    ],
)
def test_what_cannot_be_forgotten_is_said(what: str, environment: dict[str, str]) -> None:
    done = run("forget", what, **environment)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.splitlines()[-1].startswith(b"smallprint: ")
    assert b"Traceback" not in done.stderr


def test_a_worker_without_a_place_for_its_queue_says_so() -> None:
    done = run("worker", REDIS_URL="redis+cluster://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"smallprint: QUEUE_URL='': expected the URL of one server, since REDIS_URL names several\n"


def test_a_worker_ends_with_the_process_that_started_it() -> None:
    done = run("worker", "--parent", "1", REDIS_URL="unix:///no/such/socket")
    assert (done.returncode, done.stderr) == (0, b"")
