"""A small web on loopback: sites by name, over https and http, and a fetcher that finds them there and nothing else."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_network

import httpcore
import trustme

from server.fetch.addresses import Address
from server.fetch.fetcher import Fetcher
from server.settings import Opening
from tests.server.analysis.policies import WHOLE
from tests.server.fetch.sites import http, path_of, serving

DOMAIN = "larkspur.example"
HOME = f"https://{DOMAIN}/"
LOOPBACK = Opening(ip_network("127.0.0.0/8"), frozenset({80, 443}))

POLICY = f"<title>Privacy Policy</title><h1>Privacy Policy</h1><p>{WHOLE}</p>"
TERMS = "<h1>Terms of Service</h1>" + "<p>You agree to these terms. You may not copy or resell the service.</p>" * 40
COOKIES = "<h1>Cookie Policy</h1>" + "<p>Cookies are small files. We use session cookies and other cookies.</p>" * 40

Pages = Mapping[str, bytes | str | Callable[[str], bytes]]
"""What lies where: by address without a query, as HTML, a whole answer, or what makes one of the request's head."""


def footer(*links: str) -> str:
    """A home page whose footer has these links."""
    words = "<p>Books, by post, since 1987. Every order is packed by hand and sent the next morning. </p>" * 8
    return f"<title>Larkspur</title><main>{words}</main><footer>{' '.join(links)}</footer>"


def link(href: str, text: str = "Privacy Policy") -> str:
    return f'<a href="{href}">{text}</a>'


class Web:
    """What is served, and what was asked for: addresses in their order."""

    def __init__(self, pages: Pages) -> None:
        self.pages = dict(pages)
        self.hosts = {address.split("/")[2] for address in pages}
        self.asked: list[str] = []
        self.authority = trustme.CA()
        self.ports: dict[int, int] = {}

    def serve(self, pages: Pages) -> None:
        """Have other pages on the same hosts from now on."""
        self.pages = dict(pages)
        self.asked.clear()

    def answer(self, scheme: str, head: str) -> bytes:
        host = next(line for line in head.split("\r\n") if line.lower().startswith("host:")).partition(":")[2].strip()
        address = f"{scheme}://{host}{path_of(head)}"
        self.asked.append(address)
        page = self.pages.get(address.partition("?")[0], http("Nothing is here.", "404 Not Found"))
        if callable(page):
            return page(head)
        return http(page) if isinstance(page, str) else page

    def fetcher(self, trusting: ssl.SSLContext | None = None) -> Fetcher:
        if trusting is None:
            trusting = ssl.create_default_context()
            self.authority.configure_trust(trusting)
        return fetcher_on(self.ports, self.hosts, trusting)


def fetcher_on(ports: Mapping[int, int], hosts: set[str], trusting: ssl.SSLContext) -> Fetcher:
    """A fetcher for which `hosts` are on this machine, and its ports 80 and 443 are `ports`."""

    def look_up(host: str) -> list[str]:
        if host not in hosts:
            raise OSError("no such name")
        return ["127.0.0.1"]

    def connect(address: Address, port: int, seconds: float) -> httpcore.NetworkStream:
        return httpcore.SyncBackend().connect_tcp(str(address), ports[port], seconds)

    return Fetcher([LOOPBACK], look_up=look_up, connect=connect, tls=trusting)


@contextmanager
def on_the_web(pages: Pages) -> Iterator[Web]:
    web = Web(pages)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    web.authority.issue_cert(*sorted(web.hosts)).configure_cert(context)
    with (
        serving(lambda head: web.answer("https", head), context) as safe,
        serving(lambda head: web.answer("http", head)) as plain,
    ):
        web.ports |= {443: safe.port, 80: plain.port}
        yield web
