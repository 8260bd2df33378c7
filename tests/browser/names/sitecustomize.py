"""To a service that is started with this folder on its path, every site that ends in .example lies on this machine.

So it does to the browsers of these tests, which can be told so when they start.
"""

import socket
from typing import Any

_look_up = socket.getaddrinfo


def _look_up_here(host: Any, *arguments: Any, **more: Any) -> Any:
    is_example = isinstance(host, str) and host.endswith(".example")
    return _look_up("127.0.0.1" if is_example else host, *arguments, **more)


socket.getaddrinfo = _look_up_here
