"""Which column of a table says what: as the user maps them, else as their headings read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEADINGS = {
    "name": "name fullname wholename entityname personname customername clientname companyname vesselname shipname "
    "displayname caption legalname beneficiaryname counterparty nom nomcomplet nombre",
    "first": "first firstname given givenname givennames forename forenames prenom",
    "middle": "middle middlename middlenames patronymic secondname fathername",
    "last": "last lastname surname family familyname nomdefamille apellido apellidos",
    "aliases": "alias aliases aka akas othername othernames alternativenames alternatenames weakalias weakaliases",
    "dob": "dob born birth birthdate birthdates birthday dateofbirth dateofbirths yearofbirth birthyear "
    "datedenaissance incorporationdate",
    "country": "country countries nationality nationalities citizenship citizenships countrycode flag jurisdiction "
    "countryofcitizenship countryofincorporation pays nation",
    "kind": "kind type schema entitytype partytype customertype subjecttype",
    "gender": "gender sex",
    "identifiers": "identifier identifiers idnumber idnumbers documentnumber documentnumbers documents",
    "passport": "passport passports passportnumber passportnumbers passportno",
    "national-id": "nationalid nationalidnumber nationalidentitynumber nationalidno identitycard cedula curp",
    "tax-id": "taxid taxnumber taxidnumber taxidentificationnumber vat vatnumber inn tin",
    "registration": "registration registrationnumber companynumber registernumber ogrn regnumber companyregistrationnumber",
    "imo": "imo imonumber imos imono",
    "mmsi": "mmsi mmsinumber",
    "call-sign": "callsign",
    "bic": "bic swift swiftbic",
    "id": "id rowid uid key reference ref customerid clientid customernumber clientnumber recordid accountid",
}  # fmt: skip
FIELDS = tuple(_HEADINGS)
"""What a column can say."""
NUMBERS = ("passport", "national-id", "tax-id", "registration", "imo", "mmsi", "call-sign", "bic")
"""The fields that hold one kind of identifier."""
_FIELD = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}
_SEVERAL = frozenset({"aliases", "country", "dob", "identifiers", *NUMBERS})
"""Fields of which a table may have several columns."""
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns say what."""

    by_field: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...] = ()

    @property
    def has_name(self) -> bool:
        """Whether any of them holds names."""
        return any(field in self.by_field for field in ("name", "first", "last"))

    def summary(self) -> str:
        """As the user is told: `name from “Full Name”, dob from “Born”; not used: “Notes”`."""
        used = (
            f"{field} from {listed((quoted(column) for column in columns), 'and')}"
            for field, columns in self.by_field.items()
        )
        unused = f"; not used: {listed((quoted(each) for each in self.unused), 'and')}" if self.unused else ""
        return ", ".join(used) + unused


def mapping_from(text: str) -> dict[str, str]:
    """What `--columns` says: `name=Full Name,dob=Born`; a column's heading may hold no comma.

    Raises:
        UsageError: it is no such text, or names a field that there is not.
    """
    mapped: dict[str, str] = {}
    for part in text.split(","):
        field, equals, column = part.partition("=")
        field, column = field.strip().casefold(), column.strip()
        if not equals or not column:
            raise UsageError(
                f"{quoted(part.strip())} maps no column: write --columns “name=Full Name,dob=Born”."
            )
        if field not in FIELDS:
            raise UsageError(
                f"A column cannot be mapped to {quoted(field)}.{did_you_mean(field, FIELDS)}"
                f" It can say: {listed(FIELDS, 'or')}."
            )
        mapped[field] = column
    return mapped


def columns_of(headings: Iterable[str], mapped: Mapping[str, str]) -> Columns:
    """Which of these columns say what; a field that the user maps is not looked for.

    Raises:
        UsageError: a column that the user names is not there.
    """
    every = list(headings)
    missing = [column for column in mapped.values() if column not in every]
    if missing:
        raise UsageError(
            f"There is no column {quoted(missing[0])}.{did_you_mean(missing[0], every)}"
            f" There are: {listed((quoted(each) for each in every[:40]), 'and')}."
        )
    by_field: dict[str, tuple[str, ...]] = {field: (column,) for field, column in mapped.items()}
    for column in sorted(every, key=lambda heading: heading.count(".")):
        field = field_of(column)
        if field is None or field in mapped or column in mapped.values():
            continue
        if field not in by_field or field in _SEVERAL:
            by_field[field] = (*by_field.get(field, ()), column)
    ordered = {field: by_field[field] for field in FIELDS if field in by_field}
    used = {column for columns in ordered.values() for column in columns}
    return Columns(ordered, tuple(column for column in every if column not in used))


def field_of(heading: str) -> str | None:
    """What a column of this heading says, as far as it is known: whole, or (`query.name`) by its last part."""
    return _FIELD.get(_plain(heading)) or _FIELD.get(_plain(heading.rpartition(".")[2]))


def _plain(heading: str) -> str:
    letters = unicodedata.normalize("NFKD", heading).casefold()
    return _NO_LETTER.sub("", letters)
