"""Answers as they are kept: compressed once, as they are sent, behind a tag that tells whether they changed."""

import gzip
import hashlib
import zlib
from dataclasses import dataclass

_TAG_BYTES = 16
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31  # zlib's name for it


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes, as `gzip` makes them, and a digest of what they were."""

    tag: bytes
    compressed: bytes

    @classmethod
    def of(cls, body: bytes) -> "Packed":
        """Return `body`, packed; the same bytes whenever it is the same."""
        return cls(hashlib.sha256(body).digest()[:_TAG_BYTES], gzip.compress(body, mtime=0))

    @classmethod
    def read(cls, kept: bytes) -> "Packed":
        """Return what `kept()` returned as such; what an older service kept as it was is packed now."""
        if not kept.startswith(_GZIP, _TAG_BYTES):
            return cls.of(kept)
        return cls(kept[:_TAG_BYTES], kept[_TAG_BYTES:])

    def kept(self) -> bytes:
        """Return it as one value."""
        return self.tag + self.compressed

    @property
    def body(self) -> bytes:
        """What was packed."""
        return zlib.decompress(self.compressed, _GZIP_WINDOW)
