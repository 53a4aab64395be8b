"""UK-Sanctions-List.xml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.publishers import gb_facts as facts
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    return "" if root_of(head, name) == "Designations" else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return count_elements(source.only, "Designation")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    for element in records(source.only, {"Designation"}):
        if element.tag == "Designation":
            notes.records += 1
            yield _listing(element, notes)
        elif element.tag == "DateGenerated":
            text = (element.text or "").strip()
            notes.published = listed_date(text).start or text
        elif element.tag != "Designations":
            notes.miss(f"element {element.tag}", "", "")


def _listing(element: Element, notes: Notes) -> Listing:
    draft = Draft("gb-fcdo", element.findtext("UniqueID", "").strip(), notes)
    facts.set_kind(draft, element.findtext("IndividualEntityShip", ""))
    _read(draft, element, "Designation")
    draft.regimes = regimes_of("gb-fcdo", draft.programmes)
    return draft.listing()


def _read(draft: Draft, element: Element, path: str) -> None:
    """Walks down: a group is read whole, a leaf by its name, and what holds other elements is gone into."""
    for child in element:
        tag = child.tag
        group = _GROUPS.get(tag)
        leaf = _LEAVES.get(tag)
        if group is not None:
            group(draft, child)
        elif leaf is not None:
            text = (child.text or "").strip()
            if text:
                leaf(draft, text)
            for inner in child:
                draft.unknown_element(f"{path}/{tag}/{inner.tag}", inner)
        elif tag in _HOLDERS:
            _read(draft, child, f"{path}/{tag}")
        else:
            draft.unknown_element(f"{path}/{tag}", child)


_NAME = frozenset({*(f"Name{number}" for number in range(1, 7)), "NameType", "AliasStrength"})
_ORDER = tuple(f"Name{number}" for number in range(1, 7))


def _name(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "Name", _NAME)
    parts = [stated.get(part, "") for part in _ORDER]
    facts.add_name(draft, parts, stated.get("NameType", ""), stated.get("AliasStrength", ""))


_ORIGINAL = frozenset({"NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage"})


def _original_name(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "NonLatinName", _ORIGINAL)
    script, language = stated.get("NonLatinScriptType", ""), stated.get("NonLatinScriptLanguage", "")
    facts.add_original_name(draft, stated.get("NameNonLatinScript", ""), script, language)


_LINES = tuple(f"AddressLine{number}" for number in range(1, 7))
_ADDRESS = frozenset({*_LINES, "AddressPostalCode", "AddressCountry"})


def _address(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "Address", _ADDRESS)
    lines = [stated.get(line, "") for line in _LINES]
    facts.add_address(draft, lines, stated.get("AddressPostalCode", ""), stated.get("AddressCountry", ""))


def _birth_place(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "Location", frozenset({"TownOfBirth", "CountryOfBirth"}))
    facts.add_birth_place(draft, stated.get("TownOfBirth", ""), stated.get("CountryOfBirth", ""))


def _passport(draft: Draft, element: Element) -> None:
    known = frozenset({"PassportNumber", "PassportAdditionalInformation"})
    stated = draft.children(element, "Passport", known)
    number, details = stated.get("PassportNumber", ""), stated.get("PassportAdditionalInformation", "")
    facts.add_documents(draft, "passport", "Passport", number, details)


def _national_identifier(draft: Draft, element: Element) -> None:
    known = frozenset({"NationalIdentifierNumber", "NationalIdentifierAdditionalInformation"})
    stated = draft.children(element, "NationalIdentifier", known)
    number = stated.get("NationalIdentifierNumber", "")
    details = stated.get("NationalIdentifierAdditionalInformation", "")
    facts.add_documents(draft, "national-id", "National identifier", number, details)


def _indicators(draft: Draft, element: Element) -> None:
    """The measures once more, as flags: a flag says nothing that the text does not, unless the text is missing."""
    flags = [child.tag for child in element if (child.text or "").strip() == "true"]
    if not draft.measures:
        draft.measures.extend(flags)


_GROUPS: dict[str, Callable[[Draft, Element], None]] = {
    "Name": _name,
    "NonLatinName": _original_name,
    "Address": _address,
    "Location": _birth_place,
    "Passport": _passport,
    "NationalIdentifier": _national_identifier,
    "SanctionsImposedIndicators": _indicators,
}
_HOLDERS = frozenset(
    {"Names", "NonLatinNames", "Titles", "Addresses", "PhoneNumbers", "EmailAddresses", "Websites",
     "IndividualDetails", "Individual", "DOBs", "PassportDetails", "NationalIdentifierDetails", "Nationalities",
     "Positions", "BirthDetails", "Genders", "EntityDetails", "Entity", "TypeOfEntities",
     "BusinessRegistrationNumbers", "ParentCompanies", "Subsidiaries", "ShipDetails", "Ship", "IMONumbers",
     "CurrentOwnerOperators", "PreviousOwnerOperators", "CurrentBelievedFlagOfShips", "PreviousFlags",
     "TypeOfShipDetails", "TonnageOfShipDetails", "LengthOfShipDetails", "YearsBuilt",
     "HullIdentificationNumbers"}
)  # fmt: skip
_LEAVES: dict[str, Callable[[Draft, str], None]] = {
    "UniqueID": lambda _draft, _text: None,
    "IndividualEntityShip": lambda _draft, _text: None,
    "LastUpdated": lambda draft, text: facts.add_date(draft, "date of amendment", text, draft.amended_on),
    "DateDesignated": lambda draft, text: facts.add_date(draft, "date of designation", text, draft.listed_on),
    "OFSIGroupID": lambda draft, text: facts.add_reference(draft, "gb-ofsi", text),
    "UNReferenceNumber": lambda draft, text: facts.add_reference(draft, "un-sc", text),
    "Title": lambda draft, text: facts.add_texts(draft.titles, [text]),
    "RegimeName": lambda draft, text: draft.programmes.append(text),
    "DesignationSource": lambda draft, text: draft.particular("Designation source", text),
    "SanctionsImposed": lambda draft, text: facts.add_texts(draft.measures, text.split("|")),
    "OtherInformation": lambda draft, text: draft.remarks.append(text),
    "UKStatementofReasons": lambda draft, text: setattr(draft, "reasons", text),
    "PhoneNumber": lambda draft, text: facts.add_identifier(draft, "Phone number", text),
    "EmailAddress": lambda draft, text: facts.add_identifier(draft, "Email address", text),
    "Website": lambda draft, text: facts.add_identifier(draft, "Website", text),
    "DOB": facts.add_birth_dates,
    "Nationality": facts.add_nationalities,
    "Position": lambda draft, text: facts.add_texts(draft.posts, [text]),
    "Gender": facts.set_gender,
    "TypeOfEntity": lambda draft, text: draft.particular("Type of entity", text),
    "BusinessRegistrationNumber": lambda draft, text: facts.add_identifier(
        draft, "Business registration number", text
    ),
    "ParentCompany": lambda draft, text: draft.particular("Parent company", text),
    "Subsidiary": lambda draft, text: draft.particular("Subsidiary", text),
    "IMONumber": lambda draft, text: facts.add_identifier(draft, "IMO number", text, "imo"),
    "CurrentOwnerOperator": lambda draft, text: draft.particular("Current owner/operator", text),
    "PreviousOwnerOperator": lambda draft, text: draft.particular("Previous owner/operator", text),
    "CurrentBelievedFlagOfShip": lambda draft, text: draft.nationalities.append(country(text)),
    "PreviousFlag": lambda draft, text: draft.particular("Previous flag", text),
    "TypeOfShip": lambda draft, text: draft.particular("Type of ship", text),
    "TonnageOfShip": lambda draft, text: draft.particular("Tonnage of ship", text),
    "LengthOfShip": lambda draft, text: draft.particular("Length of ship", text),
    "YearBuilt": facts.add_birth_dates,
    "HullIdentificationNumber": lambda draft, text: facts.add_identifier(
        draft, "Hull identification number", text, "other"
    ),
}
