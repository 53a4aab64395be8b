"""File names of pages, and long tables on several pages."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sanctcheck.site.address import Addresses
from sanctcheck.site.division import Row, divided

FIT = set(string.ascii_lowercase + string.digits + "-")


@given(st.lists(st.tuples(st.text(max_size=120), st.text(max_size=20)), max_size=30))
@settings(deadline=None)
def test_no_two_addresses_are_alike_on_any_file_system_and_none_leads_anywhere(
    asked: list[tuple[str, str]],
) -> None:
    addresses = Addresses()
    made = [addresses.address(name, origin) for name, origin in asked]

    assert len({each.casefold() for each in made}) == len(asked)
    assert all(each and len(each) < 100 and set(each) <= FIT and each[0] != "-" for each in made)


def test_a_plain_id_is_its_own_address_and_others_are_told_apart_by_where_they_come_from() -> None:
    addresses = Addresses()

    assert addresses.address("gb-ghr-1", "a.yaml") == "gb-ghr-1"
    assert addresses.address("gb-ghr-1", "b.yaml").startswith("gb-ghr-1-")
    assert addresses.address("GB-GHR-1", "c.yaml").startswith("gb-ghr-1-")
    assert addresses.address("../../etc/passwd", "d.yaml").startswith("etc-passwd-")
    assert addresses.address("con", "e.yaml") != "con"
    assert addresses.address("index", "f.yaml") != "index"


def test_the_address_of_a_dossier_does_not_hang_on_those_before_it_unless_they_share_an_id() -> None:
    few, many = Addresses(), Addresses()
    for number in range(5):
        many.address(f"Other {number}")

    assert few.address("Dossier A", "a.yaml") == many.address("Dossier A", "a.yaml")


def rows(*keys: str, weight: int = 10) -> list[Row]:
    return [Row(Markup("x" * weight), key) for key in keys]


def test_what_fits_on_one_page_stays_there_without_a_label() -> None:
    (part,) = divided(rows("A", "B"), "list", 20)

    assert (part.label, part.file, len(part.rows)) == ("", "list", 2)


def test_neighbours_share_a_page_while_there_is_room_and_a_full_one_is_numbered() -> None:
    parts = divided(rows("A", "B", *"CCCCC", "D"), "list", 20)

    assert [(part.label, part.file, len(part.rows)) for part in parts] == [
        ("A to B", "list", 2),
        ("C (1 of 3)", "list-2", 2),
        ("C (2 of 3)", "list-3", 2),
        ("C (3 of 3)", "list-4", 1),
        ("D", "list-5", 1),
    ]


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(1, 30)), max_size=60), st.integers(30, 200))
@settings(deadline=None)
def test_no_row_is_lost_none_moves_and_no_page_is_larger_than_it_may_be(
    given_rows: list[tuple[str, int]], limit: int
) -> None:
    every = [
        Row(Markup(f"{number:03}" + "x" * weight), key)
        for number, (key, weight) in enumerate(sorted(given_rows))
    ]
    parts = divided(every, "list", limit + 3)

    assert [row for part in parts for row in part.rows] == [row.html for row in every]
    assert all(sum(map(len, part.rows)) <= limit + 3 for part in parts)
    assert len({part.file for part in parts}) == len(parts)
