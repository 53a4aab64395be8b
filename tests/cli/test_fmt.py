from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sanctcheck.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = "id: x\nformat: dossier/1 # first\n"
TIDY = "format: dossier/1  # first\nid: x\n"
SECRET = """\
format: dossier/1
id: x
target:
  names: [{name: Somebody Secret}]
  type: person
  handling: {level: protected, because: danger}
"""


def fmt(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["fmt", *arguments], input=stdin)


def test_it_rewrites_what_is_untidy_and_keeps_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY)
    path.chmod(0o640)

    result = fmt(str(tmp_path))

    assert (result.exit_code, path.read_text()) == (0, TIDY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert result.stderr == f"Laid out anew: {path}\n1 dossier: 1 changed, 0 in order, 0 left alone\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_tidy_is_not_written_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TIDY)
    os.utime(path, (1, 1))

    result = fmt(str(path))

    assert (result.exit_code, result.output, path.stat().st_mtime) == (0, "", 1)


def test_check_writes_nothing_and_says_which(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY)
    (tmp_path / "b.yaml").write_text(TIDY)

    result = fmt("--check", str(tmp_path))

    assert (result.exit_code, path.read_text(), result.stdout) == (1, UNTIDY, "")
    assert result.stderr == (
        f"Would be laid out anew: {path}\n2 dossiers: 1 to change, 1 in order, 0 left alone\n"
    )


def test_diff_shows_the_lines_and_never_those_that_are_protected(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SECRET)

    result = fmt("--diff", str(path))

    assert (result.exit_code, path.read_text()) == (1, SECRET)
    assert "Secret" not in result.output
    assert "[protected]" in result.stdout or result.stdout.startswith("--- ")


def test_diff_is_a_patch(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY)

    assert fmt("--diff", str(path)).stdout.splitlines()[2:] == [
        "@@ -1,2 +1,2 @@", "+format: dossier/1  # first", " id: x", "-format: dossier/1 # first",
    ]  # fmt: skip


def test_standard_input_goes_to_standard_output() -> None:
    assert fmt("-", stdin=UNTIDY).stdout == TIDY
    assert fmt("--check", "-", stdin=UNTIDY).exit_code == 1
    assert fmt("--check", "-", stdin=TIDY).exit_code == 0


def test_what_cannot_be_read_comes_out_as_it_came_in_and_says_why() -> None:
    broken = "format: dossier/1\nid: [\n"

    result = fmt("-", stdin=broken)

    assert (result.exit_code, result.stdout) == (1, broken)
    assert "<stdin>:3:1 yaml-syntax: This is not YAML" in result.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "format: dossier/1\nid: x\nid: y\n",
            "a.yaml:3:1 duplicate-key: The field “id” stands here a second time",
        ),
        ("format: dossier/1\nid: &a [*a]\n", "a.yaml:2:9 cyclic-alias: An alias refers to its own parent."),
        ("format: dossier/1\nid: !!python/none x\n", "a.yaml:2:5 tag-not-allowed"),
        ("- a\n", "a.yaml:1:1 not-a-dossier: This is no dossier"),
    ],
)
def test_hostile_and_foreign_files_are_left_with_the_readers_words(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)

    result = fmt(str(path))

    assert (result.exit_code, path.read_text()) == (1, text)
    assert says in result.stderr


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)

    result = fmt(str(link))

    assert (result.exit_code, path.read_text()) == (1, UNTIDY)
    assert "symbolic link" in result.stderr


def test_line_ends_and_a_byte_order_mark_are_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())

    assert (fmt(str(path)).exit_code, path.read_bytes()) == (0, TIDY.encode())


def test_a_folder_without_a_dossier_has_nothing_to_lay_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n")

    assert fmt(str(tmp_path)).exit_code == 3
    assert fmt(str(tmp_path / "*.json")).exit_code == 2
