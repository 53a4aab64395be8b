"""`sanctcheck diff`: files, folders and revisions compared; its forms, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from commanding import Called, CommandLine

FORMS = ["terminal", "markdown", "json"]


def diff(command_line: CommandLine, *arguments: str) -> Called:
    return command_line.call("diff", "--as-of", "2026-06-01", "--criteria", "law", *arguments)


def git(command_line: CommandLine, *arguments: str) -> None:
    named = {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(
        ["git", *arguments],
        cwd=command_line.folder,
        env={**os.environ, **named},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def revisions(command_line: CommandLine) -> CommandLine:
    """A repository in whose last commit the notice was taken out of a dossier."""
    command_line.write("dossiers/a.yaml", (command_line.folder / "told.yaml").read_text())
    for name in ("told.yaml", "untold.yaml"):
        (command_line.folder / name).rename(command_line.folder / f"{name}.txt")
    git(command_line, "init", "-q", "-b", "main")
    git(command_line, "add", "dossiers")
    git(command_line, "commit", "-qm", "First")
    command_line.write("dossiers/a.yaml", (command_line.folder / "untold.yaml.txt").read_text())
    git(command_line, "commit", "-qam", "Second")
    return command_line


@pytest.mark.parametrize("form", FORMS)
def test_what_was_met_and_no_longer_is_fails(command_line: CommandLine, form: str) -> None:
    called = diff(command_line, "told.yaml", "untold.yaml", "--format", form)

    assert called.status == 1
    assert "example:notice" in called.out or '"criterion": "notice"' in called.out
    assert "notified" in called.out


def test_the_terminal_says_what_turned_why_and_what_to_do(command_line: CommandLine) -> None:
    said = diff(command_line, "told.yaml", "untold.yaml").out

    assert said.startswith("told.yaml → untold.yaml, both as of 2026-06-01\n")
    assert "    No longer met\n    example:notice  met → not shown\n" in said
    assert "      law  Example Act, s. 7" in said or "      law  " in said
    assert "    Process\n    - notified 2026-03-02\n" in said
    assert said.endswith("  1 dossier, 0 without a difference, 1 no longer met. A person decides.\n")


def test_what_was_mended_does_not_fail(command_line: CommandLine) -> None:
    called = diff(command_line, "untold.yaml", "told.yaml")

    assert called.status == 0
    assert "Mended\n    example:notice  not shown → met" in called.out


def test_a_dossier_and_itself_have_no_difference(command_line: CommandLine) -> None:
    called = diff(command_line, "untold.yaml", "untold.yaml")

    assert called.status == 0
    assert "1 dossier, 1 without a difference. A person decides." in called.out


def test_what_is_accepted_is_shown_and_does_not_fail(command_line: CommandLine) -> None:
    text = (command_line.folder / "untold.yaml").read_text()
    entry = (
        "accepted_gaps: [{standard: notification, reason: They died., by: The office, until: 2026-12-31}]\n"
    )
    command_line.write("untold.yaml", text + entry)

    called = diff(command_line, "told.yaml", "untold.yaml")

    assert called.status == 0
    assert "accepted by The office until 2026-12-31" in called.out


def test_the_json_form_fits_its_schema(command_line: CommandLine) -> None:
    report = json.loads(diff(command_line, "told.yaml", "untold.yaml", "--format", "json").out)

    Draft202012Validator(schema("difference")).validate(report)
    (dossier,) = report["dossiers"]
    assert (dossier["old"], dossier["new"]) == ("told.yaml", "untold.yaml")
    assert [(each["turn"], each["before"], each["after"]) for each in dossier["under"][0]["turned"]] == [
        ("lost", "met", "not-shown")
    ]
    assert report["summary"] == {"dossiers": 1, "without_difference": 0, "turned": {"lost": 1}}


def test_each_side_can_have_a_day_of_its_own(command_line: CommandLine) -> None:
    called = diff(command_line, "told.yaml", "told.yaml", "--old-as-of", "2026-05-01")

    assert "as of 2026-05-01, and as of 2026-06-01" in called.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("HEAD~1", "HEAD"),
        ("HEAD~1", "main"),
        ("HEAD~1", "HEAD", "--", "dossiers"),
        ("HEAD~1", "HEAD", "--", "dossiers/a.yaml"),
        ("HEAD~1:dossiers/a.yaml", "HEAD:dossiers/a.yaml"),
        ("HEAD~1", "dossiers/a.yaml"),
        ("HEAD~1", "dossiers"),
        ("HEAD~1:", "main:"),
    ],
)
def test_revisions_are_compared_however_they_are_named(
    revisions: CommandLine, arguments: tuple[str, ...]
) -> None:
    called = diff(revisions, *arguments)

    assert called.status == 1
    assert "example:notice  met → not shown" in called.out
    assert "1 dossier, 0 without a difference" in called.out


def test_what_is_called_like_a_file_is_that_file_and_with_a_colon_a_revision(revisions: CommandLine) -> None:
    revisions.write("main", (revisions.folder / "told.yaml.txt").read_text())

    assert diff(revisions, "main:", "dossiers").status == 0
    assert diff(revisions, "main", "dossiers/a.yaml").status == 1


def test_a_renamed_file_is_the_same_dossier(revisions: CommandLine) -> None:
    git(revisions, "mv", "dossiers/a.yaml", "dossiers/b.yaml")
    git(revisions, "commit", "-qm", "Third")

    called = diff(revisions, "HEAD~1", "HEAD")

    assert called.status == 0
    assert "1 dossier, 1 without a difference" in called.out


@pytest.mark.parametrize("form", FORMS)
def test_an_added_and_a_removed_dossier_are_told(revisions: CommandLine, form: str) -> None:
    text = (revisions.folder / "dossiers" / "a.yaml").read_text()
    revisions.write("dossiers/new.yaml", text.replace("id: example", "id: another"))
    git(revisions, "add", "dossiers")
    git(revisions, "commit", "-qm", "Third")

    added, removed = (
        diff(revisions, *each, "--format", form) for each in (("HEAD~1", "HEAD"), ("HEAD", "HEAD~1"))
    )

    assert added.status == 1
    assert "new.yaml" in added.out
    assert removed.status == 0
    assert "new.yaml" in removed.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nothing", "HEAD"), "No revision is called “nothing”"),
        (("HEAD", "HEAD:nothing.yaml"), "has no file or folder “nothing.yaml”"),
        (("dossiers", "dossiers", "--", "x"), "a PATH behind -- is for revisions"),
    ],
)
def test_what_is_not_there_is_said(revisions: CommandLine, arguments: tuple[str, ...], says: str) -> None:
    called = diff(revisions, *arguments)

    assert called.status == 2
    assert says in called.err


def test_a_version_that_cannot_be_read_fails_where_it_is_the_later_one(command_line: CommandLine) -> None:
    command_line.write("broken.yaml", "format: dossier/1\nid: [\n")

    later = diff(command_line, "told.yaml", "broken.yaml")
    assert later.status == 1
    assert "It cannot be read as a dossier now" in later.out
    assert "1 cannot be read now" in later.out
    assert diff(command_line, "broken.yaml", "told.yaml").status == 0


def test_nothing_to_compare_is_no_success(command_line: CommandLine) -> None:
    command_line.write("one/read.me", "")
    command_line.write("two/read.me", "")

    assert diff(command_line, "one", "two").status == 3


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_is_protected_is_told(command_line: CommandLine, form: str) -> None:
    text = (command_line.folder / "told.yaml").read_text()
    secret = "exhibits: [{id: E9, title: Maria, kind: ngo-report, handling: {level: protected, because: her safety}}]\n"
    command_line.write("told.yaml", text + secret)
    command_line.write("later.yaml", text + secret.replace("Maria", "Anna").replace("ngo-report", "press"))

    said = diff(command_line, "told.yaml", "later.yaml", "--format", form).out

    assert "protected" in said
    for hidden in ("Maria", "Anna", "E9", "press", "safety"):
        assert hidden not in said
