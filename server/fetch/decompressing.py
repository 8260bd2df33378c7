"""A body's Content-Encoding undone, a little at a time: a bomb costs no more than what is taken of it."""

import zlib
from collections.abc import Iterable, Iterator

from server.fetch.errors import Unreachable, UnsupportedMediaType

ACCEPTED = "gzip, deflate"

_PIECE_BYTES = 64 * 1024
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's names for them


def decompressed(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield what `chunks` say, in pieces of at most 64 KiB where they are compressed.

    Raises `UnsupportedMediaType` where nobody asked for such a coding, `Unreachable` where it breaks off.
    """
    match coding.strip().lower():
        case "" | "identity":
            return iter(chunks)
        case "gzip" | "x-gzip":
            return _inflated(chunks, _GZIP)
        case "deflate":
            return _inflated(chunks, None)
    raise UnsupportedMediaType("The site compresses its answer in a way that it was not asked for.")


def _inflated(chunks: Iterable[bytes], form: int | None) -> Iterator[bytes]:
    try:
        yield from _pieces(chunks, form)
    except zlib.error as error:
        raise Unreachable("The site's answer cannot be decompressed.") from error


def _pieces(chunks: Iterable[bytes], form: int | None) -> Iterator[bytes]:
    inflate = None
    for chunk in chunks:
        if not chunk:
            continue
        inflate = inflate or zlib.decompressobj(form or _form_of_deflate(chunk))
        piece = b""
        while chunk or len(piece) == _PIECE_BYTES:  # a full piece may have left something behind inside of zlib
            piece = inflate.decompress(chunk, _PIECE_BYTES)
            yield piece
            if inflate.eof:
                return  # as browsers do, whatever follows
            chunk = inflate.unconsumed_tail
    raise Unreachable("The site's answer breaks off.")


def _form_of_deflate(chunk: bytes) -> int:
    # "deflate" means zlib's form; some servers take the word for what is inside of it, as browsers know.
    return _ZLIB if chunk[0] & 0x0F == 8 and chunk[0] >> 4 <= 7 else _RAW
