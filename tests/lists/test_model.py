from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctcheck.days import StatedDay
from sanctcheck.lists.model import (
    Country,
    Identifier,
    ListedDate,
    ListedName,
    Listing,
    NamePart,
    Particular,
    Place,
    listing_as_json,
    listing_from_json,
)

text = st.text(max_size=20)
countries = st.builds(Country, text=text, code=st.sampled_from(["", "RS"]))
dates = st.builds(
    ListedDate, text=text, start=st.sampled_from(["", "1961", "1961-03-14"]), circa=st.booleans()
)
names = st.builds(
    ListedName,
    text=text,
    kind=st.sampled_from(["primary", "alias", "former"]),
    parts=st.lists(st.builds(NamePart, kind=st.sampled_from(["given", "family"]), text=text), max_size=2).map(
        tuple
    ),
)
listings = st.builds(
    Listing,
    publisher=text,
    id=text,
    names=st.lists(names, max_size=3).map(tuple),
    birth_dates=st.lists(dates, max_size=2).map(tuple),
    addresses=st.lists(st.builds(Place, text=text, country=st.none() | countries), max_size=2).map(tuple),
    identifiers=st.lists(
        st.builds(Identifier, kind=st.just("passport"), number=text, issued=st.none() | dates), max_size=2
    ).map(tuple),
    rest=st.lists(st.builds(Particular, label=text, text=text), max_size=2).map(tuple),
    reasons=text,
)


@given(listings)
def test_a_listing_survives_the_way_into_json_and_back(listing: Listing) -> None:
    line = listing_as_json(listing)

    assert listing == listing_from_json(line)
    assert hash(listing) == hash(listing_from_json(line))
    assert b"\n" not in line


def test_what_is_empty_is_left_out_of_the_json() -> None:
    listing = Listing(publisher="un-sc", id="1", names=(ListedName("Miro Korvanec"),))

    assert listing_as_json(listing) == b'{"publisher":"un-sc","id":"1","names":[{"text":"Miro Korvanec"}]}'


def test_a_listing_cannot_be_changed() -> None:
    listing = Listing(publisher="un-sc", id="1")

    with pytest.raises(AttributeError):
        listing.id = "2"  # type: ignore[misc]


def test_the_name_shown_is_the_first_primary_one() -> None:
    several = (ListedName("Alias", "alias"), ListedName("Real"), ListedName("Other"))

    assert Listing(publisher="p", id="1", names=several).name == "Real"
    assert Listing(publisher="p", id="1", names=several[:1]).name == "Alias"
    assert Listing(publisher="p", id="1").name == ""


@pytest.mark.parametrize(
    ("listed", "precision", "first", "last"),
    [
        (ListedDate("1961", "1961"), "year", date(1961, 1, 1), date(1961, 12, 31)),
        (ListedDate("1961-03", "1961-03"), "month", date(1961, 3, 1), date(1961, 3, 31)),
        (ListedDate("14 Mar 1961", "1961-03-14"), "day", date(1961, 3, 14), date(1961, 3, 14)),
        (ListedDate("1960 to 1963", "1960", "1963"), "range", date(1960, 1, 1), date(1963, 12, 31)),
        (ListedDate("circa 1961", "1961", circa=True), "year", date(1960, 1, 1), date(1963, 1, 1)),
    ],
)
def test_a_date_is_the_span_of_days_that_it_can_mean(
    listed: ListedDate, precision: str, first: date, last: date
) -> None:
    assert precision == listed.precision
    assert StatedDay(first, last) == listed.span()


def test_a_date_that_was_not_understood_spans_nothing() -> None:
    assert ListedDate("in spring").precision == ""
    assert ListedDate("in spring").span() is None


def test_a_place_stands_on_one_line() -> None:
    place = Place(street="14 Lipova Street", city="Varnograd", country=Country("Serbia", "RS"))

    assert place.whole == "14 Lipova Street, Varnograd, Serbia"
