"""The Procfile under a Procfile runner, as on a host."""

import os
import sys
import sysconfig
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tools.serving import ROOT, serving

BOTH = (sys.executable, "-m", "honcho", "start", "web", "worker")
HONCHO = (sys.executable, "-m", "honcho", "start", "web")
# A host has the packages on its PATH, says on which port to serve, and sets nothing else.
HOST = {
    "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
    "PORT": "0",
    "SMALLPRINT_TRUST": "",
}
POLICY = (ROOT / "docs" / "examples" / "bookshop.txt").read_bytes()


def submit(address: str) -> bytes:
    request = urllib.request.Request(
        f"{address}/v1/summaries?url=https://lamplight.example/privacy", POLICY, {"Content-Type": "text/plain"}
    )
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def test_web_serves_with_a_redis_of_its_own_and_ends_it(tmp_path: Path) -> None:
    with serving(tmp_path, HONCHO, **HOST) as served:
        assert b'"badges"' in submit(served.address)
        folder = Path((tmp_path / "redis" / "socket").read_text()).parent
        assert folder.is_dir()
    assert not folder.exists()


def test_web_serves_on_the_redis_that_it_is_told(tmp_path: Path, redis_url: str) -> None:
    with serving(tmp_path, HONCHO, **HOST, REDIS_URL=redis_url) as served:
        assert b'"badges"' in submit(served.address)
    assert not (tmp_path / "redis").exists()


def test_worker_does_what_web_is_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path, BOTH, **HOST) as served:
        domain = f"{served.address}/v1/domains/nobody.invalid"
        urllib.request.urlopen(urllib.request.Request(f"{domain}/refresh", method="POST")).close()
        deadline = time.monotonic() + 60
        while b"leads to no address" not in (told := problem(domain)):
            assert time.monotonic() < deadline, told
            time.sleep(0.1)


def problem(address: str) -> bytes:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(address)
    with error.value as answer:
        return answer.read()


def test_web_lets_no_submission_speak_for_a_site(tmp_path: Path, redis_url: str) -> None:
    with serving(tmp_path, HONCHO, **HOST, REDIS_URL=redis_url) as served:
        submit(served.address)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{served.address}/v1/domains/lamplight.example")
