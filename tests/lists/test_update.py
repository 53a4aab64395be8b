"""Updating a list from a publisher, whatever it sends: what is new is kept, and the last good snapshot stays."""

from __future__ import annotations

import errno
import gzip
import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from listmaking import Entry, entries, sdn_xml
from publishing import Behaviour, Publisher, answers, chunked, cuts, drips, hangs_up, head, unchanged

from sanctcheck.lists.cache import listings
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.fetch.asking import Limits
from sanctcheck.lists.intake import Acceptance
from sanctcheck.lists.store import Store
from sanctcheck.lists.update import Outcome, Request, update

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sanctcheck.lists.store import Kept

    Start = Callable[..., Publisher]

pytestmark = pytest.mark.loopback

LIST = sdn_xml(entries(100))
NEWER = sdn_xml(entries(101), day="05/30/2026")
ETAG = '"version 1"'
LIMITS = Limits(total=20, connect=5, read=5, retries=1, first_pause=0.01, longest_pause=0.01)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    store = Store(tmp_path / "store")
    store.create()
    return store.kept("us-ofac-sdn")


def from_(url: str) -> PublishedList:
    return PublishedList(title="A list", publisher="us-ofac", url=url, file="sdn.xml", content="xml")


def updated(
    kept: Kept,
    publisher: Publisher,
    *behaviours: Behaviour,
    acceptance: Acceptance | None = None,
    limits: Limits = LIMITS,
) -> Outcome:
    """One update, from a publisher that now behaves like this."""
    publisher.behaviours[:] = behaviours
    request = Request(limits, lambda _: None, acceptance or Acceptance())
    return update(kept, from_(publisher.url), request)


@pytest.fixture
def there(kept: Kept, publisher: Start) -> Publisher:
    """A publisher of whose list there is a snapshot with 100 entries."""
    started = publisher(hangs_up)
    assert updated(kept, started, answers(LIST, ETag=ETAG)).result == "new"
    return started


def held(kept: Kept) -> int:
    """How many listings a reader finds; nothing that is kept is damaged."""
    assert list(kept.faults()) == []
    current = kept.current()
    return 0 if current is None else sum(1 for _ in listings(kept, current))


def test_a_list_is_kept_with_its_very_bytes_and_where_they_came_from(kept: Kept, there: Publisher) -> None:
    manifest = kept.current()

    assert manifest is not None
    assert kept.raw(manifest)[0].path.read_bytes() == LIST
    assert manifest.files[0].source == there.url
    assert (manifest.published, manifest.profile.listings, manifest.form) == ("2026-05-29", 100, "sdn-xml")
    assert held(kept) == 100


BOT_PAGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"

FAULTS: dict[str, tuple[Behaviour, str]] = {
    "a truncated body": (cuts(LIST, 5000), "truncated"),
    "a length that is too short": (answers(NEWER[:-200]), "unreadable"),
    "a length that is too long": (lambda _, out: out.write(head("200 OK", Content_Length=99_999) + NEWER), "truncated"),  # type: ignore[dict-item]
    "a list cut where it was published": (answers(NEWER[:5000]), "unreadable"),
    "chunks that stop": (chunked(NEWER, end=b""), "truncated"),
    "a page with status 403": (answers(BOT_PAGE, "403 Forbidden"), "bot-block"),
    "a page with status 200": (answers(BOT_PAGE), "bot-block"),
    "429 with a long pause": (answers(b"", "429 Too Many Requests", Retry_After=3600), "rate-limited"),
    "500": (answers(b"", "500 Internal Server Error"), "server-error"),
    "a loop of redirects": (answers(b"", "302 Found", Location="/list"), "redirect"),
    "a slow drip": (drips(head("200 OK", Content_Length=1_000_000)), "timeout"),
    "a gzip bomb": (answers(gzip.compress(b"<a>" + bytes(100_000_000)), Content_Encoding="gzip"), "too-large"),
    "HTML instead of XML": (answers(b"<html><body>Welcome</body></html>"), "web-page"),
    "an XML page of another kind": (answers(b"<?xml version='1.0'?><error><code>7</code></error>"), "unreadable"),
    "an empty 200": (answers(b""), "empty"),
    "a list with no entries": (answers(sdn_xml([])), "guard"),
    "a shrunken list": (answers(sdn_xml(entries(90))), "guard"),
    "a billion laughs": (
        answers(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + NEWER.partition(b"\n")[2]),
        "unreadable",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("behaviour", "cause"), FAULTS.values(), ids=FAULTS)
def test_whatever_the_publisher_sends_the_last_good_snapshot_stays(
    kept: Kept, there: Publisher, behaviour: Behaviour, cause: str
) -> None:
    before = kept.manifest_bytes(1)
    limits = replace(LIMITS, total=1.0) if cause == "timeout" else LIMITS
    outcome = updated(kept, there, behaviour, limits=limits)

    assert outcome.cause == cause
    assert outcome.message
    assert (kept.numbers(), kept.manifest_bytes(1), held(kept)) == ([1], before, 100)
    assert kept.contact().failure == outcome.message


@pytest.mark.parametrize("at", [round(number * (len(NEWER) + 60) / 50) for number in range(50)])
def test_a_line_that_is_cut_anywhere_leaves_the_last_good_snapshot(
    kept: Kept, there: Publisher, at: int
) -> None:
    outcome = updated(kept, there, cuts(NEWER, at, ETag='"version 2"'))

    assert outcome.result == "failed"
    assert held(kept) == 100
    assert updated(kept, there, answers(NEWER, ETag='"version 2"')).result == "new"
    assert held(kept) == 101


def test_after_a_failure_the_next_good_list_is_taken_and_the_failure_forgotten(
    kept: Kept, there: Publisher
) -> None:
    updated(kept, there, answers(b""))
    assert kept.contact().cause == "empty"
    outcome = updated(kept, there, answers(NEWER))

    assert (outcome.result, held(kept), kept.contact().cause) == ("new", 101, "")


def test_a_list_that_has_not_changed_is_not_sent_again(kept: Kept, there: Publisher) -> None:
    first = kept.contact().verified_at
    outcome = updated(kept, there, unchanged(LIST, ETAG))

    assert there.requests[-1].headers["if-none-match"] == ETAG
    assert (outcome.result, kept.numbers()) == ("unchanged", [1])
    assert kept.contact().unchanged_at is not None
    assert kept.contact().verified_at == first


def test_the_same_bytes_make_no_second_snapshot_but_are_a_verification(kept: Kept, there: Publisher) -> None:
    kept.note(msgspec.structs.replace(kept.contact(), verified_at=datetime(2026, 1, 1, tzinfo=UTC)))
    outcome = updated(kept, there, answers(LIST, ETag=ETAG))

    assert (outcome.result, kept.numbers()) == ("same", [1])
    assert datetime.now(UTC) - (kept.contact().verified_at or datetime.min.replace(tzinfo=UTC)) < timedelta(
        minutes=1
    )


def test_after_a_day_the_whole_list_is_fetched_whatever_the_publisher_would_say(
    kept: Kept, there: Publisher
) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=25)
    kept.note(msgspec.structs.replace(kept.contact(), verified_at=long_ago))
    outcome = updated(kept, there, unchanged(LIST, ETAG))

    assert "if-none-match" not in there.requests[-1].headers
    assert outcome.result == "same"


def test_another_address_is_not_asked_for_changes_alone(
    kept: Kept, there: Publisher, publisher: Start
) -> None:
    other = publisher(hangs_up)
    assert updated(kept, other, unchanged(LIST, ETAG)).result == "same"
    assert "if-none-match" not in other.requests[-1].headers
    assert there.url != other.url


def test_bytes_that_were_damaged_on_the_disk_are_replaced_by_their_like(kept: Kept, there: Publisher) -> None:
    manifest = kept.current()
    assert manifest is not None
    (kept.folder / "raw" / manifest.sha256).write_bytes(b"damaged")
    assert len(list(kept.faults())) == 1
    kept.note(msgspec.structs.replace(kept.contact(), etag=None))

    assert updated(kept, there, answers(LIST)).result == "same"
    assert list(kept.faults()) == []


GUARDED: dict[str, tuple[bytes, str]] = {
    "entries are gone": (sdn_xml(entries(90)), "lost"),
    "other entries stand in their place": (sdn_xml([replace(each, id=each.id + 1000) for each in entries(100)]), "lost"),
    "every entry of a kind is gone": (sdn_xml(entries(100, kind="entity")), "kind"),
    "every entry of a programme is gone": (sdn_xml(entries(100, programme="SDGT")), "programme"),
    "a field is gone everywhere": (sdn_xml(entries(100, born=None)), "field"),
    "dates have become numbers": (sdn_xml(entries(100, born="25569")), "field"),
    "the file says that it has more": (sdn_xml(entries(100), declared=150), "declared"),
    "the form has changed": (sdn_xml(entries(100, extra="<shoeSize>44</shoeSize>")), "format"),
    "it is older": (sdn_xml(entries(101), day="05/28/2026"), "older"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "guard"), GUARDED.values(), ids=GUARDED)
def test_a_list_that_has_become_worse_is_refused_unless_a_person_accepts_it(
    kept: Kept, there: Publisher, body: bytes, guard: str
) -> None:
    outcome = updated(kept, there, answers(body))

    assert outcome.result == "refused"
    assert guard in [each.guard for each in outcome.objections]
    assert held(kept) == 100
    accepted = Acceptance("the publisher says so", drop=guard != "older", older=guard == "older")
    assert updated(kept, there, answers(body), acceptance=accepted).result == "new"
    manifest = kept.current()
    assert manifest is not None
    assert guard in [each.guard for each in manifest.accepted]
    assert manifest.reason == "the publisher says so"


def test_who_accepts_a_drop_does_not_accept_an_older_list(kept: Kept, there: Publisher) -> None:
    older = answers(sdn_xml(entries(101), day="05/28/2026"))

    assert updated(kept, there, older, acceptance=Acceptance("so", drop=True)).result == "refused"
    assert updated(kept, there, older, acceptance=Acceptance("so", older=True)).result == "new"


def test_an_acceptance_that_nothing_needed_is_not_recorded(kept: Kept, there: Publisher) -> None:
    updated(kept, there, answers(NEWER), acceptance=Acceptance("just in case", drop=True))
    manifest = kept.current()

    assert manifest is not None
    assert (manifest.number, manifest.accepted, manifest.reason) == (2, (), "")


def test_what_was_refused_is_kept_apart_with_the_reasons(kept: Kept, there: Publisher) -> None:
    shrunken = sdn_xml(entries(90))
    updated(kept, there, answers(NEWER.replace(b"101", b"999", 1)))
    updated(kept, there, answers(shrunken))
    found = {path.suffix: path for path in (kept.folder / "rejected").iterdir()}

    assert len(found) == 2
    assert found[".xml"].read_bytes() == shrunken
    assert json.loads(found[".reason"].read_bytes())["objections"][0]["guard"] == "lost"


def test_another_publishers_list_is_not_taken_for_this_one(kept: Kept, publisher: Start) -> None:
    expected = msgspec.structs.replace(from_(publisher(answers(LIST)).url), publisher="un-sc")
    outcome = update(kept, expected, Request(LIMITS, lambda _: None))

    assert (outcome.cause, kept.current()) == ("unreadable", None)
    assert outcome.message == "It is a list of us-ofac, and one of un-sc was expected."


def test_another_list_of_the_same_publisher_is_not_taken_for_this_one(kept: Kept, publisher: Start) -> None:
    body = b'7,"A NAME","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    expected = msgspec.structs.replace(
        from_(publisher(answers(body)).url), file="cons_prim.csv", content="csv", list_name="SDN"
    )
    outcome = update(kept, expected, Request(LIMITS, lambda _: None))

    assert (outcome.cause, kept.current()) == ("unreadable", None)
    assert "list “Consolidated”, and “SDN” was expected" in outcome.message


def test_what_a_first_list_must_hold_is_said_by_its_definition(kept: Kept, publisher: Start) -> None:
    expected = msgspec.structs.replace(from_(publisher(answers(LIST)).url), minimum={"person": 101})
    outcome = update(kept, expected, Request(LIMITS, lambda _: None))

    assert [each.guard for each in outcome.objections] == ["minimum"]
    assert kept.current() is None


def test_a_list_may_grow_fourfold_and_not_without_end(
    kept: Kept, there: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctcheck.lists.update._ALWAYS_ALLOWED", 0)
    longer = "<remarks>" + "long " * 1000 + "</remarks>"

    assert updated(kept, there, answers(sdn_xml(entries(200)))).result == "new"
    assert updated(kept, there, answers(sdn_xml(entries(200, extra=longer)))).cause == "too-large"


def test_clocks_that_disagree_are_named_and_the_publishers_is_taken(kept: Kept, there: Publisher) -> None:
    hers = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=5)
    updated(kept, there, answers(NEWER, Date=format_datetime(hers, usegmt=True)))
    manifest = kept.current()

    assert "5 hours apart" in kept.contact().clock
    assert manifest is not None
    assert manifest.retrieved_at == hers


def test_clocks_that_agree_are_not_mentioned(kept: Kept, there: Publisher) -> None:
    updated(kept, there, answers(NEWER, Date=format_datetime(datetime.now(UTC), usegmt=True)))

    assert kept.contact().clock == ""


def test_a_second_run_waits_for_the_first_and_then_leaves_things_as_they_are(
    kept: Kept, there: Publisher
) -> None:
    before = len(there.requests)
    with kept.at_work():
        outcome = update(kept, from_(there.url), Request(LIMITS, lambda _: None, patience=0.1))

    assert (outcome.result, held(kept), len(there.requests)) == ("busy", 100, before)


def test_newcomers_of_which_less_is_known_are_no_loss(kept: Kept, there: Publisher) -> None:
    newcomers = [Entry(id=number, born=None) for number in range(1000, 1100)]

    assert updated(kept, there, answers(sdn_xml([*entries(100), *newcomers]))).result == "new"


def test_a_file_of_a_mirror_is_taken_with_the_same_guards(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "a mirror" / "sdn.xml"
    file.parent.mkdir()
    file.write_bytes(LIST)
    source = from_(file.as_uri())
    request = Request(LIMITS, lambda _: None)

    assert update(kept, source, request).result == "new"
    assert update(kept, source, request).result == "same"
    file.write_bytes(sdn_xml(entries(50)))
    assert update(kept, source, request).result == "refused"
    file.write_bytes(BOT_PAGE)
    assert update(kept, source, request).cause == "bot-block"
    file.unlink()
    assert update(kept, source, request).cause == "unreachable"
    assert held(kept) == 100


def test_a_disk_that_fills_up_is_named_and_leaves_the_last_good_snapshot(
    kept: Kept, there: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as now:
        now.setattr("sanctcheck.lists.files.os.fsync", full)
        outcome = updated(kept, there, answers(NEWER))

    assert (outcome.cause, outcome.message) == (
        "store",
        "The store cannot be written: No space left on device.",
    )
    assert (held(kept), kept.numbers()) == (100, [1])
    assert updated(kept, there, answers(NEWER)).result == "new"


def test_a_mistake_of_ours_in_one_list_is_named_and_stops_no_other(
    kept: Kept, there: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: object) -> int:
        raise RuntimeError("the name of a person")

    monkeypatch.setattr("sanctcheck.lists.intake.count_records", crash)
    outcome = updated(kept, there, answers(NEWER))

    assert (outcome.result, outcome.cause, held(kept)) == ("failed", "internal", 100)
    assert outcome.message.startswith("Internal error (RuntimeError in test_update.py:")
    assert "person" not in outcome.message


@pytest.mark.parametrize(
    "url", ["ftp://lists.example/sdn.xml", "file://elsewhere/sdn.xml", "/dev/zero", "/tmp"]
)
def test_an_address_that_is_no_place_for_a_list_is_refused(kept: Kept, url: str) -> None:
    assert update(kept, from_(url), Request(LIMITS, lambda _: None)).cause == "unreachable"
