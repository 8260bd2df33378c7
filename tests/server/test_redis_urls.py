import pytest

from server.redis_urls import Many, read


def many(url: str) -> Many:
    found = read(url)
    assert isinstance(found, Many)
    return found


@pytest.mark.parametrize("url", ["redis://one.example:6380/2", "rediss://a:b@one.example", "unix:///run/s?db=1"])
def test_the_url_of_one_server_is_left_to_redis_py(url: str) -> None:
    assert read(url) == url


def test_sentinels_stand_before_the_name_of_their_primary_and_its_database() -> None:
    found = many("redis+sentinel://one.example:5000,two.example,[::1]:5001/the%20main/3")
    assert found.hosts == (("one.example", 5000), ("two.example", 26379), ("::1", 5001))
    assert found.name == "the main"
    assert found.server(("10.0.0.1", 6379)) == "redis://10.0.0.1:6379/3"
    assert found.sentinel(("::1", 5001)) == "redis://[::1]:5001/"


def test_each_has_its_own_user_and_all_are_asked_by_tls() -> None:
    found = many(
        "rediss+sentinel://user:p%40ss@one.example/main?ssl_ca_certs=/etc/ca.pem"
        "&sentinel_username=watcher&sentinel_password=w%2F"
    )
    assert found.server(("s", 1)) == "rediss://user:p%40ss@s:1/?ssl_ca_certs=%2Fetc%2Fca.pem"
    assert found.sentinel(("s", 1)) == "rediss://watcher:w%2F@s:1/?ssl_ca_certs=%2Fetc%2Fca.pem"


@pytest.mark.parametrize("end", ["", "/", "/0"])
def test_a_cluster_has_nodes_and_no_databases(end: str) -> None:
    found = many(f"rediss+cluster://:secret@one.example:7000,two.example{end}")
    assert found.hosts == (("one.example", 7000), ("two.example", 6379))
    assert found.name is None
    assert found.server(("one.example", 7000)) == "rediss://:secret@one.example:7000/"


@pytest.mark.parametrize(
    "url",
    [
        *("", "one.example", "http://one.example", "redis+cluster:one.example", "redis+sentinel://one.example"),
        *("redis+sentinel:///main", "redis+sentinel://one.example/main/a", "redis+sentinel://one.example/main/1/2"),
        *("redis+cluster://one.example:0", "redis+cluster://one.example:65536", "redis+cluster://one example"),
        *("redis+cluster://one.example/1", "redis+cluster://one.example?socket_timeout=9", "redis://one.example:x"),
        *("redis+cluster://a@b@one.example", "redis+cluster://one.example#x", "redis+cluster://one.example:٣"),
        "redis+cluster://one.example?sentinel_username=x",
    ],
)
def test_what_is_no_such_url_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="expected|could not be cast|Port"):
        read(url)
