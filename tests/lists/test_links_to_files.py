"""A file from outside may be reached by a link where its user named it, and not where a repository could."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sanctcheck.errors import StoreError
from sanctcheck.lists.files import regular_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_link_is_followed_unless_it_must_not_be(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "x.csv")

    with regular_file(link, 9) as file:
        assert file.read() == b"a"
    with (
        pytest.raises(StoreError, match=r"link.csv cannot be read: it is a link"),
        regular_file(link, 9, follows=False),
    ):
        pass


def test_a_file_that_is_not_there_or_is_none_is_named(tmp_path: Path) -> None:
    for follows in (True, False):
        with (
            pytest.raises(StoreError, match="cannot be read: No such file"),
            regular_file(tmp_path / "a", 9, follows=follows),
        ):
            pass
        with (
            pytest.raises(StoreError, match=r"is no regular file\."),
            regular_file(tmp_path, 9, follows=follows),
        ):
            pass
