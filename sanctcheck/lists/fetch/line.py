"""Lines to publishers that end when the time is over."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Line(HTTPAdapter):
    """Connections that are cut at the deadline, however slowly the other side drips."""

    def __init__(self, deadline: float) -> None:
        self._lines: list[tuple[socket.socket, socket.socket]] = []
        """Each as it is used, and once more: only the second may be shut from another thread while TLS is at work."""
        self._alarm = threading.Timer(max(0.0, deadline - time.monotonic()), self._cut)
        self._alarm.daemon = True
        self._alarm.start()
        super().__init__()

    def get_connection_with_tls_context(self, *arguments: Any, **named: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*arguments, **named)
        if not hasattr(pool.ConnectionCls, "watched"):
            pool.ConnectionCls = self._watched(pool.ConnectionCls)
        return pool

    def _watched(self, kind: Any) -> Any:
        lines = self._lines

        class Watched(kind):  # type: ignore[misc] # plain or TLS, directly or through a proxy
            watched = True

            def connect(self) -> None:
                super().connect()
                lines.append(
                    (self.sock, socket.fromfd(self.sock.fileno(), socket.AF_INET, socket.SOCK_STREAM))
                )

        return Watched

    def _cut(self) -> None:
        for _, again in self._lines:
            with suppress(OSError):
                again.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._alarm.cancel()
        super().close()
        for used, again in self._lines:
            again.close()
            with suppress(OSError):
                socket.close(used.detach())  # an answer that was refused half read may still hold it


@contextmanager
def session_until(deadline: float) -> Iterator[requests.Session]:
    """A session whose lines are cut at the deadline; its requests carry the headers that are given, and no others."""
    with requests.Session() as session:
        line = _Line(deadline)
        session.mount("https://", line)
        session.mount("http://", line)
        session.headers.clear()
        yield session
