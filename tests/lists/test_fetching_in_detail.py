"""What a publisher, a proxy or the line may say beside what usually happens, and where a redirect may lead."""

from __future__ import annotations

import contextlib
import gzip
import io
import time
from typing import TYPE_CHECKING

import pytest
import requests
import urllib3
from publishing import answers
from urllib3.exceptions import InvalidHeader, NameResolutionError, NewConnectionError, ReadTimeoutError
from urllib3.exceptions import SSLError as LineSSLError

from sanctcheck.errors import FetchError
from sanctcheck.lists.fetch import fetch
from sanctcheck.lists.fetch.asking import Asked, Limits
from sanctcheck.lists.fetch.attempt import Attempt, _next_address
from sanctcheck.lists.fetch.failure import Failure, line_failure, status_failure
from sanctcheck.lists.partial import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import IO

    from publishing import Behaviour, Publisher, Request

LIST = b"<?xml version='1.0'?><list/>"
LIMITS = Limits(total=20, connect=5, read=1.5, retries=0, first_pause=0.01, longest_pause=0.01)
ASKED = Asked("https://lists.example/a.xml", "xml", hosts=frozenset({"files.example"}))


def answered(status: int, body: bytes = b"", length: int | None = None) -> requests.Response:
    """A response as the library gives it, of a body that did not come over a line."""
    response = requests.Response()
    response.status_code = status
    response.headers["Content-Length"] = str(len(body) if length is None else length)
    response.raw = urllib3.HTTPResponse(io.BytesIO(body), preload_content=False)
    return response


@pytest.mark.loopback
def test_a_version_that_is_known_by_its_day_alone_is_asked_for_by_it(
    publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    asked = publisher(answers(LIST))
    day = "Fri, 27 Feb 2026 10:00:00 GMT"
    fetch(Asked(asked.url, "xml", modified=day), tmp_path, LIMITS, lambda _: None)

    assert asked.requests[0].headers["if-modified-since"] == day
    assert "if-none-match" not in asked.requests[0].headers


def test_an_address_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(FetchError) as raised:
        fetch(Asked("https://[lists", "xml"), tmp_path, LIMITS, lambda _: None)

    assert str(raised.value) == "The address has, or leads to, an address that cannot be used."


@pytest.mark.parametrize(
    ("status", "cause", "passing", "said"),
    [
        (501, "server-error", False, "has trouble of its own (status 501)"),
        (500, "server-error", True, "has trouble of its own (status 500)"),
        (408, "server-error", True, "has trouble of its own (status 408)"),
        (429, "rate-limited", True, "asks us to come less often (status 429)"),
        (410, "gone", False, "has no such file any more (status 410)"),
        (404, "gone", False, "has no such file any more (status 404)"),
        (400, "refused", False, "refused to answer (status 400)"),
    ],
)
def test_a_status_says_what_happened_and_whether_it_may_pass(
    status: int,
    cause: str,
    passing: bool,  # noqa: FBT001 - a parameter
    said: str,
) -> None:
    failure = status_failure(answered(status))

    assert (failure.cause, failure.passing, str(failure)) == (cause, passing, said)


def test_when_to_come_again_is_told_as_the_publisher_says_it() -> None:
    response = answered(429)
    response.headers["Retry-After"] = "120" + "0" * 60

    failure = status_failure(response)

    assert str(failure) == f"asks us to come less often (status 429, again after 120{'0' * 37})"
    assert failure.after == "120" + "0" * 60


@pytest.mark.parametrize(
    ("error", "cause", "passing", "said"),
    [
        (requests.exceptions.SSLError("no"), "certificate", False, "it never is left unverified"),
        (requests.ConnectionError(LineSSLError("no")), "certificate", False, "could not be verified"),
        (requests.exceptions.ProxyError("no"), "proxy", False, "through the proxy of this environment"),
        (requests.Timeout("late"), "timeout", True, "did not answer in time"),
        (requests.ConnectionError(ReadTimeoutError(None, "", "late")), "timeout", True, "did not answer in time"),  # type: ignore[arg-type]
        (requests.ConnectionError(NameResolutionError("h", None, OSError())), "unreachable", False, "was not found"),  # type: ignore[arg-type]
        (requests.ConnectionError(NewConnectionError(None, "no")), "unreachable", True, "could not be reached"),  # type: ignore[arg-type]
        (requests.ConnectionError(InvalidHeader("two")), "framing", False, "how long the list is"),
        (requests.exceptions.InvalidURL("no"), "redirect", False, "an address that cannot be used"),
        (requests.ConnectionError("broke"), "truncated", True, "broke off before the list was whole"),
    ],
)  # fmt: skip
def test_what_broke_the_line_is_said_by_its_innermost_reason(
    error: Exception,
    cause: str,
    passing: bool,  # noqa: FBT001 - a parameter
    said: str,
) -> None:
    failure = line_failure(error)

    assert (failure.cause, failure.passing) == (cause, passing)
    assert said in str(failure)


def test_reasons_that_lead_in_a_circle_end() -> None:
    one, two = requests.ConnectionError("one"), requests.ConnectionError("two")
    one.__cause__, two.__cause__ = two, one

    assert line_failure(one).cause == "truncated"


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/b.xml", "https://lists.example/b.xml"),
        ("https://files.example/b.xml", "https://files.example/b.xml"),
        ("https://lists.example:8443/b", "https://lists.example:8443/b"),
    ],
)
def test_a_redirect_may_lead_to_the_hosts_of_the_list(location: str, leads_to: str) -> None:
    assert _next_address(ASKED, ASKED.url, location) == leads_to


@pytest.mark.parametrize(
    ("location", "cause", "said"),
    [
        ("http://[", "redirect", "cannot be read"),
        ("https://lists.example:99999/", "redirect", "cannot be read"),
        ("http://lists.example/b.xml", "redirect", "no place for a list"),
        ("ftp://lists.example/b.xml", "redirect", "no place for a list"),
        ("https://me@lists.example/b.xml", "redirect", "no place for a list"),
        (None, "redirect", "no place for a list"),
        ("", "redirect", "no place for a list"),
        ("https://other.example/b.xml", "redirect", "led to another host, other.example, that is not among those"),
        ("https://other.example/login", "login-page", "led to another host, other.example"),
    ],
)  # fmt: skip
def test_a_redirect_leads_nowhere_else(location: str | None, cause: str, said: str) -> None:
    with pytest.raises(Failure) as raised:
        _next_address(ASKED, ASKED.url, location)

    assert raised.value.cause == cause
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("length", "whole"), [(len(LIST), True), (len(LIST) + 1, False), (len(LIST) - 1, False)]
)
def test_the_bytes_are_counted_whatever_the_library_makes_of_them(
    length: int,
    whole: bool,  # noqa: FBT001 - a parameter
    tmp_path: Path,
) -> None:
    part = Part(tmp_path, ASKED.url)
    attempt = Attempt(ASKED, part, LIMITS, time.monotonic() + 20, lambda _: None)
    response = answered(200, LIST, length)

    if whole:
        attempt._receive(response)  # noqa: SLF001
        assert part.size == len(LIST)
    else:
        with pytest.raises(Failure) as raised:
            attempt._receive(response)  # noqa: SLF001
        assert str(raised.value) == f"sent {len(LIST):,} of {length:,} bytes"
        assert raised.value.passing
    part.discard()


def test_a_list_that_drips_is_given_up_when_its_time_is_over(tmp_path: Path) -> None:
    part = Part(tmp_path, ASKED.url)
    attempt = Attempt(ASKED, part, LIMITS, time.monotonic() - 1, lambda _: None)

    with pytest.raises(Failure) as raised:
        attempt._receive(answered(200, LIST))  # noqa: SLF001

    assert str(raised.value) == "did not send the list within 20 seconds"
    assert (raised.value.cause, raised.value.passing) == ("timeout", True)
    part.discard()


@pytest.mark.loopback
def test_a_head_that_drips_is_cut_when_the_time_is_over(
    publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    def drips(_: Request, out: IO[bytes]) -> None:
        out.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        with contextlib.suppress(OSError):
            while True:
                out.write(b"a")
                out.flush()
                time.sleep(0.02)

    limits = Limits(total=0.5, connect=5, read=5, retries=0, first_pause=0.01, longest_pause=0.01)
    with pytest.raises(FetchError) as raised:
        fetch(Asked(publisher(drips).url, "xml"), tmp_path, limits, lambda _: None)

    assert raised.value.cause == "timeout"


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("behaviour", "cause", "said"),
    [
        (answers(LIST, Cf_Mitigated="challenge"), "bot-block", None),
        (answers(gzip.compress(LIST)[:-9]), "encoding", "sent a list that is damaged where it is compressed"),
        (answers(LIST, Content_Encoding="br"), "encoding", "in an encoding that was not asked for (br)"),
    ],
)
def test_what_comes_instead_of_a_list_is_named(
    behaviour: Behaviour, cause: str, said: str | None, publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    with pytest.raises(FetchError) as raised:
        fetch(Asked(publisher(behaviour).url, "xml"), tmp_path, LIMITS, lambda _: None)

    assert raised.value.cause == cause
    assert (said or "") in str(raised.value)


@pytest.mark.loopback
def test_an_encoding_without_a_name_is_none(publisher: Callable[..., Publisher], tmp_path: Path) -> None:
    answer = fetch(
        Asked(publisher(answers(LIST, Content_Encoding="")).url, "xml"), tmp_path, LIMITS, lambda _: None
    )

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST


def test_a_piece_of_a_known_version_is_taken_up_by_the_next_run_and_by_no_other_version(
    tmp_path: Path,
) -> None:
    before = Part(tmp_path, ASKED.url)
    before.restart('"v1"')
    assert "Range" not in Attempt(ASKED, before, LIMITS, time.monotonic() + 20, lambda _: None)._headers()  # noqa: SLF001
    before.write(LIST[:10])
    before.interrupt()

    after = Part(tmp_path, ASKED.url)
    headers = Attempt(ASKED, after, LIMITS, time.monotonic() + 20, lambda _: None)._headers()  # noqa: SLF001

    assert (after.size, after.etag) == (10, '"v1"')
    assert (headers["Range"], headers["If-Range"]) == ("bytes=10-", '"v1"')
    after.discard()


def test_a_piece_of_which_the_version_is_not_known_is_cleared(tmp_path: Path) -> None:
    left = Part(tmp_path, ASKED.url)
    left.restart('"v1"')
    left.write(LIST[:10])
    left.interrupt()
    left.path.with_suffix(".json").unlink()

    after = Part(tmp_path, ASKED.url)

    assert (after.size, after.etag) == (0, None)
    after.discard()
    assert list(tmp_path.iterdir()) == []
