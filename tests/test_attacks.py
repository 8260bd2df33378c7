"""docs/attacks.md names a test for each attack."""

import re

from tools.serving import ROOT

INDEX = (ROOT / "docs" / "attacks.md").read_text("utf-8")


def test_every_row_names_tests_that_exist() -> None:
    rows = [line for line in INDEX.splitlines() if line.startswith("| ") and not line.startswith("| Attack")]
    assert len(rows) > 20
    for row in rows:
        named = re.findall(r"`([\w./-]+\.py)::(test_\w+)`", row)
        assert named, row
        for file, test in named:
            assert f"\ndef {test}(" in (ROOT / "tests" / "server" / file).read_text("utf-8"), (file, test)
