"""`sanctcheck validate` with a configuration, accepted gaps and a baseline; and `sanctcheck config`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from commanding import CommandLine

GAP = "example:notice"
ACCEPTED = """\
accepted_gaps:
  - standard: {standard}
    reason: The person has died.
    by: The office
    until: {until}
"""
IN_FILE = """\
[[accepted]]
standard = "{standard}"
reason = "The person has died."
by = "The office"
until = {until}
"""


def accept(
    command_line: CommandLine, standard: str = "notification", until: str = "2026-12-31", more: str = ""
) -> None:
    text = (command_line.folder / "untold.yaml").read_text()
    command_line.write("untold.yaml", text + ACCEPTED.format(standard=standard, until=until) + more)


def test_a_gap_that_the_dossier_says_is_accepted_is_shown_and_does_not_fail(
    command_line: CommandLine,
) -> None:
    assert command_line.validate("untold.yaml").status == 1
    accept(command_line)

    called = command_line.validate("untold.yaml")

    assert called.status == 0
    assert "Accepted" in called.out
    assert "accepted by The office until 2026-12-31 (untold.yaml:7): The person has died." in " ".join(
        called.out.split()
    )
    assert "1 accepted" in called.out


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_shows_what_is_accepted_and_by_whom(command_line: CommandLine, form: str) -> None:
    accept(command_line)

    called = command_line.validate("untold.yaml", "--output", form)

    assert called.status == 0
    assert "The office" in called.out
    assert "The person has died" in " ".join(called.out.split())


def test_it_fails_again_when_it_has_expired(command_line: CommandLine) -> None:
    accept(command_line, until="2026-05-31")

    called = command_line.validate("untold.yaml")

    assert called.status == 1
    assert "expired-acceptance" in called.out
    assert command_line.validate("untold.yaml", "--as-of", "2026-05-31").status == 0


def test_what_is_about_nothing_any_more_is_a_warning(command_line: CommandLine) -> None:
    text = (command_line.folder / "told.yaml").read_text()
    command_line.write("told.yaml", text + ACCEPTED.format(standard="notification", until="2026-12-31"))

    assert command_line.validate("told.yaml").status == 0
    called = command_line.validate("told.yaml", "--fail-on", "warning")
    assert called.status == 1
    assert "unused-acceptance" in called.out


def test_a_standard_that_nobody_knows_is_an_error_with_what_was_meant(command_line: CommandLine) -> None:
    accept(command_line, standard="notificaton")

    called = command_line.validate("untold.yaml")

    assert called.status == 1
    assert "Did you mean “notification”?" in " ".join(called.out.split())
    assert "unused-acceptance" not in called.out


@pytest.mark.parametrize("form", FORMATS)
def test_a_protected_reason_is_never_quoted(command_line: CommandLine, form: str) -> None:
    accept(command_line, more="    handling: {level: protected, because: It names a source.}\n")

    called = command_line.validate("untold.yaml", "--output", form)

    assert called.status == 0
    for secret in ("The office", "has died", "names a source"):
        assert secret not in called.out


def test_a_configuration_is_heeded_and_the_command_line_wins(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", IN_FILE.format(standard=GAP, until="2026-12-31"))

    assert command_line.validate("untold.yaml").status == 0
    assert "(sanctcheck.toml:1)" in command_line.validate("untold.yaml").out
    assert command_line.validate("untold.yaml", "--no-config").status == 1


def test_a_configuration_that_cannot_be_used_ends_the_run_with_the_place(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", 'fail_on = "none"\n')

    called = command_line.validate("told.yaml")

    assert called.status == 2
    assert called.out == ""
    assert "sanctcheck.toml:1:1 not-for-a-repository" in called.err


def test_more_can_be_asked_of_some_paths(command_line: CommandLine) -> None:
    text = (command_line.folder / "told.yaml").read_text() + ACCEPTED.format(
        standard="notification", until="2027-01-01"
    )
    command_line.write("told.yaml", text)
    command_line.write("strict/told.yaml", text.replace("id: example", "id: other"))
    command_line.write("sanctcheck.toml", '[[overrides]]\npaths = ["strict/"]\nfail_on = "warning"\n')

    assert command_line.validate("told.yaml").status == 0
    assert command_line.validate("strict").status == 1
    assert command_line.validate("strict", "--fail-on", "error").status == 0
    junit = command_line.validate("told.yaml", "strict", "--output", "junit").out
    assert junit.count("<failure") == 1


def test_regimes_are_added_and_none_is_taken_away(command_line: CommandLine) -> None:
    law = (command_line.folder / "law" / "example.yaml").read_text()
    command_line.write("law/other.yaml", law.replace("id: example\n", "id: other\n", 1))
    command_line.write("sanctcheck.toml", 'regimes = ["other"]\n')

    under = json.loads(command_line.validate("told.yaml", "--output", "json").out)["dossiers"][0]["under"]
    named = json.loads(command_line.validate("told.yaml", "--regime", "example", "--output", "json").out)

    assert [each["regime"] for each in under] == ["example", "other"]
    assert [each["regime"] for each in named["dossiers"][0]["under"]] == ["example"]


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "github", "sarif"])
def test_what_is_excluded_is_counted_with_the_reason_and_never_when_it_is_named(
    command_line: CommandLine, form: str
) -> None:
    command_line.write("templates/a.yaml", (command_line.folder / "untold.yaml").read_text())
    command_line.write(
        "sanctcheck.toml", '[[exclude]]\npaths = ["templates/", "untold.yaml"]\nreason = "For training"\n'
    )

    called = command_line.validate(".", "--output", form)

    assert called.status == 0
    assert "For training" in called.out
    assert command_line.validate("templates/a.yaml").status == 1
    nothing = command_line.validate("templates")
    assert nothing.status == 3
    assert "nothing is left to check: 1 file excluded by sanctcheck.toml:1:1" in nothing.err


def test_a_day_that_has_passed_is_not_heard_and_said_so(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", "as_of = 2020-01-01\n")

    called = command_line.call("validate", "--criteria", "law", "told.yaml")

    assert "sanctcheck.toml:1:9 names a day that has passed" in called.err
    assert "assessed as of 2020" not in called.out


def test_the_form_on_standard_output_can_be_asked_for(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", 'output = "jsonl"\n')

    assert command_line.validate("told.yaml").out.startswith("{")
    assert command_line.validate("told.yaml", "--output", "terminal").out.startswith("Dossier")


def test_a_file_of_settings_is_told_from_a_dossier_in_every_form(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", IN_FILE.format(standard="statement-of-reasons", until="2026-12-31"))
    for form in FORMATS:
        called = command_line.validate(".", "--output", form, "--no-color")
        assert "sanctcheck.toml" in called.out
        assert "unused-acceptance" in called.out
        assert "mend the form first" not in called.out
    report = json.loads(command_line.validate(".", "--output", "json").out)
    assert [(each["file"], each["kind"]) for each in report["dossiers"]][-1] == (
        "sanctcheck.toml",
        "settings",
    )
    assert (report["summary"]["dossiers"], report["summary"]["warnings"]) == (2, 1)


def test_with_a_baseline_only_what_is_new_fails(command_line: CommandLine) -> None:
    written = command_line.validate("untold.yaml", "--write-baseline", "known.json")
    assert written.status == 0
    assert "1 finding put down in known.json" in written.err

    known = command_line.validate(".", "--baseline", "known.json")
    assert known.status == 0
    assert "In the baseline" in known.out

    command_line.write(
        "new.yaml", (command_line.folder / "untold.yaml").read_text().replace("id: example", "id: new")
    )
    assert command_line.validate(".", "--baseline", "known.json").status == 1


def test_what_was_mended_is_to_be_taken_out_of_the_baseline(command_line: CommandLine) -> None:
    command_line.validate("untold.yaml", "--write-baseline", "known.json")
    command_line.write("untold.yaml", (command_line.folder / "told.yaml").read_text())

    called = command_line.validate("untold.yaml", "--baseline", "known.json")

    assert called.status == 0
    assert "mended-gap" in called.out
    assert "known.json:4:2" in called.out
    (command_line.folder / "untold.yaml").unlink()
    assert "mended-gap" in command_line.validate("told.yaml", "--baseline", "known.json").out


def test_a_dossier_that_cannot_be_read_fails_although_a_baseline_is_written(
    command_line: CommandLine,
) -> None:
    command_line.write("broken.yaml", "format: dossier/1\nid: [\n")

    assert command_line.validate("broken.yaml", "--write-baseline", "known.json").status == 1
    assert json.loads((command_line.folder / "known.json").read_text())["gaps"] == []


def test_a_baseline_that_cannot_be_read_ends_the_run(command_line: CommandLine) -> None:
    called = command_line.validate("told.yaml", "--baseline", "missing.json")

    assert called.status == 2
    assert "There is no such file" in called.err


def test_a_baseline_takes_the_place_of_a_baseline_only(command_line: CommandLine) -> None:
    before = (command_line.folder / "untold.yaml").read_bytes()

    onto_a_dossier = command_line.validate("told.yaml", "--write-baseline", "untold.yaml")

    assert onto_a_dossier.status == 2
    assert "“untold.yaml” is there already and is no baseline" in onto_a_dossier.err
    assert (command_line.folder / "untold.yaml").read_bytes() == before
    command_line.write("known.json", "")
    for _ in range(2):
        assert command_line.validate("untold.yaml", "--write-baseline", "known.json").status == 0


@pytest.mark.parametrize("command", ["validate", "config"])
def test_a_configuration_and_none_is_a_contradiction(command_line: CommandLine, command: str) -> None:
    command_line.write("own.toml", "")

    called = command_line.call(command, "told.yaml", "--no-config", "--config", "own.toml")

    assert called.status == 2
    assert "leave one of them out" in called.err


def test_a_baseline_that_cannot_be_written_is_said_so(command_line: CommandLine) -> None:
    called = command_line.validate("told.yaml", "--write-baseline", "no/such/folder/known.json")

    assert called.status == 5
    assert "could not be written" in called.err


def test_config_shows_what_is_in_force_and_whence(command_line: CommandLine) -> None:
    command_line.write(
        "sanctcheck.toml", 'fail_on = "warning"\n' + IN_FILE.format(standard=GAP, until="2026-12-31")
    )

    called = command_line.call("config", "--criteria", "law", "told.yaml", "--as-of", "2026-06-01")

    assert called.status == 0
    assert "For the file   told.yaml" in called.out
    assert "fail_on   warning  (sanctcheck.toml:1:11)" in called.out
    assert "2026-06-01  (command line)" in called.out


def test_config_as_json_fits_its_schema(command_line: CommandLine) -> None:
    from jsonschema import Draft202012Validator

    from sanctcheck.schemas import schema

    command_line.write("sanctcheck.toml", 'regimes = ["example"]\nas_of = 2020-01-01\n')

    called = command_line.call("config", "--criteria", "law", "--format", "json")
    report = json.loads(called.out)

    Draft202012Validator(schema("settings")).validate(report)
    held = {each["name"]: each for each in report["settings"]}
    assert held["regimes besides"]["whence"] == "sanctcheck.toml:1:1"
    assert held["as_of"]["remark"] == "today: sanctcheck.toml:2:9 names a day that has passed"


def test_config_refuses_what_cannot_be_used(command_line: CommandLine) -> None:
    command_line.write("sanctcheck.toml", 'regimes = ["nothing"]\n')

    called = command_line.call("config", "--criteria", "law")

    assert called.status == 2
    assert "sanctcheck.toml:1:12 unknown-regime" in called.err
