"""How well the gate tells policies from other pages: which policies of the corpus it refuses, which others it lets in.

python -m evaluation.gate [--every N]    N to take every Nth file of each folder
"""

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import SHARED
from server.analysis import Document, Refusal, read_html, read_text
from server.analysis.gate import check
from server.analysis.refusals import NotEnglish

POLICIES = ("policies", "html/policy")
OTHERS = ("other-pages", "html/other", "other-languages")
_MISFILED = tomllib.loads(Path(__file__).with_name("misfiled.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gate said of a file; `refusal` is None where it let it in."""

    folder: str
    name: str
    refusal: Refusal | None

    @property
    def is_policy(self) -> bool:
        """Whether the file is an English privacy policy: by its folder, by hand where that is wrong.

        Policies in other languages lie in both kinds of folder; here the gate's own word is taken.
        """
        if self.folder in POLICIES:
            return self.name not in _MISFILED["no-policy"] and not isinstance(self.refusal, NotEnglish)
        return self.name in _MISFILED["holds-a-policy"]

    @property
    def is_right(self) -> bool:
        """Whether policies, and nothing else, are let in."""
        return self.is_policy == (self.refusal is None)


def answers(folder: str, every: int = 1) -> Iterator[Answer]:
    """Yield the gate's answer to each file, or every Nth, in a folder of the corpus."""
    for path in sorted((SHARED / "corpus" / folder).glob("*.*"))[::every]:
        try:
            check(_document(path))
        except Refusal as refusal:
            yield Answer(folder, path.name, refusal)
        else:
            yield Answer(folder, path.name, None)


def _document(path: Path) -> Document:
    read = read_html if path.suffix == ".html" else read_text
    return read(path.read_text("utf-8", errors="replace"))


def main() -> None:
    """Print each wrong answer with its reason, then the figures of each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    print("folder            policies  refused   others   let in")
    for folder in (*POLICIES, *OTHERS):
        given = list(answers(folder, every))
        policies = [answer for answer in given if answer.is_policy]
        others = [answer for answer in given if not answer.is_policy]
        refused = [answer for answer in policies if not answer.is_right]
        let_in = [answer for answer in others if not answer.is_right]
        print(f"{folder:16} {len(policies):9} {len(refused):8} {len(others):8} {len(let_in):8}")
        for answer in (*refused, *let_in):
            print(f"    {answer.name}: {answer.refusal or 'let in'}")


if __name__ == "__main__":
    main()
