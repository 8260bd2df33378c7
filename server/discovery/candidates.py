"""Where a policy is looked for when the home page names none."""

from server.discovery.rules import WELL_KNOWN


def well_known(domain: str) -> tuple[str, ...]:
    """Return the addresses on `domain` at which most policies lie, the commonest first."""
    return tuple(f"https://{domain}{path}" for path in WELL_KNOWN)
