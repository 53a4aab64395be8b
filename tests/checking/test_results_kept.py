"""Results of a run before: the same report, sooner; never a stale one, and never a word that is protected."""

from __future__ import annotations

import os
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from support import EXAMPLE_REGIME, NEUTRAL

from sanctcheck.checking import result_cache, work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commanding import Called, CommandLine

    from sanctcheck.dossier.discovery import Candidate

EXHIBIT = "exhibits: [{id: E1, kind: other, title: One, file: papers/one.txt}]\n"


@dataclass
class Here:
    """A command line that keeps its results, and counts the files that it checks."""

    line: CommandLine
    kept: Path
    checked: list[str]

    def run(self, *arguments: str) -> Called:
        return self.line.validate(*(arguments or ("told.yaml", "untold.yaml")))

    def files_checked_in(self, *arguments: str) -> list[str]:
        self.checked.clear()
        self.run(*arguments)
        return list(self.checked)

    @property
    def pack(self) -> Path:
        (found,) = self.kept.glob("*.pack")
        return found


@pytest.fixture
def here(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.setenv(result_cache.CACHE, str(command_line.folder / "kept"))
    checked: list[str] = []
    done = work.Work.done

    def counted(self: work.Work, candidate: Candidate, content: bytes) -> work.Done:
        checked.append(candidate.name)
        return done(self, candidate, content)

    monkeypatch.setattr(work.Work, "done", counted)
    return Here(command_line, command_line.folder / "kept", checked)


def test_the_second_run_says_the_same_and_checks_nothing(here: Here) -> None:
    first = here.run()

    assert here.files_checked_in() == []
    assert here.run() == first
    assert first.status == 1


def test_a_changed_file_alone_is_checked_again(here: Here) -> None:
    here.run()
    here.line.write("untold.yaml", NEUTRAL.replace("Example Person", "Another Person"))

    assert here.files_checked_in() == ["untold.yaml"]
    assert "Another Person" in here.run().out


def test_a_file_with_another_name_is_called_by_it(here: Here) -> None:
    here.run()
    (here.line.folder / "untold.yaml").rename(here.line.folder / "moved.yaml")

    called = here.run("moved.yaml")

    assert "Dossier moved.yaml" in called.out
    assert "untold.yaml" not in called.out
    assert here.checked == ["told.yaml", "untold.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", "2026-06-02"),
        ("--all-regimes",),
        ("--regime", "example"),
        ("--format", "json"),
        ("--show", "met"),
    ],
    ids=lambda each: each[0],
)
def test_what_is_asked_otherwise_is_checked_again(here: Here, arguments: tuple[str, ...]) -> None:
    here.run()

    assert here.files_checked_in("told.yaml", *arguments) == ["told.yaml"]


def test_changed_law_makes_every_result_old(here: Here) -> None:
    here.run()
    here.line.write("law/example.yaml", EXAMPLE_REGIME.replace("Tell the target.", "Write to the target."))

    assert len(here.files_checked_in()) == 2
    assert "Write to the target." in here.run().out


def left_alone(path: Path) -> None:
    """Waits until a file is no longer one that was just changed."""
    while time.time_ns() - path.stat().st_ctime_ns <= 40_000_000:
        time.sleep(0.01)


@pytest.fixture
def with_exhibit(here: Here, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Called]:
    from sanctcheck.checking import beside

    monkeypatch.setattr(beside, "_SETTLED", 40_000_000)
    here.line.write("with.yaml", NEUTRAL + EXHIBIT)
    left_alone(here.line.folder / here.line.write("papers/one.txt", "one"))
    return lambda: here.run("with.yaml")


def test_an_exhibit_that_stays_as_it_was_is_not_read_again(
    here: Here, with_exhibit: Callable[[], Called]
) -> None:
    with_exhibit()

    assert here.files_checked_in("with.yaml") == []


def test_an_exhibit_that_changed_in_place_is_looked_at_again(
    here: Here, with_exhibit: Callable[[], Called]
) -> None:
    with_exhibit()
    paper = here.line.folder / "papers" / "one.txt"
    before = paper.stat()
    paper.write_text("two", encoding="utf-8")
    os.utime(paper, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert paper.stat().st_size == before.st_size
    assert here.files_checked_in("with.yaml") == ["with.yaml"]


def test_an_exhibit_that_is_gone_or_came_is_missed_or_found(
    here: Here, with_exhibit: Callable[[], Called]
) -> None:
    (here.line.folder / "papers" / "one.txt").rename(here.line.folder / "elsewhere.txt")
    assert "exhibit-file-missing" in with_exhibit().out

    (here.line.folder / "elsewhere.txt").rename(here.line.folder / "papers" / "one.txt")
    assert "exhibit-file-missing" not in with_exhibit().out


def test_what_rests_on_a_file_that_was_changed_just_now_is_not_kept(here: Here) -> None:
    here.line.write("with.yaml", NEUTRAL + EXHIBIT)
    here.line.write("papers/one.txt", "one")
    here.run("with.yaml")

    assert here.files_checked_in("with.yaml") == ["with.yaml"]


def test_nothing_that_is_protected_is_written_down(here: Here) -> None:
    secret = "Xylander Quesnoy"
    protected = f"exhibits: [{{id: E1, kind: other, title: {secret}, handling: {{level: protected}}, oops: {secret}}}]\n"
    here.line.write("with.yaml", NEUTRAL + protected)
    here.line.write("unclear.yaml", NEUTRAL + protected + f"id: {secret}\n")
    here.run("with.yaml", "unclear.yaml", "--format", "json")

    kept = result_cache.entries_of(here.pack)
    texts = [zlib.decompress(entry) for entry in kept.values()]
    assert len(texts) == 1
    assert b"E1" in texts[0] or b"exhibits" in texts[0]
    assert not [text for text in texts if b"Xylander" in text or b"Quesnoy" in text]


@pytest.mark.parametrize("damage", [b"", b"\0", b"sanctcheck results 1\n" + bytes(32), b"x" * 10_000])
def test_a_damaged_pack_is_ignored_and_written_anew(here: Here, damage: bytes) -> None:
    first = here.run()
    here.pack.write_bytes(damage)

    assert len(here.files_checked_in()) == 2
    assert here.files_checked_in() == []
    assert here.run() == first


def test_a_pack_that_was_cut_anywhere_changes_no_report(here: Here) -> None:
    first = here.run()
    whole = here.pack.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 12)):
        here.pack.write_bytes(whole[:length])

        assert here.run() == first


def test_a_folder_that_others_can_reach_or_that_is_a_link_is_not_used(here: Here, tmp_path: Path) -> None:
    here.kept.mkdir(mode=0o755)
    here.kept.chmod(0o755)
    here.run()
    assert list(here.kept.iterdir()) == []

    here.kept.rename(tmp_path / "other")
    (tmp_path / "other").chmod(0o700)
    here.kept.symlink_to(tmp_path / "other")
    here.run()
    assert list((tmp_path / "other").iterdir()) == []


def test_what_is_kept_is_for_its_owner_alone(here: Here) -> None:
    here.run()

    assert (here.kept.stat().st_mode & 0o777, here.pack.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_pack_behind_a_link_is_not_read_and_is_replaced(here: Here, tmp_path: Path) -> None:
    here.run()
    here.pack.rename(tmp_path / "elsewhere.pack")
    here.kept.joinpath((tmp_path / "elsewhere.pack").name)
    target = tmp_path / "elsewhere.pack"
    link = here.kept / f"{'0' * 64}.pack"
    link.symlink_to(target)

    assert result_cache.entries_of(link) == {}
    assert result_cache.entries_of(target) != {}


def test_without_a_place_to_keep_anything_the_run_is_the_same(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = here.run()
    for variable in (result_cache.CACHE, "HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    assert result_cache.usual_folder() is None
    assert here.run() == first

    monkeypatch.setenv(result_cache.CACHE, "/dev/null/nowhere")
    assert here.run() == first


def test_no_cache_keeps_nothing(here: Here) -> None:
    here.run("told.yaml", "--no-cache")

    assert not here.kept.exists()


def test_what_is_kept_is_bounded(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "MAX_PACK", 1_200)
    monkeypatch.setattr(result_cache, "MAX_FOLDER", 2_000)
    for day in range(1, 9):
        here.line.call(
            "validate", "--as-of", f"2026-06-0{day}", "--criteria", "law", "told.yaml", "untold.yaml"
        )

    sizes = [pack.stat().st_size for pack in here.kept.glob("*.pack")]
    assert sizes
    assert max(sizes) < 1_400
    assert sum(sizes) <= 2_000


def test_a_folder_of_criteria_without_a_file_is_another_law_than_none(tmp_path: Path) -> None:
    empty, law = tmp_path / "empty", tmp_path / "law"
    for folder in (empty, law):
        folder.mkdir()
    (law / "example.yaml").write_text(EXAMPLE_REGIME)

    names = {result_cache.name_of_pack(folders, "asked") for folders in ([law], [empty, law], [law, empty])}

    assert len(names) == 3
