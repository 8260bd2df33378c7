"""Summaries and the texts they were made from, kept by content."""

from datetime import timedelta
from typing import cast

import redis

from server.store.packed import Packed
from server.store.servers import Servers


class Summaries:
    """Summaries under their ids: as an id covers all that a summary is made from, an entry is never wrong."""

    def __init__(self, servers: Servers, lifetime: timedelta) -> None:
        self._servers = servers
        self._lifetime = lifetime

    def get(self, summary_id: str) -> Packed | None:
        """Return the summary as it was put, or None."""
        return self._read(_summary_key(summary_id))

    def text(self, summary_id: str) -> Packed | None:
        """Return the text that the summary was made from, or None."""
        return self._read(_text_key(summary_id))

    def renew(self, summary_id: str) -> Packed | None:
        """Return the summary and start its lifetime anew; None where it or its text is not there."""

        def renew(client: redis.Redis) -> Packed | None:
            with client.pipeline(transaction=False) as pipe:
                pipe.get(_summary_key(summary_id))
                pipe.expire(_summary_key(summary_id), self._lifetime)
                pipe.expire(_text_key(summary_id), self._lifetime)
                summary, _, has_text = pipe.execute()
            return Packed.read(summary) if summary is not None and has_text else None

        return self._servers.run(_summary_key(summary_id), renew)

    def put(self, summary_id: str, summary: Packed, text: str) -> None:
        """Keep the summary and its text, both or neither."""
        packed_text = Packed.of(text.encode()).kept()

        def put(client: redis.Redis) -> None:
            with client.pipeline() as pipe:
                pipe.set(_summary_key(summary_id), summary.kept(), ex=self._lifetime)
                pipe.set(_text_key(summary_id), packed_text, ex=self._lifetime)
                pipe.execute()

        self._servers.run(_summary_key(summary_id), put)

    def forget(self, summary_id: str) -> bool:
        """Remove the summary and its text; return whether either was there."""
        keys = (_summary_key(summary_id), _text_key(summary_id))
        return bool(self._servers.run(keys[0], lambda client: client.delete(*keys)))

    def _read(self, key: str) -> Packed | None:
        kept = self._servers.run(key, lambda client: cast("bytes | None", client.get(key)))
        return None if kept is None else Packed.read(kept)


# The braces make a Redis Cluster keep both keys of a summary on one node, as one transaction needs.
def _summary_key(summary_id: str) -> str:
    return f"smallprint:summary:{{{summary_id}}}"


def _text_key(summary_id: str) -> str:
    return f"smallprint:text:{{{summary_id}}}"
