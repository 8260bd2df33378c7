"""The benchmark measures what it says, and judges it rightly: each case at a small size, whatever its figures are."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import import_module
from typing import Any, TypeVar

import pytest

from benchmarks.figures import Figure, Target, as_json, markdown, missed, table
from benchmarks.policies import made, policies
from benchmarks.runtime import module
from benchmarks.sending import Connection, get
from server.analysis import read_text, summarise
from server.analysis.sentences import split
from tools.serving import ROOT

T = TypeVar("T")

FASTER = Target("at least 5 times faster", most=1 / 5)
AS_FAST = Target("at least 0.8 of it", least=0.8)
SOON = Target("at most 1.5 s", most=1.5)


def apart(work: Callable[[], T]) -> T:
    """What `work` returns in a thread of its own: in this one, Playwright may keep the event loop of other tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


@pytest.mark.parametrize(
    ("figure", "ratio", "met"),
    [
        (Figure("a", "ms", 10, 60, "b", FASTER), 1 / 6, True),
        (Figure("a", "ms", 10, 40, "b", FASTER), 1 / 4, False),
        (Figure("a", "/s", 90, 100, "b", AS_FAST), 0.9, True),
        (Figure("a", "/s", 70, 100, "b", AS_FAST), 0.7, False),
        (Figure("a", "s", 1.4, target=SOON), None, True),
        (Figure("a", "s", 1.6, target=SOON), None, False),
        (Figure("a", "s", 1.6, 0.1, "b"), 16, None),
    ],
)
def test_a_promise_binds_the_ratio_or_where_nothing_is_beside_it_the_figure(
    figure: Figure, ratio: float | None, met: bool | None
) -> None:
    assert figure.ratio == (ratio if ratio is None else pytest.approx(ratio))
    assert figure.met is met
    assert missed([figure]) == ([figure] if met is False else [])
    assert (as_json(figure)["ratio"], as_json(figure)["met"]) == (figure.ratio, met)
    for lines in (table([figure]), markdown([figure])):
        said = "\n".join(lines)
        assert ("NOT MET: " in said, " met: " in said) == (met is False, met is True)


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0.01234, "0.0123 ms"), (9.876, "9.88 ms"), (123.4, "123 ms"), (4567.8, "4,568 ms"), (0, "0 ms")],
)
def test_a_figure_is_said_in_three_digits(amount: float, said: str) -> None:
    assert said in list(markdown([Figure("a", "ms", amount)]))[-1]


@pytest.mark.parametrize("characters", [1_000, 8_000, 25_000])
def test_policies_are_as_long_as_asked_for_and_no_two_alike(characters: int) -> None:
    found = [text for lot in (0, 1) for text in policies(characters, 4, lot)]
    assert len(set(found)) == 8
    assert all(0.9 * characters <= len(text) <= characters for text in found)


def test_a_policy_that_is_made_is_one_and_says_most_things_once() -> None:
    text = made(50_000, 0)
    assert len(text) >= 50_000
    assert summarise(read_text(text)).badges
    sentences = Counter(sentence.quote for sentence in split(read_text(text)))
    assert len(sentences) > 200
    assert sum(times == 1 for times in sentences.values()) > 0.9 * len(sentences)


def test_a_connection_that_was_closed_is_opened_again() -> None:
    answers = iter([b"", *[b"HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabcdef"] * 2])

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        sent = next(answers)
        for piece in (sent[:30], sent[30:-3], sent[-3:]):
            writer.write(piece)
            await asyncio.sleep(0.01)
        writer.close()
        await writer.wait_closed()

    async def talk() -> list[tuple[int, bytes]]:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            with closing(Connection(server.sockets[0].getsockname()[1])) as connection:
                with pytest.raises(ConnectionResetError):
                    await connection.exchange(get("/"))
                exchanged = [await connection.exchange(get("/")) for _ in range(2)]
            await asyncio.sleep(0.1)  # the server's own end is closed too
            return exchanged

    assert apart(lambda: asyncio.run(talk())) == [(404, b"abcdef")] * 2


@pytest.mark.parametrize(("package", "is_there"), [("flask", True), ("werkzeug", True), ("sumy", False)])
def test_the_service_is_started_with_no_more_packages_than_it_needs(package: str, is_there: bool) -> None:
    command = module("timeit", "-n1", "-r1", f"import {package}")
    assert (subprocess.run(command, capture_output=True).returncode == 0) == is_there


@pytest.mark.parametrize(
    ("case", "small", "promised"),
    [
        ("summarise", {"sizes": (7_000,), "staged": 2_000, "rounds": 1, "read_before": 0}, 2),
        ("growth", {"short": (1_000,), "long": (16_000,), "rounds": 1, "read_before": 0}, 2),
        ("serve", {"rounds": 1, "seconds": 0.5, "characters": 2_000}, 3),
        ("start", {"workers": (1, 2), "rounds": 1}, 2),
        ("extension", {"rounds": 1}, 2),
    ],
)
def test_each_case_runs_and_has_its_promises(case: str, small: dict[str, Any], promised: int) -> None:
    figures = apart(lambda: list(import_module(f"benchmarks.{case}").figures(**small)))
    assert all(figure.ours > 0 for figure in figures if figure.unit != "MB")
    assert all((figure.theirs is None) == (figure.beside == "") for figure in figures)
    assert len([figure for figure in figures if figure.target]) == promised


def test_cases_that_are_left_out_are_named_and_the_machine_is() -> None:
    done = _benchmarks("--without", "summarise", "serve", "summarise", "--without", "serve")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Python 3." in done.stdout
    assert "summarise: left out" in done.stdout


def test_the_json_has_the_machine_and_the_cases() -> None:
    printed = json.loads(_benchmarks("summarise", "--without", "summarise", "--json").stdout)
    assert printed["cases"] == {}
    assert {"cpu", "cores", "load_average", "python", "packages", "policies"} <= set(printed["machine"])


def test_a_case_that_there_is_not_is_an_error() -> None:
    assert _benchmarks("summarize").returncode == 2


def _benchmarks(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
