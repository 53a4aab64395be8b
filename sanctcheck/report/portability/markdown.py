"""Portability as a Markdown page: the matrix as a table, each cell leading to what the regime lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.reading.protection import PROTECTED, is_protected, shown
from sanctcheck.report.markdown import escaped
from sanctcheck.report.view import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.portability import Cell, Column, Portability
    from sanctcheck.record import Finding


def text(found: Portability, as_of: date) -> Iterator[str]:
    """The report, line by line."""
    hidden = is_protected(found.document.value, ("target",))
    name = PROTECTED if hidden else found.dossier.target.names[0].name
    yield f"# {escaped(name)} under {len(found.columns)} regimes\n\n"
    yield f"{escaped(shown(found.document.name, found.document))}, by the law of {as_of}. It reports; a person decides.\n\n"
    yield "| standard | " + " | ".join(column.regime.id for column in found.columns) + " |\n"
    yield "|---|" + "---|" * len(found.columns) + "\n"
    for row in found.rows:
        beside = zip(found.columns, row.cells, strict=True)
        yield f"| {row.standard.id} | {' | '.join(_cell(column, cell) for column, cell in beside)} |\n"
    for index, column in enumerate(found.columns):
        cells = [row.cells[index] for row in found.rows]
        yield from _regime(column, [gap for cell in cells for gap in _gaps(cell)])
        yield from _met(
            column, [each for cell in cells if cell for each in cell.findings if each.outcome == "met"]
        )


def _gaps(cell: Cell | None) -> tuple[Finding, ...]:
    return cell.gaps if cell else ()


def _cell(column: Column, cell: Cell | None) -> str:
    if cell is None:
        return ""
    words = cell.outcome.replace("-", " ")
    leads_to = cell.gaps or [each for each in cell.findings if each.outcome == "met"]
    return f"[{words}](#{column.regime.id}-{leads_to[0].rule})" if leads_to else words


def _regime(column: Column, gaps: list[Finding]) -> Iterator[str]:
    yield f"\n## {column.regime.id}: {escaped(column.regime.name)}\n\n"
    if not gaps:
        yield (
            "No gap was found; what is pending falls due with the act.\n"
            if column.under.was_in_force
            else "No law of it was in force on that day.\n"
        )
    seen: set[str] = set()
    for gap in gaps:
        anchor = "" if gap.rule in seen else f'<a id="{column.regime.id}-{gap.rule}"></a>'
        seen.add(gap.rule)
        mark = f" [{MARKS[gap.verified]}]" if gap.verified in MARKS else ""
        yield f"- {anchor}**{gap.severity}** `{gap.rule}`, line {gap.place.line}: {escaped(gap.message)}\n"
        yield f"  - law: {escaped('; '.join(gap.provisions))}{mark}\n"
        yield f"  - do: {escaped(gap.remedy or '')}\n"


def _met(column: Column, found: list[Finding]) -> Iterator[str]:
    """What is met, with the lines that show it and the law that asks for it."""
    if found:
        yield "\nMet:\n\n"
    seen: set[str] = set()
    for each in found:
        lines = ", ".join(str(line) for line in sorted({related.place.line for related in each.related}))
        anchor = "" if each.rule in seen else f'<a id="{column.regime.id}-{each.rule}"></a>'
        seen.add(each.rule)
        shown = f" (lines {lines})" if lines else ""
        yield f"- {anchor}`{each.rule}`{shown}: {escaped('; '.join(each.provisions))}\n"
