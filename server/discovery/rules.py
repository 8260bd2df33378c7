"""What links to policies are called, and what each sign of one weighs: the file that service and extension share."""

import re
import tomllib
from importlib.resources import files
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from server.discovery.model import LinkKind

_FILE: Final[dict[str, Any]] = tomllib.loads((files(__package__) / "data" / "policy-links.toml").read_text("utf-8"))

_ACCENTS = re.compile("[\u0300-\u036f]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def normal(text: str) -> str:
    """Return the words of `text` in lower case, without accents, one space between them."""
    letters = normalize("NFC", _ACCENTS.sub("", normalize("NFKD", text.lower())))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


class Phrase(NamedTuple):
    """What a phrase says of a link; `is_name` tells the name of a document from the matter that it is about."""

    kind: LinkKind
    is_name: bool
    language: str


def _phrases() -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for language, kinds in _LANGUAGES.items():
        for kind in LinkKind:
            for is_name, phrases in ((True, "names"), (False, "topics")):
                for phrase in kinds.get(kind, {}).get(phrases, ()):
                    found.setdefault(normal(phrase), Phrase(kind, is_name, language))
    # In an address the words of a name may run together: /protecciondedatos.html.
    joined = {phrase.replace(" ", ""): said for phrase, said in found.items() if said.is_name and " " in phrase}
    return {**joined, **found}


def _words(key: str) -> frozenset[str]:
    return frozenset(normal(word) for kinds in _LANGUAGES.values() for word in kinds.get("words", {}).get(key, ()))


_SETTINGS = ("well-known", "weights", "regions", "hosts", "others", "addresses")
_LANGUAGES = {name: kinds for name, kinds in _FILE.items() if name not in _SETTINGS}

PHRASES: Final[dict[str, Phrase]] = _phrases()
FILLERS: Final[frozenset[str]] = _words("fillers")
SPECIAL: Final[frozenset[str]] = _words("special")
# Languages that put no spaces between words: their phrases are looked for anywhere, the longest first.
UNSPACED: Final[tuple[str, ...]] = tuple(
    sorted(
        (phrase for phrase, said in PHRASES.items() if _LANGUAGES[said.language].get("unspaced")),
        key=lambda phrase: (-len(phrase), phrase),
    )
)
# Of the phrases and special words, the most words that one has.
MAX_PHRASE_WORDS: Final = max(phrase.count(" ") + 1 for phrase in (*PHRASES, *SPECIAL))

WEIGHTS: Final[dict[str, int]] = _FILE["weights"]
WELL_KNOWN: Final[tuple[str, ...]] = tuple(_FILE["well-known"])
REGION_WORDS: Final[dict[str, frozenset[str]]] = {name: frozenset(words) for name, words in _FILE["regions"].items()}
VENDORS: Final[frozenset[str]] = frozenset(_FILE["hosts"]["vendors"])
ANYONE_CAN_WRITE: Final[frozenset[str]] = frozenset(_FILE["hosts"]["anyone-can-write"])
OTHERS_BEFORE: Final[tuple[str, ...]] = tuple(_FILE["others"]["before"])
ARTICLE_ADDRESSES: Final[frozenset[str]] = frozenset(_FILE["addresses"]["article"])
ADDRESS_FILLERS: Final[frozenset[str]] = frozenset(_FILE["addresses"]["fillers"])
OTHER_LANGUAGES: Final[frozenset[str]] = frozenset(_FILE["addresses"]["languages"])
