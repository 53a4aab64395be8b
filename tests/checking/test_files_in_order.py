"""Many files: the same report whatever the number of processes, in the order of the files; a lost process is said."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL

from sanctcheck.checking import work

if TYPE_CHECKING:
    from commanding import CommandLine

    from sanctcheck.dossier.discovery import Candidate

NUMBER = 24


@pytest.fixture
def many(command_line: CommandLine) -> CommandLine:
    for index in range(NUMBER):
        text = NEUTRAL.replace("id: example", f"id: n{index:02}")
        # Files of very different size: the later ones are done before the earlier ones.
        filler = f"# {'x' * 200_000}\n" if index % 3 == 0 else ""
        command_line.write(
            f"many/{index:02}.yaml", filler + (text if index % 5 else text.replace("id:", "iid:"))
        )
    command_line.write("many/other.yaml", "something: else\n")
    return command_line


@pytest.mark.parametrize("form", ["terminal", "json", "sarif"])
def test_the_report_is_the_same_with_any_number_of_processes(many: CommandLine, form: str) -> None:
    alone = many.validate("--jobs", "1", "--format", form, "many")
    beside = many.validate("--jobs", "3", "--format", form, "many")

    assert alone.status == 1
    assert beside == alone


def test_a_process_that_is_killed_is_said_at_its_file_and_all_others_are_checked(
    many: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, here = work.Work.task, os.getpid()

    def deadly(self: work.Work, given: tuple[Candidate, bytes]) -> work.Done:
        if given[0].name.endswith("11.yaml") and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return task(self, given)

    monkeypatch.setattr(work.Work, "task", deadly)
    # As in a run of the command, whatever threads other tests have left in this process.
    monkeypatch.setattr("sanctcheck.checking.workers._method", lambda: "fork")
    called = many.validate("--jobs", "2", "--format", "json", "many")

    dossiers = {each["file"]: each for each in json.loads(called.out)["dossiers"]}
    (under,) = dossiers["many/11.yaml"]["under"]
    assert called.status == 2
    assert len(dossiers) == NUMBER
    assert "SIGKILL" in under["internal_errors"][0]["error"]
    assert [each for each in dossiers if dossiers[each]["under"] == [under]] == ["many/11.yaml"]


def test_an_error_in_a_process_ends_the_run_as_it_does_without(
    many: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    many.write("law/broken.yaml", "format: criteria/1\n")
    many.write("many/20.yaml", NEUTRAL.replace("regime: example", "regime: broken"))

    alone = many.validate("--jobs", "1", "many")
    beside = many.validate("--jobs", "2", "many")

    assert (beside.status, beside.err) == (alone.status, alone.err) == (2, alone.err)
    assert "law/broken.yaml" in beside.err
    del monkeypatch


def test_law_from_a_folder_reaches_a_process_that_starts_anew(
    many: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sanctcheck.checking import workers

    monkeypatch.setattr(workers, "_method", lambda: "spawn")
    names = [f"many/{index:02}.yaml" for index in range(8)]

    assert many.validate("--jobs", "2", *names) == many.validate("--jobs", "1", *names)


def test_small_files_that_are_something_else_are_not_worth_a_process(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for index in range(NUMBER):
        command_line.write(f"many/{index:02}.yaml", "format: other/1\n")
    command_line.write("many/zz.yaml", 'format: "\\x64ossier/1"\nid: x\n')
    started: list[object] = []
    monkeypatch.setattr("sanctcheck.checking.workers.Workers.submit", lambda *task: started.append(task))

    called = command_line.validate("--jobs", "2", "many")

    assert started == []
    assert f"{NUMBER} files in the folders passed over" in called.out
    assert "many/zz.yaml" in called.out  # one that says in escapes that it is a dossier is read as one
