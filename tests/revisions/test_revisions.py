"""Dossiers of a revision: found under every name that git has, and read without running anything of the repository."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL

from sanctcheck.errors import UsageError
from sanctcheck.revisions.repository import repository_of
from sanctcheck.revisions.revision import revision_of

if TYPE_CHECKING:
    from pathlib import Path

AUTHOR = {
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2026-01-01T00:00:00Z" for who in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
MAX_BYTES = 100_000


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **AUTHOR},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "A change") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "repository"
    (made / "dossiers").mkdir(parents=True)
    git(made, "init", "-q", "-b", "main")
    (made / "dossiers" / "a.yaml").write_text(NEUTRAL)
    commit(made, "First")
    git(made, "tag", "-a", "v1", "-m", "A tag")
    (made / "dossiers" / "a.yaml").write_text(NEUTRAL.replace("Example Person", "Another Person"))
    commit(made, "Second")
    monkeypatch.chdir(made)
    return made


def contents(name: str, *paths: str, folder: Path | None = None) -> dict[str, str]:
    with revision_of(name, paths, folder=folder).candidates(MAX_BYTES) as found:
        return {each.name.partition(":")[2]: (each.content or b"").decode() for each in found}


def test_a_revision_is_found_under_each_name_that_git_has(repository: Path) -> None:
    first, second = git(repository, "rev-parse", "HEAD~1"), git(repository, "rev-parse", "HEAD")
    git(repository, "update-ref", "refs/remotes/origin/main", first)
    git(repository, "branch", "team/old", first)
    loose = [
        contents(name)
        for name in ("v1", "HEAD~1", "main^", first, first[:8], "origin/main", "team/old", "HEAD^1~0")
    ]
    git(repository, "pack-refs", "--all")
    git(repository, "repack", "-adq")
    packed = [
        contents(name)
        for name in ("v1", "@~1", "main~", first[:8], "origin/main", "refs/heads/team/old", f"{second}~1")
    ]

    for found in (*loose, *packed):
        assert found == {"dossiers/a.yaml": NEUTRAL}
    assert "Another Person" in contents("HEAD")["dossiers/a.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "HEAD~9",
        "HEAD@{1}",
        "main..v1",
        "--help",
        "-",
        ":",
        "../x",
        "HEAD^{tree}",
        "",
        "refs/../x",
        "a\0b",
    ],
)
def test_what_is_no_revision_is_said_so(repository: Path, name: str) -> None:
    with pytest.raises(UsageError, match="No revision is called"):
        contents(name, folder=repository)


def test_only_ordinary_files_that_may_be_dossiers_are_read(repository: Path) -> None:
    (repository / ".hidden").mkdir()
    (repository / ".hidden" / "a.yaml").write_text(NEUTRAL)
    (repository / "link.yaml").symlink_to("/etc/passwd")
    (repository / "read.me").write_text("words")
    (repository / "Übersicht\n.yml").write_text(NEUTRAL)
    commit(repository)

    assert set(contents("HEAD")) == {"dossiers/a.yaml", "Übersicht\n.yml"}


def test_paths_are_taken_from_where_one_stands_and_never_from_outside(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(contents("HEAD:dossiers")) == {"dossiers/a.yaml"}
    assert set(contents("HEAD:dossiers/a.yaml")) == {"dossiers/a.yaml"}
    monkeypatch.chdir(repository / "dossiers")
    assert set(contents("HEAD", "a.yaml")) == {"dossiers/a.yaml"}
    assert set(contents("HEAD:")) == {"dossiers/a.yaml"}
    for outside in ("../..", "/etc"):
        with pytest.raises(UsageError, match="outside of the repository"):
            contents("HEAD", outside)
    with pytest.raises(UsageError, match="has no file or folder"):
        contents("HEAD:dossiers/b.yaml")


@pytest.mark.usefixtures("repository")
def test_a_pattern_in_a_path_is_a_name() -> None:
    with pytest.raises(UsageError, match="has no file or folder"):
        contents("HEAD:*.yaml")
    with pytest.raises(UsageError, match="has no file or folder"):
        contents("HEAD:", ":(top)dossiers")


def test_a_file_that_is_too_large_is_not_read(repository: Path) -> None:
    (repository / "large.yaml").write_bytes(b"\0" * 30_000_000)
    commit(repository)

    assert len(contents("HEAD")["large.yaml"]) == MAX_BYTES + 1


def test_a_repository_with_the_longer_hashes_is_read_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--object-format=sha256")
    (tmp_path / "a.yaml").write_text(NEUTRAL)
    assert len(commit(tmp_path)) == 64

    assert contents("HEAD", folder=tmp_path) == {"a.yaml": NEUTRAL}


def test_a_linked_working_tree_is_followed_where_both_ends_agree(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", str(tmp_path / "linked"), "v1")
    assert contents("HEAD", folder=tmp_path / "linked") == {"dossiers/a.yaml": NEUTRAL}

    (tmp_path / "forged").mkdir()
    (tmp_path / "forged" / ".git").write_text(f"gitdir: {repository}/.git/worktrees/linked\n")
    with pytest.raises(UsageError, match="does not lead back"):
        repository_of(tmp_path / "forged")


def test_objects_are_borrowed_from_nowhere(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--shared", str(repository), "borrowed")
    with pytest.raises(UsageError, match="borrows objects"):
        repository_of(tmp_path / "borrowed")

    (repository / ".git" / "objects").rename(tmp_path / "elsewhere")
    (repository / ".git" / "objects").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="holds no objects"):
        repository_of(repository)


def test_outside_of_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No git repository"):
        revision_of("HEAD", folder=tmp_path)


TRAPS = """\
[core]
	fsmonitor = {trap}
	pager = {trap}
	editor = {trap}
	sshCommand = {trap}
	hooksPath = {hooks}
	alternateRefsCommand = {trap}
[pager]
	cat-file = {trap}
	ls-tree = {trap}
[diff]
	external = {trap}
[diff "trapped"]
	textconv = {trap}
	command = {trap}
[filter "trapped"]
	smudge = {trap}
	clean = {trap}
	process = {trap}
	required = true
[alias]
	cat-file = !{trap}
	ls-tree = !{trap}
	rev-parse = !{trap}
[include]
	path = {included}
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::{trap}
	promisor = true
	partialclonefilter = blob:none
	uploadpack = {trap}
[credential]
	helper = !{trap}
"""


@pytest.fixture
def trapped(repository: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A repository whose configuration names a program for everything, and the file that the program leaves behind."""
    sprung = tmp_path / "sprung"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\nexit 1\n")
    trap.chmod(0o755)
    (tmp_path / "hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "pre-auto-gc", "post-index-change"):
        (tmp_path / "hooks" / hook).symlink_to(trap)
    (tmp_path / "included").write_text(f"[core]\n\tfsmonitor = {trap}\n")
    (repository / ".gitattributes").write_text("*.yaml diff=trapped filter=trapped\n")
    text = TRAPS.format(trap=trap, hooks=tmp_path / "hooks", included=tmp_path / "included")
    config = repository / ".git" / "config"
    config.write_text(
        config.read_text().replace("repositoryformatversion = 0", "repositoryformatversion = 1") + text
    )
    return repository, sprung


def test_nothing_that_a_configuration_names_is_run(
    trapped: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, sprung = trapped
    (repository / "git").write_text(f"#!/bin/sh\ntouch {sprung}\n")
    (repository / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    for name, value in {
        "GIT_EXTERNAL_DIFF": "x",
        "GIT_PAGER": "x",
        "GIT_DIR": "/nowhere",
        "GIT_TRACE": "1",
    }.items():
        monkeypatch.setenv(name, str(repository / "git") if value == "x" else value)

    assert "Another Person" in contents("HEAD")["dossiers/a.yaml"]
    assert contents("v1~0") == {"dossiers/a.yaml": NEUTRAL}
    assert not sprung.exists()

    monkeypatch.delenv("GIT_DIR")
    git(repository, "status")
    assert sprung.exists(), "the trap is one: git itself springs it"


def test_the_configuration_of_the_repository_is_not_even_read(repository: Path) -> None:
    (repository / ".git" / "config").write_text("[core\n")
    assert git(repository, "rev-parse", "HEAD") == "", "git itself cannot go on with it"

    assert "Another Person" in contents("HEAD")["dossiers/a.yaml"]


def test_a_missing_object_is_not_fetched(trapped: tuple[Path, Path]) -> None:
    repository, sprung = trapped
    blob = git(repository, "rev-parse", "HEAD:dossiers/a.yaml")
    sprung.unlink(missing_ok=True)
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()

    with pytest.raises(UsageError, match="is not in this copy"):
        contents("HEAD")
    assert not sprung.exists()

    git(repository, "cat-file", "-p", blob)
    assert sprung.exists(), "the trap is one: git itself springs it"
