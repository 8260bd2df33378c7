"""The store over TLS: one server, a cluster, and a primary that sentinels watch over, each with a certificate."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
import trustme

from server.store.connection import StoreAway
from server.store.servers import connect
from tests.server.store.processes import HOST, Process, Tls, cluster, watched

pytestmark = pytest.mark.alone


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    return Tls(tmp_path_factory.mktemp("tls"))


@pytest.fixture(params=["one", "cluster", "sentinel"])
def url(request: pytest.FixtureRequest, tmp_path: Path, tls: Tls) -> Iterator[str]:
    """The URL of such servers, which speak nothing but TLS."""
    match request.param:
        case "one":
            process = Process(tmp_path, tls=tls)
            yield f"rediss://{HOST}:{process.port}/0"
            process.close()
        case "cluster":
            with cluster(tmp_path, tls) as nodes:
                yield nodes.url
        case "sentinel":
            with watched(tmp_path, tls) as servers:
                yield servers.url


def trusting(url: str, authority: Path) -> str:
    return f"{url}?{urlencode({'ssl_ca_certs': authority})}"


def test_servers_are_reached_over_tls_where_their_certificates_are_trusted(url: str, tls: Tls, tmp_path: Path) -> None:
    servers = connect(trusting(url, tls.authority))
    for key in ("one", "two", "three", "four", "five"):
        servers.run(key, lambda client, key=key: client.set(key, key))
        assert servers.run(key, lambda client, key=key: client.get(key)) == key.encode()
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "another.pem"))
    for other in (url, trusting(url, tmp_path / "another.pem"), url.replace("rediss", "redis")):
        with pytest.raises(StoreAway):
            connect(other).run("one", lambda client: client.get("one"))
