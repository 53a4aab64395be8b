"""A report document as Markdown (CommonMark with tables), for a page of a repository or a wiki; pictures by their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points
from sanctcheck.report.markdown import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.report.dossier.document import Block, ReportDocument, Table


def text(document: ReportDocument) -> str:
    """The report; a picture is left to its table and said to be one."""
    return "".join(_pieces(document))


def _pieces(document: ReportDocument) -> Iterator[str]:
    yield f"# {foreign(document.title)}\n\n{foreign(document.subject)}\n\n**{foreign(document.handling)}**\n\n"
    yield _facts(document.cover)
    yield f"{foreign(document.notice)}\n\n"
    for section in document.sections:
        yield f"{'#' * (section.order + 1)} {foreign(section.title)}\n\n"
        for block in section.blocks:
            yield from _block(block, section.order + 2)
    yield f"{foreign(document.by)}\n"


def _block(block: Block, order: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"{foreign(block.text)}\n\n"
    elif isinstance(block, Points):
        yield "".join(f"- {foreign(each)}\n" for each in block.items) + "\n"
    elif isinstance(block, Facts):
        yield _facts(block)
    elif isinstance(block, Entry):
        yield f"{'#' * order} {foreign(block.label)}: {foreign(block.title)} ({foreign(block.name)})\n\n"
        yield _facts(block.facts)
    elif isinstance(block, Figure):
        yield f"{foreign(block.says)}\n\n"
        yield _table(block.table)
    else:
        yield _table(block)


def _facts(block: Facts) -> str:
    lines: list[str] = []
    for what, said in block.pairs:
        if len(said) == 1:
            lines.append(f"- **{foreign(what)}:** {foreign(said[0])}\n")
        else:
            lines.append(f"- **{foreign(what)}:**\n")
            lines += (f"  - {foreign(each)}\n" for each in said)
    return "".join(lines) + "\n"


def _table(table: Table) -> str:
    head = f"| {' | '.join(foreign(each) for each in table.head)} |\n|{' --- |' * len(table.head)}\n"
    rows = "".join(f"| {' | '.join(foreign(cell.text) for cell in cells)} |\n" for cells in table.rows)
    return f"**{foreign(table.caption)}**\n\n{head}{rows}\n"
