"""What checks share: the matter before them, the results they give, and the base of their parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from sanctcheck.days import StatedDay, exactly, stated_day
from sanctcheck.law.time import in_force
from sanctcheck.reading.limits import MAX_CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sanctcheck.dossier.model import Allegation, Dossier, ElementShown, Event, Exhibit, Ground, LegalBasis
    from sanctcheck.law.model import ConductLimb, Element, Link, Nexus, Regime
    from sanctcheck.reading.document import Path_
    from sanctcheck.terms import Outcome

Part = TypeVar("Part")
RelatedPart = tuple["Path_", str]
"""A path in the dossier, with a few words on why it matters; the words may be empty."""


class Parameters(BaseModel):
    """The parameters of a check: what the provision fixes, and nothing that the dossier can say."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Part]):
    """A part of the dossier, and the path at which it stands."""

    part: Part
    path: Path_

    def at(self, *steps: str | int) -> Path_:
        """A path below this part."""
        return (*self.path, *steps)


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found at one place of a dossier.

    `due` is the last day that the law gives for it, whatever the outcome; None where there is none that is known to
    the day. `is_late` tells what was done too late from what was not done.
    """

    outcome: Outcome
    message: str
    path: Path_ = ()
    relied_on: tuple[RelatedPart, ...] = ()
    due: date | None = None
    is_late: bool = False


def _related(parts: Iterable[Path_ | RelatedPart]) -> tuple[RelatedPart, ...]:
    return tuple(part if _has_words(part) else (part, "") for part in parts)  # type: ignore[misc]


def _has_words(part: Any) -> bool:
    return len(part) == 2 and isinstance(part[0], tuple)


def met(message: str, *relied_on: Path_ | RelatedPart) -> Result:
    """It is met; the paths are what shows it, the main one first."""
    related = _related(relied_on)
    return Result("met", message, related[0][0] if related else (), related)


def not_met(message: str, path: Path_, *relied_on: Path_ | RelatedPart) -> Result:
    """The dossier shows the contrary, at `path`."""
    return Result("not-met", message, path, _related(relied_on))


def late(message: str, path: Path_, *relied_on: Path_ | RelatedPart) -> Result:
    """It was done, but after the last day for it."""
    return replace(not_met(message, path, *relied_on), is_late=True)


def not_shown(message: str, path: Path_, *relied_on: Path_ | RelatedPart) -> Result:
    """The dossier is silent or too thin, at `path` (where the missing part would stand)."""
    return Result("not-shown", message, path, _related(relied_on))


def pending(message: str, path: Path_ = ()) -> Result:
    """It is not due yet."""
    return Result("pending", message, path)


def with_due(result: Result, due: date | None) -> Result:
    """The same result with the last day that the law gives for it."""
    return replace(result, due=due) if result.due is None else result


def not_applicable(message: str) -> Result:
    """It is not asked of this dossier."""
    return Result("not-applicable", message)


@dataclass(frozen=True, slots=True)
class Claim:
    """One allegation under one listing ground of the regime.

    `limb` and `link` are None where the dossier names none that the regime has on the day, or where the regime has
    none that covers the allegation.
    """

    allegation: Placed[Allegation]
    ground: Placed[Ground] | None
    limb: ConductLimb | None
    link: Link | None

    def elements(self, nexus: Sequence[Nexus] = ()) -> list[Element]:
        """What the regime asks to be shown of this claim: of the conduct, of the link, and of the nexus given."""
        sources = [part.elements for part in (self.limb, self.link, *nexus) if part is not None]
        return list({element.id: element for elements in sources for element in elements}.values())

    def shown(self, element_id: str, regime_id: str) -> Placed[ElementShown] | None:
        """Where the allegation ties an element to exhibits: for this regime first, else for each."""
        general = None
        for index, entry in enumerate(self.allegation.part.elements):
            if entry.element == element_id and entry.regime in {None, regime_id}:
                placed = Placed(entry, self.allegation.at("elements", index))
                if entry.regime is not None:
                    return placed
                general = general or placed
        return general


@dataclass(frozen=True)
class Matter:
    """A dossier under one regime on a day: what every check is given.

    Attributes:
        dossier: the dossier.
        regime: the regime under which it is assessed.
        as_of: the day for which it is assessed; what is due later is pending.
        law_day: the day whose law applies: the day of the act where it was adopted, else `as_of`.
    """

    dossier: Dossier
    regime: Regime
    as_of: date
    law_day: date

    @cached_property
    def basis(self) -> Placed[LegalBasis] | None:
        """The legal basis that the dossier states for this regime."""
        for index, basis in enumerate(self.dossier.legal_basis):
            if basis.regime == self.regime.id:
                return Placed(basis, ("legal_basis", index))
        return None

    @cached_property
    def basis_path(self) -> Path_:
        """Where the legal basis for this regime stands, or would stand."""
        return self.basis.path if self.basis else ("legal_basis",)

    @cached_property
    def allegations(self) -> list[Placed[Allegation]]:
        """The allegations on which the listing rests under this regime."""
        every = [Placed(part, ("allegations", index)) for index, part in enumerate(self.dossier.allegations)]
        relied_on = {name for ground in self.grounds for name in ground.part.allegations}
        return [allegation for allegation in every if allegation.part.id in relied_on] if relied_on else every

    @cached_property
    def grounds(self) -> list[Placed[Ground]]:
        """The listing grounds that the dossier relies on under this regime."""
        if self.basis is None:
            return []
        return [
            Placed(part, self.basis.at("grounds", index))
            for index, part in enumerate(self.basis.part.grounds)
        ]

    @cached_property
    def _grounds_by_allegation(self) -> dict[str, list[Placed[Ground]]]:
        found: dict[str, list[Placed[Ground]]] = {}
        for ground in self.grounds:
            for name in dict.fromkeys(ground.part.allegations):
                found.setdefault(name, []).append(ground)
        return found

    @cached_property
    def claims(self) -> list[Claim]:
        """Each allegation under each ground relied on; under the first that covers it where none is named.

        Of too many, the first ones: the file has a finding then.
        """
        limbs = in_force(self.regime.conduct, self.regime, self.law_day)
        links = in_force(self.regime.links, self.regime, self.law_day)
        every = (
            claim for allegation in self.allegations for claim in self._claims_of(allegation, limbs, links)
        )
        return list(islice(every, MAX_CLAIMS))

    def _claims_of(
        self, allegation: Placed[Allegation], limbs: Sequence[ConductLimb], links: Sequence[Link]
    ) -> list[Claim]:
        grounds = self._grounds_by_allegation.get(allegation.part.id)
        if grounds:
            by_limb, by_link = {limb.id: limb for limb in limbs}, {link.id: link for link in links}
            return [
                Claim(allegation, ground, by_limb.get(ground.part.conduct), by_link.get(ground.part.link))
                for ground in grounds
            ]
        covering = [limb for limb in limbs if allegation.part.conduct in limb.conduct]
        for limb in covering:
            for link in links:
                if allegation.part.basis in link.basis and (not link.conduct or limb.id in link.conduct):
                    return [Claim(allegation, None, limb, link)]
        return [Claim(allegation, None, covering[0] if covering else None, None)]

    @cached_property
    def exhibits(self) -> list[Placed[Exhibit]]:
        """All exhibits."""
        return [Placed(part, ("exhibits", index)) for index, part in enumerate(self.dossier.exhibits)]

    @cached_property
    def exhibits_by_id(self) -> dict[str, Placed[Exhibit]]:
        """The exhibits by id."""
        return {exhibit.part.id: exhibit for exhibit in self.exhibits}

    def cited(self, ids: Iterable[str]) -> list[Placed[Exhibit]]:
        """The exhibits with these ids, each once; ids that lead to nothing are left out (another finding names them)."""
        return [self.exhibits_by_id[name] for name in dict.fromkeys(ids) if name in self.exhibits_by_id]

    def exhibits_of(self, claim: Claim) -> list[Placed[Exhibit]]:
        """The exhibits that carry any element of a claim for this regime."""
        entries = [
            entry for entry in claim.allegation.part.elements if entry.regime in {None, self.regime.id}
        ]
        return self.cited(name for entry in entries for name in entry.exhibits)

    @cached_property
    def _events(self) -> list[Placed[Event]]:
        placed = [Placed(part, ("process", index)) for index, part in enumerate(self.dossier.process)]
        return [event for event in placed if event.part.regime in {None, self.regime.id}]

    def events(self, *kinds: str) -> list[Placed[Event]]:
        """The steps of these kinds (all, if none is named) that count for this regime, in the order of the log."""
        return [event for event in self._events if not kinds or event.part.event in kinds]

    @property
    def is_adopted(self) -> bool:
        """Whether the act has been adopted."""
        return self.dossier.act is not None and self.dossier.act.status == "adopted"

    @cached_property
    def act_day(self) -> StatedDay | None:
        """The day of the act, as far as it is stated: of the act itself, else of the step `designated`."""
        act = self.dossier.act
        stated = stated_day(act.day) if act else None
        if stated is None and self.is_adopted:
            stated = next(
                (day for event in self.events("designated") if (day := stated_day(event.part.day))), None
            )
        return stated

    @cached_property
    def last_act_day(self) -> StatedDay:
        """The day of the act; `as_of` where it is not stated or still ahead."""
        return self.act_day if self.is_adopted and self.act_day else exactly(self.as_of)


def day_of(event: Placed[Event]) -> StatedDay | None:
    """The day of a step, as far as it is stated."""
    return stated_day(event.part.day)
