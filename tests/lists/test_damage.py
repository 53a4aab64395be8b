"""However a file is damaged, what comes of it is a list, or an error that is written for its reader."""

from __future__ import annotations

import contextlib
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from published import PUBLISHED, files, raw

from sanctcheck.errors import ListError
from sanctcheck.lists.model import listing_as_json, listing_from_json
from sanctcheck.lists.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 60
BITS = [b"", b"<", b">", b'"', b"&", b";", b",", b"\n", b"\0", b"\xff", b"-0- ", b"1", b"/", b"00/00/0000", b"\xc3\xa9",
        b"99999999999999999999", b"(1) ", b" or ", b" to ", b"true", b"\t", b"]]>", b"<a/>", b"a) b) "]  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bits put in, taken out or said twice."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content))
        end = min(len(content), start + chance.choice([0, 0, 1, 3, 20]))
        put = chance.choice([*BITS, content[start : start + 40]])
        content = content[:start] + put + content[end:]
    return content


def write(content: bytes, source: Path, path: Path, chance: random.Random) -> None:
    """Damages a file; of a spreadsheet the XML of its cells, so that there is something left to read."""
    if not content.startswith(b"PK"):
        path.write_bytes(damaged(content, chance))
        return
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            cells = entry.filename in ("content.xml", "xl/worksheets/sheet1.xml")
            new.writestr(entry.filename, damaged(part, chance) if cells else part)


@pytest.mark.parametrize("name", PUBLISHED)
def test_damage_ends_in_a_list_or_in_a_clear_error(name: str, tmp_path: Path) -> None:
    whole = files(name)
    content = whole[0].path.read_bytes()
    path = tmp_path / whole[0].name
    read = 0
    for seed in range(ROUNDS):
        write(content, whole[0].path, path, random.Random(seed))
        with contextlib.suppress(ListError):
            found = list(parse([raw(path), *whole[1:]]))
            read += 1
            assert all(each == listing_from_json(listing_as_json(each)) for each in found)
    assert read, "every damaged file was refused, so that no parser was tried"
