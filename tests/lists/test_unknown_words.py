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
    "un: a gender that is not stated": Changed("un", {"<GENDER>Male": "<GENDER> "}),
    "un: a comment without a word": Changed("un", {"<GENDER>Male</GENDER>": "<GENDER>Male</GENDER><COMMENTS1/>"}),
    "un: an address, a date and a document without a word": Changed(
        "un",
        {
            "<LIST_TYPE>": "<INDIVIDUAL_ADDRESS/><INDIVIDUAL_DATE_OF_BIRTH/><INDIVIDUAL_DOCUMENT/><LIST_TYPE>",
        },
    ),
    "un: a date that only its note says": Changed(
        "un", {"<DATE>1961-03-14</DATE>": "<NOTE>approximately 1958</NOTE>"}, kept='"start":"1958"'
    ),
    "un: an element of a person": Changed(
        "un", {"<LIST_TYPE>": "<HEIGHT unit='cm'>190</HEIGHT><LIST_TYPE>"}, "element", "190"
    ),
    "un: an element of an address": Changed(
        "un", {"<CITY>Varnograd</CITY>": "<CITY>Varnograd</CITY><QUARTER>Old Mill</QUARTER>"}, "element", "Old Mill"
    ),
    "switzerland: the words of a set in another language come first": Changed(
        "switzerland", {'lang="eng">article 3, annex 1': 'lang="ita">articolo 3'}, kept="Artikel 3, Anhang 1"
    ),
    "switzerland: a set without words": Changed(
        "switzerland", {"Artikel 3, Anhang 1": "", "article 3, annex 1": ""}
    ),
    "switzerland: an amendment without a day": Changed(
        "switzerland",
        {'"amended" enactment-date="2025-11-17" publication-date="2025-11-18" effective-date="2025-11-18"': '"amended"'},
    ),
    "switzerland: an element of a person": Changed(
        "switzerland",
        {'<justification ssid="29512"': '<edition>fifth</edition><justification ssid="29512"'},
        "element target/individual/edition",
        "fifth",
    ),
    "switzerland: an attribute of an identity": Changed(
        "switzerland",
        {"<nationality ssid": '<generic-attribute name="Rank">Colonel</generic-attribute><nationality ssid'},
        kept="Colonel",
    ),
    "switzerland: an address without a word": Changed(
        "switzerland", {"<place-of-birth ": '<address ssid="1"/><place-of-birth '}
    ),
    "switzerland: an address at a place that is not declared": Changed(
        "switzerland", {'<address ssid="29513" place-id="77"': '<address ssid="29513" place-id="79"'}, "place", "place 79"
    ),
    "switzerland: the primary name of another identity": Changed(
        "switzerland", {'ssid="5144" main="true"': 'ssid="5144" main="false"'}, kept='"text":"Korvanec Miro Tadesz","kind":"alias"'
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
    "eu: an element of the list": Changed(
        "eu-xml", {"<sanctionEntity designationDate": "<edition/><sanctionEntity designationDate"}, "element edition"
    ),
    "eu: an element of an address": Changed(
        "eu-xml",
        {"<contactInfo key": "<quarter>Old Mill</quarter><contactInfo key"},
        "element address/quarter",
        "Old Mill",
    ),
    "eu: a kind of target": Changed(
        "eu-xml", {'code="person" classificationCode="P"': 'code="robot" classificationCode="R"'}, "kind of target", "robot"
    ),
    "eu: a woman": Changed("eu-xml", {'gender="M"': 'gender="F"'}, kept='"gender":"female"'),
    "eu: an entry without a name": Changed("eu-xml", {"nameAlias": "pseudonym"}, "element", "EU.9901.12"),
    "eu: a citizenship of a region alone": Changed(
        "eu-xml",
        {'<citizenship region="" countryIso2Code="RS" countryDescription="SERBIA"': '<citizenship region="Vojvodina" countryIso2Code="00" countryDescription="UNKNOWN"'},
        kept="Vojvodina",
    ),
    "eu: an address with nothing but a number": Changed(
        "eu-xml",
        {'<address city="Varnograd" street="14 Lipova Street" poBox="" zipCode="21000" region="" place="" asAtListingTime="true" countryIso2Code="RS" countryDescription="SERBIA"': "<address"},
        kept="+381 11 000 000",
    ),
    "eu: a birth between two years": Changed(
        "eu-xml",
        {'monthOfYear="4" year="1962"': 'yearRangeFrom="1960" yearRangeTo="1963"'},
        kept='"start":"1960","end":"1963"',
    ),
    "eu table: a contact without its kind": Changed(
        "eu-csv", {"PHONE[+381 11 000 000]": "+381 11 000 000"}, kept="+381 11 000 000"
    ),
    "eu: a gender": Changed("eu-xml", {'gender="M"': 'gender="X"'}, "gender"),
    "eu: a number of the United Nations": Changed(
        "eu-xml", {'unitedNationId="CDi.901"': 'unitedNationId="nine hundred"'}, "UN reference", "nine hundred"
    ),
    "ofac: an element of the list": Changed(
        "ofac-enhanced", {"<entities>": "<editions/><entities>"}, "element editions"
    ),
    "ofac: two lists at once": Changed(
        "ofac-enhanced",
        {
            '<sanctionsList refId="91507" id="14296" datePublished="2026-02-20">SDN List</sanctionsList>': "<sanctionsList>SDN List</sanctionsList><sanctionsList>Another List</sanctionsList>"
        },
        kept="Another List",
    ),
    "ofac: an address without a word": Changed(
        "ofac-enhanced",
        {"<addresses>": "<addresses><address><translations><translation/></translations></address>"},
    ),
    "ofac: a fact that is not confirmed": Changed(
        "ofac-enhanced",
        {"<value>14 Mar 1961</value>": "<value>14 Mar 1961</value><reliability>Doubtful</reliability>"},
        kept='"text":"Doubtful"',
    ),
    "ofac: a birth that only the dates beside it say": Changed(
        "ofac-enhanced", {"<value>14 Mar 1961</value>": "<value>in spring</value>"}, kept='"start":"1961-03-14"'
    ),
    "ofac: a birth that nothing says": Changed(
        "ofac-enhanced",
        {"<value>14 Mar 1961</value>": "<value>in spring</value>", "valueDate": "valuedDate"},
        "date of birth",
        "in spring",
    ),
    "ofac: a document that is not valid": Changed(
        "ofac-enhanced",
        {"<documentNumber>008812345</documentNumber>": "<documentNumber>008812345</documentNumber><issuingAuthority>Town Hall</issuingAuthority>", "<isValid>true": "<isValid>false"},
        kept="Town Hall; not valid",
    ),
    "ofac: an element of a document": Changed(
        "ofac-enhanced", {"<isValid>true</isValid>": "<isValid>true</isValid><colour>red</colour>"}, "element", "red"
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
    "ofac xml: what the list says of itself": Changed(
        "ofac-xml", {"<Record_Count>4</Record_Count>": "<Record_Count>four</Record_Count><Edition>5</Edition>"}
    ),
    "ofac xml: an address, a birth and remarks without a word": Changed(
        "ofac-xml",
        {
            "<addressList>": "<addressList><address><uid>1</uid></address>",
            "<dateOfBirthList>": "<dateOfBirthList><dateOfBirthItem><uid>1</uid></dateOfBirthItem>",
            "(Linked To: DUNMERE QUARRY GROUP)": "One; ; Two",
        },
        kept='["One","Two"]',
    ),
    "ofac xml: a vessel without a sign and a flag": Changed(
        "ofac-xml",
        {"<callSign>XQ9Z2</callSign>": "", "<vesselFlag>Panama</vesselFlag>": "<vesselSpeed>9</vesselSpeed>"},
        "element",
        "General Cargo",
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
    "canada: an element of a record": Changed(
        "canada", {"<Schedule>4</Schedule>": "<Schedule>4</Schedule><Colour>grey</Colour>"}, "element", "grey"
    ),
    "canada: a field without a word": Changed("canada", {"<TitleOrShip>Colonel": "<TitleOrShip> "}),
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
