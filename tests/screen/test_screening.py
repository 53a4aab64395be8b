"""Queries held against lists."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from screening import SWISS, UK, UN, Listed, asked, held_against, list_of, screened

from sanctcheck.errors import UsageError
from sanctcheck.names.party import Party
from sanctcheck.screen.query import Query
from sanctcheck.screen.screening import Wanted, screen

if TYPE_CHECKING:
    from pathlib import Path


def test_somebody_is_found_on_every_list_by_their_own_references(tmp_path: Path) -> None:
    ready = held_against(tmp_path, UN, UK, SWISS)

    found = screened(ready.corpus, "Miro Tadesz Korvanec")

    assert {(hit.listed.named, hit.entry.id) for hit in found.hits} == {
        ("un-sc", "CDi.901"),
        ("gb-fcdo", "GHR9901"),
        ("ch-seco", "5142"),
    }
    assert all(hit.score > 0.9 for hit in found.hits)


def test_who_is_listed_no_more_is_no_hit_but_said(tmp_path: Path) -> None:
    ready = held_against(tmp_path, SWISS, UK)

    found = screened(ready.corpus, "Dunmere Quarry Holdings Ltd")

    assert [hit.entry.key for hit in found.hits] == ["gb-fcdo:GAC9902"]
    assert [(hit.entry.key, hit.entry.removed_on) for hit in found.formerly] == [
        ("ch-seco:46130", ("2024-03-01",))
    ]


def test_who_is_listed_no_more_is_a_hit_where_that_is_asked_for(tmp_path: Path) -> None:
    ready = held_against(tmp_path, SWISS)

    found = screened(ready.corpus, "Dunmere Quarry Holdings Ltd", Wanted(removed=True))

    assert [hit.entry.key for hit in found.hits] == ["ch-seco:46130"]
    assert found.formerly == ()


def test_the_best_hits_stay_where_there_are_more(tmp_path: Path) -> None:
    people = [
        Listed(f"T{index}", f"Lena {'Ostrander' if index == 5 else f'Ostrande{index}'}") for index in range(9)
    ]
    ready = held_against(tmp_path, list_of(tmp_path, *people))

    found = screened(ready.corpus, "Lena Ostrander", Wanted(threshold=0.01, limit=2))

    assert len(found.hits) == 2
    assert found.hits[0].entry.key == "opensanctions:T5"


def test_a_higher_threshold_leaves_a_part_of_the_hits(tmp_path: Path) -> None:
    ready = held_against(tmp_path, UK)

    low = screened(ready.corpus, "Miro Korvanec", Wanted(threshold=0.1))
    high = screened(ready.corpus, "Miro Korvanec", Wanted(threshold=1.0))

    assert {hit.entry.key for hit in high.hits} <= {hit.entry.key for hit in low.hits}
    assert low.hits


def test_what_is_known_beside_the_name_counts(tmp_path: Path) -> None:
    ready = held_against(tmp_path, UK)

    by_name = screened(ready.corpus, "Miro K. Korvanes").hits[0]
    with_number = screened(ready.corpus, "Miro K. Korvanes", passport="008812345").hits[0]
    of_another_age = screened(ready.corpus, "Miro K. Korvanes", Wanted(threshold=0), dob="1990-01-02").hits[0]

    assert of_another_age.score < by_name.score < with_number.score


def test_who_has_the_very_number_is_a_hit_under_any_name_and_gives_way_to_none(tmp_path: Path) -> None:
    others = [Listed(f"O{index}", "Pavel Brodsky") for index in range(20)]
    holder = Listed("T1", "Miro Tadesz Korvanec", facts={"passportNumber": ["008812345"]})
    ready = held_against(tmp_path, list_of(tmp_path, *others, holder))

    found = screened(ready.corpus, "Pavel Brodsky", Wanted(limit=3), passport="0088-12345")

    assert len(found.hits) == 3
    assert found.hits[-1].entry.key == "opensanctions:T1"
    assert next(screen([found.query], ready.corpus, Wanted(limit=3))).hits[-1].entry.key == "opensanctions:T1"


def test_many_queries_come_out_in_their_order_with_what_cannot_be_screened(tmp_path: Path) -> None:
    ready = held_against(tmp_path, UK)
    queries = [
        asked("Grey Heron"),
        Query(1, Party(()), problem="There is no name."),
        asked("Nobody Whatsoever"),
        asked("Miro Korvanec"),
    ]

    found = list(screen(queries, ready.corpus, Wanted()))

    assert [each.query for each in found] == queries
    assert [bool(each.hits) for each in found] == [True, False, False, True]


def test_a_corpus_is_made_once_and_again_when_it_is_damaged(tmp_path: Path) -> None:
    folder = held_against(tmp_path, UN).corpus.folder
    made = (folder / "index").stat().st_mtime_ns

    assert held_against(tmp_path, UN).corpus.folder == folder
    assert (folder / "index").stat().st_mtime_ns == made

    (folder / "index").write_bytes(b"damaged")
    ready = held_against(tmp_path, UN)

    assert screened(ready.corpus, "Miro Tadesz Korvanec").hits


def test_what_a_killed_run_left_is_removed_and_what_one_is_at_work_on_stays(tmp_path: Path) -> None:
    home = held_against(tmp_path, UN).corpus.folder.parent
    left, at_work = home / "one.tmp", home / "other.tmp"
    left.mkdir()
    at_work.mkdir()
    os.utime(left, (0, 0))

    held_against(tmp_path, UN, UK)

    assert not left.exists()
    assert at_work.exists()


def test_another_list_makes_another_corpus(tmp_path: Path) -> None:
    one = held_against(tmp_path, UN).corpus
    other = held_against(tmp_path, UN, UK).corpus

    assert one.folder != other.folder
    assert [each.snapshot.partition("@")[0] for each in other.lists] == ["un-sc", "gb-fcdo"]


def test_an_empty_list_is_screened_against_all_the_same(tmp_path: Path) -> None:
    empty = list_of(tmp_path, Listed("T1", "Lena Ostrander"))
    empty.write_text(empty.read_text("utf-8").replace('"target": true', '"target": false'), encoding="utf-8")

    ready = held_against(tmp_path, empty)

    assert screened(ready.corpus, "Lena Ostrander").hits == ()


def test_the_same_list_twice_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "again.xml"
    copy.write_bytes(UN.read_bytes())

    with pytest.raises(UsageError) as raised:
        held_against(tmp_path, UN, copy)

    assert "un-sc" in str(raised.value)
