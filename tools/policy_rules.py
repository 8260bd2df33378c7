"""The extension's copy of what links to policies are called: `python -m tools.policy_rules` writes it anew.

The service reads server/discovery/data/policy-links.toml; an extension can read no TOML, so it gets a module.
"""

import json
from pathlib import Path

from server.discovery import ranking, rules, wording
from server.discovery.addresses import MAX_HREF_CHARS
from server.discovery.model import LinkKind

MODULE = Path(__file__).parents[1] / "extension" / "policy-rules.js"

_OPENING = """/**
 * What links to policies are called, and what each sign of one weighs.
 *
 * Made by tools/policy_rules.py from the file that the service reads: change that.
 */

"""


def module() -> str:
    """Return the text of the module."""
    values = {
        "KINDS": list(LinkKind),
        "WEIGHTS": rules.WEIGHTS,
        "LIMITS": {
            "hrefChars": MAX_HREF_CHARS,
            "links": ranking.MAX_LINKS,
            "policies": ranking.MAX_POLICIES,
            "ofOtherKinds": ranking.MAX_OF_OTHER_KINDS,
            "extraBesideName": ranking.MAX_EXTRA_BESIDE_NAME,
            "extraBesideTopic": ranking.MAX_EXTRA_BESIDE_TOPIC,
            "words": wording.MAX_WORDS,
            "phraseWords": rules.MAX_PHRASE_WORDS,
        },
        "REGION_WORDS": {region: sorted(words) for region, words in rules.REGION_WORDS.items()},
        "OFFICIAL_REGIONS": list(ranking.OFFICIAL),
        "RELATIONS": ranking.RELATIONS,
        "FILLERS": sorted(rules.FILLERS),
        "SPECIAL": sorted(rules.SPECIAL),
        "ADDRESS_FILLERS": sorted(rules.ADDRESS_FILLERS),
        "ARTICLE_ADDRESSES": sorted(rules.ARTICLE_ADDRESSES),
        "OTHER_LANGUAGES": sorted(rules.OTHER_LANGUAGES),
        "VENDORS": sorted(rules.VENDORS),
        "ANYONE_CAN_WRITE": sorted(rules.ANYONE_CAN_WRITE),
        "OTHERS_BEFORE": rules.OTHERS_BEFORE,
        "UNSPACED": rules.UNSPACED,
        "PHRASES": _phrases(),
    }
    return _OPENING + "\n".join(f"export const {name} = {_written(value)};\n" for name, value in values.items())


def _phrases() -> list[list[object]]:
    """Kind, whether they are names, language, and the phrases of which all this holds."""
    groups: dict[rules.Phrase, list[str]] = {}
    for phrase, said in rules.PHRASES.items():
        groups.setdefault(said, []).append(phrase)
    return [[*said, phrases] for said, phrases in groups.items()]


def _written(value: object) -> str:
    if isinstance(value, (list, tuple)) and value and isinstance(value[0], list):
        return "[\n" + "".join(f"  {_line(item)},\n" for item in value) + "]"
    if isinstance(value, dict):
        return "{\n" + "".join(f"  {_line(key)}: {_line(item)},\n" for key, item in value.items()) + "}"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the module."""
    MODULE.write_text(module(), "utf-8")


if __name__ == "__main__":
    main()
