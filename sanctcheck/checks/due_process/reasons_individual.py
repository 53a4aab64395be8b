"""The reasons speak of this target, allegation by allegation.

What it checks:
    The statement of reasons is marked as individual. Where it is split into points, each allegation relied on has
    one.

Why it matters:
    Reasons that would fit anybody of a class show nothing about the person, and cannot be answered or reviewed.

Example:
    statement_of_reasons: {individual: false, text: Officers of the prison service commit abuses.}

Use instead:
    statement_of_reasons:
      individual: true
      text: As head of Prison 4 the target ordered the beating of three detainees there in May 2019.

Source:
    Council v Bamba, Case C-417/11 P, EU:C:2012:718; Council v Manufacturing Support & Procurement Kala Naft,
    Case C-348/12 P, EU:C:2013:776.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.due_process._reasons import STATEMENT, stated_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, StatementOfReasons


class Parameters(base.Parameters):
    """None: individual reasons are asked for everywhere in the same way."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the statement, and one for each allegation if the reasons are split into points."""
    del parameters
    statement = stated_reasons(matter)
    if statement is None:
        return []
    every = matter.allegations if statement.points else []
    return [_individual(statement), *(_point(allegation, statement) for allegation in every)]


def _individual(statement: StatementOfReasons) -> Result:
    if statement.individual is None:
        return not_shown(
            "The dossier does not say whether the reasons speak of this target alone.", STATEMENT
        )
    path = (*STATEMENT, "individual")
    if not statement.individual:
        return not_met("The reasons speak of a class, and not of this target.", path)
    return met("The reasons speak of this target alone.", path)


def _point(allegation: Placed[Allegation], statement: StatementOfReasons) -> Result:
    name = allegation.part.id
    for index, point in enumerate(statement.points):
        if point.allegation == name:
            return met(
                f"The reasons state allegation {name}.", (*STATEMENT, "points", index), allegation.path
            )
    return not_shown(
        f"No point of the reasons states allegation {name}.",
        (*STATEMENT, "points"),
        (allegation.path, "the allegation"),
    )
