"""What the store has."""

from typing import Any

import msgspec

from server.store.packed import Packed


def json_of(packed: Packed | None) -> Any:
    assert packed
    return msgspec.json.decode(packed.body)
