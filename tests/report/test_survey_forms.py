"""Every form of a survey says the same, and no name on a list, nor any file name, can make it do anything."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from support import TODAY
from surveying import Someone, american, british, canadian, surveyed

from sanctcheck.errors import UsageError
from sanctcheck.report.survey import csv_table, html, json_form, markdown, terminal
from sanctcheck.report.survey.of_lists import sections
from sanctcheck.report.survey.pictures import pictures_of
from sanctcheck.report.survey.whole import Surveyed, report_of
from sanctcheck.report.view import View
from sanctcheck.schemas import schema
from sanctcheck.survey.dossiers.survey import survey_of

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.report.survey.sections import Report

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Surveyed:
    folder = tmp_path_factory.mktemp("hostile")
    every = (
        Someone("1", f"=HYPERLINK('http://x.test')|{SCRIPT}", programme="GLOMAG"),
        Someone("4", "\u202eVARGA"),
        Someone("2", "![x](http://x.test/) **ZELENKA**", "Marta @someone"),
        Someone("3", "OSTRANDER", "Lena", programme=f"NO-SUCH {SCRIPT}".replace("<", "&lt;")),
    )
    british_one = Someone("GHR0001", "ZELENKA", "Marta", day="25/12/2020")
    overlap = surveyed(
        folder,
        american(folder, *every),
        british(folder, british_one),
        canadian(folder, Someone("7", "ZELENKA", "Marta", day="2021-02-03")),
    )
    return Surveyed(TODAY, None, overlap)


@pytest.fixture(scope="module")
def report(hostile: Surveyed) -> Report:
    return report_of(hostile)


def test_json_follows_its_schema_and_holds_every_target(hostile: Surveyed) -> None:
    said = json.loads(json_form.text(hostile))

    Draft202012Validator(schema("survey")).validate(said)
    assert said["format"] == "survey/1"
    assert hostile.overlap is not None
    assert len(said["lists"]["targets"]) == len(hostile.overlap.targets)


def test_json_of_dossiers_follows_the_schema() -> None:
    made = Surveyed(TODAY, survey_of([], TODAY, ["public"]))

    Draft202012Validator(schema("survey")).validate(json.loads(json_form.text(made)))


def test_the_same_survey_gives_the_same_bytes(hostile: Surveyed) -> None:
    assert html.text(report_of(hostile)) == html.text(report_of(hostile))
    assert json_form.text(hostile) == json_form.text(hostile)


def test_no_name_is_markup_on_the_page(report: Report) -> None:
    page = html.text(report)

    assert SCRIPT not in page
    assert "&lt;script&gt;alert(1)" in page
    assert page.count("<script>") == 1
    assert "\u202e" not in page


def test_a_picture_escapes_what_it_writes(tmp_path: Path) -> None:
    from sanctcheck.report.survey.sections import Report, Section, Table

    table = Table("t", "T", ("", "n"), ((f"{SCRIPT} & <b>", "3"),), frozenset({1}), 1)

    drawn = pictures_of(Report("R", (), (Section("s", "S", (), (table,)),)))["t"]

    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert tmp_path


def test_each_picture_has_its_table_behind_it(report: Report) -> None:
    page = html.text(report)

    pictures = pictures_of(report)
    assert {"overlap", "states", "alone"} <= set(pictures)
    for name in pictures:
        assert f'<table id="table-{name}"' in page
    assert page.count("<svg") == len(pictures)


def test_no_cell_of_csv_is_computed(report: Report) -> None:
    text = "".join(csv_table.text(report, "gaps", raw=False))

    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == list(report.tables["gaps"].heads)
    assert len(rows) == len(report.tables["gaps"].rows) + 1
    assert any("=HYPERLINK" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-1", "@"))]


def test_markdown_leads_nowhere_and_calls_nobody(report: Report) -> None:
    text = "".join(markdown.text(report))

    assert "](http" not in text
    assert SCRIPT not in text
    assert "@someone" not in text


def test_nothing_steers_the_terminal(report: Report) -> None:
    text = "".join(terminal.text(report, View(TODAY)))

    assert "\u202e" not in text
    assert "\\u{202e}" in text


def test_a_table_that_does_not_exist_is_named_with_those_that_do(report: Report) -> None:
    with pytest.raises(UsageError, match="gaps"):
        list(csv_table.text(report, "gap", raw=False))


def test_a_long_table_says_what_is_left_out_and_how_to_have_it(hostile: Surveyed) -> None:
    report = report_of(hostile)

    page = html.text(report, rows=1)

    left = len(report.tables["gaps"].rows) - 1
    assert left > 0
    assert f"And {left} more rows" in page
    assert "--table gaps" in page


def test_what_could_not_be_resolved_is_said(hostile: Surveyed) -> None:
    assert hostile.overlap is not None
    points = " ".join(next(s for s in sections(hostile.overlap) if s.id == "not-resolved").points)

    assert "NO-SUCH" in points
    assert "do not say since when" in points
