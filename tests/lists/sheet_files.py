"""Spreadsheets for tests, made of nothing but their XML: the smallest files that are what they should be."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
_EPOCH = date(1899, 12, 30)
Row = Sequence[str | int | bool | date | None]


def write_xlsx(path: Path, rows: Sequence[Row], *, sheet: str | None = None) -> Path:
    """Writes a workbook of one sheet; `sheet` is its XML, where a test wants another than the rows make."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(f"{_RELATIONS}/officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            f"{_RELATIONS}/worksheet", "worksheets/sheet1.xml", f"{_RELATIONS}/styles", "styles.xml"
        ),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": sheet if sheet is not None else _sheet(rows),
    }
    return write_zip(path, parts)


def write_zip(path: Path, parts: dict[str, str]) -> Path:
    """Writes a container; the same parts make the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, text in parts.items():
            container.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return path


def _relations(*kinds_and_targets: str) -> str:
    pairs = zip(kinds_and_targets[::2], kinds_and_targets[1::2], strict=True)
    each = (f'<Relationship Id="r{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(pairs))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def _sheet(rows: Sequence[Row]) -> str:
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(cell, number, column) for column, cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def _cell(cell: str | float | date | None, row: int, column: int) -> str:
    where = f'r="{chr(65 + column) if column < 26 else "A" + chr(39 + column)}{row}"'
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return f'<c {where} t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, date):
        return f'<c {where} s="1"><v>{(cell - _EPOCH).days}</v></c>'
    if isinstance(cell, int | float):
        return f"<c {where}><v>{cell}</v></c>"
    return f'<c {where} t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def write_ods(path: Path, rows: Sequence[Sequence[str]], *, content: str | None = None) -> Path:
    """Writes an OpenDocument spreadsheet, indented as those of the United Kingdom are."""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content
        if content is not None
        else ods_content("".join(_ods_row(row) for row in rows)),
    }
    return write_zip(path, parts)


def ods_content(rows: str) -> str:
    """The XML of a sheet with these rows."""
    return (
        f'<office:document-content xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}">'
        f'<office:body><office:spreadsheet><table:table table:name="List">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _ods_row(row: Sequence[str]) -> str:
    cells = "".join(
        f"\n  <table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
        if cell
        else "\n  <table:table-cell/>"
        for cell in row
    )
    return f"\n <table:table-row>{cells}\n </table:table-row>"
