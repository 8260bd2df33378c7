"""The load generator finds what it is there to find."""

import subprocess
import sys

import pytest

from benchmarks.load import AWAY, RIGHT, WRONG, Sent, complaints, recovery
from tools.serving import ROOT

pytestmark = pytest.mark.alone


def test_a_short_run_with_redis_killed_answers_all_as_it_should() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", "--seconds", "12", "--records", "50", "--connections", "4"]
        + ["--kill-redis"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "store away" in done.stdout, done.stderr
    assert "right" in done.stdout
    # Not how fast they were: this machine may have other things to do.
    assert "not answered as they should" not in done.stdout


@pytest.mark.parametrize(
    ("one", "away"),
    [
        (Sent("lookup", 10.0, 0.1, WRONG), (5.0, 15.0)),
        (Sent("lookup", 10.0, 0.1, "status 500"), (5.0, 15.0)),
        (Sent("lookup", 10.0, 0.1, "ConnectionResetError"), (5.0, 15.0)),
        (Sent("lookup", 10.0, 1.1, RIGHT), (5.0, 15.0)),
        (Sent("lookup", 10.0, 0.1, AWAY), None),
        (Sent("lookup", 4.0, 0.1, AWAY), (5.0, 15.0)),
        (Sent("lookup", 17.5, 0.1, AWAY), (5.0, 15.0)),
    ],
)
def test_what_breaks_a_promise_is_complained_of(one: Sent, away: tuple[float, float] | None) -> None:
    assert list(complaints([Sent("health", 1.0, 0.1, RIGHT), one], away))


def test_a_store_that_is_away_while_redis_is_excused() -> None:
    sent = [Sent("lookup", 6.0, 0.1, AWAY), Sent("lookup", 15.5, 0.25, AWAY), Sent("lookup", 16.0, 0.1, RIGHT)]
    assert list(complaints(sent, (5.0, 15.0))) == []
    assert recovery(sent, 15.0) == pytest.approx(0.75)
