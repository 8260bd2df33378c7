"""The unit tests of the extension's modules, run by Node's own test runner."""

from pathlib import Path

import pytest

from tests.extension import node

TESTS = sorted(Path(__file__).parent.glob("*.test.js"))


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_of_node_passes(file: Path) -> None:
    ended = node.run("--test", "--test-reporter=spec", str(file))

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "ℹ skipped 0" in ended.stdout
    assert "ℹ todo 0" in ended.stdout
    assert "ℹ tests 0" not in ended.stdout


def test_there_are_tests_of_node() -> None:
    assert TESTS
