"""Summaries and the texts they were made from, kept by content."""

from datetime import timedelta
from typing import cast

import redis

from server.store.connection import away_on_error


class Summaries:
    """Summaries under their ids: as an id covers all that a summary is made from, an entry is never wrong."""

    def __init__(self, client: redis.Redis, lifetime: timedelta) -> None:
        self._client = client
        self._lifetime = lifetime

    def get(self, summary_id: str) -> bytes | None:
        """Return the summary as it was put, or None."""
        return self._read(_summary_key(summary_id))

    def text(self, summary_id: str) -> str | None:
        """Return the text that the summary was made from, or None."""
        text = self._read(_text_key(summary_id))
        return None if text is None else text.decode()

    def renew(self, summary_id: str) -> bytes | None:
        """Return the summary and start its lifetime anew; None where it or its text is not there."""
        with away_on_error(), self._client.pipeline(transaction=False) as pipe:
            pipe.get(_summary_key(summary_id))
            pipe.expire(_summary_key(summary_id), self._lifetime)
            pipe.expire(_text_key(summary_id), self._lifetime)
            summary, _, has_text = pipe.execute()
        return summary if has_text else None

    def put(self, summary_id: str, summary: bytes, text: str) -> None:
        """Keep the summary and its text, both or neither."""
        with away_on_error(), self._client.pipeline() as pipe:
            pipe.set(_summary_key(summary_id), summary, ex=self._lifetime)
            pipe.set(_text_key(summary_id), text.encode(), ex=self._lifetime)
            pipe.execute()

    def _read(self, key: str) -> bytes | None:
        with away_on_error():
            return cast("bytes | None", self._client.get(key))


# The braces make a Redis Cluster keep both keys of a summary on one node, as one transaction needs.
def _summary_key(summary_id: str) -> str:
    return f"smallprint:summary:{{{summary_id}}}"


def _text_key(summary_id: str) -> str:
    return f"smallprint:text:{{{summary_id}}}"
