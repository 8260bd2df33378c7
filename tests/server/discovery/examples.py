"""The examples that the service's ranking and the extension's are both held to."""

from pathlib import Path

import msgspec

from server.discovery import LinkKind
from server.discovery.model import PageLink

FOLDER = Path(__file__).parents[2] / "policy-links"


class Example(msgspec.Struct, frozen=True):
    """The links of a page: which is the site's privacy policy, if any, and of what kind some others are."""

    name: str
    url: str
    links: tuple[PageLink, ...]
    policy: str | None
    kinds: dict[str, LinkKind]


EXAMPLES = msgspec.json.decode((FOLDER / "rankings.json").read_bytes(), type=tuple[Example, ...])
