"""Proceedings in another State are checked before they are relied on.

What it checks:
    Each exhibit that carries an allegation and records a decision or a listing of another State says what was looked
    at to see that the rights of the defence and effective judicial protection were respected there, and does not say
    that they were not. Where the regime asks for it, the statement of reasons says so too; and where the regime asks only
    about what a listing stands on, an exhibit is left out if other evidence carries each element that it carries.

Why it matters:
    Courts in some States convict on demand. A judgment from there is no proof, and to rely on it would lend it a
    credit that it does not deserve.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - id: E1
        title: Judgment against the target
        kind: third-state-decision
        foreign_decision: {authority: District Court, kind: conviction}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - id: E1
        title: Judgment against the target
        kind: third-state-decision
        foreign_decision:
          authority: District Court
          kind: conviction
          defence_rights:
            checked: Counsel of choice, access to the file, and an appeal that was heard by another court.
            respected: true

Source:
    Council v LTTE, C-599/14 P, EU:C:2017:583, paras 24-36; Azarov v Council, C-530/17 P, EU:C:2018:1031.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.evidence._carrying import by_element, carrying_exhibits
from sanctcheck.dossier.vocabulary import ExhibitKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import DefenceRights, Exhibit, StatementOfReasons
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """Which exhibits are meant, and whether the reasons have to say what was checked."""

    kinds: tuple[ExhibitKind, ...] = ("third-state-decision", "third-state-listing")
    """The kinds of exhibit that are meant, beside every one that records a foreign decision."""
    stated_in_reasons: bool = False
    """Whether the statement of reasons must say that the rights were respected."""
    only_if_needed: bool = False
    """Whether an exhibit is left out without which each element would still be carried."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each exhibit that carries an allegation by a decision of another State."""
    foreign = [exhibit for exhibit in carrying_exhibits(matter) if _is_foreign(exhibit.part, parameters)]
    if parameters.only_if_needed:
        needed = _needed(matter, {exhibit.part.id for exhibit in foreign})
        foreign = [exhibit for exhibit in foreign if exhibit.part.id in needed]
    return [_verified(matter, parameters, exhibit) for exhibit in foreign]


def _is_foreign(exhibit: Exhibit, parameters: Parameters) -> bool:
    return exhibit.kind in parameters.kinds or exhibit.foreign_decision is not None


def _needed(matter: Matter, foreign: set[str]) -> set[str]:
    """Those foreign decisions that carry some element which nothing else carries."""
    elements = [
        {exhibit.part.id for exhibit in exhibits}
        for allegation in matter.allegations
        for exhibits in by_element(matter, allegation).values()
    ]
    return {name for carried in elements if carried <= foreign for name in carried}


def _verified(matter: Matter, parameters: Parameters, exhibit: Placed[Exhibit]) -> Result:
    rights, path = _rights(exhibit)
    behind = f"the proceedings behind exhibit {exhibit.part.id}"
    if rights is not None and rights.respected is False:
        message = f"The rights of the defence were not respected in {behind}."
        return not_met(message, (*path, "respected"))
    if rights is None or rights.checked is None:
        message = f"What was checked about the rights of the defence in {behind} is not stated."
        return not_shown(message, path)
    reasons = matter.dossier.statement_of_reasons
    if not parameters.stated_in_reasons or reasons is None:
        return met(f"The rights of the defence in {behind} were checked.", (*path, "checked"))
    return _said(behind, reasons, Placed(rights, path))


def _rights(exhibit: Placed[Exhibit]) -> tuple[DefenceRights | None, Path_]:
    """What was checked, and its path, or the path of the nearest part that there is."""
    decision = exhibit.part.foreign_decision
    if decision is None:
        return None, exhibit.path
    if decision.defence_rights is None:
        return None, exhibit.at("foreign_decision")
    return decision.defence_rights, exhibit.at("foreign_decision", "defence_rights")


def _said(behind: str, reasons: StatementOfReasons, rights: Placed[DefenceRights]) -> Result:
    """Whether the reasons say so; a dossier without reasons is the matter of another check."""
    said = f"The rights of the defence in {behind} were checked, and the reasons say so."
    if reasons.defence_rights is not None:
        return met(said, rights.at("checked"), ("statement_of_reasons", "defence_rights"))
    if rights.part.stated_in_reasons is True:
        return met(said, rights.at("checked"), rights.at("stated_in_reasons"))
    message = f"The reasons do not say that the rights of the defence were respected in {behind}."
    if rights.part.stated_in_reasons is False:
        return not_met(message, rights.at("stated_in_reasons"))
    return not_shown(message, ("statement_of_reasons",), rights.path)
