"""The store where something is missing, foreign, too large or of another system."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import filelock
import msgspec
import pytest
from listmaking import entries, sdn_xml
from published import LISTS, files, raw
from support import FIXTURES

from sanctcheck.dossier.model import Dossier
from sanctcheck.errors import ListError, StoreError
from sanctcheck.lists import rejected
from sanctcheck.lists.at_hand import sorted_by_list
from sanctcheck.lists.cache import cache_path, listings
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.files import settle, written_new
from sanctcheck.lists.followthemoney import target_as_ftm
from sanctcheck.lists.guards import objections_to_first
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, RefusedError, take_in
from sanctcheck.lists.snapshot import Profile, content_hash
from sanctcheck.lists.standing import publisher_day
from sanctcheck.lists.store import DamagedError, Kept, Store, usual_folder
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.snapshot import Manifest

LIST = PublishedList(title="A list", publisher="us-ofac", url="", file="sdn.xml", content="xml")
DAY = datetime(2026, 3, 1, tzinfo=UTC)


def taken(kept: Kept, *bodies: tuple[str, bytes]) -> Manifest:
    """Takes in the files of a delivery."""
    arrived = []
    for name, body in bodies:
        path = kept.incoming / name
        path.write_bytes(body)
        arrived.append(Arrived(path, name, "a test"))
    return take_in(kept, LIST, Delivery(tuple(arrived), "imported", DAY), Acceptance())


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    store = Store(tmp_path / "store")
    store.create()
    return store.kept("us-ofac-sdn")


def test_the_store_is_where_the_environment_says_or_in_the_cache_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "here"))
    assert usual_folder() == tmp_path / "here"

    monkeypatch.delenv("SANCTCHECK_LISTS")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = usual_folder()
    assert (folder.parent.name, folder.name) == ("sanctcheck", "lists")


def test_a_list_of_several_files_is_named_after_all_of_them(kept: Kept) -> None:
    bodies = [(file.name, file.path.read_bytes()) for file in files("ofac-csv")]
    with kept.at_work():
        manifest = taken(kept, *bodies)

    hashes = {name: hashlib.sha256(body).hexdigest() for name, body in bodies}
    assert manifest.sha256 == content_hash(hashes)
    assert manifest.short == f"us-ofac-sdn@{content_hash(hashes)[:12]}"
    assert len(list(listings(kept, manifest))) == manifest.profile.listings


def test_a_manifest_of_another_list_or_number_is_not_taken_for_this_one(kept: Kept) -> None:
    with kept.at_work():
        manifest = taken(kept, ("sdn.xml", sdn_xml(entries(3))))
    path = kept.folder / "snapshots" / "000001.json"
    for other in (
        msgspec.structs.replace(manifest, list="un-sc"),
        msgspec.structs.replace(manifest, number=2),
    ):
        path.write_bytes(msgspec.json.encode(other))

        with pytest.raises(
            DamagedError, match=r"The manifest of snapshot 1 of us-ofac-sdn is that of another one"
        ):
            kept.manifest(1)


def test_nothing_is_forgotten_while_a_damaged_manifest_may_still_name_it(kept: Kept) -> None:
    with kept.at_work():
        for number in (3, 4, 5):
            taken(kept, ("sdn.xml", sdn_xml(entries(number))))
    (kept.folder / "snapshots" / "000002.json").write_text("{")

    assert kept.purge(2) == 1
    assert len(list((kept.folder / "raw").iterdir())) == 3


def test_a_disk_that_knows_no_locks_is_named_with_a_way_out(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)

    with pytest.raises(StoreError, match=r"knows no locks. Use another: --store DIR"), kept.at_work():
        pass


def test_a_folder_is_settled_where_the_system_can_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    settle(tmp_path)
    with pytest.raises(FileNotFoundError):
        settle(gone)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", "nt")  # whose folders cannot be opened
        settle(gone)


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Madam,")

    with pytest.raises(ListError, match=r"“letter.txt” is no sanctions list in a format that is known here"):
        sorted_by_list([path])


def test_files_at_hand_are_sorted_into_the_lists_that_they_are_parts_of() -> None:
    paths = [
        LISTS / "us_ofac" / "alt.csv",
        LISTS / "un_sc" / "consolidated.xml",
        LISTS / "us_ofac" / "sdn.csv",
    ]

    assert [(each.publisher, [file.name for file in each.files]) for each in sorted_by_list(paths)] == [
        ("un-sc", ["consolidated.xml"]),
        ("us-ofac", ["alt.csv", "sdn.csv"]),
    ]
    assert raw(paths[0]).name == "alt.csv"


@pytest.mark.parametrize(("largest", "held"), [(10_000_000, 2), (0, 1)])
def test_bytes_that_were_refused_are_kept_unless_they_are_very_many(
    largest: int, held: int, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejected, "_LARGEST", largest)
    with kept.at_work():
        taken(kept, ("sdn.xml", sdn_xml(entries(100))))
        with pytest.raises(RefusedError, match=r"10 of 100 listings are gone"):
            taken(kept, ("sdn.xml", sdn_xml(entries(90))))

    found = sorted((kept.folder / "rejected").iterdir())
    assert len(found) == held
    reasons = json.loads(next(path for path in found if path.suffix == ".reason").read_bytes())
    assert reasons["sources"] == ["a test"]
    assert reasons["retrieved_at"] == DAY.isoformat()
    assert reasons["sha256"] == hashlib.sha256(sdn_xml(entries(90))).hexdigest()


def test_a_first_list_that_holds_just_enough_of_each_kind_is_taken() -> None:
    expected = PublishedList(
        title="", publisher="un-sc", url="", file="", content="xml", minimum={"person": 10, "entity": 2}
    )
    profile = Profile(records=12, counted=12, listings=12, names=12, kinds={"person": 10, "entity": 2})

    assert list(objections_to_first(profile, expected)) == []


@pytest.mark.parametrize(
    ("published", "day"),
    [("2026-02-27T10:00:00", datetime(2026, 2, 27, tzinfo=UTC)), ("", None), ("spring 2026", None)],
)
def test_the_publishers_own_day_is_known_where_it_can_be_read(
    published: str, day: datetime | None, kept: Kept
) -> None:
    with kept.at_work():
        manifest = taken(kept, ("sdn.xml", sdn_xml(entries(3))))

    assert publisher_day(msgspec.structs.replace(manifest, published=published)) == day


def test_what_was_read_ends_with_its_hash_and_is_read_up_to_it(kept: Kept) -> None:
    with kept.at_work():
        manifest = taken(kept, ("sdn.xml", sdn_xml(entries(3))))
    *lines, last = cache_path(kept, manifest.sha256).read_bytes().splitlines(keepends=True)

    assert len(lines) == 3
    assert last == hashlib.sha256(b"".join(lines)).hexdigest().encode() + b"\n"
    assert [listing.id for listing in listings(kept, manifest)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("target", "schema", "properties"),
    [
        (
            "{type: vessel, names: [{name: Grey Heron}], nationalities: [PA], born: about 2005}",
            "Vessel",
            {"name": ["Grey Heron"], "flag": ["pa"], "buildDate": ["2005"]},
        ),
        (
            "{type: entity, names: [{name: Dunmere Quarry}], incorporated_in: CY, address: 'PO Box 17, Limassol'}",
            "Organization",
            {"name": ["Dunmere Quarry"], "country": ["cy"], "address": ["PO Box 17, Limassol"]},
        ),
        (
            (
                "{type: person, names: [{name: Miro}, {name: The Miller, kind: weak-alias}], born: unknown, gender: male,"
                " residence: RS, posts: [{title: Colonel, organisation: Quarry Guard}]}"
            ),
            "Person",
            {
                "name": ["Miro"],
                "weakAlias": ["The Miller"],
                "gender": ["male"],
                "country": ["rs"],
                "position": ["Colonel, Quarry Guard"],
            },
        ),
    ],
)
def test_a_target_of_each_kind_has_what_is_known_of_it(
    target: str, schema: str, properties: dict[str, list[str]]
) -> None:
    text = (FIXTURES / "dossiers" / "gb-ghr" / "complete.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("\ntarget:\n")
    behind = rest[next(i for i in range(len(rest)) if rest[i] == "\n" and rest[i + 1].isalpha()) :]
    document = parse(f"{head}\ntarget: {target}{behind}".encode(), "x.yaml")
    dossier = shape(document, Dossier)
    assert dossier is not None, document.flaws

    (entity,) = target_as_ftm(dossier)

    assert entity["schema"] == schema
    assert entity["properties"] == properties


def test_a_new_file_takes_a_name_that_is_free_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with written_new(path) as file:
        file.write(b"one")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")

    assert path.read_bytes() == b"one"
    for taken_name in (path, tmp_path / "link"):
        with pytest.raises(FileExistsError), written_new(taken_name):
            pass
    assert path.read_bytes() == b"one"


def test_of_two_who_write_the_same_new_file_the_quicker_one_keeps_the_name(tmp_path: Path) -> None:
    path = tmp_path / "x"

    def write() -> None:
        with written_new(path) as file:
            file.write(b"slower")
            path.write_bytes(b"quicker")

    with pytest.raises(FileExistsError):
        write()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x", b"quicker")]


def test_the_folders_of_a_store_are_those_of_lists_even_without_a_snapshot(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.folders() == []

    store.create()
    with store.kept("un-sc").at_work():
        pass
    (store.folder / "Notes").mkdir()
    (store.folder / "eu-fsf").write_text("no folder")
    assert (store.folders(), store.ids()) == (["un-sc"], [])


def test_what_was_refused_goes_with_the_snapshots_that_are_removed(kept: Kept) -> None:
    with kept.at_work():
        taken(kept, ("sdn.xml", sdn_xml(entries(100))))
        taken(kept, ("sdn.xml", sdn_xml(entries(101))))
        with pytest.raises(RefusedError):
            taken(kept, ("sdn.xml", sdn_xml(entries(50))))
        kept.purge(1)

    assert list((kept.folder / "rejected").iterdir()) == []
