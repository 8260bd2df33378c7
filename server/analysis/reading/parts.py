"""The parts of a page: what is likely to hold its policy, and what stands around."""

import re
from collections.abc import Mapping
from enum import IntEnum


class Part(IntEnum):
    """Where on a page something stands, the likeliest place of the policy first."""

    MAIN = 0
    BODY = 1
    HEADER = 2
    AROUND = 3
    SCRIPTLESS = 4


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_AROUND = _tags("dialog nav search")
_AROUND_MAIN = _tags("aside footer")
_AROUND_ROLES = _tags("alertdialog contentinfo dialog menu menubar navigation search")
# Sections that a script folds are hidden and yet policy: they are panels of something.
_PANEL_ROLES = _tags("region tabpanel")
# These hold the page as a whole, whatever their class says.
_WHOLE = _tags("body form html")
_BANNER = re.compile(
    r"(?:cookie|consent|gdpr|ccpa)[-_]?(?:banner|bar|box|consent|dialog|law|message|modal|notice|overlay|popup|prompt)"
    r"|onetrust|cookiebot|didomi|usercentrics|truste|osano|\bcky-|cmplz|iubenda-cs|klaro|qc-cmp|sp_message",
    re.I,
)


def part_inside(tag: str, attributes: Mapping[str, str | None], outer: Part) -> Part:
    """Return the part of the page that begins with an element, which stands in the part `outer`."""
    if tag == "noscript":
        return Part.SCRIPTLESS
    if outer >= Part.AROUND:
        return outer
    if tag in _AROUND or _is_around(tag, attributes, outer):
        return Part.AROUND
    if outer is Part.BODY and (tag == "header" or attributes.get("role") == "banner"):
        return Part.HEADER
    # The title of a page may stand in its header.
    return Part.BODY if tag == "h1" and outer is Part.HEADER else outer


def folds(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element opens and closes a section, whose title it then is."""
    return "aria-expanded" in attributes or "aria-controls" in attributes


def _is_around(tag: str, attributes: Mapping[str, str | None], outer: Part) -> bool:
    role = attributes.get("role")
    if role in _AROUND_ROLES or attributes.get("aria-modal") == "true":
        return True
    if tag in _AROUND_MAIN:
        return outer is not Part.MAIN
    if "hidden" in attributes:
        return role not in _PANEL_ROLES and "aria-labelledby" not in attributes
    return tag not in _WHOLE and bool(_BANNER.search(f"{attributes.get('id')} {attributes.get('class')}"))
