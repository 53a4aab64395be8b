"""What holds for every test: no network, and the helpers of `support` at hand."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))


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
