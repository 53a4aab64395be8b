"""What is said of a store, a snapshot or a list, word for word: users look for these sentences, and act on them."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from listmaking import entries, sdn_xml

from sanctcheck import __version__
from sanctcheck.errors import ListError, StoreError, UsageError
from sanctcheck.lists.cache import cache_path, listings
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, RefusedError, content_of, take_in
from sanctcheck.lists.newest import forget
from sanctcheck.lists.snapshot import Contact, Objection, content_hash
from sanctcheck.lists.snapshot_names import MissingError, snapshot_named
from sanctcheck.lists.standing import standing, usual_max_age
from sanctcheck.lists.store import BusyError, DamagedError, Kept, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sanctcheck.lists.snapshot import Manifest

LIST = PublishedList(
    title="A list", publisher="us-ofac", url="", file="sdn.xml", content="xml", licence="public domain", rhythm_days=14
)  # fmt: skip
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "store")
    made.create()
    return made


def take(
    store: Store,
    body: bytes,
    day: datetime = DAY,
    acceptance: Acceptance | None = None,
    expected: PublishedList = LIST,
) -> Kept:
    """Takes in a list as if it had been carried in by hand."""
    kept = store.kept("us-ofac-sdn")
    with kept.at_work():
        path = kept.incoming / "list"
        path.write_bytes(body)
        arrived = Arrived(path, "sdn.xml", "a test", "Sat, 28 Feb 2026 10:00:00 GMT")
        take_in(kept, expected, Delivery((arrived,), "imported", day), acceptance or Acceptance())
    return kept


def only(kept: Kept) -> Manifest:
    manifest = kept.current()
    assert manifest is not None
    return manifest


# --- the folder


def test_a_store_is_made_with_the_folders_above_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "b" / "store")
    store.create()
    store.create()

    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_a_store_that_cannot_be_made_or_used_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    attempts: list[Callable[[], object]] = [
        lambda: Store(tmp_path / "file" / "store"),
        lambda: Store(tmp_path / "file"),
    ]
    for attempt in attempts:
        with pytest.raises(StoreError) as raised:
            attempt()
        assert str(raised.value) in {
            f"The store {tmp_path / 'file' / 'store'} cannot be used: Not a directory.",
            f"The store {tmp_path / 'file'} is a link or a file, and must be a folder.",
        }
    store = Store(tmp_path / "later" / "store")
    (tmp_path / "later").write_text("")
    with pytest.raises(StoreError) as raised:
        store.create()
    assert str(raised.value) == f"The store {tmp_path / 'later' / 'store'} cannot be made: Not a directory."


def test_a_store_of_somebody_else_or_open_to_others_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    for mode in (0o720, 0o702):
        folder.chmod(mode)
        with pytest.raises(StoreError) as raised:
            Store(folder)
        assert (
            str(raised.value) == f"Others may write to the store {folder}. Take that away: chmod 700 {folder}"
        )
    for mode in (0o755, 0o700):
        folder.chmod(mode)
        Store(folder)
    us = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: us + 1)
    with pytest.raises(StoreError) as raised:
        Store(folder)
    assert (
        str(raised.value) == f"The store {folder} belongs to another user. Name one of your own: --store DIR."
    )


def test_the_id_of_a_list_is_said_to_be_none_and_how_one_is_written(store: Store) -> None:
    with pytest.raises(StoreError) as raised:
        store.kept("UN" * 40)

    assert (
        str(raised.value) == f"“{'UN' * 30}” cannot be the id of a list: small letters, digits and hyphens."
    )


def test_everything_of_a_list_has_its_place_for_this_user_alone(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))

    assert {path.name for path in kept.folder.iterdir()} == {
        "raw", "snapshots", "listings", "incoming", "rejected", "lock", "newest.json",
    }  # fmt: skip
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept.folder.iterdir() if path.is_dir()} == {0o700}
    assert stat.S_IMODE((kept.folder / "lock").stat().st_mode) & 0o077 == 0
    assert (kept.folder / "snapshots" / "000001.json").is_file()
    assert stat.S_IMODE((kept.folder / "raw" / only(kept).sha256).stat().st_mode) == 0o600


def test_who_finds_the_list_in_use_is_told_for_how_long_it_was_waited(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))

    with kept.at_work(), pytest.raises(BusyError) as raised, store.kept("us-ofac-sdn").at_work(0.01):
        pass
    assert str(raised.value) == "Another run has been at work on us-ofac-sdn for 0 seconds."


def test_what_a_run_left_on_its_way_in_is_cleared_but_for_what_can_be_taken_up(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    for name in ("a.copy", "a.part", "a.json", "a.inflated"):
        (kept.incoming / name).write_bytes(b"")
    (kept.folder / "raw" / "x.tmp").write_bytes(b"")
    with kept.at_work():
        pass

    assert sorted(path.name for path in kept.incoming.iterdir()) == ["a.json", "a.part"]
    assert not (kept.folder / "raw" / "x.tmp").exists()


# --- snapshots


def test_a_manifest_says_what_was_taken_in_when_and_by_what(store: Store) -> None:
    body = sdn_xml(entries(3))
    manifest = only(take(store, body))
    sha256 = hashlib.sha256(body).hexdigest()

    assert (manifest.list, manifest.number, manifest.previous) == ("us-ofac-sdn", 1, "")
    assert (manifest.publisher, manifest.form, manifest.origin) == ("us-ofac", "sdn-xml", "imported")
    assert (manifest.retrieved_at, manifest.published, manifest.tool) == (DAY, "2026-05-29", __version__)
    assert (manifest.accepted, manifest.reason) == ((), "")
    assert (manifest.profile.records, manifest.profile.counted, manifest.profile.listings) == (3, 3, 3)
    assert msgspec.to_builtins(manifest.files) == (
        {
            "name": "sdn.xml",
            "sha256": sha256,
            "bytes": len(body),
            "source": "a test",
            "modified": "Sat, 28 Feb 2026 10:00:00 GMT",
        },
    )
    assert (manifest.sha256, manifest.short) == (sha256, f"us-ofac-sdn@{sha256[:12]}")


def test_several_files_have_one_hash_of_their_hashes_and_names_in_the_order_of_the_names() -> None:
    hashes = {"b.csv": "1" * 64, "a.csv": "2" * 64}
    together = hashlib.sha256(f"{'2' * 64} a.csv\n{'1' * 64} b.csv\n".encode()).hexdigest()

    assert content_hash(hashes) == content_of(hashes) == together
    assert content_of({"a.csv": "2" * 64}) == "2" * 64


def test_a_manifest_is_written_for_people_who_look(store: Store) -> None:
    written = take(store, sdn_xml(entries(3))).manifest_bytes(1)

    assert written.startswith(b'{\n "format": "snapshot/1",\n "list": "us-ofac-sdn",\n')
    assert written.endswith(b"}\n")


def test_a_manifest_that_is_damaged_gone_or_unreadable_is_named(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    path = kept.folder / "snapshots" / "000001.json"
    said = {}
    changes: dict[str, Callable[[], object]] = {
        "damaged": lambda: path.write_text("{"),
        "gone": path.unlink,
        "unreadable": path.mkdir,
    }
    for what, change in changes.items():
        change()
        with pytest.raises(StoreError) as raised:
            kept.manifest(1)
        said[what] = (str(raised.value), isinstance(raised.value, DamagedError))

    assert said == {
        "damaged": ("The manifest of snapshot 1 of us-ofac-sdn is damaged or gone.", True),
        "gone": ("The manifest of snapshot 1 of us-ofac-sdn is damaged or gone.", True),
        "unreadable": ("The manifest of snapshot 1 of us-ofac-sdn cannot be read: Is a directory.", False),
    }


def test_a_raw_file_that_is_changed_or_gone_is_named_by_its_snapshot(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    manifest = only(kept)
    (raw,) = kept.raw(manifest)
    raw.path.write_bytes(b"else")
    assert list(kept.faults()) == [f"The raw file of {manifest.short} is not what it was when it was kept."]
    raw.path.unlink()
    assert list(kept.faults()) == [f"The raw file of {manifest.short} is gone: No such file or directory."]


def test_what_was_read_once_and_cannot_be_read_again_is_said_of_its_snapshot(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    cache_path(kept, only(kept).sha256).unlink()
    broken = sdn_xml(entries(3))[:-20]
    sha256 = hashlib.sha256(broken).hexdigest()
    (kept.folder / "raw" / sha256).write_bytes(broken)
    manifest = msgspec.structs.replace(
        only(kept), files=(msgspec.structs.replace(only(kept).files[0], sha256=sha256),)
    )

    with pytest.raises(StoreError) as raised:
        list(listings(kept, manifest))

    assert str(raised.value).startswith(f"{manifest.short} was read when it was kept, and cannot be now: ")
    assert isinstance(raised.value.__cause__, ListError)
    assert str(raised.value).endswith(str(raised.value.__cause__))


def test_purging_says_how_many_snapshots_went_and_leaves_the_lock(store: Store) -> None:
    for number in (3, 4, 5, 6):
        kept = take(store, sdn_xml(entries(number)))
    kept.note(Contact(failure="x"))

    assert kept.purge(3) == 1
    assert kept.numbers() == [2, 3, 4]
    assert {path.name for path in (kept.folder / "raw").iterdir()} == {
        each.sha256 for each in kept.snapshots()
    }
    assert kept.contact().failure == "x"
    assert kept.purge(0) == 3
    assert [path.name for path in kept.folder.iterdir()] == ["lock"]


def test_the_next_snapshot_follows_the_newest_one_whether_that_was_noted_or_not(store: Store) -> None:
    for number in (3, 4, 5):
        kept = take(store, sdn_xml(entries(number)))
    place = 4, hashlib.sha256(kept.manifest_bytes(3)).hexdigest()

    assert kept.next_place() == place
    forget(kept.folder)
    assert kept.next_place() == place


def test_a_list_that_is_damaged_is_counted_where_that_is_asked_for(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    (kept.folder / "snapshots" / "000001.json").unlink()

    assert store.ids() == []
    assert store.ids(even_damaged=True) == ["us-ofac-sdn"]
    (store.folder / "gb-ofsi").mkdir()
    assert store.ids(even_damaged=True) == ["us-ofac-sdn"]


# --- names of snapshots


def test_a_snapshot_that_is_not_there_is_said_to_be_missing_with_what_there_is(store: Store) -> None:
    with pytest.raises(MissingError) as raised:
        snapshot_named(store, "un-sc")
    assert str(raised.value) == "Nothing is kept of “un-sc”."

    kept = take(store, sdn_xml(entries(3)), DAY)
    take(store, sdn_xml(entries(4)), DAY + timedelta(days=3))
    with pytest.raises(MissingError) as raised:
        snapshot_named(store, "un-sc@previous")
    assert str(raised.value) == "Nothing is kept of “un-sc”. Kept: us-ofac-sdn."
    with pytest.raises(MissingError) as raised:
        snapshot_named(store, "us-ofac-sdn@2026-02-28")
    assert str(raised.value) == (
        "us-ofac-sdn has no snapshot “2026-02-28”; 2 are kept, the oldest of 2026-03-01."
    )
    for name in ("last week", "abcde", "2026-3-1", "2026-02-30"):
        with pytest.raises(UsageError) as usage:
            snapshot_named(store, f"us-ofac-sdn@{name}")
        assert str(usage.value) == (
            f"“{name}” names no snapshot: write @previous, @ and a day, or @ and the first digits of its hash."
        )
    assert snapshot_named(store, f"us-ofac-sdn@{only(kept).sha256[:6]}")[1].number == 2


# --- what guards object to


def test_a_list_of_another_publisher_or_another_list_of_the_same_is_named(store: Store) -> None:
    with pytest.raises(ListError) as raised:
        take(store, sdn_xml(entries(3)), expected=msgspec.structs.replace(LIST, publisher="un-sc"))
    assert str(raised.value) == "It is a list of us-ofac, and one of un-sc was expected."


def test_what_a_person_accepted_is_written_down_with_the_reason_and_shown(store: Store) -> None:
    take(store, sdn_xml(entries(100)))
    with pytest.raises(RefusedError) as raised:
        take(store, sdn_xml(entries(90)), acceptance=Acceptance("no use", older=True))
    assert {each.guard for each in raised.value.objections} == {"lost"}
    assert str(raised.value) == " ".join(each.message for each in raised.value.objections)

    kept = take(store, sdn_xml(entries(90)), acceptance=Acceptance("they told us", drop=True))
    manifest = only(kept)
    assert (manifest.number, manifest.reason) == (2, "they told us")
    assert manifest.accepted == raised.value.objections
    assert f"Accepted (they told us): {manifest.accepted[0].message}" in standing(kept, None, DAY, 7).remarks


def test_who_accepts_an_older_list_accepts_nothing_else() -> None:
    older, lost = Objection("older", "x"), Objection("lost", "y")

    assert Acceptance("r", older=True).covers(older)
    assert not Acceptance("r", older=True).covers(lost)
    assert Acceptance("r", drop=True).covers(lost)
    assert not Acceptance("r", drop=True).covers(older)


def test_what_was_refused_is_kept_under_the_hash_of_its_content_with_every_reason(store: Store) -> None:
    kept = take(store, sdn_xml(entries(100)))
    body = sdn_xml(entries(90))
    (kept.folder / "rejected" / "earlier").write_bytes(b"")
    with pytest.raises(RefusedError) as raised:
        take(store, body)

    sha256 = hashlib.sha256(body).hexdigest()
    folder = kept.folder / "rejected"
    assert {path.name for path in folder.iterdir()} == {
        f"rejected-{sha256[:12]}.reason",
        f"rejected-{sha256[:12]}-sdn.xml",
    }
    assert (folder / f"rejected-{sha256[:12]}-sdn.xml").read_bytes() == body
    written = (folder / f"rejected-{sha256[:12]}.reason").read_text(encoding="utf-8")
    assert written.startswith('{\n "sha256"')
    assert json.loads(written) == {
        "sha256": sha256,
        "retrieved_at": DAY.isoformat(),
        "sources": ["a test"],
        "tool": __version__,
        "objections": [{"guard": each.guard, "message": each.message} for each in raised.value.objections],
    }


# --- how a list stands


def test_a_list_stands_with_its_title_its_licence_and_what_is_kept_of_it(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    known, unknown = standing(kept, LIST, DAY + timedelta(days=3), 7), standing(kept, None, DAY, 7)

    assert (known.list_id, known.title, known.licence) == ("us-ofac-sdn", "A list", "public domain")
    assert (known.verified_at, known.age, known.state) == (DAY, timedelta(days=3), "current")
    assert (known.snapshot, known.contact) == (only(kept), Contact())
    assert (unknown.list_id, unknown.title, unknown.licence) == ("us-ofac-sdn", "us-ofac-sdn", "not known")


def test_a_missing_list_stands_without_an_age(store: Store) -> None:
    missing = standing(store.kept("un-sc"), None, DAY, 7)

    assert (missing.snapshot, missing.verified_at, missing.age) == (None, None, None)
    assert (missing.state, missing.remarks) == ("missing", ())


def test_what_is_odd_about_a_list_is_remarked_word_for_word(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)), DAY + timedelta(days=100))
    (kept.folder / "snapshots" / "000002.json").write_bytes(b"{")

    assert standing(kept, LIST, DAY, 7).remarks == (
        "The newest snapshot cannot be read, and the one before it is used: sanctcheck lists verify says more.",
        "It was fetched in the future: this machine’s clock is wrong, or was.",
        "Nobody asked its publisher: it was imported by hand.",
    )


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ({"a": 1_200}, "Not understood: a (1,200)."),
        ({"a": 1, "b": 3, "c": 2}, "Not understood: b (3), c (2) and a (1)."),
        ({"a": 1, "b": 3, "c": 2, "d": 9, "e": 4}, "Not understood: d (9), e (4) and b (3) and 2 more."),
    ],
)
def test_what_was_not_understood_is_told_most_frequent_first(
    store: Store, words: dict[str, int], remark: str
) -> None:
    kept = take(store, sdn_xml(entries(3)))
    manifest = only(kept)
    profile = msgspec.structs.replace(manifest.profile, not_understood=words)
    path = kept.folder / "snapshots" / "000001.json"
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(manifest, profile=profile)))

    assert standing(kept, None, DAY, 7).remarks[1:] == (remark,)


def test_a_list_of_which_the_publishers_day_is_unknown_is_as_old_as_its_retrieval(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3), day=""), DAY)

    assert not any("changed" in each for each in standing(kept, LIST, DAY + timedelta(days=14), 90).remarks)
    assert (
        "It has not changed for 15 days; up to 14 are usual."
        in standing(kept, LIST, DAY + timedelta(days=15), 90).remarks
    )


def test_a_list_that_was_closed_is_not_expected_to_change(store: Store) -> None:
    kept = take(store, sdn_xml(entries(3)))
    closed = msgspec.structs.replace(LIST, valid_until=DAY.date())

    assert standing(kept, closed, DAY + timedelta(days=300), 7).remarks[1:] == (
        "Its publisher closed it on 2026-03-01.",
    )


def test_a_list_may_be_a_week_old_and_two_days_where_a_ci_job_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert usual_max_age() == 7
    monkeypatch.setenv("CI", "true")
    assert usual_max_age() == 2
