"""Every form of a survey says the same, and no name on a list, nor any file name, can make it do anything."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from support import TODAY
from surveying import Someone, american, british, canadian, surveyed

from sanctcheck.errors import UsageError
from sanctcheck.report.survey import csv_table, html, json_form, markdown, terminal
from sanctcheck.report.survey.of_lists import sections
from sanctcheck.report.survey.pictures import pictures_of
from sanctcheck.report.survey.sections import Block, Report, Section, Table
from sanctcheck.report.survey.whole import Surveyed, report_of
from sanctcheck.report.view import View
from sanctcheck.schemas import schema
from sanctcheck.survey.dossiers.survey import survey_of
from sanctcheck.survey.lists.model import Doubtful

if TYPE_CHECKING:
    from pathlib import Path

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


def made_of(*sections_: Section) -> Report:
    return Report("A survey <b>", ("As of then.",), sections_)


NOTED = Table("t", "A table", ("name", "n: number"), (("A|B", "3"),), frozenset({1}), note="Counted <once>.")
LONG = Table("l", "Long", ("name",), tuple((str(number),) for number in range(500)), is_long=True)


def test_every_part_of_a_survey_stands_in_markdown() -> None:
    block = Block("They differ.", (("gb-ghr", "listed"),), "Torture")
    section = Section("s", "S", ("Text.",), (NOTED, replace(NOTED, rows=(), id="u")), (block,), ("A point.",))
    page = "".join(markdown.text(made_of(section)))

    assert "# A survey \\<b\\>\n" in page
    assert "\n**Torture** They differ.\n\n- gb-ghr: listed\n" in page.replace("gb\\-ghr", "gb-ghr")
    assert "\nCounted \\<once\\>.\n" in page
    assert "| name | n: number |\n| --- | ---: |\n| A\\|B | 3 |\n" in page
    assert "\nNone.\n" in page
    assert page.endswith("\n- A point.\n")


def test_a_long_table_is_cut_and_one_for_programs_alone_left_out_of_markdown() -> None:
    hidden = replace(NOTED, title="For programs", is_for_csv=True)
    page = "".join(markdown.text(made_of(Section("s", "S", (), (LONG, hidden)))))

    assert f"And {500 - markdown.ROWS} more rows: `--format csv --table l`." in page
    assert "For programs" not in page
    whole = "".join(markdown.text(made_of(Section("s", "S", (), (replace(LONG, is_long=False),)))))
    assert "more rows" not in whole


def test_a_terminal_leaves_out_a_section_without_anything_and_headings_that_are_none() -> None:
    silent = Section("e", "Empty")
    plain = Table("p", "Plain", ("", ""), (("a", "b"),))
    made = "".join(terminal.text(made_of(silent, Section("s", "Plain", (), (plain,))), View(TODAY)))

    assert "Empty" not in made
    assert made.endswith("\nPlain\n  a  b\n")


def test_a_list_that_speaks_for_no_state_and_ties_that_people_judged_are_said(hostile: Surveyed) -> None:
    overlap = hostile.overlap
    assert overlap is not None
    first, *others = overlap.lists
    odd = replace(overlap, lists=(replace(first, state=""), *others), judged=2)
    points = " ".join(next(s for s in sections(odd) if s.id == "not-resolved").points)

    assert "it speaks for no state that is known here, and is not counted" in points
    assert "2 ties were settled by what people had judged." in points
    before = " ".join(next(s for s in sections(overlap) if s.id == "not-resolved").points)
    assert "speaks for no state" not in before
    assert "had judged" not in before


def test_entries_that_may_be_of_one_target_stand_in_every_form(hostile: Surveyed) -> None:
    overlap = hostile.overlap
    assert overlap is not None
    one, other = overlap.targets[0].listings[0], overlap.targets[1].listings[0]
    doubtful = replace(overlap, doubtful=(Doubtful(one, other, 0.71, "alike names", "no birth date"),))
    said = json.loads(json_form.text(replace(hostile, overlap=doubtful)))

    Draft202012Validator(schema("survey")).validate(said)
    assert said["lists"]["doubtful"] == [
        {
            "first": one.key,
            "second": other.key,
            "score": 0.71,
            "because": "alike names",
            "why": "no birth date",
        }
    ]
    assert "1 pairs of entries may be of one target" in "".join(
        markdown.text(report_of(replace(hostile, overlap=doubtful)))
    )


def test_dossiers_that_were_not_read_and_allegations_that_were_not_counted_are_said() -> None:
    made = replace(
        survey_of([], TODAY, ["public"]), withheld_allegations=1, unread=tuple(f"{n}.yaml" for n in range(30))
    )
    text = "".join(terminal.text(report_of(Surveyed(TODAY, made)), View(TODAY)))

    assert "1 allegation that readers of this survey may not see: not counted." in text
    assert "30 files that could not be read as dossiers" in " ".join(text.split())
    assert "…" in text
