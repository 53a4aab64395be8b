"""The folder of a site: whole or not at all, and nothing of anybody else's is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sanctcheck.errors import UsageError
from sanctcheck.site import exchange
from sanctcheck.site.folder import SiteFolder

if TYPE_CHECKING:
    from pathlib import Path


def write(out: Path, **files: str) -> None:
    with SiteFolder(out) as folder:
        for name, text in files.items():
            folder.write(f"{name.replace('__', '/')}.html", text)
        folder.finish({"title": "A site"})


def files_of(out: Path) -> list[str]:
    return sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if not file.is_dir())


def left_beside(out: Path) -> list[str]:
    return [each.name for each in out.parent.iterdir() if each != out]


def test_a_new_site_is_written_with_what_it_consists_of(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "out", index="one", standards__a="two")

    assert files_of(tmp_path / "deep" / "out") == ["index.html", "site.json", "standards/a.html"]
    assert left_beside(tmp_path / "deep" / "out") == []


@pytest.mark.parametrize("in_one_step", [True, False])
def test_an_earlier_site_is_replaced_and_its_pages_that_are_gone_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_one_step: bool
) -> None:
    if not in_one_step:
        monkeypatch.setattr(exchange, "_in_one_step", lambda *_: False)
    write(tmp_path / "out", index="old", gone="old")
    write(tmp_path / "out", index="new")

    assert files_of(tmp_path / "out") == ["index.html", "site.json"]
    assert (tmp_path / "out" / "index.html").read_text() == "new"
    assert left_beside(tmp_path / "out") == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", index="new")

    assert files_of(tmp_path / "out") == ["index.html", "site.json"]


def test_what_is_begun_and_not_finished_leaves_everything_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "out", index="old")
    with SiteFolder(tmp_path / "out") as folder:
        folder.write("index.html", "half")

    assert (tmp_path / "out" / "index.html").read_text() == "old"
    assert left_beside(tmp_path / "out") == []


def test_a_folder_with_something_else_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")

    with pytest.raises(UsageError, match="not empty and holds no site"):
        SiteFolder(tmp_path / "out")
    assert (tmp_path / "out" / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("manifest", ["{", "[]", '{"format": "site/2", "files": []}', '{"format": "site/1"}'])
def test_a_manifest_that_is_none_makes_no_site(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "site.json").write_text(manifest)

    with pytest.raises(UsageError, match="holds no site"):
        SiteFolder(tmp_path / "out")


def test_a_manifest_that_is_larger_than_any_makes_no_site_and_is_not_read(tmp_path: Path) -> None:
    write(tmp_path / "out", index="old")
    manifest = tmp_path / "out" / "site.json"
    manifest.write_text(manifest.read_text() + " " * 5_000_000)

    with pytest.raises(UsageError, match="holds no site"):
        write(tmp_path / "out", index="new")


def test_something_put_into_a_site_is_named_before_it_would_be_lost(tmp_path: Path) -> None:
    write(tmp_path / "out", index="old")
    (tmp_path / "out" / "standards").mkdir()
    (tmp_path / "out" / "standards" / "CNAME").write_text("mine")

    with pytest.raises(UsageError, match=r"standards/CNAME.*would be lost"):
        SiteFolder(tmp_path / "out")


def test_something_put_into_a_site_while_the_next_is_made_is_not_lost_either(tmp_path: Path) -> None:
    write(tmp_path / "out", index="old")
    with SiteFolder(tmp_path / "out") as folder:
        folder.write("index.html", "new")
        (tmp_path / "out" / "notes.txt").write_text("mine")
        with pytest.raises(UsageError, match="would be lost"):
            folder.finish({})

    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "out" / "index.html").read_text() == "old"


def test_links_are_neither_followed_nor_taken_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious.html").write_text("mine")
    (tmp_path / "link").symlink_to("elsewhere")
    write(tmp_path / "out", index="old")
    (tmp_path / "out" / "pages").symlink_to("../elsewhere")

    with pytest.raises(UsageError, match="is a link"):
        SiteFolder(tmp_path / "link")
    with pytest.raises(UsageError, match=r"pages.*would be lost"):
        SiteFolder(tmp_path / "out")
    assert (tmp_path / "elsewhere" / "precious.html").read_text() == "mine"


def test_a_page_that_became_a_link_is_taken_away_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "precious.html").write_text("mine")
    write(tmp_path / "out", index="old")
    (tmp_path / "out" / "index.html").unlink()
    (tmp_path / "out" / "index.html").symlink_to("../precious.html")
    write(tmp_path / "out", index="new")

    assert (tmp_path / "precious.html").read_text() == "mine"
    assert not (tmp_path / "out" / "index.html").is_symlink()


def test_the_working_folder_and_a_file_are_no_place_for_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "file").write_text("mine")
    monkeypatch.chdir(tmp_path / "here")

    for out in (tmp_path / "here", tmp_path):
        with pytest.raises(UsageError, match="working folder"):
            SiteFolder(out)
    with pytest.raises(UsageError, match="is a file"):
        SiteFolder(tmp_path / "file")
