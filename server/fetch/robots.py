"""robots.txt (RFC 9309): what a site lets programs read."""

import re
from collections.abc import Callable

from protego import Protego

# As Protego reads it, which forgives much. Of "Smallprint/1.0" the name alone counts.
_AGENT_LINE = re.compile(r"\s*user[- ]?agent\b[\s:]*(\*(?!\S)|[a-z_-]*)", re.IGNORECASE)


def rules(robots: str, agent: str) -> Callable[[str], bool]:
    """Return what says of an address of the site whether its file `robots` lets `agent` read it."""
    # All agents that are not ours count as one: Protego's time and memory grow with the agents of a group times its
    # rules, and a file of half a megabyte has room for far too many of both.
    lines = (_agent_or_another(line, agent) for line in robots.splitlines())
    read = Protego.parse("\n".join(lines))
    return lambda url: read.can_fetch(url, agent)


def _agent_or_another(line: str, agent: str) -> str:
    named = _AGENT_LINE.match(line)
    if named is None:
        return line
    return f"User-agent: {named[1] if named[1].lower() in (agent.lower(), '*') else 'another'}"
