"""The files of exhibits are looked at below the dossier's folder only, and only their size and hash."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import TODAY, shaped

from sanctcheck.dossier.model import Dossier
from sanctcheck.exhibits import folder as folder_module
from sanctcheck.exhibits import looking
from sanctcheck.exhibits.files import exhibit_file_flaws
from sanctcheck.exhibits.seal import Trust
from sanctcheck.exhibits.strays import folder_sights
from sanctcheck.reading.files import parse

if TYPE_CHECKING:
    from sanctcheck.reading.document import Flaw

CONTENT = b"What was seen"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier's folder with two exhibits, and a secret beside it."""
    inside = tmp_path / "dossier"
    (inside / "files").mkdir(parents=True)
    (inside / "report.txt").write_bytes(CONTENT)
    (inside / "files" / "report.txt").write_bytes(CONTENT)
    (tmp_path / "secret").write_bytes(CONTENT)
    return inside


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def flaws(folder: Path | None, *exhibits: dict[str, Any], **options: int) -> list[Flaw]:
    """The flaws of exhibits, each with the right hash unless it says otherwise."""
    whole = [
        {"id": f"E{i}", "title": "T", "kind": "other", "sha256": SHA256, **each}
        for i, each in enumerate(exhibits)
    ]
    kept = [{key: value for key, value in each.items() if value is not None} for each in whole]
    value = {
        "format": "dossier/1",
        "id": "x",
        "target": {"type": "person", "names": [{"name": "X"}]},
        "exhibits": kept,
    }
    read = parse(json.dumps(value, indent=1).encode(), "x.json", folder=folder)
    before = open_descriptors()
    found = list(exhibit_file_flaws(shaped(value, Dossier), read, Trust(TODAY), **options))

    assert before == open_descriptors()
    for flaw in found:
        assert flaw.place == read.place(flaw.pointer)
        assert str(folder) not in flaw.message
        assert CONTENT.decode() not in flaw.message
    return found


def only_flaw(folder: Path, exhibit: dict[str, Any], **options: int) -> tuple[str, str, str]:
    (flaw,) = flaws(folder, exhibit, **options)
    return flaw.rule, flaw.severity, str(flaw.pointer[-1])


@pytest.mark.parametrize("file", ["report.txt", "files/report.txt", "./report.txt", "./files/./report.txt"])
def test_a_file_that_is_the_one_recorded_gives_no_finding(file: str, folder: Path) -> None:
    assert flaws(folder, {"file": file, "size": len(CONTENT)}) == []


@pytest.mark.parametrize(
    "file",
    [
        *(
            "../secret",
            "files/../../secret",
            "files/../report.txt",
            "/etc/passwd",
            "//host/share",
            "files//report.txt",
        ),
        *(
            "files/",
            "..",
            ".",
            "./",
            "\\\\host\\share",
            "files\\report.txt",
            "..\\secret",
            "report.txt\0",
            "/",
            "a/\0",
        ),
    ],
)
def test_a_path_that_could_lead_outside_is_refused(file: str, folder: Path) -> None:
    assert only_flaw(folder, {"file": file}) == ("exhibit-path-outside", "error", "file")


def test_nothing_is_opened_for_a_path_that_could_lead_outside(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "_open", lambda *_: pytest.fail("it was opened"))

    assert only_flaw(folder, {"file": "../secret"})[0] == "exhibit-path-outside"


def test_no_link_is_followed(folder: Path) -> None:
    (folder / "link").symlink_to("report.txt")
    (folder / "out").symlink_to("../secret")
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "way").symlink_to("files")
    (folder / "up").symlink_to("..")

    for file in ("link", "out", "loop", "dangling", "way/report.txt", "up/secret", "way"):
        (flaw,) = flaws(folder, {"file": file})
        assert (flaw.rule, flaw.severity) == ("exhibit-path-outside", "error")
        assert "symbolic link" in flaw.message


@pytest.mark.parametrize("file", ["missing.pdf", "missing/report.txt", "x" * 300, "é\ud7ff"])
def test_a_file_that_is_not_there_is_named(file: str, folder: Path) -> None:
    assert only_flaw(folder, {"file": file}) == ("exhibit-file-missing", "error", "file")


def test_what_is_no_file_is_refused_and_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for file in ("pipe", "files", "socket"):
            (flaw,) = flaws(folder, {"file": file})
            assert (flaw.rule, flaw.message) == (
                "exhibit-file-missing",
                "What stands there is not an ordinary file.",
            )


def test_a_file_in_the_place_of_a_folder_cannot_be_read(folder: Path) -> None:
    (flaw,) = flaws(folder, {"file": "report.txt/x"})

    assert (flaw.rule, flaw.message) == ("exhibit-file-missing", "What stands there cannot be read.")


def test_another_content_is_an_error(folder: Path) -> None:
    (folder / "report.txt").write_bytes(b"What was said")

    assert only_flaw(folder, {"file": "report.txt", "size": 13}) == (
        "exhibit-hash-mismatch",
        "error",
        "sha256",
    )


def test_another_size_is_an_error(folder: Path) -> None:
    assert only_flaw(folder, {"file": "report.txt", "size": 12}) == ("exhibit-size-mismatch", "error", "size")


def test_a_file_without_a_hash_gives_a_warning(folder: Path) -> None:
    assert only_flaw(folder, {"file": "report.txt", "sha256": None}) == (
        "exhibit-hash-missing",
        "warning",
        "file",
    )


def test_a_file_above_the_limit_is_not_hashed(folder: Path) -> None:
    size = len(CONTENT)

    assert only_flaw(folder, {"file": "report.txt"}, max_bytes=size - 1) == (
        "exhibit-too-large",
        "warning",
        "file",
    )
    assert flaws(folder, {"file": "report.txt"}, max_bytes=size) == []


def test_a_large_file_is_hashed_in_blocks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_BLOCK", 4)

    assert flaws(folder, {"file": "report.txt"}) == []
    assert only_flaw(folder, {"file": "report.txt"}, max_bytes=6)[0] == "exhibit-too-large"


def test_a_file_named_by_many_exhibits_is_hashed_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    real = os.read

    def counted(descriptor: int, size: int) -> bytes:
        read.append(size)
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", counted)

    assert flaws(folder, *[{"file": "report.txt"}] * 5, {"file": "files/report.txt"}) == []
    assert len(read) == 4  # of each of the two files, its content and its end


def test_each_exhibit_has_its_own_flaw(folder: Path) -> None:
    found = flaws(folder, {"title": "no file"}, {"file": "nowhere"}, {"file": "report.txt"}, {"file": "../x"})

    assert [flaw.pointer for flaw in found] == [("exhibits", 1, "file"), ("exhibits", 3, "file")]


def test_a_dossier_from_standard_input_has_no_folder_to_look_in() -> None:
    assert flaws(None, {"file": "report.txt"}) == []


def test_the_dossiers_folder_may_be_the_current_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert flaws(Path(), {"file": "report.txt"}) == []


def test_the_dossiers_own_folder_may_be_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)

    assert flaws(folder.parent / "link", {"file": "report.txt"}) == []


def test_a_system_that_cannot_refuse_links_looks_at_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", set())

    assert [(flaw.rule, flaw.severity) for flaw in flaws(folder, {"file": "../x"})] == [
        ("exhibit-files-not-checked", "warning")
    ]


def test_a_name_that_vanishes_while_it_is_looked_at_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanished(*_: object, **__: object) -> os.stat_result:
        raise FileNotFoundError

    (folder / "link").symlink_to("report.txt")
    monkeypatch.setattr(os, "stat", vanished)

    assert only_flaw(folder, {"file": "link"})[0] == "exhibit-file-missing"


def test_a_file_of_another_kind_than_is_stated_is_an_error(folder: Path) -> None:
    exhibit = {"file": "report.txt", "media_type": "image/jpeg"}

    assert only_flaw(folder, exhibit) == ("exhibit-type-mismatch", "error", "media_type")
    assert flaws(folder, exhibit | {"media_type": "text/plain"}) == []


def test_a_file_of_another_kind_than_its_name_says_is_a_warning(folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(CONTENT)

    assert only_flaw(folder, {"file": "photo.jpg"}) == ("exhibit-type-mismatch", "warning", "file")


def test_a_name_that_contradicts_the_stated_kind_is_a_warning(folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(CONTENT)
    exhibit = {"file": "photo.jpg", "media_type": "text/plain"}

    assert only_flaw(folder, exhibit) == ("exhibit-type-mismatch", "warning", "media_type")


def test_of_a_protected_exhibit_not_even_the_kind_is_said(folder: Path) -> None:
    (folder / "report.txt").write_bytes(bytes.fromhex("89504e470d0a1a0a"))
    exhibit = {"file": "report.txt", "media_type": "image/jpeg", "handling": {"level": "protected"}}
    found = flaws(folder, exhibit | {"sha256": None})

    assert [flaw.rule for flaw in found if "png" in flaw.message] == []
    assert "exhibit-type-mismatch" in {flaw.rule for flaw in found}


def strays_of(folder: Path, *exhibits: dict[str, Any]) -> list[str]:
    found = flaws(folder, *exhibits)
    assert {(flaw.rule, flaw.severity, flaw.pointer) for flaw in found} <= {
        ("exhibit-file-unnamed", "warning", ("exhibits",))
    }
    return [flaw.message for flaw in found]


def test_files_among_the_exhibits_that_nobody_names_are_found(folder: Path) -> None:
    (folder / "files" / "below" / "deeper").mkdir(parents=True)
    (folder / "files" / "below" / "deeper" / "b.txt").write_text("x")
    (folder / "files" / "a.txt").symlink_to("/etc/passwd")
    (folder / "files" / "out").symlink_to("/etc")
    (folder / "files" / ".hidden").write_text("x")
    (folder / "files" / "Thumbs.db").write_text("x")
    (folder / "beside.txt").write_text("x")

    assert strays_of(folder, {"file": "./files/report.txt"}) == [
        "“files/a.txt” lies among the exhibits, and no exhibit names it.",
        "“files/out” lies among the exhibits, and no exhibit names it.",
        "“files/below/deeper/b.txt” lies among the exhibits, and no exhibit names it.",
    ]


def test_only_the_first_of_many_such_files_are_named_and_a_tree_without_end_ends(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (folder / "files" / f"{number:02}").write_text("x")
    found = strays_of(folder, {"file": "files/report.txt"})

    assert len(found) == 21
    assert found[-1] == "10 files lie among the exhibits beside those named here."

    monkeypatch.setattr("sanctcheck.exhibits.strays.MAX_ENTRIES", 5)
    assert len(strays_of(folder, {"file": "files/report.txt"})) <= 5


def test_where_something_is_protected_names_of_files_are_not_shown(folder: Path) -> None:
    (folder / "files" / "amal-haddad.pdf").write_text("x")
    exhibit = {"file": "files/report.txt", "handling": {"level": "protected"}}

    assert strays_of(folder, exhibit) == ["One file lies among the exhibits that no exhibit names."]


def test_names_that_tell_nothing_and_folders_that_cannot_be_entered_are_passed_over(folder: Path) -> None:
    (folder / "files" / "data").write_bytes(b"\0")
    (folder / "deep").mkdir()
    here = folder / "deep"
    for _ in range(40):
        here /= "d"
        here.mkdir()
    (here / "file").write_text("x")
    (folder / "deep" / "known").write_text("What was seen")
    (folder / "way").symlink_to("files")

    unknown = {"file": "files/data", "sha256": hashlib.sha256(b"\0").hexdigest()}
    assert strays_of(folder, unknown, {"file": "files/report.txt"}) == []
    assert flaws(folder, {"file": "deep/known"}) == []
    assert {flaw.rule for flaw in flaws(folder, {"file": "way/report.txt"})} == {"exhibit-path-outside"}
    assert {flaw.rule for flaw in flaws(folder, {"file": "none/report.txt"}, {"file": "../x/y"})} == {
        *("exhibit-file-missing", "exhibit-path-outside")
    }
    seen = [path for path, _ in folder_sights(str(folder), ["way/x", "none/x", "files/x", "../x", "deep/x"])]
    assert (len(seen), seen[0], seen[-1]) == (34, "deep", "files")


def test_a_folder_that_vanishes_while_it_is_looked_through_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "files" / "below").mkdir()
    real = os.open

    def vanishing(path: str, *arguments: Any, **named: Any) -> int:
        if path == "below":
            raise FileNotFoundError
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, "open", vanishing)
    monkeypatch.setattr(os, "supports_dir_fd", {vanishing})
    assert strays_of(folder, {"file": "files/report.txt"}) == []
