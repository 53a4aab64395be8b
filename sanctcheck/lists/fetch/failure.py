"""Why a try did not give the list: what statuses, pages and broken lines are, in one word and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import requests
from urllib3.exceptions import InvalidHeader, NameResolutionError, NewConnectionError, ReadTimeoutError
from urllib3.exceptions import SSLError as LineSSLError

from sanctcheck.lists.pages import HEAD, page_instead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.pages import Cause

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be different a little later."""


class Failure(Exception):  # noqa: N818 - it is not an error until nothing else helps
    """One try that did not give the file: what the publisher did, and whether a later try may go better."""

    def __init__(
        self, cause: Cause, message: str, *, passing: bool = False, after: str | None = None
    ) -> None:
        super().__init__(message.removesuffix("."))
        self.cause = cause
        self.passing = passing
        self.after = after


INSTEAD: dict[Cause, str] = {
    "empty": "sent nothing at all",
    "bot-block": "answered with a page that keeps programs out",
    "login-page": "answered with a login page",
    "web-page": "answered with a web page",
    "wrong-content": "sent something that is no list of the expected kind",
}


def status_failure(response: requests.Response) -> Failure:
    """What an answer is that holds no list, by its status and by the page that came with it."""
    head = response.raw.read(HEAD, decode_content=False) if response.raw is not None else b""
    status, after = response.status_code, response.headers.get("Retry-After")
    page = page_instead(head, response.headers)
    if page in {"bot-block", "login-page"}:
        return Failure(page, f"{INSTEAD[page]} (status {status}).")
    if status == 429:
        return Failure(
            "rate-limited",
            f"asks us to come less often (status 429{_later(after)})",
            passing=True,
            after=after,
        )
    if status in _PASSING:
        return Failure("server-error", f"has trouble of its own (status {status})", passing=True, after=after)
    if status in {404, 410}:
        return Failure("gone", f"has no such file any more (status {status}).")
    if status >= 500:
        return Failure("server-error", f"has trouble of its own (status {status}).")
    return Failure("refused", f"refused to answer (status {status}).")


def _later(after: str | None) -> str:
    return f", again after {after[:40]}" if after else ""


def line_failure(error: Exception) -> Failure:
    """What a library says about the line, as a cause; the innermost reason decides."""
    reasons = list(_reasons(error))
    if any(isinstance(reason, (requests.exceptions.SSLError, LineSSLError)) for reason in reasons):
        return Failure(
            "certificate", "has a certificate that could not be verified; it never is left unverified."
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return Failure("proxy", "could not be reached through the proxy of this environment.")
    if isinstance(error, requests.Timeout) or any(
        isinstance(reason, (ReadTimeoutError, TimeoutError)) for reason in reasons
    ):
        return Failure("timeout", "did not answer in time.", passing=True)
    if any(isinstance(reason, NameResolutionError) for reason in reasons):
        return Failure("unreachable", "was not found; there may be no network")
    if any(isinstance(reason, NewConnectionError) for reason in reasons):
        return Failure("unreachable", "could not be reached.", passing=True)
    if any(isinstance(reason, InvalidHeader) for reason in reasons):
        return Failure("framing", "contradicts itself about how long the list is.")
    if isinstance(error, ValueError):
        return Failure("redirect", "has, or leads to, an address that cannot be used.")
    return Failure("truncated", "broke off before the list was whole.", passing=True)


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
