"""A publisher of the tests' own: a real HTTP server on loopback that answers as it is told, down to the last byte."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl

Behaviour = Callable[["Request", IO[bytes]], None]


@dataclass(frozen=True)
class Request:
    """One request, as it came."""

    path: str
    headers: dict[str, str]


@dataclass
class Publisher:
    """Answers with the next of its behaviours; the last one stays."""

    behaviours: list[Behaviour]
    requests: list[Request] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        publisher = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                publisher.handle(self.rfile, self.wfile)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign] # the other side may hang up
        scheme = "http" if self.tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}/list"
        if self.tls is not None:
            self._server.socket = self.tls.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def handle(self, incoming: Any, outgoing: Any) -> None:
        first = incoming.readline().decode().split()
        if len(first) < 2:
            return
        headers = {}
        while line := incoming.readline().strip():
            name, _, value = line.decode().partition(":")
            headers[name.strip().lower()] = value.strip()
        request = Request(first[1], headers)
        self.requests.append(request)
        behaviour = self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]
        behaviour(request, outgoing)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def head(status: str, **headers: str | int) -> bytes:
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return ("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode()


def answers(body: bytes, status: str = "200 OK", **headers: str | int) -> Behaviour:
    """The whole body, with its length."""
    return lambda _, out: _send(out, head(status, Content_Length=len(body), **headers) + body)


def cuts(body: bytes, at: int, **headers: str | int) -> Behaviour:
    """Promises the whole body, and hangs up after so many bytes of the answer, head and all."""
    return lambda _, out: _send(out, (head("200 OK", Content_Length=len(body), **headers) + body)[:at])


def chunked(body: bytes, *, end: bytes = b"0\r\n\r\n") -> Behaviour:
    return lambda _, out: _send(
        out,
        head("200 OK", Transfer_Encoding="chunked") + f"{len(body):x}\r\n".encode() + body + b"\r\n" + end,
    )


def resumes(body: bytes, etag: str, *, rest_of: str | None = None) -> Behaviour:
    """Answers a request for the rest with the rest, where it is for this version; else with the whole.

    `rest_of` is the version that it says the rest is of, where that is another one.
    """

    def behave(request: Request, out: IO[bytes]) -> None:
        start = int(request.headers.get("range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))
        if start and request.headers.get("if-range") == etag:
            rest = body[start:]
            span = f"bytes {start}-{len(body) - 1}/{len(body)}"
            _send(
                out,
                head(
                    "206 Partial Content", Content_Length=len(rest), Content_Range=span, ETag=rest_of or etag
                )
                + rest,
            )
        else:
            _send(out, head("200 OK", Content_Length=len(body), ETag=etag) + body)

    return behave


def unchanged(body: bytes, etag: str, **headers: str | int) -> Behaviour:
    """304 to those who have this version."""

    def behave(request: Request, out: IO[bytes]) -> None:
        if request.headers.get("if-none-match") == etag:
            _send(out, head("304 Not Modified", ETag=etag, **headers))
        else:
            _send(out, head("200 OK", Content_Length=len(body), ETag=etag, **headers) + body)

    return behave


def drips(prologue: bytes, *, every: float = 0.05) -> Behaviour:
    """Sends what it is given, and then a byte at a time, without an end."""

    def behave(_: Request, out: IO[bytes]) -> None:
        _send(out, prologue)
        while True:
            _send(out, b"a")
            time.sleep(every)

    return behave


def repeats(prologue: bytes, piece: bytes) -> Behaviour:
    """Sends one piece over and over, without an end."""

    def behave(_: Request, out: IO[bytes]) -> None:
        _send(out, prologue)
        while True:
            _send(out, piece)

    return behave


def silent(_: Request, __: IO[bytes]) -> None:
    time.sleep(30)


def hangs_up(_: Request, __: IO[bytes]) -> None:
    """Says nothing."""


def _send(out: IO[bytes], data: bytes) -> None:
    out.write(data)
    out.flush()
