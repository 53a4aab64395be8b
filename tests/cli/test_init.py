"""`sanctcheck init`: a first dossier that can be read at once, and says what is still to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from commanding import CommandLine


REGIMES = packaged_law().regime_ids


@pytest.mark.parametrize("regime", REGIMES)
def test_a_scaffold_has_no_mistake_of_form_but_what_is_to_be_filled_in(
    command_line: CommandLine, regime: str
) -> None:
    scaffold = command_line.call("init", regime)

    called = command_line.call("validate", "-", stdin=scaffold.out)

    assert (scaffold.status, scaffold.err) == (0, "")
    assert set(re.findall(r"(?:error|warning)  ([a-z-]+)$", called.out, re.MULTILINE)) == {"to-fill-in"}
    assert re.search(rf"(?:error|warning)  {regime}:", called.out)


@pytest.mark.parametrize("regime", REGIMES)
def test_a_scaffold_with_every_line_taken_in_is_a_dossier_but_for_what_is_to_be_filled_in(
    command_line: CommandLine, regime: str
) -> None:
    scaffold = command_line.call("init", regime).out
    taken_in = re.sub(r"^( *)# (?!yaml-language)", r"\1", scaffold, flags=re.MULTILINE)

    called = command_line.call("validate", "-", stdin=taken_in)

    assert set(re.findall(r"(?:error|warning)  ([a-z-]+)$", called.out, re.MULTILINE)) == {"to-fill-in"}
    assert called.out.count("at <stdin>:") > 40


def test_the_scaffold_opens_with_the_comment_that_switches_on_completion(command_line: CommandLine) -> None:
    first = command_line.call("init", "gb-ghr").out.splitlines()[0]

    assert first == "# yaml-language-server: $schema=dossier.schema.json"


def test_everything_that_the_regime_asks_stands_in_the_scaffold(command_line: CommandLine) -> None:
    scaffold = command_line.call("init", "gb-ghr").out

    for criterion in packaged_law().regime("gb-ghr").regime.criteria:
        if criterion.in_force is None or criterion.in_force.until is None:
            assert f"gb-ghr:{criterion.id} " in scaffold


def test_the_file_and_its_schema_are_written_and_nothing_is_overwritten(command_line: CommandLine) -> None:
    first = command_line.call("init", "gb-ghr", "--output", "new.yaml")
    again = command_line.call("init", "gb-ghr", "--output", "new.yaml")

    assert first.status == 0
    assert (command_line.folder / "new.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server")
    assert (command_line.folder / "dossier.schema.json").exists()
    assert again.status == 2
    assert "exists already; it was left as it is" in again.err


def test_a_folder_that_is_not_there_is_said(command_line: CommandLine) -> None:
    called = command_line.call("init", "gb-ghr", "--output", "nowhere/new.yaml")

    assert called.status == 2
    assert "cannot be written" in called.err


def test_an_unknown_regime_is_hinted_at(command_line: CommandLine) -> None:
    called = command_line.call("init", "gb-gdr")

    assert called.status == 2
    assert "Did you mean “gb-ghr”?" in called.err


def test_unusable_criteria_are_said(command_line: CommandLine) -> None:
    command_line.write("law/broken.yaml", "format: criteria/1\n")

    called = command_line.call("init", "broken", "--criteria", "law")

    assert called.status == 2
    assert "law/broken.yaml:1:1 missing-field" in called.err


def test_the_example_of_conduct_is_of_the_regime(command_line: CommandLine) -> None:
    assert "conduct: ‹bribery›" in command_line.call("init", "gb-gac").out
    assert "torture" not in command_line.call("init", "gb-gac").out


def test_the_urgent_procedure_is_offered_where_the_regime_has_one(command_line: CommandLine) -> None:
    assert "# procedure: standard" in command_line.call("init", "gb-ghr").out
    assert "# procedure: standard" not in command_line.call("init", "eu-ghr").out


def test_the_schema_beside_the_dossier_is_announced(command_line: CommandLine) -> None:
    assert "dossier.schema.json" in command_line.call("init", "gb-ghr", "--output", "new.yaml").err


def test_a_mistake_in_a_scaffold_is_shown_with_its_line(command_line: CommandLine) -> None:
    scaffold = command_line.call("init", "gb-ghr").out.replace("  type: person", "  type: a: person")

    called = command_line.call("validate", "-", stdin=scaffold)

    assert "Put text with `: ` in quotation marks" in " ".join(called.out.split())
    assert "|   type: a: person" in called.out
    assert "[protected]" not in called.out
