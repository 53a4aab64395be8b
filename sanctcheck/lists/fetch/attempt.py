"""One try to fetch a file: the redirects, the status, the body."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from sanctcheck.errors import ListError
from sanctcheck.lists.fetch.asking import Answer, Asked, Limits, Progress, without_secrets
from sanctcheck.lists.fetch.failure import INSTEAD, Failure, line_failure, status_failure
from sanctcheck.lists.fetch.line import session_until
from sanctcheck.lists.files import pieces, written_whole
from sanctcheck.lists.inflate import opened
from sanctcheck.lists.pages import HEAD, is_login_address, page_instead, wrong_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sanctcheck.lists.pages import Cause
    from sanctcheck.lists.partial import Part

_PIECE = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5


class Attempt:
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
        """What came.

        Raises:
            Failure: this try gave nothing; it says whether another may.
        """
        with session_until(self._deadline) as session, self._clear_causes():
            response = self._final_response(session)
            with response:
                return self._answered(response)

    @contextmanager
    def _clear_causes(self) -> Iterator[None]:
        """What went wrong below, as a cause; once the time is over, that is the cause, whatever it looks like."""
        try:
            yield
        except Failure as failure:
            raise (self._too_late() or failure) from failure
        except (requests.RequestException, HTTPError, ConnectionError, ValueError) as error:
            raise (self._too_late() or line_failure(error)) from error

    def _too_late(self) -> Failure | None:
        if time.monotonic() < self._deadline:
            return None
        return Failure(
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
        raise Failure("redirect", f"led on more than {_MOST_REDIRECTS} times.")

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
            raise status_failure(response)
        compressed = _is_compressed(response)
        self._receive(response)
        path = self._part.finish()
        try:
            whole = self._inflated(path) if compressed else path
            self._refuse_what_is_no_list(response, whole)
        except Failure:
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
            late = self._too_late()
            if late is not None:
                raise late
        received = self._part.size - before
        if expected is not None and received != expected:
            raise Failure("truncated", f"sent {received:,} of {expected:,} bytes.", passing=True)

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
            raise Failure(
                "encoding", "sent a compressed list that is damaged, or grows beyond bounds."
            ) from error
        path.unlink()
        return whole

    def _too_large(self) -> Failure:
        return Failure(
            "too-large", f"sends more than the {self._asked.largest:,} bytes that this list may have."
        )

    def _refuse_what_is_no_list(self, response: requests.Response, whole: Path) -> None:
        try:
            with opened(whole, whole.name) as body:
                head = body.read(HEAD)
        except ListError as error:
            raise Failure("encoding", "sent a list that is damaged where it is compressed.") from error
        cause = page_instead(b"", response.headers) or wrong_content(head, self._asked.content)
        if cause is not None:
            whole.unlink()
            raise Failure(cause, INSTEAD[cause])


def _next_address(asked: Asked, url: str, location: str | None) -> str:
    """Where a redirect leads, if it may lead there: never away from TLS, and to no host but the list's own."""
    try:
        address = urljoin(url, location or "")
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise Failure("redirect", "led to an address that cannot be read.") from None
    if not location or parts.scheme not in {"https", urlsplit(url).scheme} or "@" in parts.netloc:
        raise Failure("redirect", "led to an address that is no place for a list.")
    if host not in asked.hosts | {urlsplit(asked.url).hostname}:
        cause: Cause = "login-page" if is_login_address(address) else "redirect"
        raise Failure(cause, f"led to another host, {host}, that is not among those of this list.")
    return address


def _expected_bytes(response: requests.Response) -> int | None:
    """How many bytes must come; None where the body says itself where it ends."""
    if "chunked" in response.headers.get("Transfer-Encoding", "").lower():
        return None
    length = response.headers.get("Content-Length", "")
    if not (length.isascii() and length.isdigit()):
        raise Failure(
            "framing",
            "does not say how long the list is, so that a cut one could not be told from a whole one.",
        )
    return int(length)


def _is_compressed(response: requests.Response) -> bool:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise Failure("encoding", f"sent the list in an encoding that was not asked for ({encoding[:20]}).")
    return "gzip" in encoding


def _goes_on(response: requests.Response, part: Part) -> bool:
    """Whether the body is the rest of what came before."""
    if response.status_code != 206:
        return False
    asked_for = response.headers.get("Content-Range", "").startswith(f"bytes {part.size}-")
    if not part.size or not asked_for or response.headers.get("ETag", part.etag) != part.etag:
        raise Failure("wrong-content", "sent a piece that was not asked for.")
    return True
