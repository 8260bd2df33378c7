"""The extension ranks the links of a page as the service does."""

import json
import random
from pathlib import Path
from typing import Any

import msgspec

from server.discovery.model import PageLink, PolicyLink, Region
from server.discovery.ranking import rank
from server.discovery.rules import FILLERS, PHRASES, SPECIAL
from tests.extension import node
from tests.server.discovery.examples import EXAMPLES
from tools.policy_rules import MODULE, module

RANK = """
import { readFileSync } from "node:fs";
import { policyLinks } from %s;
const pages = JSON.parse(readFileSync(%s, "utf-8"));
console.log(JSON.stringify(pages.map(({ url, links }) => policyLinks(links, url))));
"""
HREFS = [
    "/x" * 2_000,
    "/privacy",
    "privacy.html",
    "./legal/../privacy",
    "/a/%2e%2E/privacy-policy",
    "/privacy/.",
    "?page=privacy",
    "?",
    "?#privacy",
    "",
    "//www.other.example/privacy",
    "HTTPS://Shop.Example:443/Privacy#top",
    "http://shop.example:8080/privacy",
    "#p",
    "\\legal\\privacy",
    " /privacy\n",
    "/priv\tacy",
    "/datenschutz erklärung",
    "/%E9privacy",
    "/%e9/privacy policy",
    "/隐私政策",
    "/a?b=datenschutz&c=1#d",
    '/a?q=it\'s "privacy"&x=<y>',
    "/kids/privacy",
    "/de/privacy",
    "/en-GB/privacy",
    "https://policies.google.com/privacy",
    "https://pastebin.com/privacy",
    "https://user@shop.example/privacy",
    "javascript:privacy()",
    "mailto:privacy@shop.example",
    "https://bücher.example/privacy",
    "/blog/2024/05/privacy",
    "/terms-of-use",
    "/cookies",
    "/a|b^c`d{e}/privacy",
    "/privacy//",
    "/no-commercial-use",
    "/2019/privacy",
    "https://[::1]/privacy",
    "https://[privacy",
    "https://shop.example./privacy",
    "https://a..b/privacy",
    "http:/privacy",
    "https:privacy",
    "https:/privacy",
    "https:///www.other.example/privacy",
    "///www.other.example/p",
    "https://-a.example/privacy",
    "https://a!b.example/privacy",
    "https://a_b.example/privacy",
    "https:",
]
WORDS = [
    *(
        "Acme",
        "shop",
        "google",
        "of",
        "how",
        "İstanbul",
        "ſ",
        "…",
        "½",
        "ﬁle",
        "２０２４",
        "ß",
        "reCAPTCHA",
        "隐私网站",
        "",
    )
]


def test_the_rules_are_those_of_the_service() -> None:
    assert MODULE.read_text("utf-8") == module()


def drawn(seed: int) -> tuple[str, tuple[PageLink, ...]]:
    """The links of a page that nobody would write."""
    draw = random.Random(seed)
    words = [*sorted(PHRASES), *sorted(FILLERS), *sorted(SPECIAL), *WORDS * 20]

    def text(most: int) -> str:
        return " ".join(draw.choice(words).title() for _ in range(draw.randrange(most)))

    links = tuple(
        PageLink(
            href=draw.choice(HREFS),
            text=text(5),
            description=text(2),
            before=draw.choice(["", "protected by reCAPTCHA and the Google", text(4)]),
            region=draw.choice(list(Region)),
            rel=draw.choice([(), (), ("nofollow",), ("privacy-policy",), ("terms-of-service", "external")]),
            hreflang=draw.choice(["", "", "en", "de-AT", "x"]),
            hidden=draw.random() < 0.1,
        )
        for _ in range(40)
    )
    return draw.choice(
        ["https://shop.example/", "https://shop.example/legal/privacy?a=b", "https://www.google.com/"]
    ), links


def extension_s(pages: list[tuple[str, tuple[PageLink, ...]]], folder: Path) -> Any:
    """How the extension ranks the links of each page."""
    file = folder / "pages.json"
    file.write_bytes(msgspec.json.encode([{"url": url, "links": links} for url, links in pages]))
    script = RANK % (json.dumps((node.EXTENSION / "policy-links.js").as_uri()), json.dumps(str(file)))
    ended = node.run("--input-type=module", "--eval", script)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def service_s(pages: list[tuple[str, tuple[PageLink, ...]]]) -> Any:
    """How the service ranks them, as the extension writes it."""
    return [[as_written(link) for link in rank(links, url)] for url, links in pages]


def as_written(link: PolicyLink) -> dict[str, Any]:
    return {{"other_host": "otherHost"}.get(name, name): value for name, value in msgspec.structs.asdict(link).items()}


def test_the_examples_are_ranked_alike(tmp_path: Path) -> None:
    pages = [(example.url, example.links) for example in EXAMPLES]

    assert extension_s(pages, tmp_path) == service_s(pages)


def test_what_nobody_would_write_is_ranked_alike(tmp_path: Path) -> None:
    pages = [drawn(seed) for seed in range(300)]
    ours, theirs = service_s(pages), extension_s(pages, tmp_path)

    assert sum(map(len, ours)) > 1_000
    for page, one, other in zip(pages, ours, theirs, strict=True):
        assert one == other, page
