"""What the checks of the statement of reasons share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import StatementOfReasons
    from sanctcheck.reading.document import Path_

STATEMENT: Path_ = ("statement_of_reasons",)


def stated_reasons(matter: Matter) -> StatementOfReasons | None:
    """The statement of reasons, where it holds any reasons."""
    statement = matter.dossier.statement_of_reasons
    return statement if statement is not None and (statement.text or statement.points) else None
