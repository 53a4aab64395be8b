"""A report document as a Word file: headings, lists and tables of its own kind, so that an office can go on with it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from sanctcheck.errors import UsageError
from sanctcheck.report.dossier import docx_parts
from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points
from sanctcheck.report.dossier.raster import png
from sanctcheck.text import visible

if TYPE_CHECKING:
    from sanctcheck.report.dossier.document import Block, ReportDocument, Table, Tone

_TONES: dict[Tone, str] = {
    "quiet": "54595F",
    "error": "A3201C",
    "warning": "6B4300",
    "settled": "54595F",
    "good": "1D5E33",
}
_GRADES = {"A": "D6EBDB", "B": "E6F1D9", "C": "F5F2D2", "D": "F9E7CB", "E": "F8D9CF", "F": "E9E6ED"}
_WIDTH = 17.0
"""Centimetres between the margins."""


def content(document: ReportDocument) -> bytes:
    """The report as a Word file.

    Raises:
        UsageError: what writes it is not installed.
    """
    return _Writer(document).content()


def _library() -> Any:
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(
            "DOCX is written by python-docx, which is not installed: pip install “sanctcheck[report]”, or ask for html."
        ) from error
    return docx


class _Writer:
    """One file on its way."""

    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        self._docx = _library()
        self._file = self._docx.Document()

    def content(self) -> bytes:
        """The whole file. Its times are fixed: the same report has the same bytes."""
        docx_parts.set_up(self._file, self._document)
        self._cover()
        for section in self._document.sections:
            if section.new_page:
                self._file.add_page_break()
            self._file.add_heading(_shown(section.title), section.order)
            for block in section.blocks:
                self._block(block)
        made = io.BytesIO()
        self._file.save(made)
        return docx_parts.with_fixed_times(made.getvalue())

    def _cover(self) -> None:
        document = self._document
        self._paragraph(document.handling, "quiet")
        self._file.add_paragraph(_shown(document.title), style="Title")
        self._file.add_paragraph(_shown(document.subject), style="Subtitle")
        self._facts(document.cover)
        self._paragraph(document.notice)
        self._file.add_page_break()

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block.text, block.tone)
        elif isinstance(block, Points):
            for each in block.items:
                self._file.add_paragraph(_shown(each), style="List Bullet")
        elif isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Entry):
            self._entry(block)
        elif isinstance(block, Figure):
            self._figure(block)
        else:
            self._table(block)

    def _paragraph(self, text: str, tone: Tone = "") -> None:
        run = self._file.add_paragraph().add_run(_shown(text))
        docx_parts.colour(run, _TONES.get(tone))

    def _facts(self, block: Facts) -> None:
        if not block.pairs:
            return
        table = self._file.add_table(rows=0, cols=2)
        docx_parts.lay_out(table, [3.5, _WIDTH - 3.5])
        for what, said in block.pairs:
            cells = table.add_row().cells
            docx_parts.colour(cells[0].paragraphs[0].add_run(_shown(what)), _TONES["quiet"])
            for number, each in enumerate(said):
                paragraph = cells[1].paragraphs[0] if number == 0 else cells[1].add_paragraph()
                paragraph.add_run(_shown(each))
        docx_parts.set_widths(table, [3.5, _WIDTH - 3.5])
        docx_parts.gap(self._file)

    def _entry(self, block: Entry) -> None:
        heading = self._file.add_heading("", 4)
        docx_parts.colour(heading.add_run(f"{_shown(block.label)}: "), _TONES.get(block.tone))
        heading.add_run(_shown(block.title))
        docx_parts.colour(heading.add_run(f" ({_shown(block.name)})"), _TONES["quiet"], is_small=True)
        self._facts(block.facts)

    def _figure(self, block: Figure) -> None:
        width = min(_WIDTH, block.width * 0.0265)
        picture = self._file.add_picture(io.BytesIO(png(block.svg)), width=self._docx.shared.Cm(width))
        docx_parts.describe(picture, block.caption, block.says)
        self._paragraph(block.says, "quiet")
        self._table(block.table)

    def _table(self, block: Table) -> None:
        caption = self._file.add_paragraph(style="Caption")
        caption.add_run(_shown(block.caption))
        caption.paragraph_format.keep_with_next = True
        table = self._file.add_table(rows=1, cols=len(block.head), style="Table Grid")
        widths = _widths(block)
        docx_parts.lay_out(table, widths)
        docx_parts.rule(table)
        for cell, head in zip(table.rows[0].cells, block.head, strict=True):
            cell.paragraphs[0].add_run(_shown(head)).bold = True
            docx_parts.fill(cell, "EEF0F2")
        docx_parts.repeat_as_head(table.rows[0])
        for cells in block.rows:
            row = table.add_row().cells
            for cell, said in zip(row, cells, strict=True):
                run = cell.paragraphs[0].add_run(_shown(said.text))
                docx_parts.colour(run, _TONES.get(said.tone))
                docx_parts.fill(cell, _GRADES.get(said.grade), is_hatched=said.is_open)
        docx_parts.set_widths(table, widths)
        docx_parts.gap(self._file)


def _widths(block: Table) -> list[float]:
    shares = block.widths or tuple(1 for _ in block.head)
    return [_WIDTH * share / sum(shares) for share in shares]


def _shown(text: str) -> str:
    """A text from outside: on one line, with what would hide in it made visible; XML takes no other control character."""
    return visible(" ".join(text.split()))
