"""Whatever the server of any publisher answers, the last good snapshot stays, and is not stamped fresher than it is."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from published import LISTS
from publishing import Behaviour, Publisher, answers, chunked, cuts, drips, hangs_up, head, repeats

from sanctcheck.lists.cache import listings
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.fetch.asking import Limits
from sanctcheck.lists.store import Store
from sanctcheck.lists.update import Outcome, Request, update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from publishing import Request as Asked

    from sanctcheck.lists.store import Kept

    Start = Callable[..., Publisher]

pytestmark = pytest.mark.loopback

PUBLISHERS = {
    "us-ofac": ("us_ofac/sdn_enhanced.xml", "xml"),
    "un-sc": ("un_sc/consolidated.xml", "xml"),
    "eu-fsf": ("eu_fsf/full_1_1.xml", "xml"),
    "gb-fcdo": ("gb_fcdo/UK-Sanctions-List.xml", "xml"),
    "gb-ofsi": ("gb_ofsi/ConList-2018.csv", "csv"),
    "ca-sema": ("ca_sema/sema-lmes-2026.xml", "xml"),
    "au-dfat": ("au_dfat/Australian_Sanctions_Consolidated_List.xlsx", "xlsx"),
    "ch-seco": ("ch_seco/consolidated-list.xml", "xml"),
    "opensanctions": ("opensanctions/entities.ftm.json", "json"),
}
LIMITS = Limits(total=20, connect=5, read=5, retries=1, first_pause=0.01, longest_pause=0.01)
PAGE = b"<!DOCTYPE html><html><head><title>Sanctions</title></head><body>We will be back soon.</body></html>"
XHTML = (
    b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Maintenance</p></body></html>"
)
LOGIN = b"<html><body><form action='/login'><input type='password' name='p'></form></body></html>"
CHALLENGE = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"

BOMB = gzip.compress(bytes(40_000_000))


def resets(_: Asked, out: IO[bytes]) -> None:
    """Sends half a head, and goes."""
    out.write(b"HTTP/1.1 200 OK\r\nContent-Le")


def raw(answer: bytes) -> Behaviour:
    """Exactly these bytes."""

    def behave(_: Asked, out: IO[bytes]) -> None:
        out.write(answer)

    return behave


def moved(to: str, status: str = "302 Found") -> Behaviour:
    return answers(b"", status, Location=to)


def bad_answers(good: bytes) -> dict[str, Behaviour]:
    """What a server may send instead of a list; `good` is the list."""
    half = good[: len(good) // 2]
    answer = head("200 OK", Content_Length=len(good)) + good
    return {
        "nothing at all": hangs_up,
        "half a head": resets,
        "no HTTP": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        "a head without an end": raw(b"HTTP/1.1 200 OK\r\n" + b"X-Fill: 1\r\n" * 500),
        "the first byte": cuts(good, len(answer) - len(good) + 1),
        "half of it": cuts(good, len(answer) - len(good) // 2),
        "all but the last byte": cuts(good, len(answer) - 1),
        "half of it as if it were the whole": answers(half),
        "half of it in chunks that end well": chunked(half),
        "chunks that stop": chunked(good, end=b""),
        "a chunk whose length is no number": raw(head("200 OK", Transfer_Encoding="chunked") + b"zz\r\n" + good),
        "more than was announced": raw(head("200 OK", Content_Length=len(good) - 7) + good),
        "no length": raw(head("200 OK") + half),
        "a length that is no number": raw(head("200 OK", Content_Length="many") + good),
        "a length below nothing": raw(head("200 OK", Content_Length=-5) + good),
        "a length beyond bounds": raw(head("200 OK", Content_Length=10**15) + good),
        "two lengths": raw(head("200 OK", Content_Length=f"5, {len(good)}") + good),
        "an empty body": answers(b""),
        "white space": answers(b" \r\n" * 400),
        "a body of zero bytes": answers(bytes(4000)),
        "a page": answers(PAGE),
        "a page that is XML": answers(XHTML, Content_Type="application/xml"),
        "a page to log in": answers(LOGIN),
        "a bot's challenge": answers(CHALLENGE),
        "forbidden": answers(CHALLENGE, "403 Forbidden"),
        "gone": answers(PAGE, "404 Not Found"),
        "too many requests": answers(b"", "429 Too Many Requests", Retry_After=3600),
        "a fault of its own": answers(PAGE, "500 Internal Server Error"),
        "closed for now": answers(PAGE, "503 Service Unavailable", Retry_After="soon"),
        "unchanged, which nobody asked": answers(b"", "304 Not Modified"),
        "a piece that nobody asked for": answers(half, "206 Partial Content", Content_Range="bytes 5-9/10"),
        "a way in circles": moved("/list"),
        "a way to a file": moved("file:///etc/passwd"),
        "a way to no address": moved("http://["),
        "a way to another host": moved("http://203.0.113.9/list"),
        "a way to nowhere": answers(b"", "302 Found"),
        "compressed, and damaged": answers(gzip.compress(good)[:-9], Content_Encoding="gzip"),
        "a bomb": answers(BOMB, Content_Encoding="gzip"),
        "an encoding that nobody asked for": answers(zlib.compress(good), Content_Encoding="deflate"),
        "a list of another kind": answers(b'{"error": "no such list"}'),
        "a drip": drips(head("200 OK", Content_Length=1_000_000)),
        "an endless body": repeats(head("200 OK", Transfer_Encoding="chunked"), b"4000\r\n" + b"a" * 16384 + b"\r\n"),
    }  # fmt: skip


ANSWERS = tuple(bad_answers(b"12345678"))


def held(kept: Kept) -> int:
    assert list(kept.faults()) == []
    current = kept.current()
    assert current is not None
    return sum(1 for _ in listings(kept, current))


@pytest.fixture(scope="module", params=PUBLISHERS)
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """A publisher of whose list there is a snapshot."""
    path, content = PUBLISHERS[request.param]
    store = Store(tmp_path_factory.mktemp("lists") / "store")
    store.create()
    there = Publisher([hangs_up])
    made = Known(store.kept(request.param), there, (LISTS / path).read_bytes(), path, content)
    assert made.updated(answers(made.good)).result == "new"
    yield made
    there.close()


class Known:
    def __init__(self, kept: Kept, there: Publisher, good: bytes, path: str, content: str) -> None:
        self.kept = kept
        self.good = good
        self._there = there
        self._list = PublishedList(
            title="A list",
            publisher=kept.list_id,
            url=there.url,
            file=path.rpartition("/")[2],
            content=content,  # type: ignore[arg-type]
        )

    def updated(self, behaviour: Behaviour, limits: Limits = LIMITS) -> Outcome:
        self._there.behaviours[:] = [behaviour]
        return update(self.kept, self._list, Request(limits, lambda _: None))


def test_there_are_enough_bad_answers() -> None:
    assert len(ANSWERS) >= 36


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_last_good_snapshot_stays(known: Known, answer: str) -> None:
    kept = known.kept
    before, verified, manifest = held(kept), kept.contact().verified_at, kept.manifest_bytes(1)
    limits = replace(LIMITS, total=0.6) if answer in {"a drip", "an endless body"} else LIMITS
    outcome = known.updated(bad_answers(known.good)[answer], limits)

    assert outcome.result in {"failed", "refused"}
    assert outcome.message
    assert outcome.cause not in {"internal", "store"}
    assert (kept.numbers(), kept.manifest_bytes(1), held(kept)) == ([1], manifest, before)
    assert kept.contact().verified_at == verified
    assert kept.contact().failure == outcome.message


def test_the_next_good_answer_is_taken(known: Known) -> None:
    assert known.updated(answers(known.good)).result == "same"
    assert known.kept.contact().failure == ""
