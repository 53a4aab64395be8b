"""From the texts of a row, or of the command line, to a party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from sanctcheck.errors import UsageError
from sanctcheck.lists.model import IdentifierKind
from sanctcheck.names.party import Party, PartyIdentifier, PartyName
from sanctcheck.screen.columns import NUMBERS
from sanctcheck.screen.query import MAX_CELL, Query, problem_of
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sanctcheck.lists.model import ListedDate
    from sanctcheck.names.party import PartyKind

KINDS: dict[str, PartyKind] = {
    **dict.fromkeys(("person", "individual", "natural person", "naturalperson", "p", "i"), "person"),
    **dict.fromkeys(
        ("entity", "organisation", "organization", "company", "legal entity", "legalentity", "legal person", "business",
         "corporate", "e", "o"),
        "entity",
    ),
    **dict.fromkeys(("vessel", "ship", "boat"), "vessel"),
    **dict.fromkeys(("aircraft", "airplane", "aeroplane", "plane"), "aircraft"),
}  # fmt: skip
_GENDERS = {
    **dict.fromkeys(("m", "male", "man"), "male"),
    **dict.fromkeys(("f", "female", "woman"), "female"),
}
IDENTIFIER_KINDS = get_args(IdentifierKind)
_LABELLED = re.compile(r"([^\W\d_][^:\d]{0,40}?)\s*[:#]\s*(.+)")
_IMO = re.compile(r"IMO\s*(\d{7})", re.IGNORECASE)

Cells = "Mapping[str, Sequence[str]]"


class _Reading:
    """What one row says; what has no reading is noted."""

    def __init__(self, cells: Mapping[str, Sequence[str]]) -> None:
        self.cells = cells
        self.not_understood: list[str] = []

    def texts(self, field: str) -> Iterator[str]:
        for text in self.cells.get(field, ()):
            plain = " ".join(text.split())
            if plain:
                yield plain

    def short(self, field: str) -> Iterator[str]:
        """As `texts`; what is too long to be read is noted."""
        for text in self.texts(field):
            if len(text) > MAX_CELL:
                self.not_understood.append(f"{field}: {text[:40]}…")
            else:
                yield text

    def names(self) -> Iterator[PartyName]:
        whole = list(self.texts("name"))
        if not whole:
            parts = (text for field in ("first", "middle", "last") for text in self.texts(field))
            whole = [joined] if (joined := " ".join(parts)) else []
        for text in dict.fromkeys(whole):
            yield PartyName(text)
        for text in dict.fromkeys(self.texts("aliases")):
            if text not in whole:
                yield PartyName(text, kind="alias")

    def births(self) -> Iterator[ListedDate]:
        from sanctcheck.lists.dates import listed_dates  # noqa: PLC0415 - its patterns take time, and a name has no date

        for text in self.short("dob"):
            found = [day for day in listed_dates(text) if day.start]
            if not found:
                self.not_understood.append(f"dob: {text}")
            yield from found

    def countries(self) -> Iterator[str]:
        from sanctcheck.lists.countries import countries  # noqa: PLC0415 - as above

        for text in self.short("country"):
            found = [each.code for each in countries(text) if each.code]
            if not found:
                self.not_understood.append(f"country: {text}")
            yield from found

    def word(self, field: str, known: Mapping[str, str]) -> str:
        for text in self.short(field):
            if text.casefold() in known:
                return known[text.casefold()]
            self.not_understood.append(f"{field}: {text}")
        return ""

    def identifiers(self) -> Iterator[PartyIdentifier]:
        for field in NUMBERS:
            for text in self.short(field):
                imo = _IMO.fullmatch(text) if field == "imo" else None
                yield PartyIdentifier(cast("IdentifierKind", field), imo[1] if imo is not None else text)
        for text in self.short("identifiers"):
            yield labelled_identifier(text)


def query_from(row: int, cells: Mapping[str, Sequence[str]]) -> Query:
    """The query that a row is; `cells` holds the texts of each field."""
    reading = _Reading(cells)
    party = Party(
        names=tuple(reading.names()),
        kind=cast("PartyKind", reading.word("kind", KINDS)),
        births=tuple(reading.births()),
        countries=tuple(dict.fromkeys(reading.countries())),
        gender=reading.word("gender", _GENDERS),
        identifiers=tuple(dict.fromkeys(reading.identifiers())),
    )
    row_id = next(reading.texts("id"), "")
    return Query(row, party, row_id, problem_of(party), tuple(reading.not_understood))


def labelled_identifier(text: str) -> PartyIdentifier:
    """`passport:A123`, `INN: 7701`, `IMO9285835`; of a number alone no kind is known."""
    imo = _IMO.fullmatch(text)
    if imo is not None:
        return PartyIdentifier("imo", imo[1])
    parted = _LABELLED.fullmatch(text)
    if parted is None:
        return PartyIdentifier("other", text)
    from sanctcheck.lists.identifiers import identifier_kind  # noqa: PLC0415 - as above

    label, number = parted[1].strip().casefold(), parted[2].strip()
    kind = label if label in IDENTIFIER_KINDS else identifier_kind(label)
    return PartyIdentifier(cast("IdentifierKind", kind), number)


def stated_identifiers(texts: Iterable[str]) -> list[str]:
    """What `--id` says, checked.

    Raises:
        UsageError: one is not KIND:NUMBER.
    """
    every = list(texts)
    for text in every:
        kind, colon, number = text.partition(":")
        if not colon or not number.strip() or kind.strip().casefold() not in IDENTIFIER_KINDS:
            raise UsageError(
                f"{quoted(text)} is no identifier: write KIND:NUMBER, for example passport:A1234567."
                f" Kinds: {listed(IDENTIFIER_KINDS, 'and')}."
            )
    return every
