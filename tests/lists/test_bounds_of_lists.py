"""How far a file of a list may go: each bound is met on its far side, and what stands just within it is read.

The bounds themselves are large; where a test would need a file of their size, they are made small.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from sheet_files import ods_content, write_ods, write_xlsx, write_zip

from sanctcheck.errors import ListError, StoreError, UsageError
from sanctcheck.lists import archive, catalogue, counting, draft, grid, inflate, ods, tables, xml
from sanctcheck.lists.files import regular_file
from sanctcheck.lists.grid import Grid
from sanctcheck.lists.publishers.opensanctions import ftm_json
from sanctcheck.lists.sheets import rows
from sanctcheck.lists.source import RawFile

if TYPE_CHECKING:
    from pathlib import Path


def raw(path: Path) -> RawFile:
    return RawFile(path, path.name)


def written(folder: Path, content: bytes, name: str = "x.csv") -> RawFile:
    path = folder / name
    path.write_bytes(content)
    return raw(path)


class TestContainers:
    def test_a_container_with_one_part_twice_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "x.xlsx"
        with zipfile.ZipFile(path, "w") as container:
            container.writestr("a", "1")
            with pytest.warns(UserWarning, match=r"Duplicate"):
                container.writestr("a", "2")

        with pytest.raises(ListError, match=r"“x.xlsx” holds too many parts, or one part twice"):
            archive.parts_of(raw(path))

    def test_a_container_may_have_as_many_parts_as_the_bound_says(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(archive, "MAX_ZIP_ENTRIES", 2)
        two = write_zip(tmp_path / "2.xlsx", {"a": "", "b": ""})
        three = write_zip(tmp_path / "3.xlsx", {"a": "", "b": "", "c": ""})

        assert archive.parts_of(raw(two)) == ["a", "b"]
        with pytest.raises(ListError, match=r"holds too many parts"):
            archive.parts_of(raw(three))

    def test_all_parts_together_stay_within_the_bound(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(archive, "MAX_SHEET_BYTES", 100)
        just = write_zip(tmp_path / "just.xlsx", {"a": "x" * 60, "b": "x" * 40})
        over = write_zip(tmp_path / "over.xlsx", {"a": "x" * 60, "b": "x" * 41})

        assert archive.parts_of(raw(just)) == ["a", "b"]
        with pytest.raises(ListError, match=r"grows to far more than a list when it is unpacked"):
            archive.parts_of(raw(over))

    def test_a_part_may_grow_by_so_much_and_no_more(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(archive, "_FREE_GROWTH", 0)
        monkeypatch.setattr(archive, "MAX_RATIO", 1)
        path = tmp_path / "stored.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as container:
            container.writestr("a", "<x/>" * 50)

        assert archive.parts_of(raw(path)) == ["a"]
        with pytest.raises(ListError, match=r"“grown.xlsx” grows to far more than a list"):
            archive.parts_of(raw(write_zip(tmp_path / "grown.xlsx", {"a": "<x/>" * 50})))

    def test_a_zip_file_that_holds_no_sheet_says_what_to_do(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "list.zip", {"list.csv": "a,b"})

        with pytest.raises(ListError, match=r"is a zip file and no spreadsheet. Unpack it, and give what it"):
            rows(raw(path))

    def test_a_workbook_that_holds_no_sheets_is_called_damaged(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "x.xlsx", {"xl/workbook.xml": "<workbook/>"})

        with pytest.raises(ListError, match=r"“x.xlsx” is damaged: it cannot be read as a spreadsheet"):
            rows(raw(path))


class TestGridsOfSheets:
    def test_text_without_a_tag_ends_at_a_bound(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(grid, "_LONGEST", 8)

        Grid("x").look(b"12345678")
        Grid("x").look(b"<2345678")
        for text in (b"123456789", b"<23456789"):
            with pytest.raises(ListError, match=r"“x” grows to far more than a list when it is unpacked"):
                Grid("x").look(text)

    @pytest.mark.parametrize(
        ("sheet", "message"),
        [
            ("<s><row><c>", "“x” is damaged: a sheet in it is no well-formed XML"),
            ("<!DOCTYPE s><s/>", "“x” declares a document type"),
            ('<s><row r="300001"><c/></row></s>', "“x” asks for a larger sheet than any list has"),
            ('<s><row><c r="XFE1"/></row></s>', "“x” asks for a larger sheet than any list has"),
            ('<s><row><c r="XFD300"/></row></s>', "“x” asks for a larger sheet than any list has"),
            ('<s><row r="300000"/><row><c/></row></s>', "“x” asks for a larger sheet than any list has"),
            (
                '<p:s xmlns:p="p"><p:row r="300001"><p:c/></p:row></p:s>',
                "“x” asks for a larger sheet than any list has",
            ),
        ],
    )
    def test_a_sheet_that_asks_for_too_much_is_refused_when_it_is_walked_through(
        self, sheet: str, message: str
    ) -> None:
        with pytest.raises(ListError, match=message):
            grid.walk(io.BytesIO(sheet.encode()), "x")

    @pytest.mark.parametrize(
        "sheet",
        [
            '<s><row r="300000"><c/></row></s>',
            '<s><row><c r="XFD1"/></row></s>',
            '<s><row r="300001"/></s>',
            '<s><row r="299999"><c r="?"/></row><row><c/></row><cell r="XFE1"/></s>',
            '<s><row r="5"><c r="XFC5"/><c/></row><row><c/><c/></row></s>',
        ],
    )
    def test_a_sheet_that_asks_for_just_so_much_is_none_of_these(self, sheet: str) -> None:
        grid.walk(io.BytesIO(sheet.encode()), "x")

    @pytest.mark.parametrize(
        ("letters", "number"), [(b"", 0), (b"A", 1), (b"z", 26), (b"AJ", 36), (b"XFD", 16_384)]
    )
    def test_columns_are_counted_from_their_letters(self, letters: bytes, number: int) -> None:
        assert grid.column_number(letters) == number

    @pytest.mark.parametrize(
        ("digits", "number"), [(b"", 0), (b"000", 0), (b"0012", 12), (b"9" * 30, 999_999_999)]
    )
    def test_a_row_of_many_digits_is_a_row_beyond_every_bound(self, digits: bytes, number: int) -> None:
        assert grid.row_number(digits) == number


CELL = '<table:table-cell table:number-columns-repeated="{}"><text:p>x</text:p></table:table-cell>'


class TestOpenDocumentSheets:
    def read(self, folder: Path, content: str) -> list[list[str]]:
        path = write_ods(folder / "x.ods", [], content=ods_content(content))
        return [list(row) for row in ods.ods_rows(raw(path))]

    def test_cells_and_rows_that_repeat_are_there_as_often(self, tmp_path: Path) -> None:
        row = f'<table:table-row table:number-rows-repeated="2">{CELL.format(2)}</table:table-row>'
        empty = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'

        assert self.read(tmp_path, empty + row + empty) == [[], [], ["x", "x"], ["x", "x"]]

    @pytest.mark.parametrize("often", ["0x2", "²", "", "12345678"])
    def test_a_number_that_is_none_counts_as_once(self, often: str, tmp_path: Path) -> None:
        assert self.read(tmp_path, f"<table:table-row>{CELL.format(often)}</table:table-row>") == [["x"]]

    def test_a_sheet_may_have_as_many_rows_and_cells_as_the_bounds_say(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ods, "MAX_ROWS", 3)
        monkeypatch.setattr(ods, "MAX_CELLS", 6)
        row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
        gap = row.format(2, "<table:table-cell/>")

        assert self.read(tmp_path, row.format(3, CELL.format(2))) == [["x", "x"]] * 3
        assert self.read(tmp_path, gap + row.format(1, CELL.format(1))) == [[], [], ["x"]]
        for content in (
            row.format(4, CELL.format(1)),
            row.format(3, CELL.format(3)),
            gap + row.format(2, CELL.format(1)),
        ):
            with pytest.raises(ListError, match=r"“x.ods” asks for a larger sheet than any list has"):
                self.read(tmp_path, content)

    @pytest.mark.parametrize("cells", [CELL.format(7), "<table:table-cell/>" + CELL.format(6)])
    def test_a_row_that_is_too_long_is_refused_and_none_of_it_left_out(
        self, cells: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ods, "MAX_CELLS", 6)

        with pytest.raises(ListError, match=r"asks for a larger sheet than any list has"):
            self.read(tmp_path, f"<table:table-row>{cells}</table:table-row>")

    def test_line_ends_and_spaces_within_a_cell_are_kept_and_other_marks_left_out(
        self, tmp_path: Path
    ) -> None:
        cell = (
            "<table:table-cell><text:p>a<text:s/>b<text:line-break/>c<text:span>d</text:span></text:p>"
            "<text:h>not this</text:h><text:p>e</text:p></table:table-cell>"
        )
        row = f"<table:table-row><table:note/>{cell}</table:table-row>"

        assert self.read(tmp_path, row) == [["a b\ncd\ne"]]

    def test_only_the_first_sheet_is_read(self, tmp_path: Path) -> None:
        row = f"<table:table-row>{CELL.format(1)}</table:table-row>"
        second = f'{row}</table:table><table:table table:name="Two">{row}{row}'

        assert self.read(tmp_path, second) == [["x"]]


class TestCompressedFiles:
    def test_a_file_may_be_as_large_as_the_bound_says(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(inflate, "MAX_BYTES", 8)

        with inflate.opened(written(tmp_path, b"12345678").path, "x.csv") as file:
            assert file.read() == b"12345678"
        with pytest.raises(ListError, match=r"“x.csv” is larger than 0 MiB, and no list is"):
            inflate.opened(written(tmp_path, b"123456789").path, "x.csv")

    def test_members_one_after_the_other_are_one_file_even_where_they_are_empty(self, tmp_path: Path) -> None:
        content = gzip.compress(b"") + gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two")

        with inflate.opened(written(tmp_path, content).path, "x.gz") as file:
            assert file.read() == b"one two"

    def test_a_member_may_begin_where_a_piece_of_the_file_does(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = gzip.compress(b"one ")
        monkeypatch.setattr(inflate, "_CHUNK", len(first))

        with inflate.opened(written(tmp_path, first + gzip.compress(b"two ")).path, "x.gz") as file:
            assert file.read() == b"one two "

    def test_what_comes_out_may_grow_so_far_and_no_further(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(inflate, "_FREE_GROWTH", 1_000)
        monkeypatch.setattr(inflate, "MAX_RATIO", 0)
        just, over = gzip.compress(b"x" * 1_000), gzip.compress(b"x" * 1_001)

        with inflate.opened(written(tmp_path, just).path, "x.gz") as file:
            assert len(file.read()) == 1_000
        with (
            inflate.opened(written(tmp_path, over).path, "x.gz") as file,
            pytest.raises(ListError, match=r"“x.gz” grows to far more than a list when it is decompressed"),
        ):
            file.read()


class TestLines:
    def test_a_line_of_a_table_ends_before_the_bound(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tables, "MAX_LINE", 8)

        assert list(tables.csv_rows(written(tmp_path, b"a,b\n1,2345\n"))) == [["a", "b"], ["1", "2345"]]
        with pytest.raises(ListError, match=r"“x.csv” has a line 2 of more than 1 MiB, and no list has"):
            list(tables.csv_rows(written(tmp_path, b"a,b\n1,23456\n")))

    def test_bytes_that_the_fallback_does_not_know_are_named_by_their_line(self, tmp_path: Path) -> None:
        table = written(tmp_path, b"a,b\n1,\x81\n")

        with pytest.raises(ListError, match=r"“x.csv” is in no known encoding: see line 2"):
            list(tables.csv_rows(table, tables.Dialect(fallback="cp1252")))

    def test_a_record_of_json_lines_ends_before_the_bound(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ftm_json, "MAX_RECORD_BYTES", 40)
        record = b'{"id": "a", "schema": "Person"}\n'

        assert len(list(ftm_json._entities(written(tmp_path, record + b"\n" + record, "x.json")))) == 2  # noqa: SLF001
        with pytest.raises(ListError, match=r"“x.json” has a line 2 of more than 4 MiB, and no list has"):
            list(ftm_json._entities(written(tmp_path, record + b" " * 40 + record, "x.json")))  # noqa: SLF001

    def test_tags_are_counted_once_wherever_a_piece_of_the_file_ends(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        list_ = written(tmp_path, b"<l><e>A long name</e><e/>text<x:e a='b'/><else/></l>", "x.xml")
        for size in range(1, 60):
            monkeypatch.setattr(counting, "_CHUNK", size)

            assert counting.count_elements(list_, "e") == 3


class TestXml:
    def records(self, content: bytes) -> list[str]:
        return [element.tag for element in xml.streamed(io.BytesIO(content), "x.xml", ["r"])]

    def test_a_file_of_several_pieces_is_one_document(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml, "HEAD_BYTES", 5)

        assert self.records(b"<l><g><r>a</r><r>b</r></g><other/></l>") == ["l", "r", "r", "g", "other"]

    def test_elements_may_be_as_deep_as_the_bound_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml, "MAX_DEPTH", 3)

        assert self.records(b"<l><a><b/></a></l>") == ["l", "a"]
        with pytest.raises(ListError, match=r"“x.xml” is nested deeper than any list is"):
            self.records(b"<l><a><b><c/></b></a></l>")

    def test_a_record_may_be_as_large_as_the_bound_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml, "HEAD_BYTES", 1)
        monkeypatch.setattr(xml, "MAX_RECORD_BYTES", 100)

        assert len(self.records(b"<l>" + b"<r>1</r>" * 100 + b"</l>")) == 101
        with pytest.raises(ListError, match=r"“x.xml” has an element of more than 0 MiB, and no list has"):
            self.records(b"<l><r>" + b"<s/>" * 40 + b"</r></l>")

    def test_names_of_elements_are_remembered_up_to_a_bound_and_told_beyond_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        names = draft._LocalNames()  # noqa: SLF001
        monkeypatch.setattr(draft, "_MAX_NAMES", 1)

        assert [names["{a}b"], names["{a}c"], names["d"]] == ["b", "c", "d"]
        assert dict(names) == {"{a}b": "b"}


class TestOtherFiles:
    def test_a_file_from_outside_may_be_as_large_as_it_is_allowed_to_be(self, tmp_path: Path) -> None:
        path = written(tmp_path, b"12345").path

        with regular_file(path, 5) as file:
            assert file.read() == b"12345"
        with pytest.raises(StoreError, match=r"has 5 bytes; at most 4 are read"), regular_file(path, 4):
            pass

    def test_a_file_of_sources_may_not_be_larger_than_its_bound(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(catalogue, "_LARGEST_FILE", 8)

        assert catalogue._read(written(tmp_path, b"a = true").path) == {"a": True}  # noqa: SLF001
        with pytest.raises(UsageError, match=r"x.csv is larger than a file of sources can be"):
            catalogue._read(written(tmp_path, b"a = false").path)  # noqa: SLF001

    def test_a_workbook_is_no_more_than_its_cells(self, tmp_path: Path) -> None:
        path = write_xlsx(tmp_path / "x.xlsx", [["a", "b"], ["1", None]])

        assert [list(row) for row in rows(raw(path))] == [["a", "b"], ["1", ""]]
