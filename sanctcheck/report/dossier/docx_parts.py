"""What a Word file needs that its library has no word for: fields, shading, widths, alternative texts, fixed times."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.report.dossier.document import ReportDocument

_QUIET, _RULE = "54595F", "C4C8CD"
_FONT = "Arial"
"""A family that has the letters of most names, wherever the file is opened; an office replaces it as it likes."""


def set_up(file: Any, document: ReportDocument) -> None:
    """The page, its styles, its head and foot, and what a reader's program shows of the file."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    for name, size in (
        ("Normal", 9.5),
        ("Title", 24),
        ("Subtitle", 14),
        ("Heading 1", 15),
        ("Heading 2", 12),
        ("Heading 3", 10.5),
        ("Heading 4", 10),
        ("Caption", 9.5),
        ("List Bullet", 9.5),
    ):
        style = file.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1B, 0x1D, 0x20)
        style.font.italic = False
        _family(style)
        for spaced in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spaced)
        style.paragraph_format.space_after = Pt(4)
    core = file.core_properties
    core.title = _shown(f"{document.title}: {document.subject}")[:250]
    core.author, core.comments, core.language = "", _shown(document.by), document.language
    core.last_modified_by, core.revision = "", 1
    core.created = core.modified = datetime(*document.day.timetuple()[:3])  # noqa: DTZ001 - the day of the report
    _head(section.header.paragraphs[0], document.handling)
    foot = section.footer.paragraphs[0]
    _head(foot, document.by)
    for words, field in (("   Page ", "PAGE"), (" of ", "NUMPAGES")):
        colour(foot.add_run(words), _QUIET, is_small=True)
        _field(foot, field)


def _family(style: Any) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), _FONT)
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(key), None)


def _head(paragraph: Any, text: str) -> None:
    colour(paragraph.add_run(_shown(text)), _QUIET, is_small=True)


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    colour(run, _QUIET, is_small=True)
    field.append(run._r)  # noqa: SLF001 - the library has no word for fields
    paragraph._p.append(field)  # noqa: SLF001 - as above


def colour(run: Any, rgb: str | None, *, is_small: bool = False) -> None:
    """Some words in a colour, where one is given."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    if rgb is not None:
        run.font.color.rgb = RGBColor.from_string(rgb)
    if is_small:
        run.font.size, run.font.bold = Pt(8), False


def fill(cell: Any, rgb: str | None, *, is_hatched: bool = False) -> None:
    """A cell in a colour, or hatched, or both."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    if rgb is None and not is_hatched:
        return
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "thinDiagStripe" if is_hatched else "clear")
    shading.set(qn("w:color"), "9A9A9A" if is_hatched else "auto")
    shading.set(qn("w:fill"), rgb or "FFFFFF")
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - as above


def lay_out(table: Any, widths: Sequence[float]) -> None:
    """Columns as broad as is said, whatever stands in them."""
    from docx.shared import Cm  # noqa: PLC0415

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def set_widths(table: Any, widths: Sequence[float]) -> None:
    """The same for each cell, because some programs look there; and letters as small as a table's are."""
    from docx.shared import Cm, Pt  # noqa: PLC0415

    for row in table.rows:
        _keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)
                for run in paragraph.runs:
                    run.font.size = Pt(8.5)


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def rule(table: Any) -> None:
    """Thin grey lines around the cells."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def repeat_as_head(row: Any) -> None:
    """A row that stands on each page of its table, and that a screen reader takes for its head."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001


def describe(picture: Any, title: str, says: str) -> None:
    """What a picture shows, for those who do not see it."""
    properties = picture._inline.docPr  # noqa: SLF001
    properties.set("title", _shown(title))
    properties.set("descr", _shown(says))


def gap(file: Any) -> None:
    """A little room: two tables without any would become one."""
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = file.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.line_spacing = Pt(6)


def with_fixed_times(content: bytes) -> bytes:
    """The same file with one time in all of it."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in _in_order(given.namelist()):
            out.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """The list of contents first, as readers expect it."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))


def _shown(text: str) -> str:
    return visible(" ".join(text.split()))
