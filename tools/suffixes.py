"""The extension's copy of the public suffix list: `python -m tools.suffixes` writes it anew.

The service reads the list that its pinned package carries; the extension must find the same domains, else it would
ask for hashes that are on no record.
"""

from collections import defaultdict
from pathlib import Path

import publicsuffixlist

MODULE = Path(__file__).parents[1] / "extension" / "suffixes.js"

_OPENING = """/**
 * The public suffix list (https://publicsuffix.org, MPL 2.0): under each top-level name the suffixes that it ends,
 * without it. "*" stands for any one label, "!" marks an exception. A top-level name that is not here ends no other.
 *
 * Made by tools/suffixes.py from the list that the service reads: change that.
 */

"""


def module() -> str:
    """Return the text of the module."""
    lines = (f'  "{top}": "{" ".join(sorted(rules))}",\n' for top, rules in sorted(_rules().items()))
    return f"{_OPENING}export const SUFFIXES = {{\n{''.join(lines)}}};\n"


def _rules() -> dict[str, set[str]]:
    """The rules of more than one label, by the last, as browsers write hosts: in ASCII."""
    found = defaultdict(set)
    for line in Path(publicsuffixlist.PSLFILE).read_text("utf-8").splitlines():
        rule = line.split(" ")[0].strip()
        if not rule or rule.startswith("//"):
            continue
        mark = "!" if rule.startswith("!") else ""
        rest, _dot, top = publicsuffixlist.encode_idn(rule.removeprefix("!").lower()).rpartition(".")
        if rest:
            found[top].add(mark + rest)
    return found


def main() -> None:
    """Write the module."""
    MODULE.write_text(module(), "utf-8")


if __name__ == "__main__":
    main()
