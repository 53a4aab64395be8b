"""`sanctcheck compare` and `sanctcheck portability` as their users call them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from commanding import STANDARDS
from jsonschema import Draft202012Validator
from support import EXAMPLE_REGIME, ROOT

if TYPE_CHECKING:
    from commanding import CommandLine

OTHER = (
    EXAMPLE_REGIME.replace("id: example", "id: other")
    .replace("force: duty", "force: good-practice")
    .replace(
        "criteria:\n",
        "otherwise: {answer: unsettled, provision: {instrument: not-read}, verified: uncertain}\ncriteria:\n",
    )
)


@pytest.fixture
def two(command_line: CommandLine) -> CommandLine:
    command_line.write("law/other.yaml", OTHER)
    return command_line


def test_a_table_shows_value_provision_and_mark(two: CommandLine) -> None:
    called = two.call("compare", "example", "other", "--criteria", "law")

    assert called.status == 0
    assert "notification: Notice to the target" in called.out
    assert "2020 c. 1, s. 7" in called.out
    assert "unsettled" in called.out
    assert "[uncertain]" in called.out


def test_only_what_differs_is_shown_on_request(two: CommandLine) -> None:
    two.write("law/third.yaml", EXAMPLE_REGIME.replace("id: example", "id: third"))

    called = two.call("compare", "example", "third", "--criteria", "law", "--diff")

    assert "notification" not in called.out
    assert "The regimes have the same value" in called.out


def test_held_against_another_each_is_called_weaker_or_stricter(two: CommandLine) -> None:
    held = ["--criteria", "law", "--standard", "notification"]

    assert "(weaker)" in two.call("compare", "other", "--against", "example", *held).out
    assert "(stricter)" in two.call("compare", "example", "--against", "other", *held).out


def test_one_regime_on_two_days_shows_what_was_gained(two: CommandLine) -> None:
    two.write(
        "law/example.yaml",
        EXAMPLE_REGIME.replace("force: duty", "force: duty\n    in_force: {from: 2022-03-15}"),
    )
    two.write(
        "law/example.yaml",
        EXAMPLE_REGIME.replace("force: duty", "force: duty\n    in_force: {from: 2022-03-15}")
        + EXAMPLE_REGIME.rpartition("criteria:\n")[2]
        .replace("id: notice", "id: notice-before")
        .replace("force: duty", "force: policy\n    in_force: {from: 2020-01-01, until: 2022-03-14}"),
    )

    called = two.call("compare", "example@2026-01-01", "example@2021-01-01", "--criteria", "law", "--diff")

    assert "example on 2021-01-01 and on 2026-01-01" in called.out
    assert "(gained)" in called.out


def test_the_json_form_keeps_to_its_schema(two: CommandLine) -> None:
    called = two.call("compare", "--criteria", "law", "--against", "example", "--format", "json")
    schema = json.loads((ROOT / "schemas" / "comparison.schema.json").read_text())
    made = json.loads(called.out)

    Draft202012Validator(schema).validate(made)
    assert [column["regime"] for column in made["columns"]] == ["example", "other"]
    [row] = [row for row in made["rows"] if row["standard"] == "notification"]
    assert [each["relation"] for each in row["cells"]] == [None, "weaker"]


def test_the_csv_form_has_a_line_for_each_cell(two: CommandLine) -> None:
    called = two.call("compare", "--criteria", "law", "--format", "csv")

    lines = list(csv.DictReader(io.StringIO(called.out)))
    assert len(lines) == 2 * 2
    assert {line["answer"] for line in lines} == {"yes", "no", "unsettled", "not-examined"}


def test_no_field_of_a_csv_file_is_a_formula(two: CommandLine) -> None:
    two.write("law/standards.yaml", STANDARDS.replace("title: Notice to the target", 'title: "=1+1"'))

    called = two.call("compare", "--criteria", "law", "--format", "csv")

    assert ",'=1+1," in called.out
    assert ",=1+1," not in called.out


def test_no_field_of_a_csv_file_is_a_formula_in_full_width_signs(two: CommandLine) -> None:
    two.write("law/standards.yaml", STANDARDS.replace("title: Notice to the target", 'title: "＝1+1"'))

    assert ",'＝1+1," in two.call("compare", "--criteria", "law", "--format", "csv").out


def test_where_no_law_was_in_force_a_cell_is_empty_in_every_form(two: CommandLine) -> None:
    asked = ("compare", "example@2026-01-01", "other@2019-01-01", "--criteria", "law", "--format")
    made = json.loads(two.call(*asked, "json").out)
    lines = list(csv.DictReader(io.StringIO(two.call(*asked, "csv").out)))

    [row] = [row for row in made["rows"] if row["standard"] == "notification"]
    assert [each["answer"] for each in row["cells"]] == ["yes", "not-in-force"]
    assert row["cells"][1]["provisions"] == []
    [line] = [each for each in lines if each["standard"] == "notification" and each["regime"] == "other"]
    assert (line["value"], line["answer"], line["provision"]) == ("not in force", "", "")


def test_colours_are_there_where_they_are_asked_for(
    two: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    compared = ("compare", "--criteria", "law")

    assert "\x1b[" in two.call(*compared).out
    assert "\x1b[" not in two.call(*compared, "--no-color").out


def test_a_markdown_table_has_a_column_for_each_regime(two: CommandLine) -> None:
    called = two.call("compare", "--criteria", "law", "--format", "markdown")

    assert "| standard | example | other |" in called.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["exampel"], "Did you mean “example”?"),
        (["example@soon"], "“soon” is no day"),
        (["--standard", "notificaton"], "Did you mean “notification”?"),
        (["--against", "nobody"], "No regime is called “nobody”"),
    ],
)
def test_what_is_not_there_is_refused_with_a_way_out(
    two: CommandLine, arguments: list[str], message: str
) -> None:
    called = two.call("compare", *arguments, "--criteria", "law")

    assert called.status == 2
    assert message in called.err


def test_portability_of_a_dossier_that_cannot_be_read_says_where_to_look(two: CommandLine) -> None:
    two.write("broken.yaml", "format: dossier/1\ntarget: [\n")

    called = two.call("portability", "broken.yaml", "--criteria", "law")

    assert called.status == 1
    assert "sanctcheck validate broken.yaml" in called.err


def test_portability_shows_the_matrix_and_what_is_missing(two: CommandLine) -> None:
    called = two.call("portability", "untold.yaml", "--criteria", "law", "--as-of", "2026-06-01")

    assert called.status == 0
    assert "example: named in the dossier" in called.out
    assert "Tell the target." in called.out


def test_portability_takes_one_dossier(two: CommandLine) -> None:
    called = two.call("portability", ".", "--criteria", "law")

    assert called.status == 2
    assert "Name one dossier" in called.err


def test_many_regimes_stand_below_the_values_that_they_have(two: CommandLine) -> None:
    for name in ("third", "fourth"):
        two.write(f"law/{name}.yaml", EXAMPLE_REGIME.replace("id: example", f"id: {name}"))

    shown = two.call("compare", "--criteria", "law", "--standard", "notification", "--against", "example").out
    lines = [line.split()[0] for line in shown.splitlines() if line.startswith("      ")]

    assert lines == ["example", "fourth", "third", "other"]
    assert shown.index("    yes\n") < shown.index("    no  (weaker)\n")


def test_the_last_day_of_a_framework_that_has_passed_is_named(command_line: CommandLine) -> None:
    shown = command_line.call("compare", "eu-ghr@2026-12-09", "gb-ghr", "--standard", "expiry").out

    assert "what came after was not read" in " ".join(shown.split())
