"""Asking an address: real servers on this machine, which answer well, badly, slowly, without end, and elsewhere."""

from __future__ import annotations

import gzip
import hashlib
import ssl
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
import trustme
from publishing import answers, head

from sanctcheck.links.asking import USER_AGENT, Asker, Bounds
from sanctcheck.links.line import Way
from sanctcheck.links.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import IO

    from publishing import Behaviour, Publisher, Request

    from sanctcheck.links.model import Answer

pytestmark = pytest.mark.loopback
FAST = Bounds(seconds=0.6, whole_seconds=1.0, whole_bytes=100_000)
BODY = b"%PDF-1.7 what was recorded"
SHA256 = hashlib.sha256(BODY).hexdigest()


@dataclass
class Web:
    """Hosts of the tests' own: every name leads to one server on this machine, and only that may be connected to."""

    server: Publisher
    asked: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        self.asked.append(f"{host}:{port}")
        if host == "unknown.example":
            return []
        return [("127.0.0.1", int(self.server.url.split(":")[2].split("/")[0]))]

    def ask(self, url: str = "http://site.example/a", bounds: Bounds = FAST, **named: Any) -> Answer:
        way = Way(self.resolve, lambda address: address == "127.0.0.1")
        return Asker(Pace(0), way, bounds).ask(url, **named)


@pytest.fixture
def web(publisher: Callable[..., Publisher]) -> Callable[..., Web]:
    return lambda *behaviours, **named: Web(publisher(*behaviours, **named))


def leads(*locations: str, status: str = "302 Found") -> list[Behaviour]:
    return [answers(b"", status, Location=each) for each in locations]


def test_an_address_that_answers_is_alive_and_asked_for_its_head_alone(web: Callable[..., Web]) -> None:
    here = web(answers(b""))
    answer = here.ask()

    assert (answer.standing, answer.status, answer.content) == ("alive", 200, None)
    (request,) = here.server.requests
    assert request.path == "/a"
    assert request.headers == {
        "host": "site.example",
        "user-agent": USER_AGENT,
        "accept": "*/*",
        "accept-encoding": "identity",
        "connection": "close",
    }
    assert here.asked == ["site.example:80"]


def test_a_server_that_knows_no_head_is_asked_for_the_first_bytes(web: Callable[..., Web]) -> None:
    here = web(answers(b"", "405 Method Not Allowed"), answers(b"x" * 100, "206 Partial Content"))

    assert here.ask().standing == "alive"
    assert here.server.requests[1].headers["range"] == "bytes=0-65535"


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        *(
            ("404 Not Found", "gone"),
            ("410 Gone", "gone"),
            ("403 Forbidden", "refused"),
            ("401 Who", "refused"),
        ),
        *(("500 Oh", "failing"), ("502 Bad", "failing"), ("429 Later", "refused"), ("503 Later", "failing")),
        ("304 Not Modified", "refused"),
    ],
)
def test_what_a_status_says_is_what_is_said(status: str, standing: str, web: Callable[..., Web]) -> None:
    answer = web(answers(b"", status)).ask()

    assert (answer.standing, answer.status) == (standing, int(status[:3]))


def test_a_host_that_asks_for_rest_is_left_alone(web: Callable[..., Web]) -> None:
    here = web(answers(b"", "429 Too Many Requests"))
    way = Way(here.resolve, lambda _: True)
    asker = Asker(Pace(0), way, FAST)
    assert [asker.ask(f"http://site.example/{n}").standing for n in range(5)] == ["refused"] * 5

    assert len(here.server.requests) == 1


# Is it still what was recorded?


@pytest.mark.parametrize(
    ("body", "size", "expected"),
    [
        *(
            (BODY, None, "same"),
            (BODY, len(BODY), "same"),
            (b"another", None, "changed"),
            (BODY + b"!", len(BODY), "changed"),
        ),
        *(
            (b"x" * 200_000, None, "not-compared"),
            (BODY, 200_000, "not-compared"),
            (BODY[:-1], len(BODY), "changed"),
        ),
    ],
)
def test_what_comes_is_compared_with_the_hash(
    body: bytes, size: int | None, expected: str, web: Callable[..., Web]
) -> None:
    here = web(answers(body))
    answer = here.ask(sha256=SHA256, size=size)

    assert (answer.standing, answer.content) == ("alive", expected)
    assert "range" not in here.server.requests[0].headers


def test_what_comes_packed_is_never_unpacked(web: Callable[..., Web]) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    answer = web(answers(bomb, Content_Encoding="gzip")).ask(sha256=SHA256)

    assert (answer.standing, answer.content) == ("alive", "not-compared")


def test_an_error_page_is_not_compared(web: Callable[..., Web]) -> None:
    answer = web(answers(b"gone", "404 Not Found")).ask(sha256=SHA256)

    assert (answer.standing, answer.content) == ("gone", None)


# Redirects


def test_three_redirects_are_followed_and_a_fourth_is_not(web: Callable[..., Web]) -> None:
    here = web(*leads("/b", "http://other.example/c", "//third.example/d"), answers(b""))
    assert here.ask().standing == "alive"
    assert [each.path for each in here.server.requests] == ["/a", "/b", "/c", "/d"]
    assert [each.headers["host"] for each in here.server.requests[2:]] == ["other.example", "third.example"]

    answer = web(*leads("/b", "/c", "/d", "/e", "/f"), answers(b"")).ask()
    assert (answer.standing, answer.why) == ("not-allowed", "it leads on more than 3 times")


def test_where_a_page_moved_for_good_is_said(web: Callable[..., Web]) -> None:
    moved = leads("https://x", "/new", status="301 Moved Permanently")[1]
    assert web(moved, answers(b"")).ask().moved_to == "http://site.example/new"
    assert web(moved, *leads("/now"), answers(b"")).ask().moved_to == ""


@pytest.mark.parametrize(
    "location",
    [
        *(
            "file:///etc/passwd",
            "gopher://site.example/",
            "http://u:p@site.example/",
            "http://site.example:8080/",
            "http://[",
        ),
        *("ftp://site.example/", "", "http://site.example\\@127.0.0.1/"),
    ],
)
def test_a_redirect_to_what_is_not_asked_ends_there(location: str, web: Callable[..., Web]) -> None:
    here = web(*leads(location), answers(b"never"))

    assert here.ask().standing == "not-allowed"
    assert len(here.server.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://[::1]/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://127.1/",
        ),
        *(
            "http://[::ffff:127.0.0.1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/",
            "http://017700000001/",
        ),
    ],
)
def test_a_redirect_within_is_not_followed(location: str, web: Callable[..., Web]) -> None:
    """The first host is let through as a public one; the second is what the machine itself makes of the address."""
    import ipaddress
    import socket

    here = web(*leads(location), answers(b"never"))

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        if host == "site.example":
            return here.resolve(host, port)
        try:
            return [(str(ipaddress.ip_address(host)), port)]
        except ValueError:
            return [("127.0.0.1" if host == "localhost" else socket.inet_ntoa(socket.inet_aton(host)), port)]

    from sanctcheck.links.addresses import is_public

    first = [True]

    def allows(address: str) -> bool:
        return is_public(address) or (address == "127.0.0.1" and bool(first and first.pop()))

    answer = Asker(Pace(0), Way(resolve, allows), FAST).ask("http://site.example/a")

    assert answer.standing == "not-allowed"
    assert len(here.server.requests) == 1


# Names and addresses


@pytest.mark.parametrize(
    "addresses", [["10.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["93.184.216.34", "::1"], ["fe80::1%eth0"]]
)
def test_a_name_with_one_address_within_is_not_asked_at_all(addresses: list[str]) -> None:
    """The network of the tests is closed: an attempt to connect would fail the test."""
    way = Way(lambda _, port: [(each, port) for each in addresses])

    assert Asker(Pace(0), way, FAST).ask("http://mixed.example/").standing == "not-allowed"


def test_a_name_is_looked_up_once_and_the_line_goes_to_that_very_address(web: Callable[..., Web]) -> None:
    """A name that answers with a public address first, and with one within as soon as it is asked again."""
    here = web(answers(b""))
    looked_up = []

    def rebinding(host: str, port: int) -> list[tuple[str, int]]:
        looked_up.append(host)
        return here.resolve(host, port) if len(looked_up) == 1 else [("10.0.0.1", 80)]

    asker = Asker(Pace(0), Way(rebinding, lambda address: address == "127.0.0.1"), FAST)
    assert asker.ask("http://site.example/").standing == "alive"
    assert looked_up == ["site.example"]
    assert asker.ask("http://site.example/").standing == "not-allowed"


def test_the_usual_way_lets_nothing_on_this_machine_through(publisher: Callable[..., Publisher]) -> None:
    server = publisher(answers(b"never"))
    port = server.url.split(":")[2].split("/")[0]
    asker = Asker(Pace(0), bounds=FAST)

    assert asker.ask(f"http://127.0.0.1:{port}/").standing == "not-allowed"
    assert asker.ask("http://127.0.0.1/").why == "its host has an address that is not of the public internet"
    assert Way().allows("127.0.0.1") is False
    assert server.requests == []


def test_a_host_that_is_not_known_and_one_that_is_looked_up_for_ever(web: Callable[..., Web]) -> None:
    assert web(answers(b"")).ask("http://unknown.example/").why == "its host is not known"

    start = time.monotonic()
    way = Way(lambda *_: time.sleep(5) or [])  # type: ignore[func-returns-value]
    assert (
        Asker(Pace(0), way, FAST).ask("http://slow.example/").why == "its host could not be looked up in time"
    )
    assert time.monotonic() - start < 3


def test_a_host_that_refuses_the_line_cannot_be_reached() -> None:
    way = Way(lambda *_: [("127.0.0.1", 9), ("127.0.0.1", 9)], lambda _: True)

    assert Asker(Pace(0), way, FAST).ask("http://site.example/").standing == "unreachable"


# Slow, endless, damaged


def drips(first: bytes, rest: bytes) -> Behaviour:
    def behave(_request: Request, out: IO[bytes]) -> None:
        out.write(first)
        for _ in range(100):
            out.write(rest)
            out.flush()
            time.sleep(0.05)

    return behave


def endless(first: bytes, rest: bytes) -> Behaviour:
    def behave(_: Request, out: IO[bytes]) -> None:
        out.write(first)
        while True:
            out.write(rest * 1_000)

    return behave


def says_nothing(_: Request, out: IO[bytes]) -> None:
    del out
    time.sleep(4)


@pytest.mark.parametrize(
    "behaviour",
    [
        drips(b"", b"H"),
        drips(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        drips(head("200 OK", Content_Length=10_000), b"x"),
        drips(head("200 OK", Transfer_Encoding="chunked"), b"1\r\nx\r\n"),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        endless(b"HTTP/1.1 200 OK\r\n", b"X-Header: y\r\n"),
        endless(b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        endless(b"", b"y"),
        says_nothing,
        lambda _, out: out.write(b"\0\xff garbage\r\n\r\n"),
        lambda _, out: out.write(b""),
        lambda _, out: out.write(head("200 OK", Content_Length="five") + b"x"),
        lambda _, out: out.write(head("200 OK", Content_Length=500) + b"cut"),
        lambda _, out: out.write(head("200 OK", Transfer_Encoding="chunked") + b"zz\r\n"),
        lambda _, out: out.write(head("999 What")),
        lambda _, out: out.write(b"HTTP/9.9 200 OK\r\n\r\n"),
    ],
)
def test_a_server_that_sends_badly_gets_its_time_and_no_more(
    behaviour: Behaviour, web: Callable[..., Web]
) -> None:
    start = time.monotonic()
    answer = web(behaviour).ask(sha256=SHA256)

    assert answer.standing in {"unreachable", "failing", "refused", "alive"}
    assert answer.content != "same"
    assert time.monotonic() - start < 4


def test_a_body_without_end_is_read_up_to_the_bound(web: Callable[..., Web]) -> None:
    behaviour = endless(head("200 OK"), b"x")
    assert web(behaviour).ask(sha256=SHA256).content == "not-compared"
    assert web(answers(b"", "405 No"), behaviour).ask().standing == "alive"


# TLS, and nothing of the user's own


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "authority.pem"))
    return made


def of(authority: trustme.CA, name: str) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(made)
    return made


def test_the_line_goes_to_the_address_and_the_certificate_is_the_names(
    authority: trustme.CA, web: Callable[..., Web]
) -> None:
    context = of(authority, "site.example")
    names: list[str | None] = []
    context.sni_callback = lambda _, name, __: names.append(name)
    here = web(answers(BODY), tls=context)

    assert here.ask("https://site.example/a", sha256=SHA256).content == "same"
    assert names == ["site.example"]
    assert here.server.requests[0].headers["host"] == "site.example"
    assert here.asked == ["site.example:443"]


def test_a_certificate_of_another_name_or_authority_is_never_accepted(
    authority: trustme.CA, web: Callable[..., Web]
) -> None:
    assert (
        web(answers(BODY), tls=of(authority, "other.example")).ask("https://site.example/").standing
        == "certificate"
    )
    assert (
        web(answers(BODY), tls=of(trustme.CA(), "site.example")).ask("https://site.example/").standing
        == "certificate"
    )


def test_a_handshake_that_drips_is_cut_off(web: Callable[..., Web]) -> None:
    def stalls(_: Request, out: IO[bytes]) -> None:
        del out

    here = web(stalls)
    here.server.handle = drips(b"\x16\x03\x03\x40\x00", b"x")  # type: ignore[assignment]
    start = time.monotonic()

    assert here.ask("https://site.example/").standing in {"unreachable", "certificate"}
    assert time.monotonic() - start < 3


def test_no_cookie_password_file_or_proxy_is_used(
    web: Callable[..., Web], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine site.example login u password p\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    here = web(answers(b"", "302 Found", Location="/b", Set_Cookie="a=b"), answers(b"", Set_Cookie="a=b"))

    assert here.ask().standing == "alive"
    for request in here.server.requests:
        assert {"cookie", "authorization", "referer", "from"} & set(request.headers) == set()


def test_one_host_is_asked_at_most_once_in_a_while(web: Callable[..., Web]) -> None:
    here = web(answers(b""))
    asker = Asker(Pace(0.2), Way(here.resolve, lambda _: True), FAST)
    start = time.monotonic()
    for _ in range(3):
        asker.ask("http://site.example/")
    assert time.monotonic() - start >= 0.4
    start = time.monotonic()
    asker.ask("http://other.example/")
    assert time.monotonic() - start < 0.2
