"""The evidence in a portrait: what each exhibit is, what it carries, and to which sources it goes back.

Counts are of all the evidence, whoever reads them; what an exhibit is, and what it cites, only those know who may see it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sanctcheck.checks.base import Matter, Placed
from sanctcheck.checks.evidence._sources import circles, citations, first_sources, independent_sources
from sanctcheck.law.time import in_force
from sanctcheck.portrait.model import (
    AllegationShown,
    ElementRow,
    ExhibitShown,
    Matrix,
    VictimShown,
)
from sanctcheck.portrait.process import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.assess import RegimeAssessment
    from sanctcheck.dossier.model import Allegation, Dossier, ElementShown, Exhibit
    from sanctcheck.portrait.visibility import Sight

_MOST_SOURCES = 50
"""Sources that are named of one exhibit; they are counted otherwise."""
_GIVEN = frozenset({"full", "redacted", "summary"})


class Evidence:
    """The evidence of one dossier, as one circle of readers may see it."""

    def __init__(self, dossier: Dossier, sight: Sight) -> None:
        self._dossier, self._sight = dossier, sight
        self._placed = [Placed(part, ("exhibits", index)) for index, part in enumerate(dossier.exhibits)]
        self._by_id = {each.part.id: each for each in self._placed}
        self._seen = {each.part.id for each in self._placed if sight.may_see(*each.path)}
        self._labels = {
            each.part.id: each.part.id if each.part.id in self._seen else f"#{index}"
            for index, each in enumerate(self._placed, 1)
        }
        self._allegation_labels = {
            part.id: part.id if sight.may_see("allegations", index) else f"#{index + 1}"
            for index, part in enumerate(dossier.allegations)
        }

    def label(self, exhibit_id: str) -> str:
        """How a reader may know an exhibit; an id that leads to nothing is the dossier's own text."""
        if exhibit_id in self._labels:
            return self._labels[exhibit_id]
        return exhibit_id if self._sight.may_see("exhibits") else "#?"

    def allegation_label(self, allegation_id: str) -> str:
        """How a reader may know an allegation."""
        return self._allegation_labels.get(allegation_id, "#?")

    @cached_property
    def _sources(self) -> dict[str, int]:
        return first_sources(self._placed)

    @property
    def independent(self) -> int:
        """How many independent sources all exhibits together go back to."""
        return self._independent([each for each in self._placed if each.part.bearing != "against"])

    def _independent(self, exhibits: list[Placed[Exhibit]]) -> int:
        return independent_sources(exhibits, self._sources)

    def exhibits(self) -> Iterator[ExhibitShown]:
        """All exhibits; of those that may not be seen, that they are there."""
        cited = citations(self._placed)
        referred_to = {
            name for part in self._dossier.allegations for entry in part.elements for name in entry.exhibits
        }
        for each in self._placed:
            part, level = each.part, self._sight.level(*each.path)
            if not self._sight.look(*each.path):
                yield ExhibitShown(self._labels[part.id], level, is_shown=False)
                continue
            yield ExhibitShown(
                label=part.id,
                level=level,
                is_shown=True,
                title=part.title,
                kind=part.kind,
                grade=part.grade,
                directness=part.directness,
                bearing=part.bearing,
                origin=part.origin,
                published=day_of(part.published),
                publisher=part.publisher,
                cites=tuple(name for name in dict.fromkeys(cited[part.id]) if name in self._seen),
                disclosed=part.disclosure.extent if part.disclosure else None,
                sources=_numbers(self._sources.get(part.id, 0)) if part.bearing != "against" else (),
                is_referred_to=part.id in referred_to,
            )

    def circles(self) -> Iterator[tuple[str, ...]]:
        """The circles that a reader can follow from one end to the other."""
        for circle in circles(citations(self._placed)):
            if self._seen.issuperset(circle):
                yield tuple(circle)

    def allegations(self) -> Iterator[AllegationShown]:
        """All allegations; of those that may not be seen, that they are there."""
        for index, part in enumerate(self._dossier.allegations):
            level = self._sight.level("allegations", index)
            if self._sight.look("allegations", index):
                yield self._allegation(index, part)
            else:
                yield AllegationShown(self._allegation_labels[part.id], level, is_shown=False)

    def _allegation(self, index: int, part: Allegation) -> AllegationShown:
        seen = [
            each
            for number, each in enumerate(part.victims)
            if self._sight.look("allegations", index, "victims", number)
        ]
        return AllegationShown(
            label=part.id,
            level=self._sight.level("allegations", index),
            is_shown=True,
            summary=part.summary,
            conduct=part.conduct,
            basis=part.basis,
            role=part.role,
            standing=part.standing,
            since=day_of(part.period.since) if part.period else None,
            until=day_of(part.period.until) if part.period else None,
            place=part.place,
            country=part.country,
            victims=tuple(VictimShown(each.number, each.activity, each.country) for each in seen),
            withheld_victims=len(part.victims) - len(seen),
        )

    def matrix(self, under: RegimeAssessment, as_of: date) -> Matrix:
        """Elements and exhibits under one regime: what it asks to be shown, and what else an allegation sets out."""
        matter = Matter(self._dossier, under.regime, as_of, under.law_day)
        asked: dict[tuple[str, str], str] = {}
        paths: dict[str, Placed[Allegation]] = {}
        nexus = in_force(under.regime.nexus, under.regime, under.law_day)
        for claim in matter.claims:
            paths[claim.allegation.part.id] = claim.allegation
            for element in claim.elements(nexus):
                asked.setdefault((claim.allegation.part.id, element.id), element.asks)
            # What nobody asks for is the dossier's own word.
            own = claim.allegation.part.elements if self._sight.may_see(*claim.allegation.path) else ()
            for entry in own:
                if entry.regime in {None, under.regime.id}:
                    asked.setdefault((claim.allegation.part.id, entry.element), "")
        rows = (self._row(matter, paths[name], element, asks) for (name, element), asks in asked.items())
        order = {label: number for number, label in enumerate(self._allegation_labels.values())}
        return Matrix(under.regime.id, tuple(sorted(rows, key=lambda row: order[row.allegation])))

    def _row(self, matter: Matter, allegation: Placed[Allegation], element: str, asks: str) -> ElementRow:
        entries = [
            each
            for each in allegation.part.elements
            if each.element == element and each.regime in {None, matter.regime.id}
        ]
        named = matter.cited(name for entry in entries for name in entry.exhibits)
        carrying = [each for each in named if each.part.bearing != "against"]
        is_seen = self._sight.may_see(*allegation.path)
        return ElementRow(
            allegation=self._allegation_labels[allegation.part.id],
            element=element,
            asks=asks,
            says=_says(entries) if is_seen else None,
            exhibits=tuple(self._labels[each.part.id] for each in carrying),
            against=tuple(self._labels[each.part.id] for each in named if each.part.bearing == "against"),
            independent=self._independent(carrying),
            undisclosed=sum(not _is_disclosed(each.part) for each in carrying),
        )


def _says(entries: list[ElementShown]) -> str | None:
    return " ".join(each.shown for each in entries if each.shown) or None


def _is_disclosed(exhibit: Exhibit) -> bool:
    return exhibit.disclosure is not None and exhibit.disclosure.extent in _GIVEN


def _numbers(bits: int) -> tuple[int, ...]:
    """The sources that the bits of a number stand for, counted from one; the first of them, where there are very many."""
    found: list[int] = []
    while bits and len(found) < _MOST_SOURCES:
        lowest = bits & -bits
        found.append(lowest.bit_length())
        bits ^= lowest
    return tuple(found)
