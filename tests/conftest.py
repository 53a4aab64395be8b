"""What holds for every test: no network, the helpers of `support` and of the benchmarks at hand, publishers to fetch from."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from publishing import Behaviour, Publisher

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "benchmarks")]


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for the network fails; one marked `loopback` may reach this machine alone."""
    here = {"127.0.0.1"} if request.node.get_closest_marker("loopback") else set()
    connect, getaddrinfo = socket.socket.connect, socket.getaddrinfo

    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("a test tried to open a connection")

    def connect_here(line: socket.socket, address: Any) -> None:
        connect(line, address) if address[0] in here else refuse()

    def find_here(host: Any, *arguments: Any, **named: Any) -> Any:
        return getaddrinfo(host, *arguments, **named) if host in here else refuse()

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", find_here)


@pytest.fixture
def publisher() -> Iterator[Callable[..., Publisher]]:
    """A publisher that behaves as given: one behaviour a request, the last one for all that follow."""
    from publishing import Publisher  # few tests need it

    running: list[Publisher] = []

    def start(*behaviours: Behaviour, tls: ssl.SSLContext | None = None) -> Publisher:
        running.append(Publisher(list(behaviours), tls=tls))
        return running[-1]

    yield start
    for each in running:
        each.close()
