"""How often the first link that is taken for a site's privacy policy is it, on pages of real sites.

    python -m evaluation.links [--set dev|test] [--wrong]    --wrong to print each wrong answer
    python -m evaluation.links --places                      at which paths policies lie on their own domains

The pages are those that Formasaurus learnt from (MIT licence; 954 pages of 800 sites, from 2014 to 2016), read from its
wheel, which pip brings. A reader saw the links of 160 of them, of a site one, and wrote down which lead to the site's
privacy policy: labels/links-*.jsonl, as the hash of the page and of each such address.

Beside it stands what a script would do without rules: the first link with "privacy" in its words or its address.

Places are counted over the pages of the wheel (where the first link leads, if it is on the page's own domain) and over
the addresses with "privacy" that the policies of the corpus write out of a domain that bears their service's name; a
domain counts once, by its commonest path.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from evaluation.corpus import SHARED
from evaluation.labels import FOLDER, digest
from server.discovery import LinkKind, policy_links
from server.discovery.addresses import Address, parse
from server.discovery.page import page_links
from server.discovery.rules import WEIGHTS

WHEEL = "formasaurus-0.10.0-py2.py3-none-any.whl"
WHEEL_SHA256 = "67296f19fe5cdb7c714795315a6a3cc010f61e803cb9ee8f8c61017f82af51bf"
_CACHE = Path("var/evaluation")

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_ON_PRIVACY = re.compile(r"//[^/]+/.*(?:privacy|datenschutz|confidential)", re.I)
_ON_CHOICES = re.compile("setting|choice|center|shield", re.I)
MOST_PLACES = 16

Find = Callable[[str, str], list[str]]


class LabelledPage(msgspec.Struct, frozen=True):
    """A page of the wheel, the hash of its bytes, and those of the addresses that are the site's privacy policy."""

    page: str
    sha256: str
    policies: tuple[str, ...]


class Pages:
    """The pages of the wheel, by name."""

    def __init__(self) -> None:
        wheel = _CACHE / WHEEL
        if not wheel.exists():
            _bring()
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
            raise ValueError(f"{wheel} is not the file that was labelled")
        self._zip = zipfile.ZipFile(wheel)
        self._urls = {name: page["url"] for name, page in json.loads(self._read("index.json")).items()}

    def names(self) -> list[str]:
        """Return the names of all pages."""
        return list(self._urls)

    def bytes_of(self, name: str) -> bytes:
        """Return the page as it came."""
        return self._read(name)

    def url_of(self, name: str) -> str:
        """Return where the page was."""
        return self._urls[name]

    def _read(self, name: str) -> bytes:
        return self._zip.read(f"formasaurus/data/{name}")


def _bring() -> None:
    version = WHEEL.split("-")[1]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(_CACHE)]
    subprocess.run([*command, f"formasaurus=={version}"], check=True)


def ours(html: str, url: str) -> list[str]:
    """Return the addresses that are taken for the site's privacy policy, the likeliest first."""
    return [link.url for link in policy_links(html, url) if link.kind is LinkKind.PRIVACY_POLICY]


def plainest(html: str, url: str) -> list[str]:
    """Return the addresses of the links that hold "privacy" in their words or address, in the page's order."""
    links = page_links(html, url)
    found = [link for link in links if "privacy" in f"{link.text} {link.description} {link.href}".lower()]
    return [address.url for link in found if (address := parse(link.href))]


def load(name: str) -> list[LabelledPage]:
    """Return the labelled pages of a set."""
    decoder = msgspec.json.Decoder(LabelledPage)
    return [
        page
        for path in sorted(FOLDER.glob(f"links-{name}.*.jsonl"))
        for page in decoder.decode_lines(path.read_bytes())
    ]


def measure(name: str, find: Find, pages: Pages, wrong: bool = False) -> str:
    """Return the line of figures of `find` on the set `name`."""
    having = first = among = answered = invented = 0
    labelled = load(name)
    for page in labelled:
        raw = pages.bytes_of(page.page)
        if hashlib.sha256(raw).hexdigest()[:16] != page.sha256:
            raise ValueError(f"{page.page} is not the page that was labelled")
        found = find(raw.decode("utf-8", errors="replace"), pages.url_of(page.page))
        hits = [digest(url) in page.policies for url in found]
        having += bool(page.policies)
        answered += bool(found)
        first += hits[:1] == [True]
        among += any(hits)
        invented += bool(found) and not page.policies
        if wrong and hits[:1] != [True] and (found or page.policies):
            print(f"    {page.page} {pages.url_of(page.page)}: {found[:2] or 'nothing'}")
    return (
        f"{len(labelled):5} {having:8} {answered:9} {first / max(1, answered):12.3f} {first / max(1, having):14.3f}"
        f" {among / max(1, having):8.3f} {invented:9}"
    )


def places(pages: Pages) -> Counter[str]:
    """Return at how many domains the policy lies at each path."""
    of_domain: dict[str, Counter[str]] = defaultdict(Counter)
    for address in (*_linked(pages), *_written()):
        of_domain[address.site][urlsplit(address.url).path.lower().rstrip("/")] += 1
    return Counter(paths.most_common(1)[0][0] for paths in of_domain.values())


def _linked(pages: Pages) -> Iterator[Address]:
    """The first policy of each page that is on its own domain and that the page calls one."""
    for name in pages.names():
        found = policy_links(pages.bytes_of(name).decode("utf-8", errors="replace"), pages.url_of(name))
        own = (link for link in found if link.kind is LinkKind.PRIVACY_POLICY and not link.other_host)
        first = next(own, None)
        if first and first.score >= WEIGHTS["name"] and (address := parse(first.url)):
            yield address


def _written() -> Iterator[Address]:
    """The addresses on privacy that policies write of a domain that bears their service's name."""
    corpus = SHARED / "corpus"
    for line in (corpus / "index.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if not entry["file"].startswith("policies/"):
            continue
        service = re.sub("[^a-z0-9]", "", entry["service"].lower())
        for url in _ADDRESS.findall((corpus / entry["file"]).read_text("utf-8")):
            address = parse(url.rstrip(".,;"))
            label = address.site.split(".")[0].replace("-", "") if address else ""
            bears_it = len(label) > 4 and service.startswith(label) or label == service != ""
            if address and bears_it and _ON_PRIVACY.search(address.url) and not _ON_CHOICES.search(address.url):
                yield address


def main() -> None:
    """Print the figures of both ways on each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("dev", "test"), action="append")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--places", action="store_true")
    options = parser.parse_args()
    pages = Pages()
    if options.places:
        counted = places(pages)
        for path, domains in counted.most_common(MOST_PLACES):
            print(f"{domains:4} {domains / counted.total():6.1%}  {path}")
        print(f"{counted.total():4} domains")
        return
    print("set   by           pages  linking  answered  precision@1  recall@1      recall  invented")
    for name in options.set or ("dev", "test"):
        print(f"{name:5} our rules    {measure(name, ours, pages, options.wrong)}")
        print(f'{name:5} "privacy"    {measure(name, plainest, pages)}')


if __name__ == "__main__":
    main()
