import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domains import NoDomain, normal_host, registrable_domain


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("example.org", "example.org"),
        ("www.shop.example.co.uk", "example.co.uk"),
        ("WWW.Example.ORG", "example.org"),
        ("www.example.org.", "example.org"),
        ("alice.github.io", "alice.github.io"),
        ("blog.alice.github.io", "alice.github.io"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("www.xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("www.食狮.公司.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("my_shop.example.org", "example.org"),
        ("wiki.intranet", "wiki.intranet"),
        ("1.example.org", "example.org"),
    ],
)
def test_a_host_is_taken_to_its_registrable_domain(host, domain):
    assert registrable_domain(host) == domain


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f.1", "10.0.0.08", "127.0.0.1."),
        *("[::1]", "::1", "[2001:db8::1]", "１２７.0.0.1"),
        *("localhost", "org", "co.uk", "github.io"),
        *("", ".", "..", "a..example.org", ".example.org", "-a.example", "a-.example"),
        *("example.org:8000", "https://example.org", "example.org/", "exa mple.org", "user@example.org"),
        *("a" * 64 + ".example", "a." * 126 + "example", "example.org\n", "\x00.org", "\ud800.org", "\ufffd.org"),
    ],
)
def test_what_belongs_to_no_domain_is_refused(host):
    with pytest.raises(NoDomain):
        registrable_domain(host)


@given(st.text(max_size=300))
def test_any_text_has_a_domain_or_is_refused(text):
    try:
        domain = registrable_domain(text)
    except NoDomain:
        return
    assert domain.isascii()
    assert registrable_domain(domain) == domain


@given(st.text(max_size=300))
def test_a_host_has_one_spelling_or_is_refused(text):
    try:
        host = normal_host(text)
    except NoDomain:
        return
    assert host.isascii()
    assert normal_host(host.strip("[]")) == host
