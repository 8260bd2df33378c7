"""Summarise texts in a process that does nothing else: what they cost in time and in memory.

    python -m benchmarks.alone < task.json

The task: `with` (ours or the name of another, see `benchmarks.theirs`), `texts`, and those `before` them that are not
counted. Prints the CPU milliseconds that all the texts took one after the other, and the megabytes that the process
had at most.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.figures import OURS


class Cost(NamedTuple):
    """What summarising took."""

    milliseconds: float
    megabytes: float


def cost(texts: Sequence[str], before: Sequence[str], using: str = OURS) -> Cost:
    """Return what it costs a process of its own to summarise `texts`, when it has summarised those `before`."""
    task = json.dumps({"with": using, "texts": texts, "before": before})
    command = [sys.executable, "-m", "benchmarks.alone"]
    done = subprocess.run(command, input=task, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def main() -> None:
    """Do the task and print what it cost."""
    task = json.load(sys.stdin)
    with _summariser(task["with"]) as work:
        for text in task["before"]:
            work(text)
        begun = time.process_time()
        for text in task["texts"]:
            work(text)
        print(json.dumps(Cost((time.process_time() - begun) * 1000, _peak_megabytes())._asdict()))


@contextmanager
def _summariser(name: str) -> Iterator[Callable[[str], Any]]:
    # Neither is loaded where the other is measured: both take memory.
    if name == OURS:
        from benchmarks.ours import whole

        yield whole
        return
    from benchmarks.theirs import theirs

    with theirs() as others:
        yield others[name]


def _peak_megabytes() -> float:
    # Not getrusage: its peak is that of the process before it began to run this program, too.
    kilobytes = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert kilobytes
    return int(kilobytes[1]) / 1024


if __name__ == "__main__":
    main()
