"""Which addresses may be connected to."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis.strategies import integers, ip_addresses, one_of, sampled_from

from server.fetch.addresses import _REFUSED_V4, _REFUSED_V6, Guard, refused_use
from server.fetch.errors import RefusedAddress
from server.settings import Opening

REFUSED = [
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254"),
    *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.9", "192.0.0.170", "192.0.2.1", "192.31.196.1"),
    *("192.52.193.1", "192.88.99.1", "192.168.1.1", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1"),
    *("203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"),
    *("::ffff:0:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1", "100::1", "5f00::1"),
    *("2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1", "2001:1ff:ffff::1", "2001:db8::1", "2002:7f00:1::1"),
    *("2002:a9fe:a9fe::", "2620:4f:8000::1", "3fff::1", "4000::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%2"),
    *("fec0::1", "ff02::1", "ff0e::1"),
]
PUBLIC = [
    *("1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.215.14", "100.63.255.255", "100.128.0.0"),
    *("126.255.255.255", "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.0", "198.17.255.255"),
    *("223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "3ffe::1"),
]


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddress, match="leads to no public site"):
        Guard().check(ip_address(address), 443)


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("port", [80, 443])
def test_what_is_public_is_read(address: str, port: int) -> None:
    Guard().check(ip_address(address), port)


EDGES = [edge for network in (*_REFUSED_V4, *_REFUSED_V6) for edge in (network[0], network[-1])]


@given(one_of(ip_addresses(), sampled_from(EDGES)))
def test_what_python_takes_for_not_global_is_refused(address: IPv4Address | IPv6Address) -> None:
    # Python calls multicast global: it may be routed, but no site lies there.
    if not address.is_global or address.is_multicast:
        assert refused_use(address)


@given(integers(0, 2**32 - 1), sampled_from(["::ffff:0:0", "::", "64:ff9b::", "2002::"]))
def test_an_address_inside_of_another_is_refused(number: int, prefix: str) -> None:
    shift = 80 if prefix == "2002::" else 0
    assert refused_use(IPv6Address(int(IPv6Address(prefix)) | number << shift))


@pytest.mark.parametrize("port", [0, 1, 22, 25, 79, 81, 444, 6379, 8080, 8443, 65535])
def test_other_ports_are_refused(port: int) -> None:
    for check in (lambda: Guard().check_port(port), lambda: Guard().check(ip_address("8.8.8.8"), port)):
        with pytest.raises(RefusedAddress, match=f"Port {port} "):
            check()


def test_an_opening_opens_its_network_on_its_ports_alone() -> None:
    guard = Guard([Opening(ip_network("10.1.0.0/16"), frozenset({8080}))])
    guard.check_port(8080)
    guard.check(ip_address("10.1.255.255"), 8080)
    for address, port in (("10.2.0.0", 8080), ("10.1.0.1", 443), ("8.8.8.8", 8080), ("::ffff:10.1.0.1", 8080)):
        with pytest.raises(RefusedAddress):
            guard.check(ip_address(address), port)
