"""The promises of the test run itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on `folder`, which gets the project's own conftest.py, without the plugins that take seconds."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


SKIPPED_TEST = "import pytest\n\ndef test_it():\n    pytest.skip('no reason')\n"
SKIPPED_MODULE = "import pytest\n\npytest.importorskip('no_such_module')\n"


@pytest.mark.parametrize("options", [(), ("-p", "xdist", "-n", "2")], ids=["one process", "two"])
@pytest.mark.parametrize("text", [SKIPPED_TEST, SKIPPED_MODULE], ids=["test", "module"])
def test_a_skip_fails_the_run(tmp_path: Path, text: str, options: tuple[str, ...]) -> None:
    (tmp_path / "test_other.py").write_text("def test_it():\n    pass\n")
    (tmp_path / "test_skipped.py").write_text(text)
    done = run(tmp_path, *options)
    assert "A skipped test counts as a failed one." in done.stdout
    assert done.returncode == 1


def test_a_run_without_skips_passes(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text("def test_it():\n    pass\n")
    assert run(tmp_path).returncode == 0


def test_a_run_of_no_test_fails(tmp_path: Path) -> None:
    assert run(tmp_path).returncode == 5


def test_tests_of_shared_material_run_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "test_it.py").write_text("def test_it():\n    pass\n")
    done = run(tmp_path, SMALLPRINT_SHARED=str(tmp_path / "shared"))
    assert "tests/shared: collected" in done.stdout
    assert "1 passed" in done.stdout


def test_tests_of_shared_material_are_left_out_aloud_where_it_is_not(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "test_it.py").write_text("def test_it():\n    pass\n")
    done = run(tmp_path, SMALLPRINT_SHARED=str(tmp_path / "elsewhere"))
    assert "tests/shared: left out" in done.stdout
    assert done.returncode == 5
