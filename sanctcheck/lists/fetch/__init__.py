"""Fetching one file from its publisher: the only part that may use the network.

It asks conditionally, tries again with growing pauses, takes up what came before the line broke, and says in one word
and one sentence why there is no list. Time, bytes, redirects and inflation are bounded; certificates are always
verified; proxies and the certificate bundle are those of the user's environment (`HTTPS_PROXY`, `NO_PROXY`,
`REQUESTS_CA_BUNDLE`).
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from urllib3.exceptions import InvalidHeader, MaxRetryError
from urllib3.util import Retry

from sanctcheck.errors import FetchError
from sanctcheck.lists.fetch.asking import Answer, Asked, Limits, Progress
from sanctcheck.lists.fetch.attempt import Attempt
from sanctcheck.lists.fetch.failure import Failure
from sanctcheck.lists.partial import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def fetch(asked: Asked, folder: Path, limits: Limits, watch: Callable[[Progress], None]) -> Answer:
    """The file, in `folder`, where it stays for the caller to move or remove.

    Raises:
        FetchError: there is none; with the cause.
    """
    part = Part(folder, asked.url)
    try:
        answer = _until_it_comes(asked, part, limits, watch)
    except Failure as failure:
        if failure.passing:
            part.interrupt()
        else:
            part.discard()
        raise FetchError(failure.cause, f"{_publisher(asked.url)} {failure}.") from failure
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
            return Attempt(asked, part, limits, deadline, watch).answer()
        except Failure as failure:
            if not failure.passing:
                raise
            retry = _one_less(retry, failure)
            pause = _pause(retry, failure)
            if time.monotonic() + pause >= deadline:
                raise
            watch(Progress(part.size, None, f"{failure}; trying again in {pause:.0f} s"))
            time.sleep(pause)


def _one_less(retry: Retry, failure: Failure) -> Retry:
    try:
        return retry.increment("GET", "", error=failure)
    except (MaxRetryError, Failure):
        raise failure from None


def _pause(retry: Retry, failure: Failure) -> float:
    if failure.after is not None:
        with suppress(InvalidHeader):
            return retry.parse_retry_after(failure.after)
    return retry.get_backoff_time()
