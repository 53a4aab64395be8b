"""Workbooks and tables that lack what their readers look for: an error in words, or nothing found."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from sheet_files import write_xlsx, write_zip

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import Parsing, count_records, recognise
from sanctcheck.lists.rows import column_cells
from sanctcheck.lists.source import RawFile, Source

if TYPE_CHECKING:
    from pathlib import Path

SHEET = '<worksheet xmlns="x"><sheetData><row r="1">{}</row></sheetData></worksheet>'


def test_a_workbook_without_a_first_sheet_of_the_usual_name_has_no_cells_to_count(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", [["1", "2"]])
    with zipfile.ZipFile(path) as container:
        parts = {name: container.read(name).decode() for name in container.namelist()}
    del parts["xl/worksheets/sheet1.xml"]
    write_zip(path, parts)

    assert column_cells(RawFile(path, path.name), "A") == []


@pytest.mark.parametrize("number", ["7", "", "x", "99999999999999999999", "-1"])
def test_a_shared_text_that_is_not_there_counts_as_empty(number: str, tmp_path: Path) -> None:
    cell = f'<c r="A1" t="s"><v>{number}</v></c>'
    path = write_xlsx(tmp_path / "x.xlsx", [], sheet=SHEET.format(cell))

    assert column_cells(RawFile(path, path.name), "A") == [""]


def test_text_that_is_no_utf_8_is_counted_all_the_same(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", [], sheet="")
    with zipfile.ZipFile(path, "w") as container:
        content = SHEET.format('<c r="A1"><v>\xff</v></c>').encode("latin-1")
        container.writestr("xl/workbook.xml", "<workbook/>")
        container.writestr("xl/worksheets/sheet1.xml", content)

    assert column_cells(RawFile(path, path.name), "A") == ["\ufffd"]


@pytest.mark.parametrize(
    ("publisher", "form"),
    [
        ("gb-fcdo", "table"),
        ("gb-ofsi", "table"),
        ("eu-fsf", "csv-1.0"),
        ("eu-fsf", "csv-1.1"),
        ("opensanctions", "simple-csv"),
    ],
)
@pytest.mark.parametrize("text", ["", "\n", '"Report Date"\n', '"a"\n'])
def test_a_table_that_ends_before_its_header_is_an_error_in_words(
    publisher: str, form: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)
    source = Source(publisher, form, {"": RawFile(path, path.name)})

    with pytest.raises(ListError, match="column"):
        list(Parsing(source))
    assert count_records(source) == 0


COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize("before", [512, 1024 * 1024 - 7, 3_000_000])
def test_a_workbook_that_is_locked_is_said_to_be_and_how_it_can_be_read(before: int, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(COMPOUND.ljust(before, b"\0") + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512)

    with pytest.raises(ListError, match=r"“list\.xlsx” is protected by a password.*save it without one"):
        recognise(RawFile(path, path.name))


def test_a_workbook_of_the_old_format_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(COMPOUND.ljust(4096, b"\0"))

    with pytest.raises(ListError, match=r"old format of Excel \(.xls\).*Save it as XLSX"):
        recognise(RawFile(path, path.name))


@pytest.mark.parametrize("how", ["by-the-container", "by-its-list-of-parts", "as-one-package"])
def test_a_container_that_is_locked_is_said_to_be(how: str, tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    parts = {"mimetype": "x", "META-INF/manifest.xml": "<m:manifest/>", "content.xml": "\x01\x02"}
    if how == "by-its-list-of-parts":
        parts["META-INF/manifest.xml"] = "<m:manifest><m:encryption-data/></m:manifest>"
    if how == "as-one-package":
        parts["encrypted-package"] = "x"
    write_zip(path, parts)
    if how == "by-the-container":
        content = bytearray(path.read_bytes())
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(mark) + flags] |= 1
        path.write_bytes(content)

    with pytest.raises(ListError, match="protected by a password"):
        recognise(RawFile(path, path.name))
