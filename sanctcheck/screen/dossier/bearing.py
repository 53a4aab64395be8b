"""How the target of a dossier bears on a listing of a like name: the same, surely another, or not to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.names.evidence import facts
from sanctcheck.names.party import Party, PartyIdentifier, PartyName
from sanctcheck.names.score import compare
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.screen.entry import Entry

Bearing = Literal["same", "other", "open"]
_SAME = frozenset({"identifier.same", "birth.day"})
_OTHER = frozenset(
    {"kind.different", "birth.apart", "birth.far", "gender.different", "identifier.unique-differs"}
)
_TELLING = ("passport", "national-id", "tax-id", "registration", "imo")
_WORDS = {
    "passport": "a passport number",
    "national-id": "a national identity number",
    "tax-id": "a tax number",
    "registration": "a register number",
    "imo": "an IMO number",
}
ALIKE = 0.5
"""The score of names alone from which on they may be those of one party."""


def party_of_entry(entry: Entry) -> Party:
    """What a listing says of its target, from what a corpus keeps of it."""
    return Party(
        names=tuple(PartyName(text) for text in entry.names),
        kind=entry.kind,
        births=tuple(day for day in entry.births if day.start),
        countries=tuple(dict.fromkeys(country.code for country in entry.nationalities if country.code)),
        gender=entry.gender if entry.gender in {"male", "female"} else "",
        identifiers=tuple(
            PartyIdentifier(each.kind, each.number, each.country.code if each.country else "")
            for each in entry.identifiers
        ),
    )


def bearing(target: Party, entry: Entry) -> tuple[Bearing, str]:
    """How they bear on each other, and what decides it, in words; empty where nothing does."""
    found = {fact.name: fact for fact in facts(target, party_of_entry(entry))}
    against = [fact for name, fact in found.items() if name in _OTHER]
    if against:
        return "other", listed([_said(fact.kind, fact.first, fact.second) for fact in against], "and")
    same = [fact for name, fact in found.items() if name in _SAME]
    if same:
        return "same", listed([f"the same {_same(fact.kind, fact.first)}" for fact in same], "and")
    return "open", ""


def _said(kind: str, first: str, second: str) -> str:
    return f"{'born' if kind == 'birth' else kind} {first} against {second}"


def _same(kind: str, first: str) -> str:
    return f"birth date ({first})" if kind == "birth" else first


def names_are_alike(target: Party, entry: Entry) -> bool:
    """Whether the names alone could be those of one party."""
    one = Party(target.names, target.kind)
    other = Party(tuple(PartyName(text) for text in entry.names), entry.kind)
    return compare(one, other).score >= ALIKE


def shared_numbers(target: Party, entry: Entry) -> list[str]:
    """The numbers that both state."""
    found = facts(
        Party((), identifiers=target.identifiers), Party((), identifiers=party_of_entry(entry).identifiers)
    )
    return [fact.first for fact in found if fact.name == "identifier.same"]


def what_would_tell(target: Party, entry: Entry) -> Iterator[str]:
    """What the listing states and the dossier does not, each as it should be looked for."""
    day = max((each for each in entry.births if each.start), key=lambda each: len(each.start), default=None)
    if day is not None:
        stated = target.births[0].text if target.births else ""
        if not stated:
            yield f"the birth date (the listing says {day.text})"
        elif len(target.births[0].start) < len(day.start) or target.births[0].circa:
            yield f"the whole birth date (the dossier says {stated}, the listing {day.text})"
    held = {each.kind for each in target.identifiers}
    for kind in _TELLING:
        number = next((each.number for each in entry.identifiers if each.kind == kind), "")
        if number and kind not in held:
            yield f"{_WORDS[kind]} (the listing has {number})"
    if entry.nationalities and not target.countries:
        yield f"the nationality (the listing says {listed([each.text for each in entry.nationalities[:2]], 'and')})"
    if entry.gender and not target.gender:
        yield f"the gender (the listing says {entry.gender})"
    if entry.posts:
        yield f"the posts held (the listing names {entry.posts[0][:120]})"
