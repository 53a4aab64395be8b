"""Fetching one file from its publisher: the only module that may use the network.

It asks conditionally, tries again with growing pauses, takes up what came before the line broke, and says in one word
and one sentence why there is no list. Time, bytes, redirects and inflation are bounded; certificates are always
verified; proxies and the certificate bundle are those of the user's environment (`HTTPS_PROXY`, `NO_PROXY`,
`REQUESTS_CA_BUNDLE`).
"""

from __future__ import annotations

import os
import socket
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import (
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.exceptions import SSLError as LineSSLError
from urllib3.util import Retry

from sanctcheck import __version__
from sanctcheck.errors import FetchError, ListError
from sanctcheck.lists.files import pieces, written_whole
from sanctcheck.lists.inflate import opened
from sanctcheck.lists.limits import MAX_BYTES
from sanctcheck.lists.pages import HEAD, page_instead, wrong_content
from sanctcheck.lists.partial import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sanctcheck.lists.pages import Cause, Content

USER_AGENT = f"Mozilla/5.0 (compatible; sanctcheck/{__version__}; reads published sanctions lists)"
"""Who we are. It begins as it does because at least one publisher refuses everybody who begins otherwise."""
_PIECE = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be different a little later."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long fetching one file may take, in seconds; and how often it is tried again."""

    total: float = 300.0
    connect: float = 10.0
    read: float = 30.0
    retries: int = 8
    first_pause: float = 2.0
    longest_pause: float = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `etag` and `modified` are those of the version that is there already."""

    url: str
    content: Content
    hosts: frozenset[str] = frozenset()
    user_agent: str = USER_AGENT
    largest: int = MAX_BYTES
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: a file on the disk; None where the publisher says that it has nothing newer."""

    path: Path | None
    url: str
    etag: str | None
    modified: str | None
    date: str | None
    """The publisher's clock, as its header `Date` has it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes that have come, of how many; or a word on why nothing comes just now."""

    received: int
    total: int | None = None
    note: str | None = None


class _Failure(Exception):  # noqa: N818 - it is not an error until nothing else helps
    """One try that did not give the file; whether a later one may, and after how many seconds."""

    def __init__(
        self, cause: Cause, message: str, *, passing: bool = False, after: str | None = None
    ) -> None:
        super().__init__(message)
        self.cause = cause
        self.passing = passing
        self.after = after


def without_secrets(url: str) -> str:
    """An address without its query and user name, in which tokens travel: fit for messages and manifests."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be read"
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def fetch(asked: Asked, folder: Path, limits: Limits, watch: Callable[[Progress], None]) -> Answer:
    """The file, in `folder`, where it stays for the caller to move or remove.

    Raises:
        FetchError: there is none; with the cause.
    """
    part = Part(folder, asked.url)
    try:
        answer = _until_it_comes(asked, part, limits, watch)
    except _Failure as failure:
        if failure.passing:
            part.interrupt()
        else:
            part.discard()
        raise FetchError(failure.cause, f"{_publisher(asked.url)} {failure}") from failure
    except BaseException:
        part.interrupt()
        raise
    if answer.path is None:
        part.discard()
    return answer


def _publisher(url: str) -> str:
    try:
        return urlsplit(url).hostname or "The address"
    except ValueError:
        return "The address"


def _until_it_comes(asked: Asked, part: Part, limits: Limits, watch: Callable[[Progress], None]) -> Answer:
    retry = Retry(
        limits.retries,
        backoff_factor=limits.first_pause / 2,
        backoff_max=limits.longest_pause,
        backoff_jitter=0.2,
    )
    deadline = time.monotonic() + limits.total
    while True:
        try:
            return _Attempt(asked, part, limits, deadline, watch).answer()
        except _Failure as failure:
            if not failure.passing:
                raise
            retry = _one_less(retry, failure)
            pause = _pause(retry, failure)
            if time.monotonic() + pause >= deadline:
                raise
            watch(Progress(part.size, None, f"{failure}; trying again in {pause:.0f} s"))
            time.sleep(pause)


def _one_less(retry: Retry, failure: _Failure) -> Retry:
    try:
        return retry.increment("GET", "", error=failure)
    except (MaxRetryError, _Failure):
        raise failure from None


def _pause(retry: Retry, failure: _Failure) -> float:
    if failure.after is not None:
        with suppress(InvalidHeader):
            return retry.parse_retry_after(failure.after)
    return retry.get_backoff_time()


class _Line(HTTPAdapter):
    """Connections that are cut at the deadline, however slowly the other side drips."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._sockets: list[socket.socket] = []
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
        sockets = self._sockets

        class Watched(kind):  # type: ignore[misc] # plain or TLS, directly or through a proxy
            watched = True

            def connect(self) -> None:
                super().connect()
                sockets.append(socket.socket(fileno=os.dup(self.sock.fileno())))

        return Watched

    def _cut(self) -> None:
        for line in self._sockets:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._alarm.cancel()
        for line in self._sockets:
            line.close()
        super().close()


@contextmanager
def _session(deadline: float) -> Iterator[requests.Session]:
    with requests.Session() as session:
        line = _Line(deadline)
        session.mount("https://", line)
        session.mount("http://", line)
        session.headers.clear()
        yield session


class _Attempt:
    """One try: the redirects, the status, the body."""

    def __init__(
        self, asked: Asked, part: Part, limits: Limits, deadline: float, watch: Callable[[Progress], None]
    ) -> None:
        self._asked = asked
        self._part = part
        self._limits = limits
        self._deadline = deadline
        self._watch = watch

    def answer(self) -> Answer:
        with _session(self._deadline) as session, self._clear_causes():
            response = self._final_response(session)
            with response:
                return self._answered(response)

    @contextmanager
    def _clear_causes(self) -> Iterator[None]:
        """What went wrong below, as a cause; once the time is over, that is the cause, whatever it looks like."""
        try:
            yield
        except _Failure as failure:
            raise (self._too_late() or failure) from failure
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise (self._too_late() or _line_failure(error)) from error

    def _too_late(self) -> _Failure | None:
        if time.monotonic() < self._deadline:
            return None
        return _Failure(
            "timeout", f"did not send the list within {self._limits.total:.0f} seconds.", passing=True
        )

    def _final_response(self, session: requests.Session) -> requests.Response:
        url = self._asked.url
        for _ in range(_MOST_REDIRECTS + 1):
            response = session.get(
                url, headers=self._headers(), stream=True, allow_redirects=False, timeout=self._timeout()
            )
            if response.status_code not in _REDIRECTS:
                return response
            with response:
                url = _next_address(self._asked, url, response.headers.get("Location"))
        raise _Failure("redirect", f"led on more than {_MOST_REDIRECTS} times.")

    def _timeout(self) -> tuple[float, float]:
        left = max(0.1, self._deadline - time.monotonic())
        return min(self._limits.connect, left), min(self._limits.read, left)

    def _headers(self) -> dict[str, str]:
        headers = {"User-Agent": self._asked.user_agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        if self._part.size and self._part.etag is not None:
            return headers | {"Range": f"bytes={self._part.size}-", "If-Range": self._part.etag}
        if self._asked.etag is not None:
            headers["If-None-Match"] = self._asked.etag
        if self._asked.modified is not None:
            headers["If-Modified-Since"] = self._asked.modified
        return headers

    def _answered(self, response: requests.Response) -> Answer:
        answer = Answer(
            None,
            without_secrets(str(response.url)),
            response.headers.get("ETag"),
            response.headers.get("Last-Modified"),
            response.headers.get("Date"),
        )
        if response.status_code == 304 and (self._asked.etag or self._asked.modified):
            return answer
        if response.status_code not in {200, 206}:
            raise _status_failure(response)
        compressed = _is_compressed(response)
        self._receive(response)
        path = self._part.finish()
        try:
            whole = self._inflated(path) if compressed else path
            self._refuse_what_is_no_list(response, whole)
        except _Failure:
            self._part.discard()
            raise
        return replace(answer, path=whole)

    def _receive(self, response: requests.Response) -> None:
        expected = _expected_bytes(response)
        if expected is not None and expected > self._asked.largest:
            raise self._too_large()
        if not _goes_on(response, self._part):
            self._part.restart(response.headers.get("ETag"))
        before = self._part.size
        while piece := response.raw.read1(_PIECE, decode_content=False):
            if self._part.size + len(piece) > self._asked.largest:
                raise self._too_large()
            self._part.write(piece)
            self._watch(Progress(self._part.size, None if expected is None else before + expected))
            if time.monotonic() > self._deadline:
                raise _Failure("timeout", "sends the list too slowly.", passing=True)
        received = self._part.size - before
        if expected is not None and received != expected:
            raise _Failure("truncated", f"sent {received:,} of {expected:,} bytes.", passing=True)

    def _inflated(self, path: Path) -> Path:
        """We ask for the bytes as they are; some compress all the same."""
        whole = path.with_suffix(".inflated")
        try:
            with opened(path, self._asked.url.rpartition("/")[2]) as body, written_whole(whole) as file:
                for piece in pieces(body):
                    file.write(piece)
                    if file.tell() > self._asked.largest:
                        raise self._too_large()
        except ListError as error:
            raise _Failure(
                "encoding", "sent a compressed list that is damaged, or grows beyond bounds."
            ) from error
        path.unlink()
        return whole

    def _too_large(self) -> _Failure:
        return _Failure(
            "too-large", f"sends more than the {self._asked.largest:,} bytes that this list may have."
        )

    def _refuse_what_is_no_list(self, response: requests.Response, whole: Path) -> None:
        try:
            with opened(whole, whole.name) as body:
                head = body.read(HEAD)
        except ListError as error:
            raise _Failure("encoding", "sent a list that is damaged where it is compressed.") from error
        cause = page_instead(b"", response.headers) or wrong_content(head, self._asked.content)
        if cause is not None:
            whole.unlink()
            raise _Failure(cause, _INSTEAD[cause])


_INSTEAD: dict[Cause, str] = {
    "empty": "sent nothing at all.",
    "bot-block": "answered with a page that keeps programs out.",
    "login-page": "answered with a login page.",
    "web-page": "answered with a web page.",
    "wrong-content": "sent something that is no list of the expected kind.",
}


def _next_address(asked: Asked, url: str, location: str | None) -> str:
    """Where a redirect leads, if it may lead there: never away from TLS, and to no host but the list's own."""
    try:
        address = urljoin(url, location or "")
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise _Failure("redirect", "led to an address that cannot be read.") from None
    if not location or parts.scheme not in {"https", urlsplit(url).scheme} or "@" in parts.netloc:
        raise _Failure("redirect", "led to an address that is no place for a list.")
    if host not in asked.hosts | {urlsplit(asked.url).hostname}:
        login = (
            "login-page"
            if any(word in address.lower() for word in ("login", "signin", "/cas", "auth"))
            else "redirect"
        )
        raise _Failure(login, f"led to another host, {host}, that is not among those of this list.")  # type: ignore[arg-type]
    return address


def _status_failure(response: requests.Response) -> _Failure:
    head = response.raw.read(HEAD, decode_content=False) if response.raw is not None else b""
    status, after = response.status_code, response.headers.get("Retry-After")
    page = page_instead(head, response.headers)
    if page in {"bot-block", "login-page"}:
        return _Failure(page, f"{_INSTEAD[page][:-1]} (status {status}).")
    if status == 429:
        return _Failure(
            "rate-limited",
            f"asks us to come less often (status 429{_later(after)})",
            passing=True,
            after=after,
        )
    if status in _PASSING:
        return _Failure(
            "server-error", f"has trouble of its own (status {status})", passing=True, after=after
        )
    if status in {404, 410}:
        return _Failure("gone", f"has no such file any more (status {status}).")
    if status >= 500:
        return _Failure("server-error", f"has trouble of its own (status {status}).")
    return _Failure("refused", f"refused to answer (status {status}).")


def _later(after: str | None) -> str:
    return f", again after {after[:40]}" if after else ""


def _expected_bytes(response: requests.Response) -> int | None:
    """How many bytes must come; None where the body says itself where it ends."""
    if "chunked" in response.headers.get("Transfer-Encoding", "").lower():
        return None
    length = response.headers.get("Content-Length", "")
    if not (length.isascii() and length.isdigit()):
        raise _Failure(
            "framing",
            "does not say how long the list is, so that a cut one could not be told from a whole one.",
        )
    return int(length)


def _is_compressed(response: requests.Response) -> bool:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise _Failure("encoding", f"sent the list in an encoding that was not asked for ({encoding[:20]}).")
    return "gzip" in encoding


def _goes_on(response: requests.Response, part: Part) -> bool:
    """Whether the body is the rest of what came before."""
    if response.status_code != 206:
        return False
    asked_for = response.headers.get("Content-Range", "").startswith(f"bytes {part.size}-")
    if not part.size or not asked_for or response.headers.get("ETag", part.etag) != part.etag:
        raise _Failure("wrong-content", "sent a piece that was not asked for.")
    return True


def _line_failure(error: Exception) -> _Failure:
    """What a library says about the line, as a cause; the innermost reason decides."""
    reasons = list(_reasons(error))
    if any(isinstance(reason, (requests.exceptions.SSLError, LineSSLError)) for reason in reasons):
        return _Failure(
            "certificate", "has a certificate that could not be verified; it never is left unverified."
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return _Failure("proxy", "could not be reached through the proxy of this environment.")
    if isinstance(error, requests.Timeout) or any(
        isinstance(reason, (ReadTimeoutError, TimeoutError)) for reason in reasons
    ):
        return _Failure("timeout", "did not answer in time.", passing=True)
    if any(isinstance(reason, NameResolutionError) for reason in reasons):
        return _Failure("unreachable", "was not found: is there a network?")
    if any(isinstance(reason, NewConnectionError) for reason in reasons):
        return _Failure("unreachable", "could not be reached.", passing=True)
    if any(isinstance(reason, InvalidHeader) for reason in reasons):
        return _Failure("framing", "contradicts itself about how long the list is.")
    if isinstance(error, ValueError):
        return _Failure("redirect", "has, or leads to, an address that cannot be used.")
    return _Failure("truncated", "broke off before the list was whole.", passing=True)


def _reasons(error: BaseException) -> Iterator[BaseException]:
    """An error and those behind it, which requests and urllib3 put into arguments and attributes."""
    seen: list[BaseException] = []
    left: list[Any] = [error]
    while left and len(seen) < 20:
        reason = left.pop()
        if isinstance(reason, BaseException) and reason not in seen:
            seen.append(reason)
            left += [*reason.args, getattr(reason, "reason", None), reason.__cause__, reason.__context__]
    return iter(seen)
