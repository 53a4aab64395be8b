"""The labels under which OFAC states facts: types of documents and features, the same in every format.

The legacy CSV files write them into the remarks, with nothing between the label and the value; so a label has
to be known to be found. They are the words of OFAC's own reference values.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from sanctcheck.lists.countries import country, is_country
from sanctcheck.lists.dates import listed_date, listed_dates
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.lists.model import Identifier, Particular, Place

if TYPE_CHECKING:
    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import ListedDate

Field = Literal["identifier", "particular", "gender", "birth-date", "birth-place", "nationality"]

_IDENTIFIERS = (
    "Cedula No.|Cedula No|Passport|Diplomatic Passport|British National Overseas Passport|Stateless Person Passport|SSN|R.F.C.|"
    "R.F.C. #|RFC|D.N.I.|NIT #|US FEIN|Driver's License No.|RUC #|N.I.E.|C.I.F.|Business Registration Document #|RIF #|"
    "National ID No.|Registration ID|LE Number|Bosnian Personal ID No.|Registered Charity No.|V.A.T. Number|"
    "Credencial electoral|Kenyan ID No.|Italian Fiscal Code|Serial No.|C.I.N.|C.U.I.T.|Tax ID No.|"
    "Moroccan Personal ID No.|Public Security and Immigration No.|C.U.R.P.|C.U.R.P. #|C.R. No.|UK Company Number|"
    "Immigration No.|Travel Document Number|Electoral Registry No.|Identification Number|"
    "Paraguayan tax identification number|National Foreign ID Number|Dubai Chamber of Commerce Membership No.|"
    "Trade License No.|Commercial Registry Number|Certificate of Incorporation Number|Tourism License No.|"
    "Aircraft Serial Identification|Cartilla de Servicio Militar Nacional|C.U.I.P.|Vessel Registration Identification|"
    "Personal ID Card|Registration Certificate Number (Dubai)|VisaNumberID|Matricula Mercantil No|Residency Number|"
    "Numero Unico de Identificacao Tributaria (NUIT)|CNP (Personal Numerical Code)|Romanian Permanent Resident|"
    "Government Gazette Number|Fiscal Code|Pilot License Number|Romanian C.R.|Folio Mercantil No.|"
    "Istanbul Chamber of Comm. No.|Turkish Identification Number|Romanian Tax Registration|Stateless Person ID Card|"
    "Refugee ID Card|Afghan Money Service Provider License Number|MMSI|Company Number|Public Registration Number|N.I.F.|"
    "RTN|Numero de Identidad|SRE Permit No.|Tazkira National ID Card|License|Chinese Commercial Code|I.F.E.|"
    "Branch Unit Number|Enterprise Number|Organization Code|Citizen's Card Number|UAE Identification|"
    "United Social Credit Code Certificate (USCCC)|Chamber of Commerce Number|Legal Entity Number|Business Number|"
    "Birth Certificate Number|Business Registration Number|Registration Number|MSB Registration Number|RSIN|File Number|"
    "C.U.I.|Seafarer's Identification Document|Unified Social Credit Code (USCC)|Central Registration System Number|"
    "Economic Register Number (CBLS)|Trademark number|Permit Number|Military Registration Number|"
    "Russian State Individual Business Registration Number Pattern (OGRNIP)|Global Intermediary Identification Number|"
    "D-U-N-S Number|SWIFT/BIC|BIK (RU)|ISIN|Equity Ticker|UN/LOCODE|Email Address|Website|Phone Number|Telephone No.|"
    "Telephone:|Telephone|Fax No.|Fax:|Fax|Aircraft Tail Number|Previous Aircraft Tail Number|"
    "Aircraft Manufacturer's Serial Number (MSN)|Aircraft Construction Number (also called L/N or S/N or F/N)|"
    "Aircraft Mode S Transponder Code|Vessel Call Sign"
)
_PARTICULARS = (
    "Secondary sanctions risk:|Additional Sanctions Information -|Additional Sanctions Information|"
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:|Target Type|"
    "Organization Type:|Issuer Name|Aircraft Model|Aircraft Operator|Former Vessel Flag|Other Vessel Flag|"
    "Other Vessel Call Sign|Other Vessel Type|IFCA Determination -|PEESA Information:|Registration Country|"
    "CAATSA Section 235 Information:|Executive Order 13662 Directive Determination -|Executive Order 13846 information:|"
    "Executive Order 14014 Directive Information:|Executive Order 14024 Directive Information -|"
    "Executive Order 14024 Directive Information|Executive Order 14059 information:|Effective Date (CMIC)|"
    "Listing Date (CMIC)|Purchase/Sales For Divestment Date (CMIC)|Vessel Type|Vessel Owner|Vessel Tonnage|"
    "Vessel Gross Registered Tonnage"
)
_PLAIN: dict[str, Field] = {
    "dob": "birth-date",
    "birthdate": "birth-date",
    "organization established date": "birth-date",
    "aircraft manufacture date": "birth-date",
    "vessel year of build": "birth-date",
    "pob": "birth-place",
    "place of birth": "birth-place",
    "nationality": "nationality",
    "nationality country": "nationality",
    "citizen": "nationality",
    "citizenship country": "nationality",
    "nationality of registration": "nationality",
    "vessel flag": "nationality",
    "gender": "gender",
}
FIELDS: dict[str, Field] = {
    **{label.casefold(): "identifier" for label in _IDENTIFIERS.split("|")},
    **{label.casefold(): "particular" for label in _PARTICULARS.split("|")},
    **_PLAIN,
}
_DATED = r"(?:Listing|Effective) Date \(EO \d+ Directive \w+\):"
_CURRENCY = r"Digital Currency Address - \w+"
_DATED_LABEL = re.compile(_DATED)
_CURRENCY_LABEL = re.compile(_CURRENCY)
_LABELLED = re.compile(
    rf"(?:[Aa]lt\. )?({_DATED}|{_CURRENCY}|"
    + "|".join(re.escape(label) for label in sorted(FIELDS, key=len, reverse=True))
    + r")(?: |$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_ISSUED = re.compile(r" (issued|expires) (\d{1,2} \w{3} \d{4}|\w{3} \d{4}|\d{4})$")
_NOTE = re.compile(r"^(.*\S) ?\(([^()]+)\)$", re.DOTALL)


@lru_cache(maxsize=8192)
def labelled(segment: str) -> tuple[str, str] | None:
    """Label and value of one segment of the remarks; None for free text."""
    found = _LABELLED.match(segment)
    return (found[1], found[2].strip()) if found is not None else None


@lru_cache(maxsize=1024)
def field_of(label: str) -> Field | None:
    """Where what stands under a label belongs; None for a label that is not known."""
    folded = label.casefold()
    field = FIELDS.get(folded) or FIELDS.get(folded.rstrip(": -"))
    if field is not None:
        return field
    if _CURRENCY_LABEL.fullmatch(label):
        return "identifier"
    return "particular" if _DATED_LABEL.fullmatch(label) else None


def add_fact(draft: Draft, label: str, value: str) -> None:
    """Adds what is stated under a label, with whatever the value has behind the number."""
    field = field_of(label)
    if field is None:
        draft.not_understood("label", label)
        field = "particular"
    if field == "identifier":
        draft.identifiers.append(_identifier(label, value))
    elif field == "gender":
        add_gender(draft, value)
    elif field == "birth-date":
        draft.dates("date of birth", listed_dates(value), draft.birth_dates)
    elif field == "birth-place":
        draft.birth_places.append(place(value))
    elif field == "nationality":
        draft.nationalities.append(country(value))
    else:
        draft.particulars.append(Particular(label, value))


def add_gender(draft: Draft, value: str) -> None:
    """`Male` or `Female`."""
    folded = value.casefold()
    if folded == "male":
        draft.gender = "male"
    elif folded == "female":
        draft.gender = "female"
    else:
        draft.not_understood("gender", value)
        draft.particular("Gender", value)


@lru_cache(maxsize=4096)
def place(text: str) -> Place:
    """A place in one text, which ends with its country more often than not."""
    before, _, last = text.rpartition(", ")
    if is_country(last):
        return Place(text=before, country=country(last))
    # Countries that are written with a comma: `Korea, North`.
    before, _, first = before.rpartition(", ")
    both = f"{first}, {last}"
    return Place(text=before, country=country(both)) if is_country(both) else Place(text=text)


def identifier(
    label: str, number: str, nation: str = "", dates: tuple[str, str] = ("", ""), note: str = ""
) -> Identifier:
    """An identifier from the fields that XML has for it; `dates` are those of issue and of expiry."""
    imo = imo_number(number)
    return Identifier(
        "imo" if imo else identifier_kind(label),
        imo or number,
        label,
        country(nation) if nation else None,
        _date(dates[0]),
        _date(dates[1]),
        note,
    )


def _date(text: str) -> ListedDate | None:
    return listed_date(text) if text else None


def _identifier(label: str, value: str) -> Identifier:
    """From one text: `A123 (Iran) issued 14 Dec 2005 expires 13 Dec 2010`."""
    dates = {"issued": "", "expires": ""}
    while (found := _ISSUED.search(value)) is not None:
        dates[found[1]] = found[2]
        value = value[: found.start()]
    noted = _NOTE.match(value)
    nation = ""
    if noted is not None and is_country(noted[2]):
        value, nation = noted[1], noted[2]
    return identifier(label, value, nation, (dates["issued"], dates["expires"]))
