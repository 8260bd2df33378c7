"""The sentences of the unlabelled policies, split once and kept under `var/`."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from server.analysis.documents import read_text
from server.analysis.model import Sentence
from server.analysis.sentences import split

SHARED = Path(os.environ.get("SMALLPRINT_SHARED", "../shared"))
CACHE = Path("var/evaluation")


class Policy(msgspec.Struct, frozen=True):
    """One policy of the corpus: its file's name and its sentences."""

    name: str
    sentences: tuple[Sentence, ...]


def _code_hash() -> str:
    """A hash of what splits a text: the sentences kept are those of this code."""
    analysis = Path("server/analysis")
    code = [analysis / f"{name}.py" for name in ("model", "documents", "markup", "segments", "sentences", "splitting")]
    code += sorted([*(analysis / "reading").glob("*.py"), *(analysis / "data").glob("*.txt")])
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()[:12]


def policies() -> list[Policy]:
    """Return the policies of `SMALLPRINT_SHARED`/corpus/policies; raise FileNotFoundError where there is none."""
    folder = SHARED / "corpus" / "policies"
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there: set SMALLPRINT_SHARED to the folder that holds corpus/")
    cache = CACHE / f"sentences-{_code_hash()}.msgpack"
    if not cache.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        for outdated in CACHE.glob("sentences-*.msgpack"):
            outdated.unlink(missing_ok=True)
        cache.write_bytes(msgspec.msgpack.encode(list(_read(folder))))
    return msgspec.msgpack.decode(cache.read_bytes(), type=list[Policy])


def _read(folder: Path) -> Iterator[Policy]:
    for path in sorted(folder.glob("*.txt")):
        yield Policy(path.stem, split(read_text(path.read_text("utf-8"))))
