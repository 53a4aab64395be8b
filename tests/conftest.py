"""What holds for every test: no network, the helpers of `support`, of the benchmarks and of fuzzing at hand, a command line, publishers."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from commanding import CommandLine
    from publishing import Behaviour, Publisher

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), *(str(_HERE.parent / folder) for folder in ("benchmarks", "fuzz"))]


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


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the results of another one, or of the user who runs them."""
    monkeypatch.setenv("SANCTCHECK_CACHE", "")
    # Where CI is set, lists are too old earlier, and names stay out of the log.
    monkeypatch.delenv("CI", raising=False)


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


@pytest.fixture
def command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A command line to call, in a folder of its own."""
    from commanding import STANDARDS, CommandLine  # not every test calls it
    from support import EXAMPLE_REGIME, NEUTRAL

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    here = CommandLine(tmp_path)
    here.write("law/standards.yaml", STANDARDS)
    here.write("law/example.yaml", EXAMPLE_REGIME)
    here.write("told.yaml", NEUTRAL + "process: [{event: notified, day: 2026-03-02}]\n")
    here.write("untold.yaml", NEUTRAL)
    return here
