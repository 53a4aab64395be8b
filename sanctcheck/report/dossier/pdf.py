"""A report document as PDF: tagged, titled, with page numbers and its line of handling on every page.

typst sets it. The template is ours; the report is handed to it as JSON, whose strings are never read as code. It may
read no file and no address, and takes its own fonts, so that the same report has the same bytes on every machine.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.errors import UsageError
from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points
from sanctcheck.report.dossier.lettering import Lettering
from sanctcheck.report.pictures.canvas import FONT
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.report.dossier.document import Block, Cell, ReportDocument, Table

FAMILY = "Libertinus Serif"
_MOST_OF_A_NAME = 60
_LONGEST = 32
"""Letters of a word that fits into every column; the hash of a file has a column of its own."""
_LONG_WORD = re.compile(rf"(?![0-9a-f]{{64}}\b)[^\s/-]{{{_LONGEST + 1},}}")


def content(document: ReportDocument) -> bytes:
    """The report as a PDF.

    Raises:
        UsageError: what sets it is not installed.
    """
    typst = typesetter()
    lettering = Lettering(_families())
    data = _Data(lettering).of(document)
    made: bytes = typst.compile(
        _template(),
        format="pdf",
        sys_inputs={"document": msgspec.json.encode(data).decode()},
        ignore_system_fonts=not lettering.used,
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return made


def typesetter() -> Any:
    """What sets pages.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and large
    except ImportError as error:
        raise UsageError(
            "PDF is set by typst, which is not installed: pip install “sanctcheck[report]”, or ask for html and print it."
        ) from error
    return typst


@cache
def _template() -> bytes:
    return (files("sanctcheck.report.dossier") / "report.typ").read_bytes()


@cache
def _families() -> frozenset[str]:
    """The families of letters that this machine has, beside those that typst brings along."""
    return frozenset(typesetter().Fonts().families())


def _breakable(word: re.Match[str]) -> str:
    """A long word with places at which a line may break: else it would run over the edge of the page."""
    text = word[0]
    return "\u200b".join(text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))


class _Data:
    """A document as the template reads it: every text on one line, visible, and in letters that there are."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def of(self, document: ReportDocument) -> dict[str, Any]:
        """The whole report."""
        sections = [
            {
                "name": each.name,
                "title": self._text(each.title),
                "order": each.order,
                "new_page": each.new_page,
                "blocks": [self._block(block) for block in each.blocks],
            }
            for each in document.sections
        ]
        data = {
            "title": self._text(document.title),
            "subject": self._text(document.subject),
            "short": self._text(shorten(document.subject, _MOST_OF_A_NAME)),
            "handling": self._text(document.handling),
            "cover": self._block(document.cover),
            "notice": self._text(document.notice),
            "by": self._text(document.by),
            "sections": sections,
        }
        said = self._lettering.said
        if said:
            data["notice"] = f"{data['notice']} {said}"
        return {**data, "fonts": [FAMILY, *self._lettering.used]}

    def _text(self, text: str) -> str:
        shown = visible(" ".join(text.split()))
        return self._lettering.written(_LONG_WORD.sub(_breakable, shown) if len(shown) > _LONGEST else shown)

    def _texts(self, texts: Sequence[str]) -> list[str]:
        return [self._text(each) for each in texts]

    def _block(self, block: Block) -> dict[str, Any]:
        kind = {"kind": type(block).__name__}
        if isinstance(block, Paragraph):
            return {**kind, "text": self._text(block.text), "tone": block.tone}
        if isinstance(block, Points):
            return {**kind, "items": self._texts(block.items)}
        if isinstance(block, Facts):
            return {**kind, "pairs": [[self._text(what), self._texts(said)] for what, said in block.pairs]}
        if isinstance(block, Entry):
            texts = {key: self._text(getattr(block, key)) for key in ("name", "label", "title")}
            return {**kind, **texts, "tone": block.tone, "facts": self._block(block.facts)}
        if isinstance(block, Figure):
            return self._figure(block)
        return {**kind, **self._table(block)}

    def _figure(self, block: Figure) -> dict[str, Any]:
        family = ", ".join([FAMILY, *self._lettering.used])
        svg = self._lettering.written(block.svg.replace(FONT, family))
        said = {"says": self._text(block.says), "caption": self._text(block.caption)}
        return {"kind": "Figure", **said, "svg": svg, "width": block.width, "table": self._table(block.table)}

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "caption": self._text(table.caption),
            "head": self._texts(table.head),
            "widths": table.widths,
            "narrow": table.narrow,
            "rows": [[self._cell(each) for each in cells] for cells in table.rows],
        }

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, text=self._text(cell.text))
