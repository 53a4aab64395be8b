"""Two folders change places, or both stay as they were, whatever the system can do."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from sanctcheck.errors import UsageError
from sanctcheck.site.exchange import exchanged
from sanctcheck.site.folder import MANIFEST, SiteFolder


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A new folder, and the one in whose place it shall stand."""
    made = tmp_path / "new", tmp_path / "out"
    for each in made:
        each.mkdir()
        (each / f"{each.name}.html").write_text(each.name, encoding="utf-8")
    return made


def held(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


class OtherSystem:
    """A system library whose exchange fails with an error, or that has none."""

    def __init__(self, number: int | None) -> None:
        if number is not None:
            self.renameat2 = lambda *_: -1
        self.number = number or 0

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: self)
        monkeypatch.setattr(ctypes, "get_errno", lambda: self.number)


@pytest.mark.parametrize("number", [None, errno.EINVAL, errno.ENOSYS, errno.EPERM])
def test_where_it_cannot_be_done_in_one_step_it_is_done_in_three(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    new, out = folders
    OtherSystem(number).install(monkeypatch)
    exchanged(new, out)

    assert (held(new), held(out)) == (["out.html"], ["new.html"])
    assert sorted(each.name for each in out.parent.iterdir()) == ["new", "out"]


def test_on_another_system_it_is_done_in_three_steps(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, out = folders
    monkeypatch.setattr(sys, "platform", "darwin")
    exchanged(new, out)

    assert (held(new), held(out)) == (["out.html"], ["new.html"])


def test_an_error_of_the_one_step_is_told_and_both_are_as_they_were(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, out = folders
    OtherSystem(errno.EACCES).install(monkeypatch)
    with pytest.raises(OSError, match=os.strerror(errno.EACCES)) as raised:
        exchanged(new, out)

    assert raised.value.errno == errno.EACCES
    assert (held(new), held(out)) == (["new.html"], ["out.html"])


def test_an_error_between_the_steps_puts_the_old_folder_back(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, out = folders
    OtherSystem(None).install(monkeypatch)
    rename = Path.rename

    def failing(self: Path, target: Any) -> Any:
        if self == new:
            raise OSError(errno.EIO, "no luck")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no luck"):
        exchanged(new, out)

    assert (held(new), held(out)) == (["new.html"], ["out.html"])
    assert sorted(each.name for each in out.parent.iterdir()) == ["new", "out"]


@pytest.mark.parametrize("manifest", ["a folder", "too large", "no JSON", "[]"])
def test_a_folder_whose_manifest_is_none_is_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manifest: str
) -> None:
    from sanctcheck.site import folder

    out = tmp_path / "out"
    out.mkdir()
    if manifest == "a folder":
        (out / MANIFEST).mkdir()
    else:
        (out / MANIFEST).write_text(manifest, encoding="utf-8")
    if manifest == "too large":
        monkeypatch.setattr(folder, "_MOST_BYTES", 3)

    with pytest.raises(UsageError, match="holds no site of sanctcheck"), SiteFolder(out):
        pass


def test_a_name_that_no_folder_can_have_is_refused() -> None:
    with pytest.raises(UsageError, match="no usable name"), SiteFolder(Path("x" * 5_000)):
        pass


def test_the_place_of_a_site_that_is_there_no_more_is_free(tmp_path: Path) -> None:
    with SiteFolder(tmp_path / "none") as made:
        made.write("index.html", "x")
        made.finish({})

    assert sorted(held(tmp_path / "none")) == ["index.html", MANIFEST]
