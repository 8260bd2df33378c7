"""Finds a site's privacy policy among the links of its home page.

Pure: no Flask, no Redis, no clock, no network, no environment.
"""

from server.discovery.candidates import well_known
from server.discovery.model import LinkKind, PolicyLink, Region
from server.discovery.page import page_links
from server.discovery.ranking import rank

__all__ = ["LinkKind", "PolicyLink", "Region", "policy_links", "well_known"]


def policy_links(html: str, base_url: str) -> tuple[PolicyLink, ...]:
    """Return the links of the page at `base_url` to the site's policies: privacy policies first, the likeliest on top.

    They are few whatever the page holds, and none where it names no policy.
    """
    return rank(page_links(html, base_url), base_url)
