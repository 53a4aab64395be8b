"""Which column of a table says what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.errors import UsageError
from sanctcheck.screen.columns import FIELDS, columns_of, field_of, mapping_from


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name", "name"),
        ("Full Name", "name"),
        ("full_name", "name"),
        ("FIRST NAME", "first"),
        ("Surname", "last"),
        ("Prénom", "first"),
        ("A.K.A.", "aliases"),
        ("Date of Birth", "dob"),
        ("Nationality", "country"),
        ("schema", "kind"),
        ("Passport No.", "passport"),
        ("IMO number", "imo"),
        ("query.name", "name"),
        ("Customer ID", "id"),
        ("Notes", None),
        ("named", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_heading(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


def test_columns_that_say_nothing_known_are_named_as_not_used() -> None:
    columns = columns_of(["Full Name", "Born", "Notes"], {})

    assert columns.by_field == {"name": ("Full Name",), "dob": ("Born",)}
    assert columns.summary() == "name from “Full Name”, dob from “Born”; not used: “Notes”"


def test_a_field_that_the_user_maps_is_not_looked_for() -> None:
    columns = columns_of(["Name", "Trading As"], {"name": "Trading As"})

    assert columns.by_field == {"name": ("Trading As",)}
    assert columns.unused == ("Name",)


def test_of_two_columns_for_one_field_the_plainer_and_first_one_counts() -> None:
    columns = columns_of(["source.name", "name", "Full Name"], {})

    assert columns.by_field == {"name": ("name",)}


def test_aliases_countries_and_numbers_may_stand_in_several_columns() -> None:
    columns = columns_of(["name", "nationality", "citizenship", "passport", "passport_number"], {})

    assert columns.by_field["country"] == ("nationality", "citizenship")
    assert columns.by_field["passport"] == ("passport", "passport_number")


def test_a_column_that_is_mapped_and_not_there_is_hinted_at() -> None:
    with pytest.raises(UsageError) as raised:
        columns_of(["Full Name"], {"name": "Ful Name"})

    assert "There is no column “Ful Name”. Did you mean “Full Name”?" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name", "maps no column"),
        ("name=", "maps no column"),
        ("nmae=Full Name", "Did you mean “name”?"),
    ],
)
def test_a_mapping_that_maps_nothing_is_explained(text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        mapping_from(text)

    assert says in str(raised.value)


def test_a_mapping_names_columns_as_they_stand() -> None:
    assert mapping_from("name=Full Name, dob = Born") == {"name": "Full Name", "dob": "Born"}


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=20, unique=True))
def test_every_column_is_used_once_or_named_as_not_used(headings: list[str]) -> None:
    columns = columns_of(headings, {})

    used = [column for names in columns.by_field.values() for column in names]
    assert sorted([*used, *columns.unused]) == sorted(headings)
    assert set(columns.by_field) <= set(FIELDS)
