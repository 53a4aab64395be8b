"""One file of named arrays, which is read as it was written or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.lists.files import written_whole
from sanctcheck.names.index import mapped

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.names.index.mapped import Array

ARRAYS: dict[str, Array] = {
    "numbers": np.arange(1000, dtype=np.uint32),
    "none": np.zeros(0, np.uint64),
    "text": np.frombuffer(b"a few letters", np.uint8),
    "shares": np.linspace(0, 1, 7, dtype=np.float32),
}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "arrays"
    with written_whole(path) as file:
        mapped.write(file, "a key", ARRAYS)
    return path


def test_what_was_written_is_read_back(written: Path) -> None:
    found = mapped.read(written, "a key")

    assert list(ARRAYS) == list(found)
    for name, array in ARRAYS.items():
        assert array.dtype == found[name].dtype
        assert array.tolist() == found[name].tolist()


def test_nobody_can_write_to_what_was_read(written: Path) -> None:
    numbers = mapped.read(written, "a key")["numbers"]

    with pytest.raises(ValueError, match="read-only"):
        numbers[0] = np.uint32(1)


def test_a_file_made_of_something_else_is_not_read(written: Path) -> None:
    with pytest.raises(mapped.DamagedError, match="made of other lists"):
        mapped.read(written, "another key")


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_file_in_which_one_bit_is_another_one_is_not_read(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "arrays"
    with written_whole(path) as file:
        mapped.write(file, "a key", ARRAYS)
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) * 8 - 1))
    content[place // 8] ^= 1 << place % 8
    path.write_bytes(content)

    with pytest.raises(mapped.DamagedError):
        mapped.read(path, "a key")


@pytest.mark.parametrize("share", [0, 0.001, 0.01, 0.5, 0.99])
def test_a_file_that_was_cut_is_not_read(written: Path, share: float) -> None:
    os.truncate(written, int(written.stat().st_size * share))

    with pytest.raises(mapped.DamagedError):
        mapped.read(written, "a key")


def test_a_file_with_a_true_hash_that_is_no_index_is_not_read(tmp_path: Path) -> None:
    import hashlib

    body = b"something else of some length, and its hash"
    (tmp_path / "other").write_bytes(body + hashlib.sha256(body).digest())

    with pytest.raises(mapped.DamagedError):
        mapped.read(tmp_path / "other", "a key")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")
def test_links_pipes_and_folders_are_no_index(written: Path) -> None:
    link, pipe = written.with_name("link"), written.with_name("pipe")
    link.symlink_to(written)
    os.mkfifo(pipe)

    for path in (link, pipe, written.parent):
        with pytest.raises(mapped.DamagedError):
            mapped.read(path, "a key")


def test_a_missing_file_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        mapped.read(tmp_path / "none", "a key")
