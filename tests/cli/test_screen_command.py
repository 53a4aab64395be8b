"""`sanctcheck screen`, as its users call it."""

from __future__ import annotations

import csv
import io
import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from listmaking import Entry, sdn_xml
from screening import SWISS, UK, UN, Listed, list_of
from support import NEUTRAL

from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import Called, CommandLine

CONFIGURATION = """\
[us-ofac-sdn]
url = "https://lists.invalid/sdn.xml"
file = "sdn.xml"
minimum = {}
"""
TODAY = time.strftime("%Y-%m-%d", time.gmtime())
NAMES = "id,name,dob\nC1,Miro Tadesz Korvanec,1961-03-14\nC2,Nobody Whatsoever,\nC3,Grey Heron,\n"


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "store"))
    monkeypatch.setenv("SANCTCHECK_LISTS_CONFIG", str(tmp_path / "lists.toml"))
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "lists.toml").write_text(CONFIGURATION, encoding="utf-8")


def screen(here: CommandLine, *arguments: str) -> Called:
    """Screens against the small lists of the United Kingdom and the United Nations."""
    return here.call("screen", "--list-file", str(UK), "--list-file", str(UN), "--processes", "1", *arguments)


def keep(here: CommandLine, day: str = TODAY) -> None:
    (here.folder / "sdn.xml").write_bytes(sdn_xml([Entry(7, "KORVANEC"), Entry(8, "OSTRANDER")]))
    called = here.call("lists", "import", "--list", "us-ofac-sdn", "--fetched-on", day, "sdn.xml")
    assert called.status == 0, called


def lines(called: Called) -> list[dict[str, Any]]:
    return [json.loads(line) for line in called.out.splitlines()]


def test_a_name_is_shown_with_where_it_is_listed_since_when_and_in_which_snapshot(
    command_line: CommandLine,
) -> None:
    called = screen(command_line, "Miro Tadesz Korvanec", "--dob", "1961-03-14", "--kind", "person")

    assert called.status == 1
    assert "1.00  gb-fcdo GHR9901  Miro Tadesz KORVANEC (person)" in called.out
    assert "listed 2020-12-10" in " ".join(called.out.split())
    assert "of 2026-03-07, gb-fcdo:GHR9901" in called.out
    assert "un-sc CDi.901" in called.out
    assert "A hit is a possible match, and no finding about anybody. A person decides." in called.out


def test_a_name_that_nobody_listed_bears_ends_with_0(command_line: CommandLine) -> None:
    called = screen(command_line, "Nobody Whatsoever")

    assert called.status == 0
    assert "No listing comes near it." in called.out
    assert "0 possible matches." in called.out


def test_explaining_says_what_speaks_for_and_against(command_line: CommandLine) -> None:
    called = screen(command_line, "Miro Tadeusz Korvanec", "--dob", "1961", "--explain")

    assert "Korvanec = KORVANEC" in called.out
    assert "born 1961 against 1961-" in called.out


def test_a_table_gives_an_object_a_row(command_line: CommandLine) -> None:
    command_line.write("names.csv", NAMES)

    called = screen(command_line, "names.csv", "--format", "jsonl")

    first, second, third = lines(called)
    assert called.status == 1
    assert (first["row"], first["id"]) == (0, "C1")
    assert {(hit["list"], hit["id"]) for hit in first["hits"]} == {
        ("gb-fcdo", "GHR9901"),
        ("un-sc", "CDi.901"),
    }
    assert all(hit["score"] > 0.9 for hit in first["hits"])
    assert second == {"row": 1, "hits": [], "name": "Nobody Whatsoever", "id": "C2"}
    assert third["hits"][0]["id"] == "DPR9903"
    assert "columns: name from “name”, dob from “dob”, id from “id”" in called.err


def test_every_hit_says_where_it_stands(command_line: CommandLine) -> None:
    (query,) = lines(screen(command_line, "Grey Heron", "--format", "jsonl"))

    (hit,) = query["hits"]
    assert hit["publisher"] == "gb-fcdo"
    assert hit["programmes"] == [
        "The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019"
    ]
    assert hit["listed_on"] == ["2017-10-03"]
    assert hit["removed_on"] == []
    assert hit["snapshot"].startswith("gb-fcdo@")
    assert hit["snapshot_date"] == "2026-03-07"
    assert hit["key"] == "gb-fcdo:DPR9903"
    assert hit["matched"] == ["Grey Heron", "Grey Heron"]


def test_json_is_one_report_with_lists_and_totals(command_line: CommandLine) -> None:
    command_line.write("names.csv", NAMES)

    found = json.loads(screen(command_line, "names.csv", "--format", "json", "--explain").out)

    assert found["format"] == "screening/1"
    assert [each["list"] for each in found["lists"]] == ["gb-fcdo", "un-sc"]
    assert found["totals"] == {"queries": 3, "with_hits": 2, "hits": 3, "open_hits": 3, "not_screened": 0}
    assert found["queries"][0]["hits"][0]["explanation"][0]["says"]


def test_no_cell_of_csv_is_computed_by_a_spreadsheet(command_line: CommandLine) -> None:
    evil = Listed("T1", "=HYPERLINK(1) Korvanec", facts={"alias": ["+Miro Korvanec"]})
    path = list_of(command_line.folder, evil)
    command_line.write("names.csv", 'name,id\n"=1+1 HYPERLINK Korvanec",@x\n')

    called = command_line.call(
        "screen", "names.csv", "--list-file", str(path), "--format", "csv", "--threshold", "0"
    )

    rows = list(csv.reader(io.StringIO(called.out)))
    assert len(rows) == 2
    assert all(line.startswith('"') for line in called.out.splitlines())
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert "'=HYPERLINK(1) Korvanec" in rows[1]


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "csv", "decisions"])
def test_no_format_lets_a_character_through_that_steers_a_terminal(
    command_line: CommandLine, form: str
) -> None:
    evil = Listed("T1", "Miro\u202e \u200bKorvanec ::error::x", facts={"position": ["\x1b[31mred"]})
    path = list_of(command_line.folder, evil)
    command_line.write("names.csv", "name,id\n\u2066Miro Korvanec ::error::x,\x1b]0;\n")

    called = command_line.call(
        "screen", "names.csv", "--list-file", str(path), "--format", form, "--explain", "--threshold", "0.01"
    )

    assert "Korvanec" in called.out
    assert not {"\u202e", "\u200b", "\u2066", "\x1b"} & set(called.out + called.err)
    assert not any(line.startswith("::") for line in (called.out + called.err).splitlines())


def test_rows_that_cannot_be_screened_are_said_and_end_with_1(command_line: CommandLine) -> None:
    command_line.write("names.csv", "name,dob\n,1970\nNobody Whatsoever,soon\n")

    called = screen(command_line, "names.csv", "--format", "jsonl")

    assert called.status == 1
    assert lines(called)[0]["problem"] == "There is no name."
    assert "1 rows were not screened: row 0: There is no name." in called.err
    assert "1 values were not understood: row 1: dob: soon" in called.err


def test_a_table_without_rows_is_nothing_to_screen(command_line: CommandLine) -> None:
    command_line.write("names.csv", "name\n")

    assert screen(command_line, "names.csv").status == 3


def test_those_who_are_listed_no_more_are_no_hits_and_are_said(command_line: CommandLine) -> None:
    called = command_line.call("screen", "Dunmere Quarry Holdings Ltd", "--list-file", str(SWISS))
    as_hit = command_line.call(
        "screen", "Dunmere Quarry Holdings Ltd", "--list-file", str(SWISS), "--removed"
    )

    assert (called.status, as_hit.status) == (0, 1)
    assert "was listed until 2024-03-01, and is no hit" in " ".join(called.out.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["—"], "There is no name."),
        (["Lena", "--dob", "soon"], "Not understood: dob: soon"),
        (["Lena", "--id", "12345"], "write KIND:NUMBER"),
        (["Lena", "--columns", "name=x"], "--columns goes with a table of names"),
        (["names.csv", "--dob", "1970"], "in a file, columns say it"),
        (["names.csv", "--columns", "name=Nmae"], "There is no column “Nmae”. Did you mean “name”?"),
        (["missing.csv"], "There is no file “missing.csv”."),
        (["law"], "neither a dossier"),
        (["law/example.yaml"], "cannot be read as a dossier"),
        (["Lena", "--decisions", "names.csv"], "cannot be used for decisions"),
        (["Lena", "--format", "parquet"], "--output FILE"),
        (["names.csv", "--cluster", "2"], "--cluster reads Parquet"),
    ],
)
def test_what_does_not_go_together_is_explained(
    command_line: CommandLine, arguments: list[str], says: str
) -> None:
    command_line.write("names.csv", NAMES)

    called = screen(command_line, *arguments)

    assert called.status == 2
    assert says in " ".join(called.err.split())
    assert "Traceback" not in called.err


def test_without_a_list_it_says_how_to_get_one(command_line: CommandLine) -> None:
    called = command_line.call("screen", "Lena Ostrander")

    assert called.status == 4
    assert "sanctcheck lists update" in called.err
    assert "--list-file FILE" in called.err


def test_lists_that_are_kept_are_screened_and_their_age_is_said(command_line: CommandLine) -> None:
    keep(command_line)

    called = command_line.call("screen", "Korvanec 7")

    assert called.status == 1
    assert "us-ofac 7  KORVANEC 7" in called.out
    assert "of 2026-05-29, 2 listings, " in called.out
    assert "TOO OLD" not in called.out
    assert "Not kept, and so not screened against: " in called.out
    assert "un-sc" in called.out


def test_a_list_that_is_too_old_ends_with_4_and_is_shown_all_the_same(command_line: CommandLine) -> None:
    keep(command_line, "2026-01-02")

    called = command_line.call("screen", "Korvanec 7", "--format", "jsonl")

    assert called.status == 4
    assert lines(called)[0]["hits"][0]["id"] == "7"
    assert "too old: us-ofac-sdn" in called.err


@pytest.mark.parametrize(
    ("name", "status"), [("us-ofac-sdn", 1), ("us-ofac", 1), ("un-sc", 4), ("us-ofax", 2)]
)
def test_lists_are_chosen_by_their_name_or_their_publisher(
    command_line: CommandLine, name: str, status: int
) -> None:
    keep(command_line)

    called = command_line.call("screen", "Korvanec 7", "--lists", name)

    assert called.status == status, called


def test_an_older_snapshot_can_be_screened_against_by_its_name(command_line: CommandLine) -> None:
    keep(command_line)
    later = sdn_xml([Entry(7, "KORVANEC"), Entry(8, "OSTRANDER"), Entry(9, "BRODSKY")], day="06/05/2026")
    (command_line.folder / "sdn.xml").write_bytes(later)
    arguments = ("lists", "import", "--list", "us-ofac-sdn", "--fetched-on", TODAY, "sdn.xml")
    assert command_line.call(*arguments).status == 0

    now = command_line.call("screen", "Brodsky 9", "--lists", "us-ofac-sdn")
    before = command_line.call("screen", "Brodsky 9", "--lists", "us-ofac-sdn@previous")

    assert (now.status, before.status) == (1, 0)


def test_purging_a_list_takes_what_was_made_of_it(command_line: CommandLine) -> None:
    keep(command_line)
    command_line.call("screen", "Korvanec 7")
    made = command_line.folder / "store" / "_screening"
    assert list(made.iterdir())

    command_line.call("lists", "purge", "us-ofac-sdn", "--keep", "0")

    assert not made.exists()


def test_judgments_are_pasted_filled_in_and_honoured(command_line: CommandLine) -> None:
    command_line.write("names.csv", NAMES)
    blocks = screen(command_line, "names.csv", "--format", "decisions").out
    filled = (
        blocks.replace("‹same, different or unsure›", "different")
        .replace("‹who judges›", "J. Officer")
        .replace("‹year-month-day›", "2026-05-04")
        .replace("‹what tells them apart, or shows that they are one›", "Born in another town.")
    )
    command_line.write("decisions.yaml", filled)

    called = screen(command_line, "names.csv", "--decisions", "decisions.yaml")
    more = screen(command_line, "names.csv", "--decisions", "decisions.yaml", "--format", "decisions")

    assert called.status == 0
    assert (
        "judged different by J. Officer on 2026-05-04: Born in another town. (settled, not counted)"
        in " ".join(called.out.split())
    )
    assert "Decisions of decisions.yaml: 3 different met with." in called.out
    assert more.out == ""
    for query in lines(
        screen(command_line, "names.csv", "--decisions", "decisions.yaml", "--format", "jsonl")
    ):
        assert all(hit["settled"] and hit["decision"]["judgment"] == "different" for hit in query["hits"])


def test_a_report_is_written_to_a_file_whole(command_line: CommandLine) -> None:
    command_line.write("names.csv", NAMES)

    called = screen(command_line, "names.csv", "--format", "jsonl", "--output", "hits.jsonl")

    assert called.out == ""
    assert len((command_line.folder / "hits.jsonl").read_text("utf-8").splitlines()) == 3


def test_a_report_of_a_broken_table_leaves_no_file(command_line: CommandLine) -> None:
    command_line.write("names.csv", NAMES + "broken\n")

    called = screen(command_line, "names.csv", "--format", "jsonl", "--output", "hits.jsonl")

    assert called.status == 2
    assert "1 fields at line 5, and 3 are expected" in called.err
    assert not (command_line.folder / "hits.jsonl").exists()


DECISION = (
    "{query: {name: Miro Tadesz Korvanec}, listing: 'un-sc:9900001', judgment: different, by: A, day: 2026-05-04,"
    " because: No., seen: '0123456789abcdef'}"
)
DOSSIER = """\
format: dossier/1
id: example
target: {type: person, names: [{name: Miro Tadesz Korvanec}], born: 1961}
legal_basis: [{regime: eu-ghr}]
"""


def test_a_dossier_is_shown_with_what_follows_and_where(command_line: CommandLine) -> None:
    command_line.write("dossier.yaml", DOSSIER)

    called = screen(command_line, "dossier.yaml")

    assert called.status == 1
    assert "warning  namesake-listed" in called.out
    assert "at   dossier.yaml:3:1" in called.out
    assert "asks target-told-apart (sanctcheck explain target-told-apart)" in called.out
    assert "Target: Miro Tadesz Korvanec" in called.out


def test_a_dossier_for_programs(command_line: CommandLine) -> None:
    command_line.write("dossier.yaml", DOSSIER)

    found = json.loads(screen(command_line, "dossier.yaml", "--format", "json").out)

    assert {note["rule"] for note in found["notes"]} == {"namesake-listed"}
    assert found["queries"][0]["id"] == "/target"
    assert found["protected"] == 0


def test_the_json_form_keeps_to_its_schema(command_line: CommandLine) -> None:
    command_line.write("names.csv", "name,dob\nMiro Tadesz Korvanec,\n,soon\nDunmere Quarry Holdings Ltd,\n")
    command_line.write("dossier.yaml", DOSSIER)
    command_line.write("decisions.yaml", "format: decisions/1\ndecisions: [" + DECISION + "]\n")
    more = ("--list-file", str(SWISS), "--explain", "--decisions", "decisions.yaml", "--format", "json")
    form = Draft202012Validator(schema("screening"))

    for subject in ("names.csv", "dossier.yaml"):
        found = json.loads(screen(command_line, subject, *more).out)

        assert [error.message for error in form.iter_errors(found)] == []
        assert found["decisions"]["changed"] + len(found["decisions"]["unused"]) == 1


def test_help_fits_80_columns(command_line: CommandLine) -> None:
    shown = command_line.call("screen", "--help").out

    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize("subject", ["Miro Tadesz Korvanec", "names.csv", "dossier.yaml"])
def test_the_log_of_a_ci_has_counts_and_no_name(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch, subject: str
) -> None:
    monkeypatch.setenv("CI", "true")
    command_line.write("names.csv", NAMES)
    command_line.write("dossier.yaml", NEUTRAL.replace("Example Person", "Miro Tadesz Korvanec"))

    called = screen(command_line, subject)
    asked = screen(command_line, subject, "--names")
    command_line.write("x", "")
    filed = screen(command_line, subject, "--output", "report.txt")

    told = (command_line.folder / "report.txt").read_text()
    assert called.status == asked.status == filed.status == 1
    assert "possible match" in called.out
    assert "not shown in the log of a CI" in called.out
    for name in ("korvanec", "ghr9901", "1961"):
        assert name not in (called.out + called.err).casefold()
        assert name in asked.out.casefold()
        assert name in told.casefold()
