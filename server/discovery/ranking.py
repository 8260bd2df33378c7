"""Which of a page's links lead to the site's policies, the likeliest first."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from server.discovery.addresses import Address, parse, resolve
from server.discovery.model import LinkKind, PageLink, PolicyLink, Region
from server.discovery.rules import (
    ADDRESS_FILLERS,
    ANYONE_CAN_WRITE,
    ARTICLE_ADDRESSES,
    FILLERS,
    OTHER_LANGUAGES,
    OTHERS_BEFORE,
    VENDORS,
    WEIGHTS,
    normal,
)
from server.discovery.wording import NUMBER, Wording, read

# Of a page with more links, the first and the last are read: its menus and its footer.
MAX_LINKS = 4_000
MAX_POLICIES = 5
MAX_OF_OTHER_KINDS = 2
# A link of more words than these beside the name of a policy is a sentence or a headline.
MAX_EXTRA_BESIDE_NAME = 5
MAX_EXTRA_BESIDE_TOPIC = 2

RELATIONS = {"privacy-policy": LinkKind.PRIVACY_POLICY, "terms-of-service": LinkKind.TERMS}
_IN_ADDRESSES = FILLERS | ADDRESS_FILLERS | OTHER_LANGUAGES
OFFICIAL = (Region.HEAD, Region.FOOTER, Region.NAVIGATION)
_ORDER = list(LinkKind)
_LOCALE = re.compile(r"[a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?")


def rank(links: Iterable[PageLink], page_url: str) -> tuple[PolicyLink, ...]:
    """Return those of `links` on the page at `page_url` that lead to a policy: by kind, the likeliest of each first."""
    page = parse(page_url)
    if page is None:
        return ()
    best: dict[str, PolicyLink] = {}
    for link in _ends(list(links)):
        candidate = _candidate(link, page)
        if candidate is None:
            continue
        place = _place(candidate.url)
        best[place] = _better(best[place], candidate) if place in best else candidate
    ranked = sorted(best.values(), key=lambda link: (_ORDER.index(link.kind), -link.score))
    return tuple(_few(ranked))


def _ends(links: list[PageLink]) -> list[PageLink]:
    half = MAX_LINKS // 2
    return links if len(links) <= MAX_LINKS else [*links[:half], *links[-half:]]


def _few(ranked: list[PolicyLink]) -> Iterator[PolicyLink]:
    for kind in LinkKind:
        most = MAX_POLICIES if kind is LinkKind.PRIVACY_POLICY else MAX_OF_OTHER_KINDS
        yield from islice((link for link in ranked if link.kind is kind), most)


def _place(url: str) -> str:
    """What two addresses of one page have in common."""
    return url.removeprefix("https:").removeprefix("http:").rstrip("/")


def _better(one: PolicyLink, other: PolicyLink) -> PolicyLink:
    better = max(one, other, key=lambda link: link.score)
    if better.other_host and LinkKind.OTHER in (one.kind, other.kind):
        # Said once to be another company's, it is, whatever the other link calls it.
        better = msgspec.structs.replace(better, kind=LinkKind.OTHER)
    secure = next((link.url for link in (one, other) if link.url.startswith("https:")), better.url)
    return msgspec.structs.replace(better, url=secure)


def _candidate(link: PageLink, page: Address) -> PolicyLink | None:
    """What `link` is taken for, or None where it is no link to a policy."""
    target = resolve(link.href, page.url)
    address = parse(target) if target else None
    if address is None or (address.url == page.url and "#" in link.href):
        return None
    own = page.site.split(".")[0].replace("-", "")
    wording, text, score = _said(link, own)
    path, folders = _path(address, own)
    kind = _declared(link) or wording.kind or path.kind
    if path.kind is LinkKind.PRIVACY_POLICY and not path.extra:
        kind = path.kind  # "Your privacy rights" may be a part of the policy, whose fragment is not kept
    if kind is None:
        return None
    if kind is not wording.kind:
        score = WEIGHTS["only-address"] if kind is path.kind else 0
    score += WEIGHTS["declared"] if _declared(link) else 0
    score += _score_of_path(path, folders, kind)
    special = wording.special or [word for word in path.special if len(word) > 2]
    score += WEIGHTS["special"] if special else 0
    score += WEIGHTS[link.region]
    score += WEIGHTS["hidden"] if link.hidden else 0
    language = _language(link, wording, address)
    score += WEIGHTS[language] if language else 0
    other_host = address.site != page.site
    score += 0 if other_host else WEIGHTS["own-site"]
    if ANYONE_CAN_WRITE & {address.host, address.site} and other_host:
        score += WEIGHTS["anyone-can-write"]
    is_article = address.is_dated or bool(ARTICLE_ADDRESSES.intersection(folders))
    score += WEIGHTS["article"] if is_article else 0
    company = _is_of_another_company(link, wording, address) if other_host else None
    score += WEIGHTS["other-company"] if company is not None else 0
    if company or _is_text(wording) or (is_article and (wording.extra or special)):
        kind = LinkKind.OTHER
    if score < WEIGHTS["least"]:
        return None
    return PolicyLink(address.url, kind, text, score, link.region, other_host)


def _said(link: PageLink, own: str) -> tuple[Wording, str, int]:
    """What the words of `link` say, or its description if that says more; which of them, and what they weigh."""
    wording, description = read(link.text, own), read(link.description, own)
    by_words, by_description = _score_of_words(wording), _score_of_words(description) + WEIGHTS["only-description"]
    if by_description > by_words and description.kind:
        return description, link.text or link.description, by_description
    return wording, link.text or link.description, by_words


def _score_of_words(wording: Wording) -> int:
    if wording.phrase is None:
        return 0
    sign = "name" if wording.phrase.is_name else "topic"
    return WEIGHTS[sign] + WEIGHTS[f"{sign}-extra"] * len(wording.extra) + WEIGHTS["also"] * wording.also


def _is_text(wording: Wording) -> bool:
    """Whether a policy is mentioned rather than named."""
    if wording.phrase is None:
        return False
    most = MAX_EXTRA_BESIDE_NAME if wording.phrase.is_name else MAX_EXTRA_BESIDE_TOPIC
    return len(wording.extra) > most


def _path(address: Address, own: str) -> tuple[Wording, list[str]]:
    """What the last part of the address that says anything says, and the parts above it."""
    segments = [normal(segment) for segment in address.segments]
    while segments and all(word in _IN_ADDRESSES or NUMBER.fullmatch(word) for word in segments[-1].split()):
        segments.pop()
    if address.values and (values := read(address.values, own, _IN_ADDRESSES)).kind:
        return values, segments
    if not segments:
        return read(""), []
    return read(segments[-1], own, _IN_ADDRESSES), segments[:-1]


def _score_of_path(path: Wording, folders: list[str], kind: LinkKind) -> int:
    if path.kind is None:
        return WEIGHTS["address-folder"] if any(read(folder).kind is kind for folder in folders[-3:]) else 0
    if path.kind is not kind:
        return WEIGHTS["address-other-kind"]
    weight = WEIGHTS["address-name" if path.phrase and path.phrase.is_name else "address-topic"]
    return max(0, weight - 4 * len(path.extra))


def _declared(link: PageLink) -> LinkKind | None:
    return next((RELATIONS[relation] for relation in link.rel if relation in RELATIONS), None)


def _language(link: PageLink, wording: Wording, address: Address) -> str | None:
    """Which weight the language has that the link says its target is in, if any."""
    folders = [folder.lower() for folder in address.segments[:2] if _LOCALE.fullmatch(folder)]
    languages = [tag[:2] for tag in (*folders, link.hreflang.lower()) if tag]
    if "en" in languages:
        return "english"
    if any(language in OTHER_LANGUAGES for language in languages):
        return "other-language"
    if wording.phrase is None:
        return None
    return "english" if wording.phrase.language == "en" else "other-language"


def _is_of_another_company(link: PageLink, wording: Wording, address: Address) -> bool | None:
    """Whether the policy is another company's: True where it surely is, False where it may be, None where it is not."""
    if any(word in normal(f"{link.before} {link.text}") for word in OTHERS_BEFORE):
        return True
    is_vendor = bool(VENDORS & {address.host, address.site})
    names_it = any(len(word) > 2 and word in address.host for word in wording.extra)
    if not is_vendor and not names_it:
        return None
    return (is_vendor and names_it) or link.region not in OFFICIAL
