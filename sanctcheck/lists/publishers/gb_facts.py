"""What the lists of the United Kingdom state of a target: the same in the UK Sanctions List and in OFSI's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.countries import countries, country
from sanctcheck.lists.dates import listed_date, listed_dates
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.lists.model import CrossReference, Identifier, ListedName, NamePart, Place
from sanctcheck.lists.numbered import numbered
from sanctcheck.lists.references import un_reference
from sanctcheck.lists.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import IdentifierKind, ListedDate, ListingKind, NameKind, Quality

_KINDS: dict[str, ListingKind] = {"individual": "person", "entity": "entity", "ship": "vessel"}
_NAMES: dict[str, NameKind] = {
    "primary name": "primary",
    "prime alias": "primary",
    "primary name variation": "variation",
    "alias": "alias",
    "aka": "alias",
    "fka": "former",
}


def set_kind(draft: Draft, text: str) -> None:
    """`Individual`, `Entity` or `Ship`."""
    draft.kind_text = text.strip()
    kind = _KINDS.get(draft.kind_text.casefold())
    if kind is None:
        draft.not_understood("kind of target", text)
    draft.kind = kind or "other"


def add_name(draft: Draft, parts: Sequence[str], kind_text: str, strength: str) -> None:
    """A name from Name 1 to Name 5 and, last, Name 6: the surname, or the whole name of what is no person."""
    stated = [" ".join(part.split()) for part in parts]
    *given, last = stated
    text = " ".join(part for part in stated if part)
    if not text:
        return
    kind = _NAMES.get(kind_text.strip().casefold())
    if kind is None:
        draft.not_understood("kind of name", kind_text)
    labelled: tuple[NamePart, ...] = ()
    if any(given):
        labelled = (
            *(NamePart("given", part) for part in given if part),
            *([NamePart("family", last)] if last else ()),
        )
    draft.names.append(
        ListedName(text, kind or "alias", _quality(draft, strength), script_of(text), parts=labelled)
    )


def _quality(draft: Draft, strength: str) -> Quality:
    folded = strength.strip().casefold()
    if folded.startswith("good"):
        return "strong"
    if folded.startswith("low"):
        return "weak"
    if folded:
        draft.not_understood("quality of alias", strength)
    return ""


def add_original_name(draft: Draft, text: str, script: str = "", language: str = "") -> None:
    """A name in another script; now and then it is a transliteration in Latin letters after all."""
    name = " ".join(text.split())
    if name:
        draft.names.append(
            ListedName(name, "original-script", "", script_of(name), language.strip(), note=script.strip())
        )


def add_birth_dates(draft: Draft, text: str) -> None:
    """`00/00/1975`, `dd/mm/1945`, and several in one cell."""
    draft.dates(
        "date of birth", (each for part in numbered(text) for each in listed_dates(part)), draft.birth_dates
    )


def add_birth_place(draft: Draft, town: str, nation: str) -> None:
    """Towns and countries, which may be numbered to match."""
    towns, nations = numbered(town), numbered(nation)
    if len(towns) == len(nations) or not towns or not nations:
        width = max(len(towns), len(nations))
        towns, nations = towns or [""] * width, nations or [""] * width
        pairs = zip(towns, nations, strict=True)
        draft.birth_places.extend(
            Place(city=where, country=country(of) if of else None) for where, of in pairs
        )
        return
    draft.birth_places.extend(Place(city=where) for where in towns)
    draft.birth_places.extend(Place(country=country(of)) for of in nations)


def add_nationalities(draft: Draft, text: str) -> None:
    """One or several."""
    draft.nationalities.extend(nation for part in numbered(text) for nation in countries(part))


def add_address(draft: Draft, lines: Sequence[str], post_code: str, nation: str) -> None:
    """Up to six lines, a post code and a country."""
    street = ", ".join(line.strip() for line in lines if line.strip())
    where = Place(
        street=street, post_code=post_code.strip(), country=country(nation) if nation.strip() else None
    )
    if where.whole:
        draft.addresses.append(where)


def add_documents(draft: Draft, kind: IdentifierKind, label: str, numbers: str, details: str) -> None:
    """Numbers with details; both may be numbered, and match where there are as many of each."""
    found, notes = numbered(numbers), numbered(details)
    if len(found) == len(notes):
        draft.identifiers.extend(
            Identifier(kind, number, label, note=note) for number, note in zip(found, notes, strict=True)
        )
    elif found:
        draft.identifiers.extend(Identifier(kind, number, label, note="; ".join(notes)) for number in found)
    else:
        draft.identifiers.extend(Identifier(kind, note, label) for note in notes)


def add_identifier(draft: Draft, label: str, text: str, kind: IdentifierKind | None = None) -> None:
    """One number or contact, or several that are numbered."""
    for value in numbered(text):
        imo = imo_number(value) if kind == "imo" else ""
        draft.identifiers.append(Identifier(kind or identifier_kind(label), imo or value, label))


def add_reference(draft: Draft, publisher: str, text: str) -> None:
    """The number of the same target elsewhere."""
    plain = text.strip().rstrip(".")
    if not plain:
        return
    united_nations = un_reference(plain) if publisher == "un-sc" else None
    draft.cross_references.append(united_nations or CrossReference(publisher, plain))


def set_gender(draft: Draft, text: str) -> None:
    """`Male` or `Female`."""
    folded = text.strip().casefold().rstrip(".")
    if folded in ("male", "female"):
        draft.gender = "male" if folded == "male" else "female"
    else:
        draft.not_understood("gender", text)
        draft.particular("Gender", text.strip())


def add_date(draft: Draft, field: str, text: str, into: list[ListedDate]) -> None:
    """A date of the list itself."""
    draft.dates(field, (listed_date(text),), into)


def add_texts(into: list[str], texts: Iterable[str]) -> None:
    """Texts that are not there yet."""
    for text in texts:
        plain = text.strip()
        if plain and plain not in into:
            into.append(plain)
