"""A worker in a process of its own, as `python -m server worker` is, on the small web of a test: run as a module."""

import json
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from server.searching import worker
from server.settings import Settings
from tests.conftest import ROOT
from tests.server.searching.web import Web, fetcher_on


@contextmanager
def working(web: Web, redis_url: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Let a worker work until the block ends."""
    told = {
        "ports": web.ports,
        "hosts": sorted(web.hosts),
        "authority": web.authority.cert_pem.bytes().decode(),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, json.dumps(told)],
        cwd=ROOT,
        env=os.environ | {"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "verify"} | environment,
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()


def main() -> None:
    told = json.loads(sys.argv[1])
    trusting = ssl.create_default_context(cadata=told["authority"])
    ports = {int(port): mapped for port, mapped in told["ports"].items()}
    fetcher = fetcher_on(ports, set(told["hosts"]), trusting)
    worker.run(Settings.from_env(), lambda: True, fetcher)


if __name__ == "__main__":
    main()
