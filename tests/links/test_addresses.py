"""Which addresses may be asked: the public web, however else something within is spelled."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.links.addresses import NotAllowed, address_of, is_public, next_address

WITHIN = [
    *(
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "100.64.0.0/10",
        "0.0.0.0/8",
    ),
    *("224.0.0.0/4", "240.0.0.0/4", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15"),
]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "127.0.0.1",
            "127.255.255.254",
            "10.1.2.3",
            "172.31.255.255",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1"),
        *(
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "::127.0.0.1",
            "::ffff:0:127.0.0.1",
        ),
        *("::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
        *("64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
        *("fe80::1%eth0", "localhost", "", "1", "0x7f.1", "127.1", "08.8.8.8", "８.8.8.8"),
    ],
)
def test_an_address_within_is_not_public(written: str) -> None:
    assert not is_public(written)


@pytest.mark.parametrize(
    "written",
    ["8.8.8.8", "1.1.1.1", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "93.184.216.34"],
)
def test_an_address_of_the_internet_is_public(written: str) -> None:
    assert is_public(written)


@settings(deadline=None)
@given(st.sampled_from(WITHIN), st.integers(0))
def test_an_address_within_is_not_public_however_it_is_wrapped(network: str, number: int) -> None:
    span = ipaddress.ip_network(network)
    inner = int(span.network_address) + number % span.num_addresses
    for outer in (0, 0xFFFF << 32, 0x64FF9B << 96, 0x2002 << 112):
        wrapped = ipaddress.IPv6Address(outer | (inner << 80 if outer == 0x2002 << 112 else inner))
        assert not is_public(str(wrapped))
    assert not is_public(str(ipaddress.IPv4Address(inner)))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        *(
            ("https://example.org", "https://example.org/"),
            ("http://example.org:80/a?b=c#d", "http://example.org/a?b=c"),
        ),
        *(
            ("https://EXAMPLE.org./é", "https://example.org/%C3%A9"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ),
        *(
            ("https://[2001:4860::1]/", "https://[2001:4860::1]/"),
            ("https://example.org/%2F?q=%20", "https://example.org/%2F?q=%20"),
        ),
    ],
)
def test_an_address_is_taken_apart_once(url: str, expected: str) -> None:
    assert str(address_of(url)) == expected


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "ftp://example.org/",
            "gopher://example.org:70/_x",
            "javascript:alert(1)",
            "//example.org",
            "",
        ),
        *(
            "https://user@example.org/",
            "https://u:p@example.org/",
            "https://example.org@127.0.0.1/",
            "https://@example.org/",
        ),
        *(
            "https://example.org:8080/",
            "http://example.org:443/",
            "https://example.org:99999/",
            "https://example.org:x/",
        ),
        *(
            "https://example.org/\r\nX: y",
            "https://example.org/a b",
            "https://exa\tmple.org/",
            "http:\\\\example.org/",
        ),
        *(
            "https:///path",
            "https://[",
            "https://[::1%25eth0]/",
            "https://a..b/",
            f"https://{'a' * 64}.org/",
            "https://exa<mple/",
        ),
        *(f"https://example.org/{'a' * 2_000}", "https://\u2025/", "https://example.org\x00/"),
    ],
)
def test_what_is_no_address_of_the_public_web_is_refused(url: str) -> None:
    with pytest.raises(NotAllowed):
        address_of(url)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_anything_but_an_address_or_refused(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.org/{text}", f"http://example.org:{text}/"):
        try:
            made = address_of(url)
        except NotAllowed:
            continue
        assert made.port in {80, 443}
        assert f"{made.host}{made.target}".isascii()
        assert not set(f"{made.host}{made.target}") & set("\r\n\t \0")
        assert address_of(str(made)) == made


def test_a_redirect_is_looked_at_as_every_other_address() -> None:
    here = address_of("https://example.org/a/b")

    assert str(next_address(here, "../c")) == "https://example.org/c"
    assert str(next_address(here, "//other.example/d")) == "https://other.example/d"
    for location in (None, "", "file:///etc/passwd", "http://[", "https://u@x/", "http://x:22/", "data:,x"):
        with pytest.raises(NotAllowed):
            next_address(here, location)


def test_nothing_is_looked_up_to_tell_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("it was looked up"))

    assert address_of("https://localhost/").host == "localhost"
