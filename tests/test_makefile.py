"""`make run` in a fresh copy, as a newcomer has it."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tools.readme import ADDRESS, printed
from tools.serving import ROOT, serving

POLICY = "-H 'Content-Type: text/markdown' --data-binary @docs/examples/bookshop.txt"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a fresh clone has, in a folder whose name is awkward."""
    made_here = shutil.ignore_patterns(".*", "var", "__pycache__", "node_modules")
    return Path(shutil.copytree(ROOT, tmp_path / "small print", ignore=made_here))


def test_make_run_makes_all_that_it_needs_and_ctrl_c_ends_it(checkout: Path) -> None:
    command = ("make", "run", "PORT=0", f"PYTHON={sys.executable}")
    with serving(checkout / "var", command, checkout) as served:
        assert '"badges":[{' in printed(f"curl -s {ADDRESS}/v1/summaries {POLICY}", served.address)
        os.killpg(served.process.pid, signal.SIGINT)
        served.process.wait(timeout=20)
        with pytest.raises(ProcessLookupError):
            os.killpg(served.process.pid, 0)
    assert not Path((checkout / "var" / "redis" / "socket").read_text()).exists()
