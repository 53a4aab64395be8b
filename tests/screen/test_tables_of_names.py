"""Tables of names: read as they are, within bounds."""

from __future__ import annotations

import gzip
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.errors import ListError, StoreError, UsageError
from sanctcheck.names.party import PartyIdentifier
from sanctcheck.screen.flat import flat
from sanctcheck.screen.parties import labelled_identifier
from sanctcheck.screen.tables import open_table

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.query import Query


def queries(folder: Path, file: str, content: str | bytes, **mapped: str) -> list[Query]:
    path = folder / file
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_table(path, mapped).queries())


def test_a_row_of_csv_becomes_a_query(tmp_path: Path) -> None:
    text = (
        "id,first name,surname,aka,dob,nationality,type,sex,passport,imo\n"
        "C7,Miro,Korvanec,The Miller; M. K.,14/03/1961;1962,Serbia; IR,Individual,M,008812345,\n"
    )

    (query,) = queries(tmp_path, "names.csv", text)

    party = query.party
    assert (query.row, query.id, query.problem) == (0, "C7", "")
    assert [name.text for name in party.names] == ["Miro Korvanec", "The Miller", "M. K."]
    assert [day.start for day in party.births] == ["1961-03-14", "1962"]
    assert party.countries == ("RS", "IR")
    assert (party.kind, party.gender) == ("person", "male")
    assert party.identifiers == (PartyIdentifier("passport", "008812345"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_heading_shows_what_parts_the_columns(tmp_path: Path, delimiter: str) -> None:
    text = f"name{delimiter}dob\nLena Ostrander{delimiter}1970\n"

    (query,) = queries(tmp_path, "names.csv", text)

    assert query.party.name == "Lena Ostrander"
    assert query.party.births[0].start == "1970"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_of_a_spreadsheet_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (query,) = queries(tmp_path, "names.csv", "name\nJosé Ibáñez\n".encode(encoding))

    assert query.party.name == "José Ibáñez"


def test_a_name_keeps_its_semicolon(tmp_path: Path) -> None:
    (query,) = queries(tmp_path, "names.csv", 'name,notes\n"Grey; Heron",x\n')

    assert query.party.name == "Grey; Heron"


def test_objects_a_line_may_nest_and_hold_lists(tmp_path: Path) -> None:
    row = {
        "key": "q1",
        "query": {
            "name": "Миро Корванец",
            "schema": "person",
            "aliases": ["Miro Korvanec"],
            "dob": ["1961-03-14"],
            "identifiers": [{"kind": "passport", "number": "008812345"}],
            "imo": 9285835,
        },
    }

    (query,) = queries(tmp_path, "names.jsonl", json.dumps(row) + "\n\n")

    assert query.id == "q1"
    assert [name.text for name in query.party.names] == ["Миро Корванец", "Miro Korvanec"]
    assert query.party.identifiers == (
        PartyIdentifier("imo", "9285835"),
        PartyIdentifier("passport", "008812345"),
    )


def test_no_row_is_lost_however_many_there_are(tmp_path: Path) -> None:
    names = [f"Lena {index}" for index in range(250)]

    found = queries(tmp_path, "names.jsonl", "".join(json.dumps({"name": name}) + "\n" for name in names))

    assert [query.party.name for query in found] == names
    assert [query.row for query in found] == list(range(250))


def test_plain_lines_are_names(tmp_path: Path) -> None:
    found = queries(tmp_path, "names.txt", "Miro Korvanec\n\nLena Ostrander\n")

    assert [(query.row, query.party.name) for query in found] == [(0, "Miro Korvanec"), (1, "Lena Ostrander")]


def test_compressed_files_are_read_too(tmp_path: Path) -> None:
    (query,) = queries(tmp_path, "names.csv.gz", gzip.compress(b"name\nGrey Heron\n"))

    assert query.party.name == "Grey Heron"


def test_a_mapped_column_is_read(tmp_path: Path) -> None:
    (query,) = queries(
        tmp_path, "names.csv", "Kunde,Geburt\nLena Ostrander,1970\n", name="Kunde", dob="Geburt"
    )

    assert query.party.name == "Lena Ostrander"
    assert query.party.births[0].start == "1970"


def test_what_has_no_reading_is_noted_and_not_compared(tmp_path: Path) -> None:
    (query,) = queries(tmp_path, "names.csv", "name,dob,country,type\nLena,31/31/1970,Erewhon,robot\n")

    assert query.not_understood == ("kind: robot", "dob: 31/31/1970", "country: Erewhon")
    assert not query.party.births
    assert query.problem == ""


@pytest.mark.parametrize(
    ("name", "says"),
    [("", "no name"), ("—", "no name"), ("A" * 501, "501 characters")],
)
def test_a_row_that_cannot_be_screened_says_why(tmp_path: Path, name: str, says: str) -> None:
    (query,) = queries(tmp_path, "names.csv", f"name,dob\n{name},1970\n")

    assert says in query.problem


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"name": "Lena", "aliases": [f"L {index}" for index in range(20_000)]}, "20,001 names"),
        ({"name": "Lena", "dob": [str(1000 + index) for index in range(101)]}, "101 birth dates"),
        ({"name": "Lena", "passport": [f"A{index}" for index in range(20_000)]}, "20,000 numbers"),
        ({"name": "L" * 900_000}, "900,000 characters"),
    ],
)
def test_a_row_that_asks_too_much_is_not_screened(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    (query,) = queries(tmp_path, "names.jsonl", json.dumps(row))

    assert says in query.problem


@pytest.mark.parametrize("field", ["dob", "country", "type", "passport", "identifiers"])
def test_a_cell_that_is_too_long_is_noted_and_not_read(tmp_path: Path, field: str) -> None:
    text = ", ".join(["Erewhon"] * 100_000)

    (query,) = queries(tmp_path, "names.jsonl", json.dumps({"name": "Lena", field: text}))

    assert query.not_understood
    assert max(len(each) for each in query.not_understood) < 80


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("names.csv", "name,dob\nLena\n", "1 fields at line 2, and 2 are expected"),
        ("names.csv", 'name,dob\n"Lena,1970\n', "quotation mark"),
        ("names.csv", "name,name\nLena,1970\n", "two columns “name”"),
        ("names.csv", b"name\nLe\x00na\n", "zero byte"),
        ("names.csv", b"name\n" + b"x" * 1_100_000, "more than 1 MiB"),
        ("names.jsonl", '{"name": "Lena"}\n{"name": \n', "Line 2 of “names.jsonl” is no JSON"),
        ("names.jsonl", "[1]\n", "no JSON object"),
        ("names.jsonl", '{"name":' + "[" * 100_000 + "\n", "Line 1 of “names.jsonl” is no JSON"),
        ("names.jsonl", b'{"name": "\xff"}\n', "not in UTF-8"),
        ("names.jsonl", b'{"name": "Lena \\ud83d"}\n', "Line 1 of “names.jsonl” is no JSON"),
        ("names.csv.gz", b"no gzip", "names.csv.gz"),
        ("names.parquet", b"PAR1 not really", "no Parquet"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(
    tmp_path: Path, file: str, content: str | bytes, says: str
) -> None:
    with pytest.raises((ListError, UsageError)) as raised:
        queries(tmp_path, file, content)

    assert says in str(raised.value)


def test_a_table_without_names_says_what_columns_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        queries(tmp_path, "names.csv", "Kunde,Notiz\nLena,x\n")

    assert "Say which: --columns “name=Kunde”. There are: “Kunde” and “Notiz”." in str(raised.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names.csv").mkdir()

    with pytest.raises(StoreError):
        open_table(tmp_path / "names.csv", {})


def test_without_pyarrow_parquet_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)

    with pytest.raises(UsageError) as raised:
        queries(tmp_path, "names.parquet", b"PAR1")

    assert "pip install “sanctcheck[parquet]”, or save the table as CSV" in str(raised.value)


def test_a_table_is_streamed(tmp_path: Path) -> None:
    """A mistake far down is met when the reader comes there, and not before."""
    path = tmp_path / "names.csv"
    path.write_text("name,dob\n" + "Lena Ostrander,1970\n" * 1000 + "broken\n", encoding="utf-8")

    found = open_table(path, {}).queries()

    assert next(found).party.name == "Lena Ostrander"
    with pytest.raises(ListError):
        list(found)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("passport:A 123", "passport", "A 123"),
        ("INN: 7701", "tax-id", "7701"),
        ("IMO9285835", "imo", "9285835"),
        ("Passport No. # 77", "passport", "77"),
        ("12345", "other", "12345"),
    ],
)
def test_a_number_says_its_kind(text: str, kind: str, number: str) -> None:
    found = labelled_identifier(text)

    assert (found.kind, found.number) == (kind, number)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=5), JSON, max_size=5))
def test_whatever_an_object_holds_becomes_texts(value: dict[str, Any]) -> None:
    row = flat(value)

    assert all(isinstance(text, str) for texts in row.values() for text in texts)
