"""How a list stands: how old it is, and what is odd about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from listmaking import entries, sdn_xml

from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, take_in
from sanctcheck.lists.snapshot import Contact
from sanctcheck.lists.standing import Standing, is_too_old, standing
from sanctcheck.lists.store import Kept, Store
from sanctcheck.report.lists.words import aged

if TYPE_CHECKING:
    from pathlib import Path

LIST = PublishedList(
    title="A list", publisher="us-ofac", url="", file="sdn.xml", content="xml", rhythm_days=14
)
FETCHED = datetime(2026, 5, 30, 12, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    store = Store(tmp_path / "store")
    store.create()
    made = store.kept("us-ofac-sdn")
    with made.at_work():
        path = made.incoming / "list"
        path.write_bytes(sdn_xml(entries(3)))
        take_in(made, LIST, Delivery((Arrived(path, "sdn.xml", "x"),), "fetched", FETCHED), Acceptance())
    return made


def after(kept: Kept, time: timedelta, published: PublishedList | None = LIST) -> Standing:
    return standing(kept, published, FETCHED + time, 7)


def test_a_list_grows_old_from_when_it_last_came_whole(kept: Kept) -> None:
    current = kept.current()
    assert current is not None
    assert after(kept, timedelta(days=7)).state == "current"
    assert after(kept, timedelta(days=7, seconds=1)).state == "stale"
    kept.note(Contact(sha256=current.sha256, verified_at=FETCHED + timedelta(days=5)))
    assert after(kept, timedelta(days=12)).state == "current"


def test_what_was_said_of_other_bytes_does_not_make_these_younger(kept: Kept) -> None:
    kept.note(Contact(sha256="0" * 64, verified_at=FETCHED + timedelta(days=300)))

    assert after(kept, timedelta(days=8)).state == "stale"


def test_a_publisher_that_says_only_that_nothing_is_new_does_not_make_it_younger(kept: Kept) -> None:
    current = kept.current()
    assert current is not None
    contact = Contact(sha256=current.sha256, verified_at=FETCHED, unchanged_at=FETCHED + timedelta(days=300))
    kept.note(contact)

    assert after(kept, timedelta(days=300)).state == "stale"


def test_a_list_from_the_future_is_not_trusted(kept: Kept) -> None:
    stands = after(kept, timedelta(hours=-2))

    assert stands.state == "stale"
    assert any("in the future" in remark for remark in stands.remarks)


def test_a_list_that_has_not_changed_for_longer_than_usual_is_pointed_at(kept: Kept) -> None:
    assert not any("has not changed" in remark for remark in after(kept, timedelta(days=13)).remarks)
    assert "It has not changed for 15 days; up to 14 are usual." in after(kept, timedelta(days=14)).remarks


def test_a_list_that_was_closed_says_so(kept: Kept) -> None:
    closed = msgspec.structs.replace(LIST, valid_until=date(2026, 1, 28), replaced_by="gb-fcdo")

    remarks = after(kept, timedelta(), closed).remarks
    assert "Its publisher closed it on 2026-01-28; gb-fcdo replaces it." in remarks


def test_the_last_failure_and_an_odd_clock_are_pointed_at(kept: Kept) -> None:
    kept.note(
        Contact(failed_at=FETCHED, failure="lists.example had trouble.", cause="x", clock="Clocks differ.")
    )

    assert after(kept, timedelta()).remarks[:2] == (
        "The last try, on 2026-05-30 at 12:00 UTC, failed: lists.example had trouble.",
        "Clocks differ.",
    )


def test_a_newest_snapshot_that_cannot_be_read_is_pointed_at(kept: Kept) -> None:
    (kept.folder / "snapshots" / "000002.json").write_bytes(b"{")

    assert any("lists verify" in remark for remark in after(kept, timedelta()).remarks)


def test_a_list_of_which_nothing_is_kept_is_missing(tmp_path: Path) -> None:
    stands = standing(Store(tmp_path / "none").kept("un-sc"), None, FETCHED, 7)

    assert (stands.state, stands.is_stale, stands.age) == ("missing", True, None)


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (None, "of unknown age"),
        (timedelta(minutes=5), "just checked"),
        (timedelta(hours=1), "1 hour old"),
        (timedelta(hours=47), "47 hours old"),
        (timedelta(days=3), "3 days old"),
        (timedelta(days=-3), "fetched in the future"),
    ],
)
def test_an_age_is_said_as_people_say_it(age: timedelta | None, said: str) -> None:
    assert aged(age) == said


@given(st.integers(-10_000, 10_000), st.integers(0, 100))
def test_a_list_is_current_in_its_time_and_at_no_other(hours: int, max_age: int) -> None:
    fresh = timedelta(hours=-1) <= timedelta(hours=hours) <= timedelta(days=max_age)

    assert is_too_old(timedelta(hours=hours), max_age) != fresh
