from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from published import LISTS, listings, raw

from sanctcheck.errors import ListError
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.model import Country, Identifier, ListedDate, Relation
from sanctcheck.lists.notes import Notes
from sanctcheck.lists.parsing import parse
from sanctcheck.lists.publishers.us_ofac.labels import FIELDS, add_fact, labelled

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.model import Listing

FORMATS = ("ofac-csv", "ofac-xml", "ofac-enhanced")
SERBIA = Country("Serbia", "RS")


def essence(listing: Listing) -> dict[str, Any]:
    """What all formats say of a target."""
    return {
        "names": sorted((n.text, n.kind, n.quality, n.parts) for n in listing.names if n.script == "Latn"),
        "kind": listing.kind,
        "list": listing.list_name,
        "born": listing.birth_dates,
        "places": [place.whole for place in listing.birth_places],
        "nationalities": listing.nationalities,
        "gender": listing.gender,
        "identifiers": sorted(str(each) for each in listing.identifiers),
        "programmes": listing.programmes,
        "regimes": listing.regimes,
        "posts": listing.posts,
        "remarks": listing.remarks,
        "relations": [each.name for each in listing.relations],
        "countries": [place.country for place in listing.addresses],
        "particulars": sorted(str(each) for each in listing.particulars if each.label != "Sanctions list"),
    }


@pytest.mark.parametrize("form", FORMATS[1:])
def test_all_formats_of_the_same_list_give_the_same_listings(form: str) -> None:
    beside = listings("ofac-csv")

    found = listings(form)

    assert beside.keys() == found.keys()
    for key, listing in found.items():
        assert essence(beside[key]) == essence(listing)


@pytest.mark.parametrize("form", FORMATS)
def test_a_person_is_read_whole(form: str) -> None:
    person = listings(form)["90001"]

    assert person.name == "KORVANEC, Miro Tadesz"
    assert person.regimes == ("us-globalmagnitsky",)
    assert (
        ListedDate("14 Mar 1961", "1961-03-14"),
        ListedDate("circa 1962", "1962", circa=True),
    ) == person.birth_dates
    passport = Identifier(
        "passport",
        "008812345",
        "Passport",
        SERBIA,
        ListedDate("03 Feb 2015", "2015-02-03"),
        ListedDate("02 Feb 2025", "2025-02-02"),
    )
    assert (passport,) == person.identifiers
    assert [name.kind for name in person.names if "KORVAN," in name.text] == ["former"]
    assert [name.quality for name in person.names if name.text == "THE MILLER"] == ["weak"]


def test_remarks_that_go_on_in_the_comments_file_are_joined_in_the_middle_of_a_word() -> None:
    entity = listings("ofac-csv")["90002"]

    assert entity.remarks == ("all offices worldwide",)
    assert "office@dunmere.example" in [each.number for each in entity.identifiers]


def test_names_in_other_scripts_stand_in_the_enhanced_form_only() -> None:
    person = listings("ofac-enhanced")["90001"]

    assert [(n.kind, n.script) for n in person.names if n.script != "Latn"] == [("original-script", "Cyrl")]
    assert (Relation("Leader or official of", "DUNMERE QUARRY GROUP", "90002"),) == person.relations


@pytest.mark.parametrize("form", FORMATS)
def test_a_vessel_has_its_numbers_flag_and_owner(form: str) -> None:
    vessel = listings(form)["90003"]

    kinds = {each.kind: each.number for each in vessel.identifiers}
    assert kinds == {"call-sign": "XQ9Z2", "imo": "9074729", "mmsi": "351234567"}
    assert (Country("Panama", "PA"),) == vessel.nationalities
    assert "Dunmere Quarry Holdings Ltd" in [
        each.text for each in vessel.particulars if each.label == "Vessel Owner"
    ]


@pytest.mark.parametrize("label", sorted(FIELDS))
def test_every_label_is_found_again_in_the_remarks(label: str) -> None:
    assert (label, "A 1") == labelled(f"alt. {label} A 1")


@pytest.mark.parametrize(
    ("remark", "kind", "number", "country"),
    [
        ("Digital Currency Address - ETH 0x098B716B", "crypto-address", "0x098B716B", ""),
        ("Registration Number 1027700070518(Russia)", "registration", "1027700070518", "RU"),
        (
            "Registration Number HRA 738077 (Stuttgart) (Germany)",
            "registration",
            "HRA 738077 (Stuttgart)",
            "DE",
        ),
        ("Passport A1 (false)", "passport", "A1 (false)", ""),
        ("Aircraft Manufacturer's Serial Number (MSN) 1023409321", "aircraft-serial", "1023409321", ""),
        ("Vessel Registration Identification IMO 7406784", "imo", "7406784", ""),
    ],
)
def test_what_stands_behind_a_number_is_taken_from_it(
    remark: str, kind: str, number: str, country: str
) -> None:
    draft = Draft("us-ofac", "1", Notes())
    fact = labelled(remark)
    assert fact is not None

    add_fact(draft, *fact)

    [found] = draft.identifiers
    assert (kind, number, country) == (found.kind, found.number, found.country.code if found.country else "")


def test_the_consolidated_list_is_told_from_the_sdn_list_by_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xml"
    path.write_bytes((LISTS / "us_ofac" / "sdn.xml").read_bytes())

    assert {"Consolidated"} == {listing.list_name for listing in parse([raw(path)])}


def test_rows_of_entries_that_are_not_there_are_counted(tmp_path: Path) -> None:
    stray = tmp_path / "alt.csv"
    stray.write_bytes((LISTS / "us_ofac" / "alt.csv").read_bytes() + b'99999,1,"aka","STRAY",-0- \r\n')

    reading = parse([raw(LISTS / "us_ofac" / "sdn.csv"), raw(stray)])
    list(reading)

    assert reading.notes.not_understood["aliases of an entry that is not there"].count == 1


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_list(tmp_path: Path) -> None:
    broken = tmp_path / "sdn.csv"
    text = (LISTS / "us_ofac" / "sdn.csv").read_text()
    broken.write_text(text.replace('"GREY HERON"', '"GREY HERON', 1))

    with pytest.raises(ListError, match=r"quotation mark after line|fields at line"):
        list(parse([raw(broken)]))
