"""Workers that look for policies, started and watched over by the process that starts those that serve."""

import os
import subprocess
import sys


class SearchWorkers:
    """Workers that look for policies, beside those that serve: for a machine on which nothing else starts them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._running: list[subprocess.Popen[bytes]] = []

    def keep(self) -> None:
        """Start as many as are missing."""
        self._running = [process for process in self._running if process.poll() is None]
        for _ in range(self._count - len(self._running)):
            command = [sys.executable, "-m", "server", "worker", "--parent", str(os.getpid())]
            self._running.append(subprocess.Popen(command))

    def end(self) -> None:
        """End them all, and what they are doing."""
        self._count = 0
        for process in self._running:
            process.terminate()
        for process in self._running:
            process.wait()
