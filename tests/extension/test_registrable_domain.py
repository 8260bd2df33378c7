"""The extension finds the registrable domain that the service finds, for any host that a browser can be on."""

import json
import random
import re
from pathlib import Path

import publicsuffixlist

from server.domains import NoDomain, registrable_domain
from tests.extension import node
from tools.suffixes import MODULE, module

# What a browser makes of each host ("" where it is none), and the domain that the extension finds.
FIND = """
import { readFileSync } from "node:fs";
import { registrableDomain } from %s;
const hosts = JSON.parse(readFileSync(%s, "utf-8"));
const hostname = (host) => URL.parse(`http://${host}/`)?.hostname ?? "";
console.log(JSON.stringify(hosts.map(hostname).map((host) => [host, registrableDomain(host)])));
"""
HOSTS = {
    "example.org": "example.org",
    "www.example.org": "example.org",
    "WWW.Example.ORG.": "example.org",
    "co.uk": "",
    "shop.co.uk": "shop.co.uk",
    "www.shop.co.uk": "shop.co.uk",
    "github.io": "",
    "alice.github.io": "alice.github.io",
    "blog.alice.github.io": "alice.github.io",
    "s3.amazonaws.com": "",
    "a.b.compute.amazonaws.com": "a.b.compute.amazonaws.com",
    "city.kawasaki.jp": "city.kawasaki.jp",
    "other.kawasaki.jp": "",
    "a.other.kawasaki.jp": "a.other.kawasaki.jp",
    "kawasaki.jp": "",
    "www.ck": "www.ck",
    "a.www.ck": "www.ck",
    "shop.ck": "",
    "bücher.de": "xn--bcher-kva.de",
    "www.xn--bcher-kva.de": "xn--bcher-kva.de",
    "食狮.公司.cn": "xn--85x722f.xn--55qx5d.cn",
    "公司.cn": "",
    "faß.de": "xn--fa-hia.de",
    "of-a-new.nevermore": "of-a-new.nevermore",
    "localhost": "",
    "nevermore": "",
    "192.168.1.1": "",
    "127.1": "",
    "2130706433": "",
    "0x7f.1": "",
    "[::1]": "",
    "[::ffff:10.0.0.1]": "",
    "a_b.example.org": "example.org",
    "-a.example.org": "",
    "constructor": "",
    "a.__proto__": "a.__proto__",
    "a.toString": "a.tostring",
    "a..b": "",
    f"{'a' * 64}.org": "",
    ".".join(["a" * 60] * 4 + ["abcdefg.org"]): "",
    ".".join(["a" * 60] * 4 + ["abcde.org"]): "abcde.org",
}


def found(hosts: list[str], folder: Path) -> list[tuple[str, str]]:
    (folder / "hosts.json").write_text(json.dumps(hosts), "utf-8")
    names = (node.EXTENSION / "registrable-domain.js").as_uri(), str(folder / "hosts.json")
    ended = node.run("--input-type=module", "--eval", FIND % tuple(map(json.dumps, names)))
    assert ended.returncode == 0, ended.stderr
    return [tuple(pair) for pair in json.loads(ended.stdout)]


def of_the_service(host: str) -> str:
    try:
        return registrable_domain(host)
    except NoDomain:
        return ""


def suffixes() -> list[str]:
    lines = Path(publicsuffixlist.PSLFILE).read_text("utf-8").splitlines()
    return [line.split(" ")[0] for line in lines if line.strip() and not line.startswith("//")]


def test_the_list_is_that_of_the_service() -> None:
    assert MODULE.read_text("utf-8") == module(), "python -m tools.suffixes writes it anew"


def test_well_known_hosts(tmp_path: Path) -> None:
    assert [domain for _host, domain in found(list(HOSTS), tmp_path)] == list(HOSTS.values())


def test_every_rule_is_read_as_the_service_reads_it(tmp_path: Path) -> None:
    """Each rule of the list as a host, with nothing, one, two and three labels before it."""
    rules = [re.sub(r"^!", "", rule).replace("*", "any") for rule in suffixes()]
    hosts = [before + rule for rule in rules for before in ("", "shop.", "www.shop.", "a.b.shop.")]

    pairs = found(hosts, tmp_path)

    assert len(pairs) > 40_000
    assert sum(domain != "" for _host, domain in pairs) > 30_000
    assert [pair for pair in pairs if pair[0] and pair[1] != of_the_service(pair[0])] == []
    strange = {host for host, (name, _domain) in zip(hosts, pairs, strict=True) if not name}
    assert strange == set()


def test_hosts_made_of_anything_are_read_alike(tmp_path: Path) -> None:
    """The service is asked for the host as the browser writes it, and, where it can read that, as it was typed."""
    chance = random.Random(5)
    labels = [
        "a",
        "www",
        "shop",
        "co",
        "uk",
        "com",
        "jp",
        "kobe",
        "city",
        "github",
        "io",
        "xn--p1ai",
        "рф",
        "bücher",
        "ß",
    ]
    labels += [
        "公司",
        "1",
        "0x1",
        "255",
        "08",
        "_x",
        "-",
        "a-",
        "",
        "é",
        "Ⅷ",
        "K",
        "☃",
        "xn--",
        "xn--a",
        "a" * 63,
        "ck",
    ]
    hosts = [".".join(chance.choices(labels, k=chance.randint(1, 6))) for _ in range(20_000)]

    pairs = found(hosts, tmp_path)

    assert sum(domain != "" for _host, domain in pairs) > 5_000
    assert [pair for pair in pairs if pair[0] and pair[1] != of_the_service(pair[0])] == []
    typed = [(host, domain, of_the_service(host)) for host, (name, domain) in zip(hosts, pairs, strict=True) if name]
    assert [each for each in typed if each[2] and each[1] != each[2]] == []
