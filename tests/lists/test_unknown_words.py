"""A word that the reader of a list does not know is counted under its kind, and what it says is not lost.

Each case is a list as it is published with a few words replaced: what a publisher may do without a notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from published import files, raw

from sanctcheck.lists.model import listing_as_json
from sanctcheck.lists.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path


class Changed(NamedTuple):
    """A list with words replaced; how the reader counts what it does not know, and which text must be kept."""

    list: str
    words: dict[str, str]
    counted: str = ""
    kept: str = ""


CASES = {
    "un: an element of the list": Changed(
        "un", {"<INDIVIDUALS>": "<EDITION>5</EDITION><INDIVIDUALS>"}, "element EDITION"
    ),
    "un: a gender": Changed("un", {"<GENDER>Male": "<GENDER>Unspecified"}, "gender", "Unspecified"),
    "un: a gender in a comment": Changed(
        "un",
        {"<GENDER>Male</GENDER>": "", "<COMMENTS1>Sold": "<COMMENTS1>Gender: Female. Sold"},
        kept='"gender":"female"',
    ),
    "un: the quality of an alias": Changed(
        "un", {"<QUALITY>Good": "<QUALITY>Middling"}, "quality of alias", "Miro Korvanets"
    ),
    "un: an alias that has a note and no name": Changed(
        "un", {"<QUALITY/>": "<QUALITY/><NOTE>seen in a letter</NOTE>"}, kept="seen in a letter"
    ),
    "un: a type of date": Changed(
        "un", {"<TYPE_OF_DATE>EXACT": "<TYPE_OF_DATE>GUESSED"}, "type of date", "1961-03-14"
    ),
    "un: a date of birth that is a note": Changed(
        "un",
        {"<DATE>1961-03-14</DATE>": "<NOTE>Hijri calendar 1380</NOTE>"},
        "",
        "Hijri calendar 1380",
    ),
    "un: empty parts": Changed(
        "un", {"<COUNTRY>Serbia</COUNTRY>": "", "<LISTED_ON>2015-04-07-04:00</LISTED_ON>": "<LISTED_ON/>"}
    ),
    "switzerland: an element of the list": Changed(
        "switzerland", {"<place ssid": "<edition/><place ssid"}, "element edition"
    ),
    "switzerland: a sanctions set that is not declared": Changed(
        "switzerland",
        {"<sanctions-set-id>4387": "<sanctions-set-id>4399"},
        "sanctions set",
        "4399",
    ),
    "switzerland: a place that is not declared": Changed(
        "switzerland", {'place-id="77"': 'place-id="78"'}, "place", "place 78"
    ),
    "switzerland: a kind of modification": Changed(
        "switzerland", {'"de-listed"': '"suspended"'}, "kind of modification", "suspended"
    ),
    "switzerland: a removal without a day": Changed(
        "switzerland",
        {'"de-listed" enactment-date="2024-02-29" publication-date="2024-03-01" effective-date="2024-03-01"': '"de-listed"'},
        "",
        "on a day that is not stated",
    ),
    "switzerland: a gender": Changed("switzerland", {'sex="male"': 'sex="unknown"'}, "gender"),
    "switzerland: a kind of name": Changed(
        "switzerland", {'name-type="alias"': 'name-type="pen-name"'}, "kind of name", "The Miller"
    ),
    "switzerland: a part of a name": Changed(
        "switzerland", {'"father-name"': '"clan-name"'}, "part of a name", "Tadesz"
    ),
    "switzerland: an order that is no number": Changed(
        "switzerland", {'order="3"': 'order="last"'}, kept="Tadesz"
    ),
    "switzerland: another calendar": Changed(
        "switzerland", {'calendar="Gregorian" quality="good"': 'calendar="Islamic" quality="good"'}, "", "(Islamic)"
    ),
    "switzerland: a relation to nobody listed": Changed(
        "switzerland", {'target-id="46130" relation-type': "relation-type"}, kept="business-partner"
    ),
    "switzerland: an attribute of any kind": Changed(
        "switzerland",
        {"<justification ssid": '<generic-attribute name="Rank">Colonel</generic-attribute><justification ssid'},
        kept="Colonel",
    ),
    "switzerland: a number in another list": Changed(
        "switzerland", {"<foreign-identifier>CDi.901": "<foreign-identifier>X-17"}, kept="X-17"
    ),
    "switzerland: empty parts": Changed(
        "switzerland",
        {
            'day="14" month="3" year="1961" ': "",
            "Travel ban according to article 3.": "",
            '<country iso-code="RS">Serbia</country>': "",
            '<nationality ssid="23495"></nationality>': '<nationality ssid="23495"/>',
        },
    ),
    "eu: a gender": Changed("eu-xml", {'gender="M"': 'gender="X"'}, "gender"),
    "eu: a number of the United Nations": Changed(
        "eu-xml", {'unitedNationId="CDi.901"': 'unitedNationId="nine hundred"'}, "UN reference", "nine hundred"
    ),
    "ofac: an element of the list": Changed(
        "ofac-enhanced", {"<entities>": "<editions/><entities>"}, "element editions"
    ),
    "ofac: a kind of target": Changed(
        "ofac-enhanced", {">Individual<": ">Robot<"}, "kind of target", "Robot"
    ),
    "ofac: a gender": Changed("ofac-enhanced", {"<value>Male": "<value>Other"}, "gender", "Other"),
    "ofac: a label": Changed(
        "ofac-enhanced", {'"8">Gender': '"8">Favourite Colour'}, "label", "Favourite Colour"
    ),
    "ofac: a part of a name": Changed(
        "ofac-enhanced", {">Last Name<": ">Clan Name<"}, "part of a name", "KORVANEC"
    ),
    "ofac: a part of an address": Changed(
        "ofac-enhanced", {">CITY<": ">QUARTER<"}, "element addressPart QUARTER", "Varnograd"
    ),
    "ofac: a list without a day": Changed("ofac-enhanced", {' datePublished="2026-02-20"': ""}),
    "ofac: another of its lists": Changed(
        "ofac-enhanced", {">SDN List<": ">Non-SDN List<"}, kept="Consolidated"
    ),
    "ofac xml: an element of the list": Changed(
        "ofac-xml", {"<sdnEntry>": "<edition/><sdnEntry>"}, "element edition"
    ),
    "ofac xml: a kind of alias": Changed(
        "ofac-xml", {"<type>f.k.a.": "<type>pen name"}, "kind of alias", "KORVAN"
    ),
    "ofac xml: the quality of an alias": Changed(
        "ofac-xml", {"<category>weak": "<category>middling"}, "quality of alias", "THE MILLER"
    ),
    "ofac xml: empty remarks": Changed("ofac-xml", {"(Linked To: DUNMERE QUARRY GROUP)": " ; "}),
    "uk: an element of the list": Changed(
        "uk-xml", {"<Designation>": "<Edition/><Designation>"}, "element Edition"
    ),
    "uk: an element within a leaf": Changed(
        "uk-xml", {"Lives in Varnograd.": "Lives in <b>Varnograd</b>."}, "element", "Varnograd"
    ),
    "uk: a gender": Changed("uk-xml", {">Male<": ">Unknown<"}, "gender"),
    "uk: measures that only the indicators name": Changed(
        "uk-xml", {"<SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>": ""}, kept="TravelBan"
    ),
    "uk: empty parts": Changed(
        "uk-xml",
        {
            "<AddressLine1>14 Lipova Street</AddressLine1>": "",
            "<AddressLine6>Varnograd</AddressLine6>": "",
            "<AddressPostalCode>21000</AddressPostalCode>": "",
            "<AddressCountry>Serbia</AddressCountry>": "",
            "<UNReferenceNumber>CDi.901": "<UNReferenceNumber> ",
            "<DateDesignated>10/12/2020": "<DateDesignated> ",
        },
    ),
    "ofsi: a reference": Changed("ofsi-old", {"UN Ref CDi.901.": "UN Ref (none)."}, "", "(none)"),
    "ofsi: a national identity number": Changed(
        "ofsi-old",
        {"(Serbian passport issued on 3 Feb 2015).,,": "(Serbian passport issued on 3 Feb 2015).,1403961710046,"},
        kept="1403961710046",
    ),
    "canada: an element of the list": Changed("canada", {"<record>": "<edition/><record>"}, "element edition"),
    "canada: aliases without a name between the marks": Changed(
        "canada-bilingual", {"Belarusian: Лена Острандэр,": "Belarusian: ,"}, kept="Лена Острандер"
    ),
    "opensanctions: a schema": Changed(
        "opensanctions-ftm", {'"schema": "Person"': '"schema": "Dragon"'}, "schema Dragon"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_reader_does_not_know_is_counted_and_kept(case: Changed, tmp_path: Path) -> None:
    encoding = "cp1252" if case.list == "ofsi-old" else "utf-8"
    published = files(case.list)[0].path
    text = published.read_bytes().decode(encoding)
    for old, new in case.words.items():
        assert old in text, "the list does not hold what is to be replaced"
        text = text.replace(old, new)
    changed = tmp_path / published.name
    changed.write_bytes(text.encode(encoding))

    reading = parse([raw(changed)])
    said = "\n".join(listing_as_json(listing).decode() for listing in reading)

    usual = parse([raw(published)])
    list(usual)
    known = set(usual.notes.not_understood)
    assert (case.counted != "") == any(
        what.startswith(case.counted) for what in set(reading.notes.not_understood) - known
    )
    assert case.kept in said
