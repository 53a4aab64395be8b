"""Portability for a terminal: the matrix of outcomes, then what each regime lacks, with its lines and provision."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.reading.protection import PROTECTED, is_protected, shown
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.terms import OUTCOME
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portability import Cell, Column, Portability, Row
    from sanctcheck.record import Finding
    from sanctcheck.report.view import View
    from sanctcheck.terms import Outcome

_SIGNS: dict[Outcome, str] = {
    "met": "+",
    "not-met": "x",
    "not-shown": "?",
    "pending": "~",
    "not-applicable": ".",
}


def text(found: Portability, view: View) -> Iterator[str]:
    """The report, piece by piece."""
    yield view.paint(f"Dossier {visible(shown(found.document.name, found.document))}", "strong") + "\n"
    hidden = is_protected(found.document.value, ("target",))
    name = PROTECTED if hidden else shorten(found.dossier.target.names[0].name)
    yield view.wrapped(
        f"{name}: under {_number(len(found.columns), 'regime')}, by the law of {view.as_of}", "  "
    )
    yield from _matrix(found, view)
    for index, column in enumerate(found.columns):
        yield from _regime(found, index, column, view)
    yield from _closing(found, view)


def _matrix(found: Portability, view: View) -> Iterator[str]:
    longest = max(len(row.standard.id) for row in found.rows) if found.rows else 0
    numbers = "".join(f"{number:>3}" for number in range(1, len(found.columns) + 1))
    for family, rows in groupby(found.rows, key=lambda row: row.standard.family):
        heading = f"  {family.replace('-', ' ').capitalize()}"
        yield f"\n{view.paint(f'{heading:<{longest + 4}}', 'strong')}{numbers}\n"
        for row in rows:
            yield f"    {row.standard.id:<{longest}}{''.join(_sign(cell) for cell in row.cells)}\n"
    yield "\n"
    for number, column in enumerate(found.columns, 1):
        stands = ": named in the dossier" if column.is_named else ""
        yield view.wrapped(f"{column.regime.id}{stands}", f"  {number:>2}  ", "      ")
    signs = ", ".join(f"{sign} {outcome.replace('-', ' ')}" for outcome, sign in _SIGNS.items())
    yield view.wrapped(f"{signs}; blank: the regime asks nothing on it", "  ")


def _sign(cell: Cell | None) -> str:
    return f"  {_SIGNS[cell.outcome] if cell else ' '}"


def _regime(found: Portability, index: int, column: Column, view: View) -> Iterator[str]:
    gaps = [gap for row in found.rows for gap in _gaps(row, index)]
    errors = sum(gap.severity == "error" for gap in gaps)
    yield "\n" + view.paint(f"  {column.regime.id}", "strong") + f"  {visible(column.regime.name)}\n"
    if not column.under.was_in_force:
        yield "    Not assessed: no law of this regime was in force on that day.\n"
        return
    if not gaps:
        yield "    " + view.paint("No gap was found.", "met") + " What is pending falls due with the act.\n"
    else:
        yield f"    {_number(errors, 'error')}, {_number(len(gaps) - errors, 'warning')}.\n"
    for gap in sorted(gaps, key=lambda each: each.severity != "error"):
        yield from _gap(gap, view)


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _gaps(row: Row, index: int) -> tuple[Finding, ...]:
    cell = row.cells[index]
    return cell.gaps if cell else ()


def _gap(gap: Finding, view: View) -> Iterator[str]:
    severity = gap.severity or "error"
    yield f"\n    {view.paint(severity, severity)}  {gap.regime}:{gap.rule}  line {gap.place.line}\n"
    yield view.wrapped(f"{str(gap.outcome).replace('-', ' ')}: {gap.message}", "      ", "        ")
    mark = f"  [{MARKS[gap.verified]}]" if gap.verified in MARKS else ""
    yield view.wrapped("; ".join(gap.provisions) + mark, "      law  ", "           ")
    yield view.wrapped(gap.remedy or "", "      do   ", "           ")


def _closing(found: Portability, view: View) -> Iterator[str]:
    yield "\n"
    for name in found.without_listing:
        yield view.wrapped(f"{name} is left out: it is a procedure, and lists nobody by itself.", "  ")
    for outcome, sign in _SIGNS.items():
        yield view.wrapped(f"{sign} {outcome.replace('-', ' ')}: {OUTCOME[outcome]}", "  ", "    ")
    for verified, meaning in LEGEND.items():
        yield view.wrapped(f"[{MARKS[verified]}] {meaning}", "  ", "    ")
    words = "Under a regime that the dossier does not name it is taken as a proposal: what falls due with an act is pending."
    yield view.wrapped(f"{words} It reports; a person decides.", "  ")
