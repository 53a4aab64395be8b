"""What the survey needs of one dossier; made from its portrait, so that it holds nothing that its reader may not see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sanctcheck.portrait.model import AllegationShown, Day, ExhibitShown, Portrait, VictimShown

Outcome = Literal["listed", "kept", "removed", "decided-otherwise", "proposed", "unknown"]
OUTCOME: dict[Outcome, str] = {
    "listed": "listed",
    "kept": "kept on the list on request",
    "removed": "removed from the list",
    "decided-otherwise": "decided, and not listed",
    "proposed": "proposed, not decided yet",
    "unknown": "the dossier names no act",
}
"""How a dossier ended, as far as it says so."""
DECIDED: frozenset[Outcome] = frozenset({"listed", "kept", "removed", "decided-otherwise"})
STANDS: frozenset[Outcome] = frozenset({"listed", "kept"})
FIRST_LISTINGS = frozenset({"initial-designation", "redesignation"})


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an allegation under one regime, and how many independent sources its exhibits go back to."""

    allegation: str
    element: str
    independent: int


@dataclass(frozen=True, slots=True)
class Under:
    """A dossier under one regime.

    Attributes:
        exhibits: those that carry an element, as far as they may be seen.
        unseen: how many more carry one that may not be seen.
    """

    regime: str
    elements: tuple[Element, ...]
    exhibits: tuple[ExhibitShown, ...]
    unseen: int


@dataclass(frozen=True, slots=True)
class Conducted:
    """One allegation, in the shared words."""

    label: str
    conduct: str
    basis: str
    country: str | None
    since: Day | None
    until: Day | None
    victims: tuple[VictimShown, ...]
    withheld_victims: int


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier.

    Attributes:
        grounds: regime, conduct and basis of the allegations on which it relies, each once.
        withheld_allegations: how many the reader may not see.
        unlisted: how many in a like position it names who are not listed.
        listed_like: how many who are.
    """

    file: str
    id: str
    act: str
    outcome: Outcome
    day: Day | None
    proposed: Day | None
    type: str
    public_office: bool | None
    grounds: tuple[tuple[str, str, str], ...]
    allegations: tuple[Conducted, ...]
    withheld_allegations: int
    measures: tuple[tuple[str, str | None], ...]
    under: tuple[Under, ...]
    witnesses: int
    unlisted: int
    listed_like: int

    def sources_of(self, regime: str, conduct: str, basis: str) -> dict[str, int]:
        """Of each element of such allegations, the least number of independent sources."""
        labels = {e.label for e in self.allegations if (e.conduct, e.basis) == (conduct, basis)}
        found: dict[str, int] = {}
        for under in self.under:
            for each in under.elements if under.regime == regime else ():
                if each.allegation in labels:
                    found[each.element] = min(found.get(each.element, each.independent), each.independent)
        return found

    def measures_under(self, regime: str) -> frozenset[str]:
        """The measures imposed under a regime."""
        return frozenset(kind for kind, of in self.measures if of in {None, regime})


_WITNESSES = frozenset({"witness-statement", "victim-statement"})


def case_of(portrait: Portrait, file: str) -> Case:
    """A dossier as the survey takes it."""
    seen = [each for each in portrait.allegations if each.is_shown]
    act = portrait.act
    return Case(
        file=file,
        id=portrait.id,
        act=act.kind if act else "",
        outcome=_outcome(portrait),
        day=act.day if act else None,
        proposed=next((step.day for step in portrait.steps if step.event == "proposed"), None),
        type=portrait.identity.type,
        public_office=portrait.identity.holds_public_office if portrait.identity.is_shown else None,
        grounds=tuple(dict.fromkeys(_grounds(portrait, seen))),
        allegations=tuple(_conducted(each) for each in seen),
        withheld_allegations=len(portrait.allegations) - len(seen),
        measures=tuple((each.kind, each.regime) for each in portrait.measures),
        under=tuple(_under(portrait)),
        witnesses=sum(each.kind in _WITNESSES for each in portrait.exhibits),
        unlisted=sum(not listed for listed in portrait.comparators),
        listed_like=sum(portrait.comparators),
    )


def _outcome(portrait: Portrait) -> Outcome:
    act, steps = portrait.act, {step.event for step in portrait.steps}
    if act is None:
        return "unknown"
    if act.status == "adopted":
        if act.kind == "removal" or steps & {"revoked", "lapsed"}:
            return "removed"
        return "kept" if act.kind == "refusal-to-remove" else "listed"
    if steps & {"revoked", "lapsed"}:
        return "removed"
    return "decided-otherwise" if "decided" in steps and "designated" not in steps else "proposed"


def _grounds(portrait: Portrait, seen: list[AllegationShown]) -> list[tuple[str, str, str]]:
    """An allegation that no ground names is relied on under every regime: that is how checks take it too."""
    regimes = [matrix.regime for matrix in portrait.matrices]
    named = {(ground.regime, label) for ground in portrait.grounds for label in ground.allegations}
    with_grounds = {regime for regime, _ in named}
    return [
        (regime, each.conduct, each.basis)
        for regime in regimes
        for each in seen
        if regime not in with_grounds or (regime, each.label) in named
    ]


def _conducted(each: AllegationShown) -> Conducted:
    return Conducted(
        each.label,
        each.conduct,
        each.basis,
        each.country,
        each.since,
        each.until,
        each.victims,
        each.withheld_victims,
    )


def _under(portrait: Portrait) -> list[Under]:
    exhibits = {each.label: each for each in portrait.exhibits}
    found = []
    for matrix in portrait.matrices:
        labels = list(dict.fromkeys(label for row in matrix.rows for label in row.exhibits))
        carrying = [exhibits[label] for label in labels if label in exhibits]
        seen = tuple(each for each in carrying if each.is_shown)
        rows = tuple(Element(row.allegation, row.element, row.independent) for row in matrix.rows)
        found.append(Under(matrix.regime, rows, seen, len(carrying) - len(seen)))
    return found
