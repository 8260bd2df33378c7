"""A host's name into its addresses, within a limit of time."""

import ipaddress
import queue
import socket
from collections.abc import Callable, Iterable
from threading import BoundedSemaphore, Thread

from server.fetch.addresses import Address
from server.fetch.deadline import Deadline
from server.fetch.errors import Busy, Unreachable

LookUp = Callable[[str], Iterable[str]]
"""Returns the addresses of a host's name as they are written; raises OSError where it has none."""

# A look-up cannot be interrupted. One whose fetch has given up goes on in its thread, so those must have a bound.
_LOOK_UPS_AT_ONCE = 16


def system_look_up(host: str) -> list[str]:
    """Return what the machine's own resolver says of `host`."""
    return [str(address[0]) for *_, address in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


class Resolver:
    """Looks names up, each in a thread that may be left behind."""

    def __init__(self, look_up: LookUp = system_look_up, at_once: int = _LOOK_UPS_AT_ONCE) -> None:
        self._look_up = look_up
        self._free = BoundedSemaphore(at_once)

    def addresses(self, host: str, deadline: Deadline) -> list[Address]:
        """Return all addresses of `host`, each once; raise `Unreachable` where there are none, or not in time."""
        if not self._free.acquire(blocking=False):
            raise Busy("Too many names are being looked up just now.")
        answers: queue.SimpleQueue[list[Address]] = queue.SimpleQueue()
        Thread(target=self._answer, args=(host, answers), daemon=True).start()
        try:
            addresses = answers.get(timeout=deadline.left())
        except queue.Empty:
            raise deadline.passed() from None
        if not addresses:
            raise Unreachable("The site's name leads to no address.")
        return addresses

    def _answer(self, host: str, answers: "queue.SimpleQueue[list[Address]]") -> None:
        addresses: list[Address] = []
        try:
            addresses += dict.fromkeys(map(ipaddress.ip_address, self._look_up(host)))
        except (OSError, ValueError):  # no such name, or one that the resolver cannot write
            pass
        finally:
            self._free.release()
            answers.put(addresses)
