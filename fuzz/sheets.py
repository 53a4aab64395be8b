"""Changes within spreadsheets: a part is taken out, changed and put back, so that what is changed is read at all."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import atheris

_AS_BYTES = 8
"""Of so many changes, one is made to the bytes of the container itself."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)


def mutated(data: bytes, largest: int, seed: int) -> bytes:
    """A spreadsheet with one of its parts changed; any change where it is none."""
    chance = random.Random(seed)
    if chance.randrange(_AS_BYTES) == 0:
        return bytes(atheris.Mutate(data, largest))
    try:
        parts = unpacked(data)
    except _DAMAGE:
        return bytes(atheris.Mutate(data, largest))
    if not parts:
        return bytes(atheris.Mutate(data, largest))
    place = chance.randrange(len(parts))
    name, content = parts[place]
    parts[place] = (name, bytes(atheris.Mutate(content, max(1, len(content) + largest - len(data)))))
    return packed(parts)[:largest]


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """Each part with its name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return [(entry.filename, container.read(entry)) for entry in container.infolist()]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """The container of some parts, not compressed: libFuzzer's own changes can still be seen in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, content in parts:
            container.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
