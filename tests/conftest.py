"""What all tests stand on: a real Redis, the material beside the checkout, and no silent skip."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import redis
from playwright.sync_api import Playwright, sync_playwright

from server.store import embedded

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SMALLPRINT_SHARED") or ROOT.parent / "shared").absolute()

# The tests in here read material that is no part of the project, so they run where it is.
collect_ignore = [] if SHARED.is_dir() else ["shared"]

# A machine that is busy with other things is no bug; the bounds on time are in the benchmarks.
hypothesis.settings.register_profile("patient", hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_report_header() -> str:
    """Say whether the tests that need the shared material are run."""
    found = (
        "collected" if SHARED.is_dir() else "left out, for there is no such folder (SMALLPRINT_SHARED names another)"
    )
    return f"tests/shared: {found}, {SHARED}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for a skipped test: what a test needs is brought, or its lack is an error."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped"):
        reporter.write_line("")
        reporter.write_line("A skipped test counts as a failed one.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared material."""
    return SHARED


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real Redis that only these tests use."""
    var = tmp_path_factory.mktemp("redis")
    yield embedded.ensure(var)
    embedded.stop(var)


@pytest.fixture
def empty_redis(redis_url: str) -> Iterator[redis.Redis]:
    """A client of that Redis, with nothing in it."""
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        client.flushall()
        yield client


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, of which only one can run at a time."""
    with sync_playwright() as running:
        yield running
