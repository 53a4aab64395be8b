"""Who is named in a dossier, as queries. What is protected is not looked for: the report would show who it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sanctcheck.days import stated_day
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.names.party import Party, PartyIdentifier, PartyName
from sanctcheck.reading.protection import is_protected
from sanctcheck.screen.query import Query, problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.model import Dossier, Target, TargetIdentifier
    from sanctcheck.lists.model import ListedDate
    from sanctcheck.reading.document import Path_

Role = Literal["target", "associate", "counterparty"]
_NAMES = {"weak-alias": "alias", "former": "former", "maiden": "former", "transliteration": "variation"}
_OPEN = re.compile(r"(?:before|after) ")
_ABOUT = re.compile(r"(?:on or )?about ")
_GENDERS = {"m": "male", "male": "male", "man": "male", "f": "female", "female": "female", "woman": "female"}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named in a dossier.

    `said_listed` is what the dossier says of an associate: that they are listed, that they are not, or nothing.
    """

    role: Role
    path: Path_
    query: Query
    said_listed: bool | None = None

    @property
    def name(self) -> str:
        """As the dossier names them first."""
        return self.query.party.name


@dataclass(frozen=True, slots=True)
class EverybodyNamed:
    """Those who are looked for, and how many are not because they are protected."""

    named: tuple[Named, ...]
    protected: int


def named_in(dossier: Dossier, value: Any) -> EverybodyNamed:
    """The target, those tied to it, and the other sides of its dealings, each once."""
    found: list[Named] = []
    protected = 0
    seen: set[str] = set()
    for role, path, party, said_listed in _parties(dossier):
        if is_protected(value, path):
            protected += 1
        elif party.name not in seen:
            seen.add(party.name)
            query = Query(len(found), party, _pointer(path), problem_of(party))
            found.append(Named(role, path, query, said_listed))
    return EverybodyNamed(tuple(found), protected)


def _parties(dossier: Dossier) -> Iterator[tuple[Role, Path_, Party, bool | None]]:
    target = dossier.target
    yield "target", ("target",), party_of(target), None
    for index, tie in enumerate(target.relationships):
        kind: Any = "person" if tie.kind in {"kinship", "marriage"} else ""
        yield "associate", ("target", "relationships", index), Party((PartyName(tie.to),), kind), tie.listed
    for index, allegation in enumerate(dossier.allegations):
        for number, other in enumerate(allegation.counterparties):
            path = ("allegations", index, "counterparties", number)
            yield "counterparty", path, Party((PartyName(other),)), None


def party_of(target: Target) -> Party:
    """What a dossier says of its target that can be compared."""
    tied = (*target.nationalities, target.residence, target.incorporated_in)
    born = _born(target.born)
    return Party(
        names=tuple(
            PartyName(each.name, each.kind == "weak-alias", _NAMES.get(each.kind, each.kind))
            for each in target.names
        ),
        kind=target.type,
        births=() if born is None else (born,),
        countries=tuple(dict.fromkeys(code for code in tied if code)),
        gender=_GENDERS.get((target.gender or "").casefold(), ""),
        identifiers=tuple(_identifier(each) for each in target.identifiers),
    )


def _born(text: str | None) -> ListedDate | None:
    """A birth date as it is compared; one that is open at an end (`before 1970`) is not."""
    if text is None or stated_day(text) is None or _OPEN.match(text):
        return None
    found = listed_date(_ABOUT.sub("circa ", text.partition("T")[0]))
    return found if found.start else None


def _identifier(stated: TargetIdentifier) -> PartyIdentifier:
    number = imo_number(stated.number)
    if number:
        return PartyIdentifier("imo", number)
    return PartyIdentifier(identifier_kind(stated.kind), stated.number, stated.country or "")


def _pointer(path: Path_) -> str:
    return "".join(f"/{step}" for step in path)
