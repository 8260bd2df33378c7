"""The values that pass through the search for a policy, all frozen."""

from enum import StrEnum

import msgspec


class LinkKind(StrEnum):
    """What a link leads to, in the order in which links are returned.

    OTHER is what speaks of privacy and is no policy of this site: an article, or another company's policy.
    """

    PRIVACY_POLICY = "privacy-policy"
    PRIVACY_CHOICES = "privacy-choices"
    COOKIE_POLICY = "cookie-policy"
    TERMS = "terms"
    IMPRINT = "imprint"
    OTHER = "other"


class Region(StrEnum):
    """Where in its page a link stands; HEAD is for the reader's programs, COMMENTS are other people's words."""

    HEAD = "head"
    FOOTER = "footer"
    NAVIGATION = "navigation"
    BODY = "body"
    DIALOG = "dialog"
    IN_ARTICLE = "in-article"
    COMMENTS = "comments"


class PageLink(msgspec.Struct, frozen=True):
    """A link as a page has it.

    `description` is what the page says of it unseen (aria-label, title, an image's alternative text), `before` the
    words in front of it, `rel` its link relations in lower case.
    """

    href: str
    text: str = ""
    description: str = ""
    before: str = ""
    region: Region = Region.BODY
    rel: tuple[str, ...] = ()
    hreflang: str = ""
    hidden: bool = False


class PolicyLink(msgspec.Struct, frozen=True):
    """A link that may lead to a policy: the higher its `score`, the likelier.

    `url` has neither user nor fragment, `text` is what the page calls it, and `other_host` tells that it leaves
    the registrable domain of the page.
    """

    url: str
    kind: LinkKind
    text: str
    score: int
    region: Region
    other_host: bool
