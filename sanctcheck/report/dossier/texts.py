"""Every text of a report, in its order: for what has to look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.report.dossier.document import Block, ReportDocument, Section


def texts_of(sections: Iterable[Section]) -> Iterator[str]:
    """The texts of some sections."""
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield from _texts(block)


def all_texts(document: ReportDocument) -> Iterator[str]:
    """The texts of a whole report, but for the line at the foot of its pages."""
    yield from (document.title, document.subject, document.handling)
    yield from _texts(document.cover)
    yield document.notice
    yield from texts_of(document.sections)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Points):
        yield from block.items
    elif isinstance(block, Facts):
        for what, said in block.pairs:
            yield what
            yield from said
    elif isinstance(block, Entry):
        yield from (block.label, block.title)
        yield from _texts(block.facts)
    elif isinstance(block, Figure):
        yield block.caption
        yield from _texts(block.table)
    else:
        yield block.caption
        yield from block.head
        yield from (cell.text for cells in block.rows for cell in cells)
