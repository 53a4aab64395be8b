"""A party from what a user states of it in a file or on the command line: leniently, and without guessing.

A value that is not understood is left out and named among the notes, and the rest is compared.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_dates
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.lists.model import IdentifierKind
from sanctcheck.names.party import MOST_NAMES, Party, PartyIdentifier, PartyKind, PartyName
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KINDS: dict[str, PartyKind] = {
    **dict.fromkeys(("person", "individual", "natural person", "people", "human", "p"), "person"),
    **dict.fromkeys(
        ("entity", "organization", "organisation", "company", "legal entity", "legalentity", "org", "enterprise",
         "corporation", "group", "business", "publicbody", "e"),
        "entity",
    ),
    **dict.fromkeys(("vessel", "ship", "boat"), "vessel"),
    **dict.fromkeys(("aircraft", "airplane", "plane"), "aircraft"),
    **dict.fromkeys(("other", "unknown", "thing", ""), ""),
}  # fmt: skip
"""What users write for a kind."""
_GENDERS = {
    **dict.fromkeys(("m", "male", "man"), "male"),
    **dict.fromkeys(("f", "female", "woman", "w"), "female"),
}
_IDENTIFIER_KINDS: frozenset[str] = frozenset(IdentifierKind.__args__)  # type: ignore[attr-defined]
_MOST_VALUES = 200
_LONGEST = 2_000
FIELDS = ("name", "kind", "aliases", "dob", "country", "gender", "identifiers")


class Stated(msgspec.Struct, frozen=True):
    """A party, and what of the values was not understood."""

    party: Party
    notes: tuple[str, ...] = ()


def stated_party(fields: Mapping[str, Any]) -> Stated:
    """The party that the fields state: `name`, `kind`, `aliases`, `dob`, `country`, `gender`, `identifiers`."""
    notes: list[str] = []
    names = [PartyName(text) for text in values(fields.get("name"), apart=False)[:1]]
    names += [PartyName(text, kind="alias") for text in values(fields.get("aliases"))]
    births = [day for text in values(fields.get("dob"), apart=False) for day in listed_dates(text)]
    notes += [f"the date {quoted(day.text)} is not understood" for day in births if not day.start]
    party = Party(
        names=tuple(names[:MOST_NAMES]),
        kind=_kind(fields.get("kind"), notes),
        births=tuple(day for day in births if day.start)[:_MOST_VALUES],
        countries=tuple(dict.fromkeys(_countries(fields.get("country"), notes))),
        gender=_gender(fields.get("gender"), notes),
        identifiers=tuple(identifiers(fields.get("identifiers"))),
    )
    return Stated(party, tuple(notes))


def values(stated: Any, *, apart: bool = True) -> list[str]:
    """The texts of a value: a list, a JSON list written as text, several with `;` between them, or one."""
    if isinstance(stated, str) and stated.lstrip().startswith("["):
        try:
            stated = json.loads(stated)
        except (ValueError, RecursionError):
            stated = [stated]
    if isinstance(stated, str):
        stated = stated.split(";") if apart else [stated]
    elif not isinstance(stated, list | tuple):
        stated = [stated]
    texts = (_text(each) for each in stated[:_MOST_VALUES])
    return [text for text in texts if text]


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool | dict | list):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)[:_LONGEST].strip()
    return "" if text.casefold() in {"nan", "none", "null", "n/a", "-"} else text


def _kind(stated: Any, notes: list[str]) -> PartyKind:
    text = _text(stated)
    kind = KINDS.get(text.casefold())
    if kind is None:
        notes.append(f"the kind {quoted(text)} is not known, and fits every kind")
        return ""
    return kind


def _countries(stated: Any, notes: list[str]) -> Iterator[str]:
    for text in values(stated):
        for part in re.split(r"\s*[,|/]\s*", text):
            found = country(part) if part else None
            if found is not None and found.code:
                yield found.code
            elif found is not None:
                notes.append(f"the country {quoted(part)} is not known")


def _gender(stated: Any, notes: list[str]) -> str:
    text = _text(stated)
    gender = _GENDERS.get(text.casefold(), "")
    if text and not gender and text.casefold() not in {"unknown", "other", "x"}:
        notes.append(f"the gender {quoted(text)} is not known")
    return gender


def identifiers(stated: Any) -> Iterator[PartyIdentifier]:
    """Numbers as `passport: A123 (RU)`, `IMO 1234567`, a bare number, or objects with `kind`, `number`, `country`."""
    if isinstance(stated, str) and stated.lstrip()[:1] in {"[", "{"}:
        try:
            stated = json.loads(stated)
        except (ValueError, RecursionError):
            stated = [stated]
    if isinstance(stated, dict):
        # One object of a number, or an object of kinds: {"imo": "1234567"}.
        stated = (
            [stated]
            if "number" in stated
            else [{"kind": kind, "number": number} for kind, number in stated.items()]
        )
    for each in stated[:_MOST_VALUES] if isinstance(stated, list | tuple) else [stated]:
        if isinstance(each, dict):
            number, label = (
                _text(each.get("number", each.get("value"))),
                _text(each.get("kind", each.get("type"))),
            )
            if number:
                yield PartyIdentifier(
                    _identifier_kind(label), number, country(_text(each.get("country"))).code
                )
        else:
            yield from (_identifier(text) for text in values(each))


def _identifier(text: str) -> PartyIdentifier:
    imo = imo_number(text)
    if imo:
        return PartyIdentifier("imo", imo)
    label, colon, number = text.partition(":")
    if colon and number.strip() and not number.startswith("//"):
        return PartyIdentifier(_identifier_kind(label.strip()), number.strip())
    return PartyIdentifier("other", text)


def _identifier_kind(label: str) -> IdentifierKind:
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|[_ ]+", "-", label).casefold().removesuffix("-number")
    if plain in _IDENTIFIER_KINDS:
        return plain  # type: ignore[return-value] # it is one of them
    return identifier_kind(plain.replace("-", " "))
