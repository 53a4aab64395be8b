"""The store: whole at every moment, for its user alone, and able to show that nothing in it was changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from listmaking import Entry, entries, sdn_xml

from sanctcheck.errors import StoreError, UsageError
from sanctcheck.lists.cache import cache_path, listings
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.difference import difference
from sanctcheck.lists.files import written_whole
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, take_in
from sanctcheck.lists.model import Listing
from sanctcheck.lists.snapshot import Contact, content_hash
from sanctcheck.lists.snapshot_names import MissingError, snapshot_named
from sanctcheck.lists.store import Kept, Store

LIST = PublishedList(title="A list", publisher="us-ofac", url="", file="sdn.xml", content="xml")
PROCESSES = int(os.environ.get("SANCTCHECK_PROCESSES", "8"))
ROUNDS = int(os.environ.get("SANCTCHECK_ROUNDS", "8"))
"""How many processes share a store at once, half of them reading and half writing, and how often each does it."""
ANYTHING = Acceptance("a test", drop=True, older=True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "store")
    made.create()
    return made


def keep(store: Store, body: bytes, day: int = 1, list_id: str = "us-ofac-sdn") -> Kept:
    """Keeps a list that came on a day of March 2026."""
    kept = store.kept(list_id)
    with kept.at_work(patience=600):
        path = kept.incoming / "list"
        path.write_bytes(body)
        arrived = Arrived(path, "sdn.xml", "a test")
        take_in(kept, LIST, Delivery((arrived,), "imported", datetime(2026, 3, day, tzinfo=UTC)), ANYTHING)
    return kept


def test_a_folder_that_is_not_there_is_an_empty_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere")

    assert store.ids() == []
    assert store.kept("un-sc").current() is None
    assert not (tmp_path / "nowhere").exists()


def test_the_store_is_for_its_user_alone(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))

    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    for path in kept.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 or path.name == "lock"


def test_a_store_that_is_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("")

    for name in ("link", "file"):
        with pytest.raises(StoreError, match="must be a folder"):
            Store(tmp_path / name)


def test_a_store_that_others_may_write_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)

    with pytest.raises(StoreError, match="chmod 700"):
        Store(tmp_path / "open")


@pytest.mark.skipif(os.name == "nt", reason="only POSIX has users by number")
def test_a_store_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hers").mkdir(mode=0o700)
    us = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: us + 1)  # only root could give the folder away

    with pytest.raises(StoreError, match="belongs to another user"):
        Store(tmp_path / "hers")


@pytest.mark.parametrize("list_id", ["../un-sc", "", "UN-SC", "a/b", ".hidden", "x" * 65, "un-sc\n"])
def test_the_id_of_a_list_is_no_path(store: Store, list_id: str) -> None:
    with pytest.raises(StoreError, match="cannot be the id of a list"):
        store.kept(list_id)


def test_snapshots_are_numbered_and_each_names_the_one_before(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    keep(store, sdn_xml(entries(4)))

    newest, first = kept.snapshots()
    assert (first.number, newest.number, first.previous) == (1, 2, "")
    assert len(newest.previous) == 64
    assert list(kept.faults()) == []


def test_a_manifest_that_was_changed_is_found_by_the_one_after_it(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    keep(store, sdn_xml(entries(4)))
    path = kept.folder / "snapshots" / "000001.json"
    path.write_bytes(path.read_bytes().replace(b'"a test"', b'"a lie!"'))

    assert list(kept.faults()) == [
        "Snapshot 2 of us-ofac-sdn does not follow the one before it: one was changed or taken out."
    ]


def test_a_manifest_that_was_taken_out_is_missed_by_the_one_after_it(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    keep(store, sdn_xml(entries(4)))
    keep(store, sdn_xml(entries(5)))
    (kept.folder / "snapshots" / "000002.json").unlink()

    assert len(list(kept.faults())) == 1


def test_where_the_newest_manifest_is_damaged_the_one_before_it_serves(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    keep(store, sdn_xml(entries(4)))
    (kept.folder / "snapshots" / "000002.json").write_bytes(b'{"format": "snap')

    current = kept.current()
    assert current is not None
    assert current.number == 1
    assert len(list(kept.faults())) == 1
    keep(store, sdn_xml(entries(5)))
    assert kept.numbers() == [1, 2, 3]


def damaged(content: bytes) -> list[bytes]:
    middle = len(content) // 2
    return [
        b"",
        content[:-1],
        content[:middle],
        content[:-65],
        content[:middle] + b"x" + content[middle + 1 :],
    ]


@pytest.mark.parametrize("number", range(5))
def test_listings_that_were_damaged_are_read_again_from_the_raw_bytes(store: Store, number: int) -> None:
    kept = keep(store, sdn_xml(entries(30)))
    manifest = kept.current()
    assert manifest is not None
    path = cache_path(kept, manifest.sha256)
    whole = path.read_bytes()
    path.write_bytes(damaged(whole)[number])

    assert len(list(listings(kept, manifest))) == 30
    assert path.read_bytes() == whole


def test_what_was_read_is_read_from_what_is_kept_and_no_longer_from_the_raw_bytes(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(30)))
    manifest = kept.current()
    assert manifest is not None
    (kept.folder / "raw" / manifest.sha256).unlink()

    assert len(list(listings(kept, manifest))) == 30


def test_raw_bytes_that_were_changed_are_never_read(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(30)))
    manifest = kept.current()
    assert manifest is not None
    cache_path(kept, manifest.sha256).unlink()
    (kept.folder / "raw" / manifest.sha256).write_bytes(sdn_xml(entries(29)))

    with pytest.raises(StoreError, match="is not what it was"):
        list(listings(kept, manifest))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_is_read_only_serves_all_the_same(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(30)))
    manifest = kept.current()
    assert manifest is not None
    cache_path(kept, manifest.sha256).unlink()
    kept.listings.chmod(0o500)

    assert len(list(listings(kept, manifest))) == 30
    kept.listings.chmod(0o700)


def test_a_reader_that_stops_early_keeps_nothing_half(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(30)))
    manifest = kept.current()
    assert manifest is not None
    cache_path(kept, manifest.sha256).unlink()
    reading = iter(listings(kept, manifest))
    next(reading)
    del reading

    assert list(kept.listings.iterdir()) == []


def test_what_was_read_is_kept_of_the_newest_two(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    for number in (4, 5, 6):
        keep(store, sdn_xml(entries(number)))

    assert len(list(kept.listings.iterdir())) == 2
    assert len(list((kept.folder / "raw").iterdir())) == 4


def test_a_contact_that_cannot_be_read_counts_as_none(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    (kept.folder / "contact.json").write_bytes(b"{")

    assert kept.contact() == Contact()


def test_a_file_that_cannot_be_written_whole_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def break_off() -> None:
        with written_whole(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"old"


def test_what_dead_runs_left_is_cleared_under_the_lock(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    left = [kept.folder / "contact.json.0f.tmp", kept.incoming / "0f.copy", kept.listings / "x.jsonl.0f.tmp"]
    for path in left:
        path.write_bytes(b"half")
    (kept.incoming / "key-0f.part").write_bytes(b"half")

    with kept.at_work():
        assert not any(path.exists() for path in left)
        assert (kept.incoming / "key-0f.part").exists()


def test_older_snapshots_can_be_removed_and_the_rest_stays_whole(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)))
    for number in (4, 5):
        keep(store, sdn_xml(entries(number)))

    assert kept.purge(1) == 2
    assert (kept.numbers(), list(kept.faults())) == ([3], [])
    assert len(list((kept.folder / "raw").iterdir())) == 1
    assert kept.purge(0) == 1
    assert store.ids() == []


def test_snapshots_are_named_by_what_people_know_of_them(store: Store) -> None:
    kept = keep(store, sdn_xml(entries(3)), day=1)
    keep(store, sdn_xml(entries(4)), day=5)
    keep(store, sdn_xml(entries(5)), day=9)
    newest, middle, first = kept.snapshots()

    def named(name: str) -> int:
        return snapshot_named(store, name)[1].number

    assert named("us-ofac-sdn") == 3
    assert named("us-ofac-sdn@previous") == 2
    assert [named(f"us-ofac-sdn@{each.sha256[:8]}") for each in (newest, middle, first)] == [3, 2, 1]
    assert [named(f"us-ofac-sdn@2026-03-0{day}") for day in (1, 4, 5, 9)] == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("un-sc", MissingError),
        ("us-ofac-sdn@2026-02-28", MissingError),
        ("us-ofac-sdn@ffffff", MissingError),
        ("us-ofac-sdn@previous", MissingError),
        ("us-ofac-sdn@last week", UsageError),
        ("us-ofac-sdn@2026-02-30", UsageError),
    ],
)
def test_a_snapshot_that_is_not_there_is_said_to_be_missing(
    store: Store, name: str, error: type[Exception]
) -> None:
    keep(store, sdn_xml(entries(3)), day=1)

    with pytest.raises(error):
        snapshot_named(store, name)


NAMED = st.dictionaries(st.text("abc", min_size=1), st.text("01", min_size=64, max_size=64), min_size=1)


@settings(deadline=None)
@given(NAMED)
def test_the_hash_of_several_files_does_not_depend_on_their_order(files: dict[str, str]) -> None:
    assert content_hash(files) == content_hash(dict(reversed(files.items())))


NUMBERS = st.dictionaries(st.integers(0, 30), st.integers(0, 2))


def people(ages: dict[int, int]) -> list[Listing]:
    return [Listing(publisher="un-sc", id=str(key), reasons=str(age)) for key, age in ages.items()]


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_a_difference_turns_the_one_list_into_the_other(was: dict[int, int], now: dict[int, int]) -> None:
    found = difference(lambda: people(was), lambda: people(now))

    made = {listing.id: listing for listing in people(was)}
    for listing in found.removed:
        del made[listing.id]
    made |= {listing.id: listing for listing in found.added}
    made |= {each.after.id: each.after for each in found.amended}
    assert made == {listing.id: listing for listing in people(now)}
    assert all(each.fields == ("reasons",) for each in found.amended)


READER = """
import sys
from pathlib import Path
from sanctcheck.lists.cache import listings
from sanctcheck.lists.store import Store
kept = Store(Path(sys.argv[1])).kept("us-ofac-sdn")
for _ in range(int(sys.argv[4])):
    current = kept.current()
    number = sum(1 for _ in listings(kept, current))
    assert number == current.profile.listings, (number, current.profile.listings)
    assert list(kept.faults()) == []
"""

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from listmaking import entries, sdn_xml
from test_store import keep
from sanctcheck.lists.store import Store
for number in range(int(sys.argv[4])):
    keep(Store(Path(sys.argv[1])), sdn_xml(entries(50 + number, name=sys.argv[3])))
"""


def test_many_runs_share_one_store(store: Store) -> None:
    keep(store, sdn_xml([Entry(1)]))
    tests = Path(__file__).parent
    environment = os.environ | {"PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"}
    code = [READER, WRITER] * (PROCESSES // 2)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", each, str(store.folder), str(tests), f"RUN {number}", str(ROUNDS)],
            env=environment,
            stderr=subprocess.PIPE,
        )
        for number, each in enumerate(code)
    ]
    errors = [process.communicate()[1] for process in started]

    assert errors == [b""] * PROCESSES
    assert len(store.kept("us-ofac-sdn").numbers()) == 1 + PROCESSES // 2 * ROUNDS
    assert list(store.kept("us-ofac-sdn").faults()) == []
