"""Hostile list files end in a clear error, within five seconds of processor time and 300 MiB."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from published import LISTS
from sheet_files import ods_content, write_ods, write_xlsx, write_zip
from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 300
MB = 1024 * 1024
UN = '<?xml version="1.0" encoding="UTF-8"?>\n'
START, END = "<CONSOLIDATED_LIST><INDIVIDUALS>", "</INDIVIDUALS></CONSOLIDATED_LIST>"
PERSON = "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>MIRO</FIRST_NAME></INDIVIDUAL>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
AUSTRALIA = ["Reference", "Name of Individual or Entity", "Type", "Name Type", "Committees"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFAC = '1,"A",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
SIMPLE = '"id","schema","name","aliases"\n'


def read(path: Path) -> dict[str, Any]:
    """What came of reading a file in a process of its own."""
    script = Path(__file__).with_name("hostile_reading.py")
    finished = subprocess.run(  # noqa: PLW1510 - how it ended is what is asserted
        [sys.executable, str(script), str(path)], capture_output=True, text=True, cwd=ROOT, timeout=120
    )
    assert finished.returncode == 0, f"{finished.returncode}: {finished.stderr[-2000:]}"
    told: dict[str, Any] = json.loads(finished.stdout)
    assert told["peak"] < MEMORY, told
    return told


def filled(path: Path, before: str, filler: str, after: str, *, megabytes: int = 100) -> None:
    """Writes a large file piece by piece."""
    piece = (filler * (MB // len(filler.encode()))).encode()
    with path.open("wb") as file:
        file.write(before.encode())
        for _ in range(megabytes):
            file.write(piece)
        file.write(after.encode())


def squeezed(path: Path, before: bytes, filler: bytes, *, megabytes: int) -> None:
    """Writes a gzip file that grows to what it is asked for."""
    packer = zlib.compressobj(1, wbits=31)
    with path.open("wb") as file:
        file.write(packer.compress(before))
        for _ in range(megabytes):
            file.write(packer.compress(filler * (MB // len(filler))))
        file.write(packer.flush())


Write = Callable[[Path], object]


def xml_cases() -> Iterator[tuple[str, str, Write, str]]:
    def text(*parts: str, encoding: str = "utf-8") -> Write:
        return lambda path: path.write_bytes("".join(parts).encode(encoding))

    doctype = "declares a document type"
    yield (
        "billion-laughs",
        "un.xml",
        text(UN, f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>', START, "&l9;", END),
        doctype,
    )
    yield (
        "external-entity",
        "un.xml",
        text(UN, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', START, "&e;", END),
        doctype,
    )
    yield (
        "external-dtd",
        "un.xml",
        text(UN, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', START, END),
        doctype,
    )
    yield "parameter-entity", "un.xml", text(UN, '<!DOCTYPE x [<!ENTITY % p "x"> %p;]>', START, END), doctype
    yield (
        "doctype-far-behind",
        "un.xml",
        text(UN, f"<!--{'x' * 200_000}-->", "<!DOCTYPE x []>", START, PERSON, END),
        "no sanctions list",
    )
    yield (
        "doctype-in-utf-16",
        "un.xml",
        text('<?xml version="1.0"?><!DOCTYPE x []>', START, END, encoding="utf-16"),
        doctype,
    )
    yield "undefined-entity", "un.xml", text(UN, START, "&nbsp;", PERSON, END), "no well-formed XML at line 2"
    yield "deep", "un.xml", text(UN, START, "<a>" * 100_000), "nested deeper"
    yield (
        "deep-in-a-record",
        "un.xml",
        text(UN, START, "<INDIVIDUAL>" + "<a>" * 100 + "</a>" * 100, "</INDIVIDUAL>", END),
        "nested deeper",
    )
    yield "cut-off", "un.xml", text(UN, START, PERSON), "is cut off"
    yield "cut-in-a-tag", "un.xml", text(UN, START, PERSON, "<INDIVID"), "is cut off"
    yield "two-roots", "un.xml", text(UN, START, PERSON, END, START, END), "no well-formed XML"
    yield (
        "not-utf-8",
        "un.xml",
        lambda path: path.write_bytes((UN + START).encode() + b"<a>\xff\xfe\xfa</a>" + END.encode()),
        "no well-formed XML",
    )
    yield (
        "unknown-encoding",
        "un.xml",
        text('<?xml version="1.0" encoding="x-nothing"?>', START, PERSON, END),
        "no sanctions list",
    )
    yield (
        "zero-bytes",
        "un.xml",
        lambda path: path.write_bytes((UN + START).encode() + b"\0" * 100),
        "no well-formed XML",
    )
    for name, filler in (("text", "x"), ("line", "word "), ("siblings", "<a/>"), ("comment", "<!--x-->")):
        yield (
            f"100-mb-{name}",
            "un.xml",
            _large(UN + START + "<INDIVIDUAL>", filler, "</INDIVIDUAL>" + END),
            "more than 4 MiB",
        )
    yield (
        "100-mb-attribute",
        "un.xml",
        _large(UN + START + '<INDIVIDUAL a="', "x", '"></INDIVIDUAL>' + END),
        "more than 4 MiB",
    )
    yield "100-mb-no-end-tag", "un.xml", _large(UN + START + "<INDIVIDUAL", "x", ""), "more than 4 MiB"


def _large(before: str, filler: str, after: str) -> Write:
    return lambda path: filled(path, before, filler, after)


def compressed_cases() -> Iterator[tuple[str, str, Write, str]]:
    start = (UN + START).encode()
    yield (
        "gzip-bomb",
        "un.xml",
        lambda path: squeezed(path, start, b" ", megabytes=600),
        "grows to far more|more than 4 MiB",
    )
    yield (
        "gzip-bomb-of-rows",
        "sdn.csv",
        lambda path: squeezed(path, b"", OFAC.encode(), megabytes=600),
        "grows to far more",
    )
    whole = gzip.compress(start + PERSON.encode() * 9999 + END.encode())
    yield "gzip-cut-off", "un.xml", lambda path: path.write_bytes(whole[:-40]), "is cut off"
    yield (
        "gzip-damaged",
        "un.xml",
        lambda path: path.write_bytes(whole[:60] + b"\0\1\2\3" * 9 + whole[96:]),
        "damaged",
    )
    yield (
        "zip-of-nothing",
        "list.zip",
        lambda path: write_zip(path, {"readme.txt": "x"}),
        "is a zip file and no spreadsheet",
    )
    yield (
        "zip-cut-off",
        "au.xlsx",
        lambda path: path.write_bytes(
            (LISTS / "au_dfat" / "regulation8_consolidated.xlsx").read_bytes()[:-30]
        ),
        "damaged or cut off",
    )


def _twice(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("xl/workbook.xml", "<x/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            container.writestr("xl/workbook.xml", "<x/>")


def _lying(path: Path) -> None:
    """A part whose header states that it is small."""
    write_xlsx(path, [], sheet=f'<worksheet xmlns="{MAIN}">' + " " * (200 * MB) + "</worksheet>")
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        place = raw.rfind(mark)
        raw[place + offset : place + offset + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(raw)


def _many(path: Path) -> None:
    write_zip(path, {f"part{number}": "" for number in range(3000)})


def _cell(where: str) -> str:
    head = "".join(
        f'<c r="{chr(65 + n)}1" t="inlineStr"><is><t>{name}</t></is></c>' for n, name in enumerate(AUSTRALIA)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{head}</row><row><c r="{where}"><v>1</v></c></row></sheetData></worksheet>'


def _sheet(xml: str) -> Write:
    return lambda path: write_xlsx(path, [], sheet=xml)


def _ods(content: str) -> Write:
    return lambda path: write_ods(path, [], content=content)


def sheet_cases() -> Iterator[tuple[str, str, Write, str]]:
    yield (
        "zip-bomb",
        "au.xlsx",
        lambda path: write_xlsx(path, [], sheet=f'<worksheet xmlns="{MAIN}">' + " " * (200 * MB)),
        "grows to far more",
    )
    yield "zip-bomb-that-lies", "au.xlsx", _lying, "damaged|grows to far more"
    yield "same-part-twice", "au.xlsx", _twice, "one part twice"
    yield "many-parts", "au.xlsx", _many, "too many parts"
    for where in ("XFD1048576", "A1048576", "XFD99999"):
        yield (
            f"cell-{where}",
            "au.xlsx",
            _sheet(_cell(where)),
            "larger sheet",
        )
    yield from grid_cases()
    yield "no-rows", "au.xlsx", lambda path: write_xlsx(path, []), "no sanctions list|is empty"
    entity = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
    laughing = _cell("A2").replace("<v>1</v>", "<v>&l9;</v>")
    yield "laughs-in-a-sheet", "au.xlsx", lambda path: write_xlsx(path, [], sheet=entity + laughing), ""
    cell = "<table:table-cell><text:p>Unique ID</text:p></table:table-cell><table:table-cell><text:p>Regime Name</text:p></table:table-cell>"
    for attribute in ("columns", "rows"):
        repeated = f'table:number-{attribute}-repeated="999999"'
        row = f"<table:table-row {repeated if attribute == 'rows' else ''}><table:table-cell {repeated if attribute == 'columns' else ''}><text:p>x</text:p></table:table-cell></table:table-row>"
        content = ods_content(f"<table:table-row>{cell}</table:table-row>{row * 9}")
        yield (
            f"ods-repeated-{attribute}",
            "uk.ods",
            _ods(content),
            "larger sheet",
        )
    yield (
        "ods-laughs",
        "uk.ods",
        lambda path: write_ods(path, [], content=entity + ods_content("")),
        "declares a document type",
    )
    yield (
        "ods-cut-off",
        "uk.ods",
        lambda path: write_ods(path, [], content=ods_content("")[:-20]),
        "is cut off|no sanctions list|is empty",
    )


def grid_cases() -> Iterator[tuple[str, str, Write, str]]:
    """Sheets that ask for a grid of billions of cells in a few bytes, whatever the sheet is called."""
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    for part in ("xl/ws/sheet1.xml", "sheet1.xml", "xl/worksheetS/a.png"):
        yield f"cells-in-{part}", "au.xlsx", _sheet_called(part, far), "larger sheet"
    for name, row, cell in (("unplaced", "row", "c"), ("prefixed", "x:row", "x:c")):
        cells = f"<{row}>{f'<{cell}><v>1</v></{cell}>' * 16_000}</{row}>{f'<{row}/>' * 9_000}<{row}><{cell}/></{row}>"
        xml = f'<worksheet xmlns="{MAIN}" xmlns:x="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        yield f"{name}-cells", "au.xlsx", _sheet(xml), "larger sheet"
        comment = xml.replace("<v>", '<!-- <c r="A1"> <row r="1"> --><v>')
        yield f"{name}-cells-and-comments", "au.xlsx", _sheet(comment), "larger sheet"
        tall = f"<{row}><{cell}><v>1</v></{cell}></{row}>" * 3_000
        xml = f'<worksheet xmlns="{MAIN}" xmlns:x="{MAIN}"><sheetData>{tall}</sheetData>'
        yield f"{name}-cells-cut-off", "au.xlsx", _sheet(xml), "no well-formed XML"
    spaced = far.replace("r=", "r\n=\n ").replace('"XFD', '"\txfd')
    yield "cells-written-oddly", "au.xlsx", _sheet(spaced), "larger sheet|damaged"
    for name, where in (
        ("column", "Lhhhhhhhhhhhhhhhhhhhhhhh1"),
        ("row", "A00000000000004294967297"),
        ("columns", "XFE1"),
    ):
        wrapped = far.replace("XFD1048576", where)
        yield f"cells-whose-{name}-wraps-around", "au.xlsx", _sheet(wrapped), "larger sheet"
    laughing = f'<!DOCTYPE x [<!ENTITY r "{"<row/>" * 9}">]>'
    many = "<row/>" * 400_000
    xml = f'{laughing}<worksheet xmlns="{MAIN}"><sheetData>{many}</sheetData></worksheet>'
    yield "rows-and-a-document-type", "au.xlsx", _sheet(xml), "declares a document type"


def _sheet_called(part: str, xml: str) -> Write:
    """A workbook whose sheet is a part of another name than usual."""

    def write(path: Path) -> None:
        write_xlsx(path, [], sheet=xml)
        with zipfile.ZipFile(path) as container:
            parts = {name: container.read(name).decode() for name in container.namelist()}
        parts[part] = parts.pop("xl/worksheets/sheet1.xml")
        relations = "xl/_rels/workbook.xml.rels"
        parts[relations] = parts[relations].replace("worksheets/sheet1.xml", f"/{part}")
        write_zip(path, parts)

    return write


def text_cases() -> Iterator[tuple[str, str, Write, str]]:
    def text(*parts: str) -> Write:
        return lambda path: path.write_bytes("".join(parts).encode())

    yield "100-mb-line", "sdn.csv", _large(OFAC + '2,"', "x", '"\n'), "line 2 of more than 1 MiB"
    yield (
        "100-mb-of-one-field",
        "targets.simple.csv",
        _large(SIMPLE + '"a","Person","', "x\n", '"\n'),
        "quotation mark after line 1",
    )
    yield (
        "open-quotation-mark",
        "sdn.csv",
        text(OFAC, '2,"B,-0- \r\n', OFAC * 50),
        "quotation mark|fields at line",
    )
    yield "ragged", "sdn.csv", text(OFAC, '2,"B",-0- \r\n'), "3 fields at line 2, and 12 are expected"
    yield "zero-byte", "sdn.csv", text(OFAC, "2,\0"), "zero byte in line 2"
    yield (
        "not-utf-8",
        "sdn.csv",
        lambda path: path.write_bytes(OFAC.encode() + b'2,"\xff\xfe"\r\n'),
        "not in UTF-8",
    )
    yield (
        "100-mb-json",
        "entities.ftm.json",
        _large('{"id": "a", "schema": "Person", "caption": "', "x", '"}\n'),
        "line 1 of more than 4 MiB|no sanctions list",
    )
    deep = '{"id": "a", "schema": "Person", "properties": {"name": [' + "[" * 900_000
    yield "deep-json", "entities.ftm.json", text(deep), "no FollowTheMoney entity in line 1"
    yield (
        "cut-json",
        "entities.ftm.json",
        text('{"id": "a", "schema": "Person"}\n{"id": "b", "sch'),
        "no FollowTheMoney entity in line 2",
    )
    yield "header-alone-in-quotes", "eu.csv", text('"Date_file;Entity_logical_id;\na\n"'), "has one column"
    yield (
        "header-alone-in-quotes-1-1",
        "eu.csv",
        text('"fileGenerationDate;Entity_logicalId;'),
        "no sanctions list|column|quotation",
    )
    yield "no-row-behind-the-day", "uk.csv", text("Report Date: 1-Jan-2026"), "no sanctions list"
    yield "web-page", "sdn.csv", text("\r\n<html><head><title>Just a moment...</title>"), "is a web page"


CASES = [*xml_cases(), *compressed_cases(), *sheet_cases(), *text_cases()]


@pytest.mark.parametrize(
    ("file", "write", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_hostile_file_ends_in_a_clear_error_within_bounds(
    file: str, write: Callable[[Path], object], expected: str, tmp_path: Path
) -> None:
    import re

    path = tmp_path / file
    write(path)

    told = read(path)

    if not expected:
        assert told.get("listings", 0) <= 1
        return
    assert "error" in told, told
    assert re.search(expected, told["error"]), told
    assert f"“{file}”" in told["error"]
    assert len(told["error"]) < 400


def test_what_an_xinclude_asks_for_is_not_read(tmp_path: Path) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    path = tmp_path / "un.xml"
    path.write_text(UN + START + PERSON.replace("</INDIVIDUAL>", include + "</INDIVIDUAL>") + END)

    assert {key: read(path)[key] for key in ("listings", "missed")} == {"listings": 1, "missed": 3}


@pytest.mark.parametrize("tag", ["", "x:"])
def test_a_sheet_whose_cells_do_not_say_where_they_stand_is_read(tag: str, tmp_path: Path) -> None:
    from sanctcheck.lists.sheets import rows
    from sanctcheck.lists.source import RawFile

    row = f"<{tag}row>{f'<{tag}c><{tag}v>1</{tag}v></{tag}c>' * 20}</{tag}row>"
    xml = f'<{tag}worksheet xmlns{tag and ":x"}="{MAIN}"><{tag}sheetData>{row * 3_000}</{tag}sheetData></{tag}worksheet>'
    path = write_xlsx(tmp_path / "plain.xlsx", [], sheet=xml)

    read_rows = list(rows(RawFile(path, path.name)))

    assert [len(each) for each in read_rows] == [20] * 3_000
