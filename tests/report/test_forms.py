"""What each form of the report does with any text, with very many findings, and with what is odd."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from commanding import STANDARDS
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reporting import GAP, REGIME, report
from support import TODAY

from sanctcheck.law.load import Law
from sanctcheck.reading.document import Place
from sanctcheck.record import (
    About,
    CriterionRecord,
    FileRecord,
    Finding,
    InternalError,
    RegimeRecord,
    RelatedPlace,
    Settled,
)
from sanctcheck.report.base import Run
from sanctcheck.report.formats import FORMATS, markdown, sarif
from sanctcheck.report.location import relative_path, uri
from sanctcheck.report.markdown import foreign
from sanctcheck.report.view import View
from sanctcheck.text import visible

ANY = settings(deadline=None, max_examples=60)
TEXT = st.text(max_size=80) | st.text(alphabet="=+-@'\"\t\r\n\0＝%:,#[]()<>&|*_`~\\{}1.a ", max_size=40)
WARNING = replace(
    GAP, rule="reasons", severity="warning", verified="uncertain", fingerprint="fedcba9876543210"
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("law")
    (folder / "standards.yaml").write_text(STANDARDS)
    (folder / "example.yaml").write_text(REGIME)
    return Run(View(TODAY), lambda: Law(folder), root="/repository")


def under(*rules: str) -> RegimeRecord:
    criteria = (
        CriterionRecord(rule, "notification", "due-process", rule, "duty", (), "text", None, "not-shown")
        for rule in rules
    )
    return RegimeRecord("example", "An example regime", TODAY, tuple(criteria))


def dossier(*findings: Finding, file: str = "a.yaml", **changed: Any) -> FileRecord:
    rules = dict.fromkeys(each.rule for each in findings if each.regime)
    made = FileRecord(file, "id", About("Example Person"), findings, (under(*rules),))
    return replace(made, **changed)


def results(text: str) -> Any:
    return json.loads(text)["runs"][0]["results"]


@ANY
@given(message=TEXT, file=TEXT, reason=TEXT)
def test_any_text_leaves_every_form_whole(run: Run, message: str, file: str, reason: str) -> None:
    settled = Settled("accepted", reason, reason, date(2027, 1, 1), reason)
    found = [
        dossier(replace(GAP, message=message, title=message), replace(WARNING, settled=settled), file=file)
    ]
    made = {name: report(name, found, run) for name in FORMATS}

    for text in made.values():
        assert [
            character for character in text if visible(character) != character and character not in "\r\n"
        ] == []
    assert len(json.loads(made["json"])["dossiers"]) == 1
    assert len(made["jsonl"].splitlines()) == 1
    assert len(results(made["sarif"])) == 2
    assert len(json.loads(made["gitlab"])) == 2
    assert len(ET.fromstring(made["junit"])[0]) == 3
    assert [len(row) for row in csv.reader(io.StringIO(made["csv"], newline=""))] == [23, 23, 23]
    commands = made["github"].splitlines()
    assert [line.split(" ")[0] for line in commands] == ["::error", "::notice", "sanctcheck:"]


@ANY
@given(TEXT)
def test_foreign_text_is_shown_as_it_stands_and_is_nothing_else(text: str) -> None:
    (opening, paragraph, *_), words = (
        MarkdownIt("gfm-like", {"linkify": False}).parse(f"- {foreign(text)}x")[2:5],
        text,
    )
    kinds = {token.type for token in paragraph.children or ()}
    shown = "".join(token.content for token in paragraph.children or ()).replace("\u200b", "")

    assert opening.type == "paragraph_open"
    assert kinds <= {"text", "text_special"}
    assert shown == visible(" ".join(words.split())) + "x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org and www.example.org", r"see https\://example.org and www\.example.org"),
        ("ask @name of team", "ask @&#8203;name of team"),
        ("as in #12", r"as in \#&#8203;12"),
        ("1. a list", r"1\. a list"),
        ("1.yaml", "1.yaml"),
        ("- a list", r"\- a list"),
        ("= a heading", r"\= a heading"),
    ],
)
def test_a_forge_makes_no_link_and_calls_nobody(text: str, expected: str) -> None:
    assert foreign(text) == expected


@ANY
@given(TEXT)
def test_no_cell_is_one_that_a_spreadsheet_computes(run: Run, text: str) -> None:
    made = report("csv", [dossier(replace(GAP, message=text, title=text), file=text)], run)
    _, cells = csv.reader(io.StringIO(made, newline=""))

    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r\n\0＝＋－＠")] == []


def test_cells_stay_as_they_are_where_that_is_asked_for(run: Run) -> None:
    found = [dossier(replace(GAP, message="=1+1"))]

    assert '"\'=1+1"' in report("csv", found, run)
    assert '"=1+1"' in report("csv", found, replace(run, csv_raw=True))


@ANY
@given(message=TEXT, file=TEXT)
def test_what_github_decodes_is_what_was_meant(run: Run, message: str, file: str) -> None:
    made = report("github", [dossier(replace(GAP, message=message, title=""), file=file)], run).splitlines()[
        0
    ]
    command, _, data = made.removeprefix("::error ").partition("::")
    properties = dict(part.split("=", 1) for part in command.split(","))

    assert decoded(properties["file"]) == visible(relative_path(FileRecord(file).file, "/repository"))
    assert decoded(properties["title"]) == "example:notice"
    assert visible(f"Not shown: {message} Law:") in decoded(data)


def test_what_looks_like_a_code_is_no_code_for_the_runner(run: Run) -> None:
    made = report("github", [dossier(replace(GAP, message="50%0A, 1%2C"), file="a%3A,b:c.yaml")], run)

    assert "::error file=a%253A%2Cb%3Ac.yaml,line=3" in made
    assert "Not shown: 50%250A, 1%252C Law" in made


def decoded(text: str) -> str:
    """As the runner does it."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("dossiers/a.yaml", "dossiers/a.yaml"),
        ("./dossiers/../a.yaml", "a.yaml"),
        ("/repository/dossiers/a.yaml", "dossiers/a.yaml"),
        ("/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("Ñandú #1?.yaml", "%C3%91and%C3%BA%20%231%3F.yaml"),
        ("odd\udce9.yaml", "odd%E9.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_file_is_led_to_by_a_relative_uri(file: str, expected: str) -> None:
    assert uri(FileRecord(file).file, "/repository") == expected


def test_bytes_of_a_name_that_are_no_utf_8_are_written_out(run: Run) -> None:
    found = [dossier(GAP, file="odd\udce9.yaml")]

    for name in FORMATS:
        text = report(name, found, run)
        assert "odd" in text
        assert text.encode()
    assert json.loads(report("json", found, run))["dossiers"][0]["file"] == r"odd\xe9.yaml"


def test_of_too_many_results_sarif_holds_the_gravest_and_says_how_many_more_there_are(run: Run) -> None:
    many = [replace(WARNING, place=Place(line, 1, line, 2)) for line in range(1, sarif.MAX_RESULTS + 1)]
    accepted = replace(GAP, settled=Settled("accepted", "A reason.", "M. Example", TODAY))
    text = report(
        "sarif", [dossier(*many), dossier(accepted, file="b.yaml"), dossier(GAP, file="c.yaml")], run
    )
    made = results(text)

    assert len(made) == sarif.MAX_RESULTS
    assert [each["level"] for each in made].count("error") == 1
    assert made[-2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c.yaml"
    assert made[-1]["ruleId"] == sarif.MORE
    assert "3 findings more" in made[-1]["message"]["text"]
    assert "suppressions" not in text


def test_as_many_results_as_sarif_can_hold_are_all_there(run: Run) -> None:
    many = [replace(WARNING, place=Place(line, 1, line, 2)) for line in range(1, sarif.MAX_RESULTS + 1)]
    made = results(report("sarif", [dossier(*many)], run))

    assert len(made) == sarif.MAX_RESULTS
    assert {each["ruleId"] for each in made} == {"example:reasons"}


def test_sarif_names_what_a_finding_rests_on_and_not_without_end(run: Run) -> None:
    related = tuple(RelatedPlace(Place(line, 1, line, 2), (), "the act") for line in range(1, 500))
    (made,) = results(report("sarif", [dossier(replace(GAP, related=related))], run))

    assert len(made["relatedLocations"]) == sarif.MAX_RELATED
    assert made["relatedLocations"][2]["physicalLocation"]["region"]["startLine"] == 3
    assert made["relatedLocations"][2]["message"] == {"text": "the act"}


def test_a_dossier_that_accepts_its_own_gap_suppresses_it_in_its_source(run: Run) -> None:
    def suppression(where: str) -> Any:
        settled = Settled("accepted", "A reason.", "M. Example", TODAY, where)
        (made,) = results(report("sarif", [dossier(replace(GAP, settled=settled))], run))
        return made["suppressions"]

    assert [each["kind"] for each in suppression("a.yaml:7")] == ["inSource"]
    assert [each["kind"] for each in suppression("accepted.toml:7")] == ["external"]


def test_the_same_gap_twice_in_one_place_has_two_fingerprints_and_keeps_them_when_lines_move(
    run: Run,
) -> None:
    def marks(first_line: int) -> list[str]:
        two = [replace(GAP, place=Place(first_line + n, 1, first_line + n, 2)) for n in (0, 5)]
        made = results(report("sarif", [dossier(*two)], run))
        return [each["partialFingerprints"]["primaryLocationLineHash"] for each in made]

    assert marks(3) == ["0123456789abcdef:1", "0123456789abcdef:2"] == marks(40)


def test_a_page_of_markdown_fits_a_comment_and_says_how_many_findings_it_leaves_out(run: Run) -> None:
    many = [
        dossier(*(replace(each, message="x" * 5000) for each in (WARNING, GAP)), file=f"{n}.yaml")
        for n in range(300)
    ]
    text = report("markdown", many, run)
    shown = text.count("\n- **error**") + text.count("\n- **warning**")

    assert len(text) <= markdown.LIMIT < 65_536
    assert text.count("\n- **warning**") == 0
    assert f"\n{600 - shown} more findings are not shown here.\n" in text


def test_where_errors_have_room_warnings_fill_what_is_left(run: Run) -> None:
    many = [dossier(WARNING, file=f"{n}.yaml") for n in range(900)]
    text = report("markdown", [*many, dossier(GAP, file="last.yaml")], run)

    assert "### last.yaml" in text
    assert text.index("### 0.yaml") < text.index("### last.yaml")
    assert "more findings are not shown here." in text


@pytest.mark.parametrize(
    ("fail_on", "tags"),
    [
        ("error", [[], ["failure"], ["system-out"]]),
        ("warning", [[], ["failure"], ["failure"]]),
        ("none", [[], ["system-out"], ["system-out"]]),
    ],
)
def test_a_test_of_junit_fails_where_the_run_does(run: Run, fail_on: Any, tags: list[list[str]]) -> None:
    suite = ET.fromstring(report("junit", [dossier(GAP, WARNING)], replace(run, fail_on=fail_on)))[0]

    assert [[each.tag for each in test] for test in suite] == tags


def test_a_criterion_that_is_half_settled_still_fails(run: Run) -> None:
    settled = replace(GAP, settled=Settled("baseline"))
    suite = ET.fromstring(report("junit", [dossier(GAP, settled)], run))[0]

    assert [[each.tag for each in test] for test in suite] == [[], ["failure"]]
    assert "(in the baseline)" in str(suite[1][0].text)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"gitlab", "csv"}))
def test_a_check_that_failed_is_named(name: str, run: Run) -> None:
    failed = replace(
        under(),
        internal_errors=(InternalError("example", "notice", "notified", "KeyError in notified.py:3"),),
    )
    text = report(name, [dossier(under=(failed,))], run)

    assert "notified" in text
    assert "KeyError in notified.py:3" in text


def test_sarif_says_that_a_run_in_which_a_check_failed_was_no_success(run: Run) -> None:
    failed = replace(under(), internal_errors=(InternalError("example", "notice", "notified", "KeyError"),))
    made = json.loads(report("sarif", [dossier(under=(failed,))], run))["runs"][0]["invocations"]

    assert made[0]["executionSuccessful"] is False


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_on_nothing_is_whole_too(name: str, run: Run) -> None:
    text = report(name, [None], run)

    if name in {"json", "gitlab", "sarif"}:
        assert isinstance(json.loads(text), dict | list)
    elif name == "junit":
        assert len(ET.fromstring(text)) == 0
    else:
        assert text == "" if name == "jsonl" else text.endswith("\n")


def test_where_a_part_is_missing_the_whole_dossier_is_not_underlined(run: Run) -> None:
    missing = replace(GAP, place=Place(1, 1, 120, 1), missing_part="process")
    (result,) = results(report("sarif", [dossier(missing)], run))
    (entry,) = json.loads(report("gitlab", [dossier(missing)], run))

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert entry["location"]["lines"] == {"begin": 1, "end": 1}
    assert "file=a.yaml,line=1,title=" in report("github", [dossier(missing)], run)


def test_a_part_that_ends_where_the_next_line_begins_has_nothing_of_that_line(run: Run) -> None:
    part = replace(GAP, place=Place(3, 1, 6, 1))

    assert "line=3,endLine=5," in report("github", [dossier(part)], run)


def test_quiet_leaves_findings_alone(run: Run) -> None:
    met = replace(GAP, outcome="met", severity=None)
    found = [dossier(GAP, file="a.yaml"), dossier(met, file="b.yaml")]
    loud, quiet = report("terminal", found, run), report("terminal", found, replace(run, quiet=True))

    assert "Dossier b.yaml" in loud
    assert "Summary" in loud
    assert "Dossier a.yaml" in quiet
    assert re.search("b.yaml|Summary|Not due", quiet) is None
    assert len(report("github", found, replace(run, quiet=True)).splitlines()) == 1
