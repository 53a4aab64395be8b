"""The end of the chain: a snapshot that is cut off it is missed, and no kill, damage or purge makes a false alarm."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from listmaking import entries, sdn_xml

from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, take_in
from sanctcheck.lists.newest import NAME
from sanctcheck.lists.snapshot_names import MissingError, snapshot_named
from sanctcheck.lists.standing import standing
from sanctcheck.lists.store import Kept, Store
from sanctcheck.lists.update import Outcome
from sanctcheck.report.lists.terminal import outcomes

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import CommandLine

LIST = PublishedList(title="A list", publisher="us-ofac", url="", file="sdn.xml", content="xml")
NOW = datetime(2026, 3, 9, tzinfo=UTC)
GONE = "Snapshot 3 of us-ofac-sdn, the last one that was kept, is gone."


def keep(kept: Kept, number: int) -> None:
    """Keeps a list of so many entries."""
    with kept.at_work():
        path = kept.incoming / "list"
        path.write_bytes(sdn_xml(entries(number)))
        delivery = Delivery(
            (Arrived(path, "sdn.xml", "a test"),), "imported", datetime(2026, 3, 1, tzinfo=UTC)
        )
        take_in(kept, LIST, delivery, Acceptance("a test", drop=True, older=True))


def manifest(kept: Kept, number: int) -> Path:
    return kept.folder / "snapshots" / f"{number:06}.json"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A list with three snapshots."""
    store = Store(tmp_path / "store")
    store.create()
    made = store.kept("us-ofac-sdn")
    for number in (3, 4, 5):
        keep(made, number)
    return made


def test_a_chain_that_is_whole_has_no_fault(kept: Kept) -> None:
    assert list(kept.faults()) == []
    assert standing(kept, LIST, NOW, 30).remarks == ("Nobody asked its publisher: it was imported by hand.",)


def test_the_last_snapshot_is_missed_when_it_is_cut_off(kept: Kept) -> None:
    manifest(kept, 3).unlink()

    assert list(kept.faults()) == [GONE]
    assert any("kept last is gone" in each for each in standing(kept, LIST, NOW, 30).remarks)
    current = kept.current()
    assert current is not None
    assert current.number == 2  # what is there can be read all the same


def test_that_it_was_cut_off_stays_to_be_seen_after_the_next_update(kept: Kept) -> None:
    manifest(kept, 3).unlink()
    keep(kept, 6)

    assert kept.numbers() == [1, 2, 4]
    assert [each.partition(":")[0] for each in kept.faults()] == [
        "Snapshot 4 of us-ofac-sdn does not follow the one before it"
    ]


def test_the_last_snapshot_cannot_be_changed_unseen(kept: Kept) -> None:
    path = manifest(kept, 3)
    path.write_bytes(path.read_bytes().replace(b'"a test"', b'"a lie!"'))

    assert list(kept.faults()) == [
        "The manifest of snapshot 3 of us-ofac-sdn is not what it was when it was kept."
    ]


def test_a_kill_before_it_is_noted_is_no_fault_and_the_next_run_notes_it(kept: Kept) -> None:
    noted = (kept.folder / NAME).read_bytes()
    keep(kept, 6)
    (kept.folder / NAME).write_bytes(noted)  # as a kill between the two would have left it

    assert list(kept.faults()) == []
    with kept.at_work():
        pass
    manifest(kept, 4).unlink()
    assert list(kept.faults()) == [GONE.replace("3", "4")]


def test_a_store_of_an_earlier_version_has_no_fault_and_is_noted_by_the_next_run(kept: Kept) -> None:
    (kept.folder / NAME).unlink()

    assert list(kept.faults()) == []
    with kept.at_work():
        assert (kept.folder / NAME).exists()


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"[]", b'{"format": "newest/1", "number": "3"}'])
def test_a_damaged_note_is_named_stops_nobody_and_is_written_anew(kept: Kept, content: bytes) -> None:
    (kept.folder / NAME).write_bytes(content)

    (fault,) = kept.faults()
    assert "newest snapshot of us-ofac-sdn is damaged" in fault
    assert kept.current() is not None
    keep(kept, 6)
    assert list(kept.faults()) == []


def test_what_is_removed_on_purpose_is_not_missed(kept: Kept) -> None:
    with kept.at_work():
        kept.purge(1)
    assert list(kept.faults()) == []
    with kept.at_work():
        kept.purge(0)
    assert list(kept.faults()) == []
    assert not kept.is_damaged()
    keep(kept, 3)
    assert kept.numbers() == [1]


@pytest.mark.parametrize("how", ["damaged", "gone"])
def test_where_nothing_that_is_kept_can_be_read_it_is_said_with_a_way_out(
    kept: Kept, how: str, command_line: CommandLine
) -> None:
    for number in kept.numbers():
        if how == "damaged":
            manifest(kept, number).write_bytes(b'{"format": "snap')
        else:
            manifest(kept, number).unlink()
    store = str(kept.folder.parent)

    with pytest.raises(MissingError, match=r"is damaged.*lists verify.*lists update us-ofac-sdn"):
        snapshot_named(Store(kept.folder.parent), "us-ofac-sdn")
    status = command_line.call("lists", "status", "us-ofac-sdn", "--store", store)
    verified = command_line.call("lists", "verify", "--store", store)

    assert (status.status, verified.status) == (4, 1)
    assert "us-ofac-sdn  damaged" in status.out
    assert "Nothing is kept" not in status.out + verified.out
    keep(kept, 7)
    current = kept.current()
    assert current is not None
    assert current.profile.listings == 7


def test_an_update_that_fails_says_that_nothing_of_what_was_kept_can_be_read(kept: Kept) -> None:
    for number in (1, 2, 3):
        manifest(kept, number).write_bytes(b"{")
    failed = Outcome("us-ofac-sdn", "failed", "did not answer")

    said = outcomes([(failed, standing(kept, LIST, NOW, 30))])

    assert "can be read" in " ".join(said.split())
    assert "Nothing is kept" not in said
