"""`sanctcheck report`: written whole or not at all, in the formats asked for, with words that help where it cannot be."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from commanding import CommandLine
from support import FIXTURES

from sanctcheck.report.dossier import forms

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import Called

UK = FIXTURES / "lists" / "gb_fcdo" / "UK-Sanctions-List.xml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.chdir(tmp_path)
    shutil.copy(FIXTURES / "demo" / "draft.yaml", tmp_path)
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "store"))
    shutil.copy(FIXTURES / "screening" / "dossier.yaml", tmp_path)
    return CommandLine(tmp_path)


def report(here: CommandLine, *arguments: str) -> Called:
    return here.call("report", "--as-of", "2026-06-01", *arguments)


def test_it_goes_to_standard_output_as_markdown(here: CommandLine) -> None:
    called = report(here, "draft.yaml")

    assert (called.status, called.err) == (0, "")
    assert called.out.startswith("# Gap report\n\nOrlan VESKARI")


def test_the_ending_of_a_file_says_its_format(here: CommandLine) -> None:
    names = ("a.html", "a.pdf", "a.docx", "a.md")
    called = report(here, "draft.yaml", *(each for name in names for each in ("-o", name)))
    begins = [(here.folder / name).read_bytes()[:4] for name in names]

    assert (called.status, called.out, called.err) == (0, "", "")
    assert begins == [b"<!DO", b"%PDF", b"PK\x03\x04", b"# Ga"]


def test_a_report_does_not_tell_in_which_folder_its_author_works(here: CommandLine) -> None:
    here.write("elsewhere/draft.yaml", (here.folder / "draft.yaml").read_text())
    called = report(here, str(here.folder / "elsewhere" / "draft.yaml"))

    assert "draft.yaml" in called.out
    assert "elsewhere" not in called.out


def test_a_format_can_be_named_for_any_file(here: CommandLine) -> None:
    assert report(here, "draft.yaml", "-o", "html=page.txt").status == 0
    assert report(here, "draft.yaml", "--format", "html", "-o", "other.txt").status == 0
    assert (here.folder / "page.txt").read_text() == (here.folder / "other.txt").read_text()


def test_a_file_that_says_no_format_is_refused_with_a_way_out(here: CommandLine) -> None:
    called = report(here, "draft.yaml", "-o", "report.odt")

    assert called.status == 2
    assert "end it in .md, .html, .pdf or .docx, or name one with --format" in called.err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["-o", "a.md", "-o", "./a.md"], "Two reports cannot go to one file"),
        (["-o", "html=-", "-o", "markdown=-"], "Only one report can go to standard output"),
        (["-o", "html="], "names no file"),
        (["--regime", "no-such"], "No regime is called “no-such”"),
    ],
)
def test_what_cannot_be_meant_is_refused(here: CommandLine, arguments: list[str], word: str) -> None:
    called = report(here, "draft.yaml", *arguments)

    assert called.status == 2
    assert word in called.err


def test_a_terminal_is_spared_a_pdf(here: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    from sanctcheck.cli import report_files

    monkeypatch.setattr(sys, "stdout", type("Terminal", (), {"isatty": lambda _: True})())
    with pytest.raises(Exception, match="A terminal cannot show pdf: name a file"):
        report_files.reports_asked_for("pdf", ())
    assert here.folder.is_dir()


def test_a_dossier_that_cannot_be_read_has_no_report(here: CommandLine) -> None:
    here.write("bad.yaml", "format: dossier/1\nid: [\n")
    called = report(here, "bad.yaml", "-o", "a.md")

    assert called.status == 1
    assert "could not be read; see: sanctcheck validate bad.yaml" in called.err
    assert not (here.folder / "a.md").exists()


def test_no_dossier_and_two_dossiers_are_told_apart(here: CommandLine) -> None:
    (here.folder / "empty").mkdir()

    assert report(here, "empty").status == 3
    assert "Name one dossier; 2 were found there." in report(here, ".").err


def test_a_report_never_takes_the_place_of_its_dossier(here: CommandLine) -> None:
    before = (here.folder / "draft.yaml").read_bytes()
    called = report(here, "draft.yaml", "-o", "markdown=draft.yaml")

    assert (5, before) == (called.status, (here.folder / "draft.yaml").read_bytes())


def test_one_that_cannot_be_written_leaves_the_others(here: CommandLine) -> None:
    called = report(here, "draft.yaml", "-o", "no/such/a.md", "-o", "b.md")

    assert called.status == 5
    assert "could not be written" in called.err
    assert (here.folder / "b.md").exists()


@pytest.mark.parametrize(("form", "library"), [("pdf", "typst"), ("docx", "docx"), ("html", "drawsvg")])
def test_a_library_that_is_missing_is_named_with_the_way_to_get_it(
    here: CommandLine, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    called = report(here, "draft.yaml", "-o", f"a.{form}")

    assert called.status == 2
    assert "sanctcheck[report]" in called.err
    assert not (here.folder / f"a.{form}").exists()


def test_lists_are_named_by_their_snapshot_and_matches_explained(here: CommandLine) -> None:
    called = report(here, "dossier.yaml", "--list-file", str(UK))

    assert called.status == 0
    assert "snapshot gb-fcdo@" in called.out
    assert "Matches in the published lists" in called.out
    assert "the same words" in called.out
    assert "namesake-listed" in called.out


def test_a_list_that_is_not_kept_ends_the_run(here: CommandLine) -> None:
    assert report(here, "draft.yaml", "--lists", "un-sc").status == 4


def test_what_a_reader_may_not_see_is_left_out(here: CommandLine) -> None:
    everything, target = report(here, "draft.yaml"), report(here, "draft.yaml", "--for", "target")

    assert "Medical records of six former prisoners" in everything.out
    assert "Medical records" not in target.out
    assert "**Written for:** the target" in target.out
    assert "1 restricted" in target.out


def test_a_reader_that_nobody_knows_is_refused(here: CommandLine) -> None:
    assert "write target, public, or partner:GB" in report(here, "draft.yaml", "--for", "press").err


def test_a_gap_that_is_accepted_is_listed_with_its_reason(here: CommandLine) -> None:
    here.write(
        "sanctcheck.toml",
        """\
        [[accepted]]
        standard = "gb-ghr:person-informed"
        reason = "The post is on strike."
        by = "Desk 3"
        until = 2027-01-01
        """,
    )
    called = report(here, "draft.yaml")

    assert called.status == 0, called.err
    assert "| gb-ghr:person-informed | Desk 3 | 2027-01-01 | The post is on strike. |" in called.out
    assert "3 errors, 6 warnings and 1 settled one" in called.out


def test_it_is_read_from_standard_input(here: CommandLine) -> None:
    called = here.call(
        "report",
        "--as-of",
        "2026-06-01",
        "--format",
        "html",
        "-",
        stdin=(here.folder / "draft.yaml").read_bytes(),
    )

    assert called.status == 0
    assert called.out.startswith("<!DOCTYPE html>")


def test_every_format_is_named_in_the_help(here: CommandLine) -> None:
    helped = here.call("report", "--help").out

    assert all(f"  {form}" in helped for form in forms.FORMS)
