"""Guards: what a list must not do between two snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.guards import (
    objection_to_date,
    objections_to_first,
    objections_to_itself,
    objections_to_next,
)
from sanctcheck.lists.model import ListedDate, ListedName, Listing
from sanctcheck.lists.notes import Notes
from sanctcheck.lists.profile import Counting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.lists.snapshot import Profile

SLOW = settings(deadline=None, max_examples=30)
EXPECTED = PublishedList(title="A list", publisher="un-sc", url="", file="list.xml", content="xml")


def made_up(number: int, **facts: object) -> Listing:
    """A listing that says something in one field, and whatever else is given."""
    return Listing(publisher="un-sc", id=str(number), kind="person", reasons="Reasons.", **facts)  # type: ignore[arg-type]


def many(numbers: Iterable[int], **facts: object) -> list[Listing]:
    return [made_up(number, **facts) for number in numbers]


def counted(listings: Iterable[Listing], notes: Notes | None = None) -> tuple[Counting, Profile]:
    counting = Counting()
    every = list(listings)
    for listing in every:
        counting.count(listing)
    return counting, counting.profile(notes or Notes(records=len(every)), len(every))


def guards(before: list[Listing], after: list[Listing], notes: Notes | None = None) -> list[str]:
    """The guards that object to the second after the first."""
    _, earlier = counted(before)
    counting, profile = counted(after, notes)
    compared = counting.compared(before)
    found = objections_to_next(profile, earlier, compared=compared, expected=EXPECTED)
    return sorted({each.guard for each in found})


@SLOW
@given(st.sets(st.integers(0, 499), max_size=30), st.sets(st.integers(500, 999), max_size=30))
def test_a_list_may_lose_a_fiftieth_or_five_and_no_more_whatever_comes_in_their_place(
    gone: set[int], come: set[int]
) -> None:
    everyone = set(range(500))
    found = guards(many(everyone), many((everyone - gone) | come))

    assert found == (["lost"] if len(gone) > 10 else [])


@SLOW
@given(st.integers(1, 300), st.data())
def test_a_short_list_may_lose_five(number: int, data: st.DataObject) -> None:
    left = data.draw(st.integers(max(1, number - 5), number))

    assert guards(many(range(number)), many(range(left))) == []


@SLOW
@given(st.integers(0, 400))
@example(20)
@example(21)
def test_a_field_may_be_lost_in_a_twentieth_of_the_listings_and_no_more(without: int) -> None:
    before = many(range(400), remarks=("A remark.",))
    after = [*many(range(without)), *many(range(without, 400), remarks=("A remark.",))]

    assert guards(before, after) == (["field"] if without > 20 else [])


def test_a_field_that_few_had_must_not_be_lost_by_all() -> None:
    before = [*many(range(10), posts=("Minister",)), *many(range(10, 1000))]

    assert guards(before, many(range(1000))) == ["field"]
    assert guards(before, [*many(range(5), posts=("Minister",)), *many(range(5, 1000))]) == []


def test_newcomers_count_for_no_field() -> None:
    before = many(range(100), remarks=("A remark.",))

    assert guards(before, [*before, *many(range(100, 1000))]) == []


@pytest.mark.parametrize(
    ("fact", "lost"),
    [
        ({"birth_dates": (ListedDate("1 Jan 1970", "1970-01-01"),)}, {"birth_dates": (ListedDate("25569"),)}),
        ({"names": (ListedName("A"), ListedName("B", "alias"))}, {"names": (ListedName("A"),)}),
        ({"names": (ListedName("Ж", script="Cyrl"),)}, {"names": (ListedName("Zh", script="Latn"),)}),
        ({"names": (ListedName("A", quality="weak"),)}, {"names": (ListedName("A"),)}),
    ],
    ids=["dates that became numbers", "aliases", "names in their own script", "weak names"],
)
def test_what_a_field_says_can_be_lost_too(fact: dict[str, object], lost: dict[str, object]) -> None:
    assert guards(many(range(100), **fact), many(range(100), **lost)) == ["field"]
    assert guards(many(range(100), **fact), many(range(100), **fact)) == []


@pytest.mark.parametrize(
    ("before", "after", "guard"),
    [
        ({"list_name": "SDN"}, {"list_name": "Consolidated"}, "sublist"),
        ({"programmes": ("IRAN",)}, {"programmes": ("CUBA",)}, "programme"),
    ],
)
def test_a_part_of_a_list_that_is_gone_is_seen_although_the_number_holds(
    before: dict[str, object], after: dict[str, object], guard: str
) -> None:
    assert guards([*many(range(10), **before), *many(range(10, 900))], many(range(900), **after)) == [guard]


def test_a_programme_of_a_few_may_end() -> None:
    before = [*many(range(5), programmes=("SMALL",)), *many(range(5, 900), programmes=("LARGE",))]

    assert guards(before, many(range(900), programmes=("LARGE",))) == []


def test_a_form_that_was_accepted_once_is_known() -> None:
    notes = Notes(records=10)
    notes.miss("element A/NEW", "text", "1")
    notes.miss("date of birth", "last spring", "2")
    before = many(range(10))
    _, known = counted(before, notes)
    counting, profile = counted(before, notes)

    assert guards(before, before, notes) == ["format"]
    again = objections_to_next(profile, known, compared=counting.compared(before), expected=EXPECTED)
    assert list(again) == []


def test_the_first_list_must_hold_what_is_expected_in_a_form_that_is_known() -> None:
    expected = PublishedList(
        title="", publisher="un-sc", url="", file="", content="xml", minimum={"person": 11, "vessel": 1}
    )
    notes = Notes(records=10)
    notes.miss("column Shoe size", "44", "1")
    _, profile = counted(many(range(10)), notes)
    found = list(objections_to_first(profile, expected))

    assert [each.guard for each in found] == ["minimum", "minimum", "format"]
    assert "10 listings are of the kind “person”; at least 11 are expected." in found[0].message


@given(st.integers(0, 9), st.none() | st.integers(0, 9), st.integers(0, 9))
def test_three_counts_of_the_records_must_agree(records: int, declared: int | None, another: int) -> None:
    profile = Counting().profile(Notes(records=records, declared=declared), another)
    found = [each.guard for each in objections_to_itself(profile)]

    assert ("records" in found) == (records != another)
    assert ("declared" in found) == (declared is not None and declared != records)


@pytest.mark.parametrize(
    ("now", "before", "objects"),
    [
        ("2026-02-26", "2026-02-27", True),
        ("2026-02-27T00:00:09Z", "2026-02-27T23:00:00+02:00", False),
        ("2026-02-28", "2026-02-27T10:00:00", False),
        ("", "2026-02-27", False),
        ("last week", "2026-02-27", False),
        ("2026-02-27", "", False),
    ],
)
def test_a_list_must_not_be_older_than_the_one_before(now: str, before: str, *, objects: bool) -> None:
    assert (objection_to_date(now, before) is not None) == objects


def test_words_of_a_list_cannot_steer_the_terminal_through_an_objection() -> None:
    before = many(range(100), programmes=("\x1b[31mRED\n::error::",))
    _, earlier = counted(before)
    counting, profile = counted(many(range(100)))
    found = objections_to_next(profile, earlier, compared=counting.compared(before), expected=EXPECTED)

    assert all("\x1b" not in each.message and "\n" not in each.message for each in found)


@SLOW
@given(st.integers(0, 40))
@example(5)
@example(6)
def test_one_kind_may_not_lose_more_than_a_list_may(gone: int) -> None:
    persons, vessels = many(range(1_000)), many(range(2_000, 2_100))
    vessels = [msgspec.structs.replace(each, kind="vessel", list_name="Ships") for each in vessels]

    found = guards(persons + vessels, persons + vessels[gone:])

    assert found == (["lost"] if gone > 5 else [])


def test_a_programme_may_not_lose_a_fifth() -> None:
    before = many(range(1_000)) + many(range(1_000, 1_050), programmes=("P",))

    assert guards(before, before[:-10]) == []
    assert guards(before, before[:-11]) == ["lost"]
