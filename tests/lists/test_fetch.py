"""Fetching one file from a publisher that does what publishers do."""

from __future__ import annotations

import gzip
import ssl
import time
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
import trustme
from publishing import (
    Behaviour,
    Publisher,
    answers,
    chunked,
    cuts,
    drips,
    hangs_up,
    head,
    repeats,
    resumes,
    silent,
    unchanged,
)

from sanctcheck.errors import FetchError
from sanctcheck.lists.fetch import fetch
from sanctcheck.lists.fetch.asking import Answer, Asked, Limits, Progress, without_secrets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Start = Callable[..., Publisher]

pytestmark = pytest.mark.loopback

LIST = b"<?xml version='1.0'?><list>" + b"<entry>A Name</entry>" * 400 + b"</list>"
ETAG = '"version 1"'
LIMITS = Limits(total=20, connect=5, read=1.5, retries=3, first_pause=0.02, longest_pause=0.05)
"""Generous where nothing is to be waited for: a test must not fail because the machine is busy."""
SHORT = replace(LIMITS, total=1.0)


def fetched(publisher: Publisher, folder: Path, limits: Limits = LIMITS, **asked: object) -> Answer:
    return fetch(Asked(publisher.url, "xml", **asked), folder, limits, lambda _: None)  # type: ignore[arg-type]


def refused(publisher: Publisher, folder: Path, limits: Limits = LIMITS, **asked: object) -> FetchError:
    with pytest.raises(FetchError) as raised:
        fetched(publisher, folder, limits, **asked)
    return raised.value


def test_a_whole_list_comes_as_it_was_sent(publisher: Start, tmp_path: Path) -> None:
    answer = fetched(publisher(answers(LIST, ETag=ETAG)), tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST
    assert answer.etag == ETAG
    assert list(tmp_path.iterdir()) == [answer.path]


def test_a_list_in_chunks_comes_as_it_was_sent(publisher: Start, tmp_path: Path) -> None:
    answer = fetched(publisher(chunked(LIST)), tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST


def test_the_publisher_is_told_who_asks_and_is_asked_for_plain_bytes(
    publisher: Start, tmp_path: Path
) -> None:
    asked = publisher(answers(LIST))
    fetched(asked, tmp_path)

    assert asked.requests[0].headers["user-agent"].startswith("Mozilla/5.0 (compatible; sanctcheck/")
    assert len(asked.requests[0].headers["user-agent"]) >= 40
    assert asked.requests[0].headers["accept-encoding"] == "identity"


def test_a_version_that_is_there_already_is_not_sent_again(publisher: Start, tmp_path: Path) -> None:
    answer = fetched(publisher(unchanged(LIST, ETAG)), tmp_path, etag=ETAG)

    assert answer.path is None
    assert list(tmp_path.iterdir()) == []


def test_a_304_that_nobody_asked_for_is_no_answer(publisher: Start, tmp_path: Path) -> None:
    assert refused(publisher(lambda _, out: out.write(head("304 Not Modified"))), tmp_path).cause == "refused"


CUT_AT = [round(number * (len(LIST) + 60) / 50) for number in range(50)]


@pytest.mark.parametrize("at", CUT_AT)
def test_a_connection_that_is_cut_anywhere_is_tried_again(publisher: Start, tmp_path: Path, at: int) -> None:
    answer = fetched(publisher(cuts(LIST, at), answers(LIST)), tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST


@pytest.mark.parametrize("at", CUT_AT)
def test_what_came_before_a_cut_is_taken_up(publisher: Start, tmp_path: Path, at: int) -> None:
    cut = publisher(cuts(LIST, at, ETag=ETAG), resumes(LIST, ETAG))
    answer = fetched(cut, tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST
    sent = max(0, at - len(head("200 OK", Content_Length=len(LIST), ETag=ETAG)))
    assert cut.requests[1].headers.get("range") == (f"bytes={sent}-" if sent else None)
    assert cut.requests[1].headers.get("if-range") == (ETAG if sent else None)


def test_what_a_broken_run_left_is_taken_up_by_the_next(publisher: Start, tmp_path: Path) -> None:
    broken = publisher(cuts(LIST, 4000, ETag=ETAG))
    assert refused(broken, tmp_path).cause == "truncated"
    broken.behaviours[:] = [resumes(LIST, ETAG)]
    before = len(broken.requests)
    answer = fetched(broken, tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST
    assert int(broken.requests[before].headers["range"].removeprefix("bytes=").removesuffix("-")) > 3000
    assert list(tmp_path.iterdir()) == [answer.path]


def test_what_came_of_another_version_is_thrown_away(publisher: Start, tmp_path: Path) -> None:
    newer = LIST.replace(b"Name", b"Word")
    answer = fetched(publisher(cuts(LIST, 4000, ETag=ETAG), resumes(newer, '"version 2"')), tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == newer


def test_a_piece_of_another_version_is_not_joined_to_what_came(publisher: Start, tmp_path: Path) -> None:
    joined = resumes(LIST, ETAG, rest_of='"version 2"')
    error = refused(publisher(cuts(LIST, 4000, ETag=ETAG), joined), tmp_path)

    assert error.cause == "wrong-content"
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_of_a_version_that_has_no_name(publisher: Start, tmp_path: Path) -> None:
    assert refused(publisher(cuts(LIST, 4000)), tmp_path).cause == "truncated"
    assert list(tmp_path.iterdir()) == []


BOT_PAGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies</body></html>"
LOGIN_PAGE = b"<html><body><form action='/cas/login'><input type='password'></form></body></html>"
OUTAGE = (
    b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'xhtml1-strict.dtd'>"
    b"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Maintenance</h1></body></html>"
)


def gzipped(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


REFUSALS: dict[str, tuple[Behaviour, str, str]] = {
    "an empty answer": (answers(b""), "empty", "sent nothing at all"),
    "nothing but blanks": (answers(b" \r\n\r\n "), "empty", "sent nothing at all"),
    "a bot-block with status 200": (answers(BOT_PAGE), "bot-block", "a page that keeps programs out"),
    "a bot-block with status 403": (answers(BOT_PAGE, "403 Forbidden"), "bot-block", "status 403"),
    "a bot-block with status 503": (answers(BOT_PAGE, "503 Busy"), "bot-block", "status 503"),
    "a challenge told by a header": (answers(b"", "202 Accepted", x_amzn_waf_action="challenge"), "bot-block", "programs"),
    "a login page": (answers(LOGIN_PAGE), "login-page", "a login page"),
    "HTML instead of XML": (answers(b"<HTML><BODY>Welcome</BODY></HTML>"), "web-page", "a web page"),
    "a maintenance page that is XML too": (answers(OUTAGE), "web-page", "a web page"),
    "a spreadsheet instead of XML": (answers(b"PK\x03\x04 and so on"), "wrong-content", "no list of the expected kind"),
    "a plain 403": (answers(b"no", "403 Forbidden"), "refused", "status 403"),
    "a 404": (answers(b"no", "404 Not Found"), "gone", "no such file any more"),
    "no length and no chunks": (
        lambda _, out: out.write(head("200 OK") + LIST),  # type: ignore[dict-item]
        "framing",
        "does not say how long",
    ),
    "two lengths": (answers(LIST, "200 OK", content_length=20), "framing", "contradicts itself"),
    "an encoding that was not asked for": (answers(LIST, Content_Encoding="br"), "encoding", "(br)"),
    "a damaged gzip": (answers(gzipped(LIST)[:-20] + b"x" * 20, Content_Encoding="gzip"), "encoding", "damaged"),
    "a gzip that is cut short": (answers(gzipped(LIST)[:-30], Content_Encoding="gzip"), "encoding", "damaged"),
    "a gzip bomb": (answers(gzipped(b"<a>" + b"\0" * 100_000_000), Content_Encoding="gzip"), "encoding", "beyond bounds"),
    "a deflate bomb": (answers(zlib.compress(b"<a>" + b"\0" * 20_000_000), Content_Encoding="deflate"), "encoding", "(deflate)"),
    "a loop of redirects": (answers(b"", "302 Found", Location="/list"), "redirect", "more than 5 times"),
    "a redirect to a file": (answers(b"", "302 Found", Location="file:///etc/passwd"), "redirect", "no place for a list"),
    "a redirect to nonsense": (answers(b"", "302 Found", Location="http://["), "redirect", "cannot be used"),
    "a redirect to nowhere": (answers(b"", "302 Found"), "redirect", "no place for a list"),
    "a redirect to another host": (answers(b"", "302 Found", Location="http://169.254.169.254/x"), "redirect", "169.254"),
    "a redirect to a login": (answers(b"", "302 Found", Location="https://id.example/login"), "login-page", "id.example"),
    "a redirect with a password": (answers(b"", "302 Found", Location="//me:word@127.0.0.1/x"), "redirect", "no place"),
    "a piece that was not asked for": (answers(LIST, "206 Partial Content"), "wrong-content", "not asked for"),
}  # fmt: skip


@pytest.mark.parametrize(("behaviour", "cause", "said"), REFUSALS.values(), ids=REFUSALS)
def test_what_is_no_list_is_called_what_it_is_and_leaves_nothing(
    publisher: Start, tmp_path: Path, behaviour: Behaviour, cause: str, said: str
) -> None:
    error = refused(publisher(behaviour), tmp_path)

    assert error.cause == cause
    assert said in str(error)
    assert str(error).startswith("127.0.0.1 ")
    assert list(tmp_path.iterdir()) == []


PASSING: dict[str, Behaviour] = {
    "status 500": answers(b"", "500 Internal Server Error"),
    "status 503": answers(b"", "503 Service Unavailable"),
    "status 429": answers(b"", "429 Too Many Requests"),
    "nothing said": hangs_up,
    "no answer": silent,
    "a body cut short": cuts(LIST, 2000),
    "chunks that never end": chunked(LIST, end=b""),
    "a chunk cut short": lambda _, out: out.write(
        head("200 OK", Transfer_Encoding="chunked") + b"fff\r\nabc"
    ),  # type: ignore[dict-item]
    "a head that is no head": lambda _, out: out.write(b"hello\r\n\r\n"),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("behaviour", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_tried_again(publisher: Start, tmp_path: Path, behaviour: Behaviour) -> None:
    troubled = publisher(behaviour, behaviour, answers(LIST))
    answer = fetched(troubled, tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST
    assert len(troubled.requests) == 3


def test_trouble_that_stays_is_named_after_the_tries(publisher: Start, tmp_path: Path) -> None:
    troubled = publisher(answers(b"", "500 Internal Server Error"))
    error = refused(troubled, tmp_path)

    assert error.cause == "server-error"
    assert len(troubled.requests) == LIMITS.retries + 1


def test_a_bot_block_is_not_tried_again(publisher: Start, tmp_path: Path) -> None:
    blocked = publisher(answers(BOT_PAGE, "403 Forbidden"))
    refused(blocked, tmp_path)

    assert len(blocked.requests) == 1


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_publisher_says_when_to_come_again(publisher: Start, tmp_path: Path, form: str) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    after = {"seconds": "1", "date": date}[form]
    busy = publisher(answers(b"", "429 Too Many Requests", Retry_After=after), answers(LIST))
    started = time.monotonic()
    fetched(busy, tmp_path)

    assert time.monotonic() - started > 0.8


def test_who_is_asked_to_come_again_tomorrow_does_not_wait(publisher: Start, tmp_path: Path) -> None:
    busy = publisher(answers(b"", "429 Too Many Requests", Retry_After="86400"))
    started = time.monotonic()
    error = refused(busy, tmp_path)

    assert error.cause == "rate-limited"
    assert "again after 86400" in str(error)
    assert time.monotonic() - started < LIMITS.total / 2
    assert len(busy.requests) == 1


ENDLESS: dict[str, Behaviour] = {
    "a body that drips": drips(head("200 OK", Content_Length=10_000_000)),
    "chunks that drip": drips(head("200 OK", Transfer_Encoding="chunked") + b"ffffff\r\n"),
    "a head that drips": drips(b"HTTP/1.1 200 OK\r\nX-Long: "),
    "no answer": silent,
}


@pytest.mark.parametrize("behaviour", ENDLESS.values(), ids=ENDLESS)
def test_a_list_that_does_not_come_ends_at_the_deadline(
    publisher: Start, tmp_path: Path, behaviour: Behaviour
) -> None:
    started = time.monotonic()
    error = refused(publisher(behaviour), tmp_path, SHORT)

    assert error.cause == "timeout"
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "behaviour",
    [
        answers(b"<a>" + b"x" * 20_000),
        repeats(head("200 OK", Transfer_Encoding="chunked"), b"400\r\n" + b"x" * 0x400 + b"\r\n"),
        answers(gzipped(b"<a>" + bytes(range(256)) * 100), Content_Encoding="gzip"),
    ],
    ids=["announced", "endless", "inflated"],
)
def test_a_list_that_grows_too_large_is_not_taken(
    publisher: Start, tmp_path: Path, behaviour: Behaviour
) -> None:
    error = refused(publisher(behaviour), tmp_path, largest=10_000)

    assert error.cause == "too-large"
    assert "10,000 bytes" in str(error)


def test_a_list_that_is_compressed_all_the_same_is_inflated(publisher: Start, tmp_path: Path) -> None:
    answer = fetched(publisher(answers(gzipped(LIST), Content_Encoding="gzip", ETag=ETAG)), tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST


def test_a_redirect_to_a_host_of_the_list_is_followed(publisher: Start, tmp_path: Path) -> None:
    store = publisher(answers(LIST))
    led = publisher(answers(b"", "302 Found", Location=store.url + "?signature=secret"))
    answer = fetched(led, tmp_path)

    assert answer.path is not None
    assert answer.path.read_bytes() == LIST
    assert answer.url == store.url


def test_nobody_listening_is_said_plainly(publisher: Start, tmp_path: Path) -> None:
    gone = publisher(answers(LIST))
    gone.close()
    error = refused(gone, tmp_path)

    assert error.cause == "unreachable"


def test_a_proxy_of_the_environment_is_used(
    publisher: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = publisher(answers(LIST))
    monkeypatch.setenv("HTTP_PROXY", proxy.url.removesuffix("/list"))
    monkeypatch.delenv("NO_PROXY", raising=False)
    answer = fetch(Asked("http://lists.invalid/list", "xml"), tmp_path, LIMITS, lambda _: None)

    assert answer.path is not None
    assert proxy.requests[0].path == "http://lists.invalid/list"


@pytest.fixture
def signed(publisher: Start, tmp_path: Path) -> tuple[Start, Path]:
    """How to start publishers with a certificate that an authority of an office's own signed; and that authority."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    return partial(publisher, tls=context), tmp_path / "authority.pem"


def test_an_authority_of_the_environment_is_trusted_and_no_other_unknown_one(
    signed: tuple[Start, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, authority = signed
    publisher = start(answers(LIST))

    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    assert refused(publisher, tmp_path).cause == "certificate"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))
    answer = fetched(publisher, tmp_path)
    assert answer.path is not None
    assert answer.path.read_bytes() == LIST


def test_a_redirect_away_from_tls_is_not_followed(
    signed: tuple[Start, Path], publisher: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, authority = signed
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))
    plain = publisher(answers(LIST))

    error = refused(start(answers(b"", "302 Found", Location=plain.url)), tmp_path)
    assert (error.cause, plain.requests) == ("redirect", [])


def test_a_line_with_tls_ends_at_the_deadline_too(
    signed: tuple[Start, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, authority = signed
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))

    error = refused(start(drips(b"HTTP/1.1 200 OK\r\nX-Long: ")), tmp_path, SHORT)
    assert error.cause == "timeout"


def test_a_certificate_that_nobody_signed_is_refused(publisher: Start, tmp_path: Path) -> None:
    plain = publisher(answers(LIST))
    with pytest.raises(FetchError) as raised:
        fetch(Asked(plain.url.replace("http:", "https:"), "xml"), tmp_path, LIMITS, lambda _: None)

    assert raised.value.cause == "certificate"


def test_progress_is_told_in_bytes_and_in_words(publisher: Start, tmp_path: Path) -> None:
    told: list[Progress] = []
    troubled = publisher(answers(b"", "500 Internal Server Error"), answers(LIST))
    fetch(Asked(troubled.url, "xml"), tmp_path, LIMITS, told.append)

    assert told[0].note is not None
    assert "status 500" in told[0].note
    assert told[-1] == Progress(len(LIST), len(LIST))


def test_tokens_in_an_address_are_never_shown() -> None:
    assert (
        without_secrets("https://me:word@lists.example:8443/a/b?token=secret#x")
        == "https://lists.example:8443/a/b"
    )
    assert without_secrets("http://[") == "an address that cannot be read"
