"""How well the gate tells policies from other pages: which policies of the corpus it refuses, which others it lets in.

python -m evaluation.gate [--every N]    N to take every Nth file of each folder
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.corpus import SHARED
from server.analysis import Document, Refusal, read_html, read_text
from server.analysis.gate import check

POLICIES = ("policies", "html/policy")
OTHERS = ("other-pages", "html/other", "other-languages")


def answers(folder: str, every: int = 1) -> Iterator[tuple[str, Refusal | None]]:
    """Yield the name of each file in a folder of the corpus with the refusal that it gets, None where it is let in."""
    for path in sorted((SHARED / "corpus" / folder).glob("*.*"))[::every]:
        try:
            check(_document(path))
        except Refusal as refusal:
            yield path.name, refusal
        else:
            yield path.name, None


def _document(path: Path) -> Document:
    read = read_html if path.suffix == ".html" else read_text
    return read(path.read_text("utf-8", errors="replace"))


def main() -> None:
    """Print each wrong answer with its reason, then how many of each folder were let in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    let_in: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for folder in (*POLICIES, *OTHERS):
        for name, refusal in answers(folder, every):
            seen[folder] += 1
            let_in[folder] += refusal is None
            if (refusal is None) != (folder in POLICIES):
                print(f"{folder}/{name}: {refusal or 'let in'}")
    for folder, number in seen.items():
        print(f"{folder:16} {let_in[folder]:5} of {number:5} let in")


if __name__ == "__main__":
    main()
