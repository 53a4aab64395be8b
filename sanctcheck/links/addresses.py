"""Which addresses may be asked: those of the public web, and nothing within."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

_PORTS: Final = {"http": 80, "https": 443}
_MAX_LENGTH: Final = 2_000
_NAT64: Final = (ipaddress.ip_network("64:ff9b::/96"),)
"""In which a network without IPv4 wraps every address of IPv4. Other ways of wrapping are not connected to."""
_SAFE: Final = "!$&'()*+,;=:@/~%?-._"


class NotAllowed(Exception):  # noqa: N818 - a finding, not an error of ours
    """An address that is not asked; says why, in words for the user."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web, taken apart once; nothing else takes it apart again."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """As the header `Host` names it."""
        return f"[{self.host}]" if ":" in self.host else self.host

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.target}"


def address_of(url: str) -> Address:
    """A web address that may be asked, as far as its text tells.

    Raises:
        NotAllowed: it may not.
    """
    if (
        len(url) > _MAX_LENGTH
        or any(character <= " " or character == "\x7f" for character in url)
        or "\\" in url
    ):
        raise NotAllowed("it is no address of the web")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotAllowed("it is no address of the web") from error
    if parts.scheme not in _PORTS:
        raise NotAllowed("only http and https are asked")
    if "@" in parts.netloc:
        raise NotAllowed("it holds a user name, which nobody else should be told")
    if port not in {None, _PORTS[parts.scheme]}:
        raise NotAllowed("only the usual ports, 80 and 443, are asked")
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Address(parts.scheme, _host(parts.hostname or ""), _PORTS[parts.scheme], path + query)


def _host(written: str) -> str:
    """A host as the network knows it: letters of other alphabets are encoded."""
    if ":" in written:
        if "%" in written:
            raise NotAllowed("it names a network interface of a machine")
        return written
    host = written.rstrip(".").lower()
    try:
        encoded = host if host.isascii() else _encoded(host)
    except UnicodeError as error:
        raise NotAllowed("its host is no name") from error
    if not encoded or len(encoded) > 253 or not all(part and len(part) < 64 for part in encoded.split(".")):
        raise NotAllowed("its host is no name")
    if not all(character.isalnum() or character in "-._" for character in encoded):
        raise NotAllowed("its host is no name")
    return encoded


def _encoded(host: str) -> str:
    import idna  # noqa: PLC0415 - most hosts are of plain letters; it comes with requests

    made: bytes = idna.encode(host, uts46=True)
    return made.decode("ascii")


def next_address(before: Address, location: str | None) -> Address:
    """Where a redirect leads, looked at as every other address.

    Raises:
        NotAllowed: it leads nowhere, or where nothing is asked.
    """
    if not location:
        raise NotAllowed("it leads on, and does not say where to")
    try:
        joined = urljoin(str(before), location)
    except ValueError as error:
        raise NotAllowed("it leads to what is no address") from error
    try:
        return address_of(joined)
    except NotAllowed as error:
        raise NotAllowed(f"it leads on to an address that is not asked: {error}") from error


def is_public(written: str) -> bool:
    """Whether an address of the network is one of the public internet, and so is each that is hidden within it."""
    try:
        found = ipaddress.ip_address(written)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return _is_public(found.ipv4_mapped)
        if any(found in network for network in _NAT64):
            return _is_public(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if found.is_site_local or found.sixtofour is not None or found.teredo is not None:
            return False
    return _is_public(found)


def _is_public(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return (
        found.is_global
        and not found.is_multicast
        and not found.is_reserved
        and not found.is_unspecified
        and not found.is_link_local
        and not found.is_loopback
    )
