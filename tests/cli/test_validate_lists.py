"""`validate --lists`: what the published lists say of a dossier, among its findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from listmaking import Entry, sdn_xml
from screening import UK

from sanctcheck.report.formats import FORMATS
from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import CommandLine

NAMED = """\
format: dossier/1
id: example
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target:
  type: person
  names: [{name: Miro Tadesz Korvanec}]
  born: 1961
  relationships: [{to: Varnograd Stone, kind: business, listed: true}]
legal_basis: [{regime: example}]
process: [{event: notified, day: 2026-03-02}]
"""
AGAINST = ("--list-file", str(UK))


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "store"))
    monkeypatch.delenv("CI", raising=False)


def flaws(here: CommandLine, *arguments: str) -> list[dict[str, Any]]:
    called = here.validate("--format", "json", "named.yaml", *arguments)
    report = json.loads(called.out)
    errors = Draft202012Validator(schema("assessment")).iter_errors(report)
    assert [error.message for error in errors] == []
    found: list[dict[str, Any]] = report["dossiers"][0]["flaws"]
    return found


def test_without_lists_no_store_is_looked_at(command_line: CommandLine) -> None:
    command_line.write("named.yaml", NAMED)

    called = command_line.validate("named.yaml")

    assert called.status == 0
    assert "namesake" not in called.out
    assert not (command_line.folder / "store").exists()


def test_what_the_lists_say_stands_in_the_report_with_its_line_and_remedy(command_line: CommandLine) -> None:
    command_line.write("named.yaml", NAMED)

    called = command_line.validate("named.yaml", *AGAINST)

    assert called.status == 0
    assert "The published lists" in called.out
    assert "warning  namesake-listed" in called.out
    assert "named.yaml:4:1" in called.out
    assert "warning  associate-not-listed" in called.out
    assert "told_apart_from" in called.out


def test_warnings_fail_where_that_is_asked_for(command_line: CommandLine) -> None:
    command_line.write("named.yaml", NAMED)

    assert command_line.validate("--fail-on", "warning", "named.yaml", *AGAINST).status == 1


def test_programs_get_the_standard_that_it_bears_on(command_line: CommandLine) -> None:
    command_line.write("named.yaml", NAMED)

    found = flaws(command_line, *AGAINST)

    assert [(flaw["rule"], flaw["standard"], flaw["pointer"]) for flaw in found] == [
        ("namesake-listed", "target-told-apart", "/target"),
        ("associate-not-listed", "link-with-conduct", "/target/relationships/0/listed"),
    ]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_of_the_report_tells_it(command_line: CommandLine, form: str) -> None:
    command_line.write("named.yaml", NAMED)

    called = command_line.validate("--format", form, "named.yaml", *AGAINST)

    assert called.status == 0, called
    assert "cannot be told from gb-fcdo GHR9901" in " ".join(called.out.split())


def test_a_protected_target_is_not_looked_for(command_line: CommandLine) -> None:
    hidden = NAMED.replace("  born: 1961\n", "  handling: {level: protected, because: Danger.}\n")
    command_line.write("named.yaml", hidden)

    called = command_line.validate("named.yaml", *AGAINST)

    assert "Korvanec" not in called.out
    assert "Varnograd" not in called.out


def test_a_file_that_is_no_dossier_is_passed_over_as_before(command_line: CommandLine) -> None:
    command_line.write("broken.yaml", "format: dossier/1\ntarget: [\n")

    called = command_line.validate("broken.yaml", *AGAINST)

    assert called.status == 1
    assert "This is not YAML" in " ".join(called.out.split())


@pytest.mark.parametrize("name", ["all", "un-sc"])
def test_a_list_that_is_missing_ends_with_4(command_line: CommandLine, name: str) -> None:
    command_line.write("named.yaml", NAMED)

    called = command_line.validate("named.yaml", "--lists", name)

    assert called.status == 4
    assert "sanctcheck lists update" in called.err


def test_a_list_that_is_too_old_ends_with_4_and_is_used(command_line: CommandLine) -> None:
    (command_line.folder / "lists.toml").write_text("[us-ofac-sdn]\nminimum = {}\n", encoding="utf-8")
    command_line.write("named.yaml", NAMED.replace("Miro Tadesz Korvanec", "Korvanec 7"))
    (command_line.folder / "sdn.xml").write_bytes(sdn_xml([Entry(7, "KORVANEC", born=None)]))
    command_line.call("lists", "import", "--list", "made-up", "--fetched-on", "2026-01-02", "sdn.xml")

    called = command_line.validate("named.yaml", "--lists", "all")

    assert called.status == 4, called
    assert "too old: made-up" in called.err
    assert "cannot be told from us-ofac 7" in " ".join(called.out.split())


@pytest.mark.parametrize("form", ["terminal", "github"])
def test_the_log_of_a_ci_has_rules_and_the_file_has_names(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("CI", "true")
    command_line.write("named.yaml", NAMED)

    called = command_line.validate("-o", form, "-o", "json=report.json", "named.yaml", *AGAINST)
    asked = command_line.validate("-o", form, "--names", "named.yaml", *AGAINST)

    message = "cannot be told from gb-fcdo"
    assert "namesake-listed" in called.out
    assert message not in " ".join(called.out.split())
    assert message in " ".join(asked.out.split())
    assert message in (command_line.folder / "report.json").read_text()
