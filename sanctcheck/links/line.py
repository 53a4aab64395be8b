"""One question to one host: the only place of this package that makes a connection.

The name is looked up once, every address that it has must be public, and the connection goes to one of these very addresses,
so that nothing can be put in between. Certificates are always verified. No proxy, no password file and no cookie is used.
"""

from __future__ import annotations

import logging
import os
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from sanctcheck.links.addresses import Address, NotAllowed, is_public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TRIES: Final = 2
"""Addresses of a host that are tried, one after the other."""
_BUNDLE: Final = "REQUESTS_CA_BUNDLE"


class NotReached(Exception):  # noqa: N818 - a finding, not an error of ours
    """A host that does not answer; says why, in words for the user."""


def system_addresses(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys((str(each[4][0]), int(each[4][1])) for each in found))


@dataclass(frozen=True, slots=True)
class Way:
    """How hosts are found, and which addresses may be connected to.

    Tests give another; nothing that a user or a repository can set does.
    """

    resolve: Callable[[str, int], list[tuple[str, int]]] = system_addresses
    allows: Callable[[str], bool] = is_public

    def addresses(self, host: str, port: int, seconds: float) -> list[tuple[str, int]]:
        """The addresses of a host, all of them public.

        Raises:
            NotAllowed: one is not.
            NotReached: it has none, or the system does not say in time.
        """
        found = _within(seconds, lambda: self.resolve(host, port))
        if not found:
            raise NotReached("its host is not known")
        if not all(self.allows(each) for each, _ in found):
            raise NotAllowed("its host has an address that is not of the public internet")
        return found


def _within(seconds: float, ask: Callable[[], list[tuple[str, int]]]) -> list[tuple[str, int]]:
    """The system's look-up has no bound of its own."""
    found: list[list[tuple[str, int]]] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            found.append(ask())

    asking = threading.Thread(target=look_up, daemon=True)
    asking.start()
    asking.join(seconds)
    if not found and asking.is_alive():
        raise NotReached("its host could not be looked up in time")
    return found[0] if found else []


@contextmanager
def asked(
    way: Way, address: Address, method: str, headers: dict[str, str], seconds: float
) -> Iterator[urllib3.BaseHTTPResponse]:
    """The answer of a host, whose body is still to be read. All of it has to come within so many seconds.

    Raises:
        NotAllowed: the host may not be asked.
        NotReached: it does not answer.
        urllib3.exceptions.HTTPError: the line broke.
    """
    # What it says of odd headers would name the address.
    logging.getLogger("urllib3").setLevel(logging.CRITICAL)
    deadline = time.monotonic() + seconds
    places = way.addresses(address.host, address.port, seconds)[:_TRIES]
    with _Cut(deadline) as cut:
        for number, place in enumerate(places, start=1):
            pool = _pool(address, place, cut, max(0.1, deadline - time.monotonic()))
            try:
                response = pool.urlopen(
                    method,
                    address.target,
                    headers={"Host": address.host_header, **headers, "Connection": "close"},
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                    assert_same_host=False,
                )
            except urllib3.exceptions.NewConnectionError:
                if number == len(places):
                    raise
                continue
            try:
                yield response
            finally:
                response.close()
                pool.close()
            return


def _pool(address: Address, place: tuple[str, int], cut: _Cut, seconds: float) -> Any:
    options: dict[str, Any] = {"timeout": urllib3.Timeout(connect=seconds, read=seconds), "maxsize": 1}
    if address.scheme == "http":
        plain = urllib3.HTTPConnectionPool(*place, **options)
        plain.ConnectionCls = cut.watched(HTTPConnection)
        return plain
    context = ssl.create_default_context(cafile=_bundle())
    options |= {"ssl_context": context, "server_hostname": address.host, "assert_hostname": address.host}
    secure = urllib3.HTTPSConnectionPool(*place, **options)
    secure.ConnectionCls = cut.watched(HTTPSConnection)
    return secure


def _bundle() -> str:
    """The authorities that are trusted: as the user's environment says, or those that come with requests."""
    from certifi import where  # noqa: PLC0415 - plain addresses need none; it comes with requests

    return os.environ.get(_BUNDLE) or str(where())


class _Cut:
    """Shuts every line when the time is over, however slowly the other side drips."""

    def __init__(self, deadline: float) -> None:
        self._lines: list[socket.socket] = []
        self._alarm = threading.Timer(max(0.0, deadline - time.monotonic()), self._cut)
        self._alarm.daemon = True

    def __enter__(self) -> Self:
        self._alarm.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._alarm.cancel()
        for each in self._lines:
            each.close()

    def watched(self, kind: Any) -> Any:
        """A kind of connection whose lines are shut, also while it agrees on keys."""
        lines = self._lines

        class Watched(kind):  # type: ignore[misc] # plain or TLS
            def _new_conn(self) -> socket.socket:
                made: socket.socket = super()._new_conn()
                # Once more, because only this one may be shut from another thread while TLS is at work.
                lines.append(made.dup())
                return made

        return Watched

    def _cut(self) -> None:
        for each in list(self._lines):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
