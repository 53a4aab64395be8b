"""`sanctcheck redact`: the version goes where it is asked for, or nowhere; and no message shows what is protected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL

if TYPE_CHECKING:
    from commanding import CommandLine

DOSSIER = (
    NEUTRAL.replace("regime: example", "regime: eu-ghr")
    + """\
exhibits:
  - id: E1
    title: Statement of Amira Haddad
    kind: witness-statement
    handling: {level: protected, because: her family, names: [Amira Haddad], role: a former nurse}
statement_of_reasons: {text: You had Amira Haddad beaten.}
"""
)
PROVISION = "eu-ghr: Kadi II, C-584/10 P and others, EU:C:2013:518, paras 125-129"
AS_OF = ("--as-of", "2026-06-01")


def test_the_version_is_printed_and_what_was_withheld_is_said_beside_it(command_line: CommandLine) -> None:
    command_line.write("a.yaml", DOSSIER)
    called = command_line.call("redact", "a.yaml", "--for", "target", *AS_OF)

    assert called.status == 0
    assert called.out.startswith("format: dossier/1\n")
    assert "text: You had a former nurse beaten." in called.out
    assert called.err.splitlines() == [
        "2 things were withheld from target; the version lists them under `redaction`.",
        f"warning: exhibits/E1: the law asks for the gist, and none is written ({PROVISION}).",
        "Write it as `handling.gist`, or for an exhibit as `disclosure.summary`.",
    ]


def test_the_version_that_was_written_is_a_dossier_without_a_leak(command_line: CommandLine) -> None:
    command_line.write("a.yaml", DOSSIER)
    assert command_line.call("redact", "a.yaml", "--for", "partner:GB", "-o", "gb.yaml", *AS_OF).out == ""

    shown = command_line.call("validate", *AS_OF, "gb.yaml")

    assert "protected-name" not in shown.out
    assert "Form" not in shown.out


def test_a_file_that_is_there_is_left_as_it_is(command_line: CommandLine) -> None:
    command_line.write("a.yaml", DOSSIER)
    called = command_line.call("redact", "a.yaml", "--for", "target", "-o", "a.yaml")

    assert called.status == 2
    assert "exists already" in called.err


def test_what_would_still_give_somebody_away_is_not_written_and_its_place_is_named(
    command_line: CommandLine,
) -> None:
    command_line.write("a.yaml", DOSSIER + "process: [{event: consulted, id: amira-haddad}]\n")
    called = command_line.call("redact", "a.yaml", "--for", "target", "-o", "out.yaml")

    assert called.status == 1
    assert called.err.splitlines() == [
        "Nothing was written: something protected would have been left in it.",
        "  process/0/id",
    ]
    assert not (command_line.folder / "out.yaml").exists()


def test_a_dossier_with_errors_of_form_is_refused_without_a_word_of_what_is_protected(
    command_line: CommandLine,
) -> None:
    command_line.write("a.yaml", DOSSIER.replace("kind: witness-statement", "kind: statement-of-Haddad"))
    called = command_line.call("redact", "a.yaml", "--for", "target")

    assert (called.status, called.out) == (2, "")
    assert "Haddad" not in called.err
    assert "errors of form" in called.err


def test_a_dossier_that_is_protected_as_a_whole_has_no_version(command_line: CommandLine) -> None:
    command_line.write("a.yaml", DOSSIER + "handling: {level: protected}\n")

    assert "nothing of it may be shown" in command_line.call("redact", "a.yaml", "--for", "target").err


@pytest.mark.parametrize("reader", ["partner", "partner:gb", "partner:GBR", "press", ""])
def test_a_reader_whom_nobody_knows_is_refused(command_line: CommandLine, reader: str) -> None:
    called = command_line.call("redact", "a.yaml", "--for", reader)

    assert called.status == 2
    assert "write target, public, or partner:GB" in called.err


def test_it_reads_standard_input_and_json_stays_json(command_line: CommandLine) -> None:
    text = '{"format": "dossier/1", "id": "a", "target": {"type": "person", "names": [{"name": "A B"}]}}'
    called = command_line.call("redact", "-", "--for", "public", stdin=text)

    assert called.out.startswith('{\n  "format": "dossier/1"')


def test_what_a_rule_of_leaks_means_is_explained(command_line: CommandLine) -> None:
    assert "Write a role" in command_line.call("explain", "protected-name").out
    assert "history of the repository" in " ".join(
        command_line.call("explain", "protected-name-in-file-name").out.split()
    )
