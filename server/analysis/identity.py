"""What a summary is computed from, as one hash: its id."""

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from server.analysis.model import Document


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from ((f"{entry.name}/{name}", content) for name, content in _sources(entry))
        elif entry.is_file():
            yield entry.name, entry.read_bytes()


def digest_of(folder: Traversable) -> str:
    """Return a digest of all files below `folder`, their names and their content."""
    digest = hashlib.sha256()
    for name, content in _sources(folder):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


ANALYSIS: str = digest_of(files(__package__))
"""A digest of the analysis itself, code and data: a new analysis never serves an old answer."""


def summary_id(document: Document) -> str:
    """Return the SHA-256 (hexadecimal) of all that `summarise` reads of `document`, and of the analysis itself."""
    blocks = [
        [block.kind, block.start, block.end, block.level, [[link.start, link.end, link.href] for link in block.links]]
        for block in document.blocks
    ]
    read = [ANALYSIS, document.title, document.base_url, document.markdown, document.text, blocks]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()
