"""`sanctcheck validate` as its users call it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from support import EXAMPLE_REGIME, NEUTRAL, ROOT

if TYPE_CHECKING:
    from commanding import CommandLine


def test_a_dossier_without_a_gap_ends_with_status_0(command_line: CommandLine) -> None:
    called = command_line.validate("told.yaml")

    assert (called.status, called.err) == (0, "")
    assert "No gap found." in called.out


def test_a_gap_is_shown_with_line_provision_and_remedy_and_ends_with_status_1(
    command_line: CommandLine,
) -> None:
    command_line.write("late.yaml", NEUTRAL + "process: [{event: notified, day: 2026-02-01}]\n")

    called = command_line.validate("late.yaml")

    assert called.status == 1
    assert (
        called.out
        == """\
Dossier late.yaml
  Example Person: initial-designation, adopted 2026-03-01

  example  An example regime
    law of 2026-03-01, assessed as of 2026-06-01

    Due process

    error  example:notice
      The target is told
      not met: Notice is older than the act: it cannot be of this act.
        at late.yaml:6:34
        6 | process: [{event: notified, day: 2026-02-01}]
          |                                  ^^^^^^^^^^
      see  line 3: the act
      law  2020 c. 1, s. 7
      do   Tell the target.

Summary
  1 dossier, 0 without findings, 1 error, 0 warnings.
  example, 1 criterion: 1 not met
  What a gap asks for: sanctcheck explain REGIME:CRITERION. A person decides.
"""
    )


def test_a_part_that_is_missing_altogether_is_named_instead_of_a_line(command_line: CommandLine) -> None:
    called = command_line.validate("untold.yaml")

    assert "at untold.yaml, which has no part `process`" in called.out


def test_what_is_met_is_shown_with_its_lines_on_request(command_line: CommandLine) -> None:
    assert (
        "notice  Notice came on 2026-03-02. [line 6]"
        in command_line.validate("--show", "met", "told.yaml").out
    )


@pytest.mark.parametrize(("threshold", "status"), [("error", 0), ("warning", 1), ("none", 0)])
def test_the_threshold_for_failing_can_be_set(command_line: CommandLine, threshold: str, status: int) -> None:
    command_line.write("law/example.yaml", EXAMPLE_REGIME.replace("force: duty", "force: good-practice"))

    called = command_line.validate("--fail-on", threshold, "untold.yaml")

    assert called.status == status
    assert "warning  example:notice" in called.out


def test_every_file_is_checked_though_one_cannot_be_read(command_line: CommandLine) -> None:
    command_line.write("broken.yaml", "format: dossier/1\nid: [\n")

    called = command_line.validate("broken.yaml", "missing.yaml", "told.yaml")

    assert called.status == 1
    assert "error  yaml-syntax" in called.out
    assert "error  not-readable" in called.out
    assert "Not assessed: mend the form first." in called.out
    assert "3 dossiers, 1 without findings, 2 could not be read" in called.out


def test_a_folder_is_searched_in_order_and_other_files_are_passed_over(command_line: CommandLine) -> None:
    for name in ("all/b.yaml", "all/a.yml", "all/deep/c.json", "all/.hidden/d.yaml"):
        command_line.write(name, json.dumps({"format": "dossier/1"}) if name.endswith("json") else NEUTRAL)
    command_line.write("all/notes.yaml", "a: list\nof: notes\n")

    called = command_line.validate("all")

    assert re.findall(r"^Dossier (.*)$", called.out, re.MULTILINE) == [
        "all/a.yml",
        "all/b.yaml",
        "all/deep/c.json",
    ]
    assert "1 file in the folders passed over: no dossier." in called.out


def test_a_file_named_itself_is_never_passed_over(command_line: CommandLine) -> None:
    command_line.write("notes.yaml", "a: list\n")

    called = command_line.validate("notes.yaml")

    assert called.status == 1
    assert "error  not-a-dossier" in called.out


def test_a_pattern_is_spelled_out(command_line: CommandLine) -> None:
    called = command_line.validate("*told.yaml")

    assert re.findall(r"^Dossier (.*)$", called.out, re.MULTILINE) == ["told.yaml", "untold.yaml"]


def test_a_pattern_that_matches_nothing_could_not_run(command_line: CommandLine) -> None:
    called = command_line.validate("no*.yaml")

    assert called.status == 2
    assert "No file matches “no*.yaml”." in called.err


def test_the_dossier_can_come_in_on_standard_input(command_line: CommandLine) -> None:
    called = command_line.validate("-", stdin=NEUTRAL)

    assert called.status == 1
    assert "Dossier <stdin>" in called.out


def test_where_no_dossier_is_found_the_status_is_3(command_line: CommandLine) -> None:
    (command_line.folder / "empty").mkdir()

    called = command_line.validate("empty")

    assert called.status == 3
    assert "no dossier was found" in called.err


def test_an_unknown_regime_could_not_run_and_hints_at_the_one_meant(command_line: CommandLine) -> None:
    called = command_line.validate("--regime", "exampel", "told.yaml")

    assert called.status == 2
    assert "Did you mean “example”?" in called.err


def test_a_regime_that_only_the_dossier_names_wrongly_is_a_finding(command_line: CommandLine) -> None:
    command_line.write("other.yaml", NEUTRAL.replace("regime: example", "regime: exampel"))

    called = command_line.validate("other.yaml")

    assert called.status == 1
    assert "error  unknown-regime" in called.out
    assert "Did you mean “example”?" in called.out


def test_a_dossier_that_names_no_regime_is_told_so(command_line: CommandLine) -> None:
    command_line.write("none.yaml", NEUTRAL.replace("legal_basis: [{regime: example}]", ""))

    assert "error  no-regime" in command_line.validate("none.yaml").out
    assert "no-regime" not in command_line.validate("--all-regimes", "none.yaml").out


def test_unusable_criteria_could_not_run_and_name_the_place(command_line: CommandLine) -> None:
    command_line.write("law/example.yaml", EXAMPLE_REGIME.replace("check: notified", "check: notifid"))

    called = command_line.validate("told.yaml")

    assert called.status == 2
    assert re.search(
        r"law/example\.yaml:\d+:\d+ wrong-binding: No check is called “notifid”\..*“notified”", called.err
    )


def test_a_check_that_crashes_is_named_and_the_run_could_not_run(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sanctcheck.checks.due_process.notified as module
    from sanctcheck.checks.registry import load_check

    def crash(*_: object) -> None:
        raise RuntimeError("the name of a witness")

    monkeypatch.setattr(module, "check", crash)
    load_check.cache_clear()
    try:
        called = command_line.validate("told.yaml")
    finally:
        load_check.cache_clear()

    assert called.status == 2
    assert "The check notified failed (RuntimeError in test_validate.py" in called.out
    assert "the name of a witness" not in called.out + called.err


def test_the_json_report_fits_its_schema(command_line: CommandLine) -> None:
    command_line.write("broken.yaml", "format: dossier/1\nformat: dossier/1\n")

    called = command_line.validate("--format", "json", "told.yaml", "untold.yaml", "broken.yaml")

    report = json.loads(called.out)
    schema = json.loads((ROOT / "schemas" / "assessment.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(report)
    assert [dossier["file"] for dossier in report["dossiers"]] == ["broken.yaml", "told.yaml", "untold.yaml"]
    assert report["summary"] == {
        "dossiers": 3,
        "without_findings": 1,
        "unreadable": 1,
        "passed_over": 0,
        "errors": 4,
        "warnings": 0,
        "accepted": 0,
        "in_baseline": 0,
        "excluded": [],
        "outcomes": {"example": {"met": 1, "not-shown": 1}},
    }


def test_the_json_report_of_nothing_is_json_too(command_line: CommandLine) -> None:
    (command_line.folder / "empty").mkdir()

    assert json.loads(command_line.validate("--format", "json", "empty").out)["dossiers"] == []


def test_the_same_input_gives_the_same_bytes(command_line: CommandLine) -> None:
    first = command_line.validate("--format", "json", "told.yaml", "untold.yaml")

    assert first == command_line.validate("--format", "json", "told.yaml", "untold.yaml")


def test_a_protected_part_is_never_shown_as_a_source_line(command_line: CommandLine) -> None:
    command_line.write(
        "protected.yaml",
        NEUTRAL
        + """\
exhibits:
  - id: E1
    title: Statement of Witness Maria Example
    kind: witness-statemnt
    handling: {level: protected, because: her safety}
""",
    )

    called = command_line.validate("protected.yaml")

    assert "[protected]" in called.out
    assert "Maria" not in called.out
    assert "witness-statemnt" not in called.out


def test_control_characters_and_commands_to_ci_runners_are_made_visible(command_line: CommandLine) -> None:
    command_line.write(
        "hostile.json",
        json.dumps(
            {"format": "dossier/1", "id": "x", "target": {"type": "::error::\u001b[31m\u202e", "names": []}}
        ),
    )

    called = command_line.validate("hostile.json")

    assert "\x1b" not in called.out
    assert "\u202e" not in called.out
    assert "::error" not in called.out
    assert "\\u{1b}[31m\\u{202e}" in called.out


def test_lines_fit_80_columns(command_line: CommandLine) -> None:
    command_line.write(
        "wide.yaml", NEUTRAL + f"process: [{{event: notified, day: 2026-02-01, note: {'x' * 300}}}]\n"
    )

    called = command_line.validate("--show", "all", "wide.yaml", "told.yaml", "untold.yaml")

    assert max(len(line) for line in called.out.splitlines()) <= 80


def test_the_caret_stays_under_what_is_meant_where_characters_are_wide(command_line: CommandLine) -> None:
    command_line.write(
        "wide.yaml", NEUTRAL + "process: [{note: 制裁対象, event: notified, day: 2026-02-01}]\n"
    )

    lines = command_line.validate("wide.yaml").out.splitlines()

    number = next(index for index, line in enumerate(lines) if "制裁対象" in line)
    assert lines[number].index("2026-02-01") + 4 == lines[number + 1].index("^")


def script(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sanctcheck", *arguments]


def in_a_terminal(command: list[str], cwd: Path, environment: dict[str, str] | None = None) -> str:
    """What a command prints where its output is a real terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
    )
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
    process.wait()
    os.close(ours)
    return printed.decode()


def test_colours_are_for_terminals_and_can_be_switched_off(command_line: CommandLine) -> None:
    command = script("validate", "--criteria", "law", "untold.yaml")

    assert "\x1b[1;31merror\x1b[0m" in in_a_terminal(command, command_line.folder, {"TERM": "xterm"})
    assert "\x1b[" not in in_a_terminal(command, command_line.folder, {"TERM": "xterm", "NO_COLOR": "1"})
    piped = subprocess.run(command, check=False, capture_output=True, text=True, cwd=command_line.folder)
    assert "\x1b[" not in piped.stdout


def impatient(*arguments: str) -> list[str]:
    """The program with a bar from the first file on, so that no test has to wait for a second of work."""
    start = "from sanctcheck.cli import main, progress; progress._PATIENCE = 0; main()"
    return [sys.executable, "-c", start, *arguments]


def test_a_progress_bar_appears_in_a_terminal_when_the_work_takes_longer(command_line: CommandLine) -> None:
    for index in range(3):
        command_line.write(f"many/{index}.yaml", NEUTRAL)
    command = ("validate", "--criteria", "law", "many")

    printed = in_a_terminal(impatient(*command), command_line.folder, {"TERM": "xterm"})

    assert "Checking" in printed
    assert "/3" in printed
    assert "Checking" not in in_a_terminal(script(*command), command_line.folder, {"TERM": "xterm"})
    piped = subprocess.run(impatient(*command), check=False, capture_output=True, cwd=command_line.folder)
    assert b"Checking" not in piped.stdout + piped.stderr


def test_a_terminal_that_lacks_a_character_ends_no_run(command_line: CommandLine) -> None:
    command_line.write("name.yaml", NEUTRAL.replace("Example Person", "Пример"))

    command = script("validate", "--criteria", "law", "name.yaml")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(command, check=False, capture_output=True, cwd=command_line.folder, env=environment)

    assert done.returncode == 1
    assert b"\\u041f" in done.stdout


def test_a_module_in_the_working_folder_is_never_imported(command_line: CommandLine) -> None:
    for name in ("click.py", "yaml.py", "pydantic.py", "sanctcheck.py"):
        command_line.write(name, "raise SystemExit('imported from the folder under test')\n")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    installed = Path(sys.executable).with_name("sanctcheck")
    command = [str(installed)] if installed.exists() else [sys.executable, "-P", "-m", "sanctcheck"]
    done = subprocess.run(
        [*command, "--version"],
        check=False,
        capture_output=True,
        text=True,
        cwd=command_line.folder,
        env=environment,
    )

    assert done.stdout.startswith("sanctcheck, version")


def test_an_act_from_before_the_law_is_an_error_and_never_without_a_gap(command_line: CommandLine) -> None:
    command_line.write("early.yaml", NEUTRAL.replace("2026-03-01", "2019-03-01"))

    called = command_line.validate("early.yaml")

    assert called.status == 1
    assert "error  regime-not-in-force" in called.out
    assert "no law in force on 2019-03-01" in called.out
    assert "Its law begins on 2020-01-01." in called.out
    assert "Not assessed: no law of this regime was in force on that day." in called.out
    assert "No gap found." not in called.out


def test_of_all_regimes_one_without_law_on_the_day_is_no_mistake_of_the_dossier(
    command_line: CommandLine,
) -> None:
    command_line.write("early.yaml", NEUTRAL.replace("2026-03-01", "2019-03-01"))

    called = command_line.validate("--all-regimes", "early.yaml")

    assert called.status == 0
    assert "Not assessed: no law of this regime was in force on that day." in called.out


def test_mistakes_of_which_the_same_is_said_are_said_once(command_line: CommandLine) -> None:
    command_line.write("new.yaml", NEUTRAL + "process:\n  - {event: ‹x›}\n  - {event: ‹y›}\n")

    called = command_line.validate("new.yaml")

    assert called.out.count("error  to-fill-in") == 1
    assert called.out.count("at new.yaml:") == 2
    assert "2 errors" in called.out
    assert "sanctcheck explain RULE, such as to-fill-in" in called.out


def test_a_line_that_is_cut_says_so(command_line: CommandLine) -> None:
    command_line.write("wide.yaml", NEUTRAL + f"process: [{{event: nottified, note: {'x' * 300}}}]\n")

    assert "xx…\n" in command_line.validate("wide.yaml").out


def test_a_file_that_is_no_dossier_is_told_of_the_format_once(command_line: CommandLine) -> None:
    command_line.write("notes.yaml", "id: x\n")

    called = command_line.validate("notes.yaml")

    assert "error  not-a-dossier" in called.out
    assert "The field “format” is missing here." not in called.out


def test_a_folder_of_criteria_without_a_regime_is_refused(command_line: CommandLine) -> None:
    (command_line.folder / "empty").mkdir()

    called = command_line.call("validate", "--criteria", "empty", "told.yaml")

    assert called.status == 2
    assert "holds no regime" in called.err
