"""Our own way to summarise a policy: all that the service does with what it is sent."""

from server.analysis import Summary, read_text, summarise


def whole(text: str) -> Summary:
    """Return the summary of the policy `text`."""
    return summarise(read_text(text))
