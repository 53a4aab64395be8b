"""All formats of a report say the same, and nothing in a dossier becomes code, markup or an address in any of them."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from pypdf import PdfReader
from reports import HOSTILE, read, report, without_blanks
from support import FIXTURES, NEUTRAL

from sanctcheck.report.dossier.forms import FORMS, content
from sanctcheck.report.dossier.texts import all_texts
from sanctcheck.text import visible

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord
    from sanctcheck.report.dossier.document import ReportDocument

_DRAFT = (FIXTURES / "demo" / "draft.yaml").read_bytes()


@cache
def _report(name: str, *, plain: bool = False) -> tuple[ReportDocument, FileRecord]:
    return report({"draft": _DRAFT, "hostile": HOSTILE.encode()}[name], plain=plain)


@cache
def _made(name: str, form: str) -> bytes:
    return content(form, _report(name)[0])


@pytest.mark.parametrize("form", FORMS)
def test_every_finding_stands_in_every_format_with_its_provision_and_remedy(form: str) -> None:
    document, record = _report("draft")
    said = read(form, document)
    lacking = [finding for finding in record.findings if finding.severity is not None]

    assert len(lacking) > 5
    for finding in lacking:
        for text in (finding.message, finding.title, *finding.provisions, finding.remedy or ""):
            assert without_blanks(text) in said, text


@pytest.mark.parametrize("form", FORMS)
def test_every_text_of_a_report_stands_in_every_format(form: str) -> None:
    document, _ = _report("draft")
    said = read(form, document)
    texts = {without_blanks(visible(text)) for text in all_texts(document)}
    missing = {text for text in texts if text not in said}

    assert len(texts) > 150
    assert not missing


@pytest.mark.parametrize("form", ["html", "markdown", "docx"])
def test_hostile_text_is_read_as_it_was_written(form: str) -> None:
    document, _ = _report("hostile")
    said = read(form, document)

    for text in ("<script>alert(1)</script>", "</w:t></w:r><w:r>", '#panic("x")', r"\u{202e}", "习近平"):
        assert without_blanks(text) in said


def test_hostile_text_is_text_in_a_pdf_too() -> None:
    said = read("pdf", _report("hostile")[0])

    for text in (
        "<script>alert(1)</script>",
        "</w:t></w:r><w:r>",
        '#panic("x")',
        '#read("/etc/passwd")',
        "#sys.inputs",
    ):
        assert without_blanks(text) in said
    assert "root:" not in said


def test_a_page_has_no_markup_of_a_dossier() -> None:
    made = _made("hostile", "html").decode()
    body = made.partition("<body")[2]

    assert made.isascii()
    assert "<script" not in made
    assert not re.search(r"<(iframe|img|object|embed|link\s+rel=.stylesheet|style>\*)", made)
    assert not re.search(r"<[^>]*\son\w+\s*=", made)
    assert not re.search(r"<[^>]*\sstyle\s*=", body)
    assert not re.search(r"(?:href|src)=\"(?!#|data:,\")", body)


def test_a_pdf_can_do_nothing_but_be_read() -> None:
    made = _made("hostile", "pdf")
    reader = PdfReader(io.BytesIO(made))

    for name in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/URI", b"/AA"):
        assert name not in made
    assert all("/A" not in each or each["/A"].get("/S") == "/GoTo" for each in _annotations(reader))


def _annotations(reader: PdfReader) -> list[dict[str, dict[str, str]]]:
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


def test_a_pdf_is_tagged_titled_and_numbered_and_says_on_each_page_how_it_is_handled() -> None:
    document, _ = _report("draft")
    reader = PdfReader(io.BytesIO(_made("draft", "pdf")))
    pages = [without_blanks(page.extract_text()) for page in reader.pages]

    assert reader.metadata is not None
    assert reader.metadata.title == f"{document.title}: {document.subject}"
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert without_blanks(document.handling) in page
        assert f"Page{number}of{len(pages)}" in page


def test_a_word_file_reaches_nothing_outside_and_runs_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(_made("hostile", "docx"))) as parts:
        names = parts.namelist()
        relations = "".join(parts.read(name).decode() for name in names if name.endswith(".rels"))
        document = parts.read("word/document.xml").decode()

    assert 'TargetMode="External"' not in relations
    assert not any("vba" in name.lower() or "embedding" in name.lower() for name in names)
    assert "instrText" not in document


def test_a_word_file_is_titled_and_its_tables_have_heads_and_its_pictures_texts() -> None:
    document, _ = _report("draft")
    file = Document(io.BytesIO(_made("draft", "docx")))
    grids = [table for table in file.tables if table.style is not None and table.style.name == "Table Grid"]

    document_xml = file.element.xml

    assert file.core_properties.title == f"{document.title}: {document.subject}"
    assert grids
    assert document_xml.count("w:tblHeader") == len(grids)
    assert len(file.inline_shapes) == 2
    assert document_xml.count(" descr=") == 2


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_has_the_same_bytes(form: str) -> None:
    document, _ = _report("draft")

    assert _made("draft", form) == content(form, document)


def test_letters_without_a_font_are_given_in_latin_letters_and_the_reader_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from sanctcheck.report.dossier import pdf

    monkeypatch.setattr(pdf, "_families", frozenset[str])
    said = read("pdf", _report("hostile")[0])

    assert "[XiJinPing]" in said
    assert without_blanks("No font for Chinese letters was at hand") in said
    assert "محمد" in said or "دمحم" in said  # Arabic letters come along


def test_a_word_without_an_end_breaks_at_the_edge_of_the_page() -> None:
    word = "Aghoratmananda" * 30
    document, _ = report(NEUTRAL.replace("Example Person", word).encode())
    reader = PdfReader(io.BytesIO(content("pdf", document)))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]

    assert without_blanks(word) in read("pdf", document)
    assert max(len(line) for line in lines if word[:14] in line) < 130
