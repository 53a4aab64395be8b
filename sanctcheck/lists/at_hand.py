"""Files that somebody has at hand: recognised by their content, and sorted into lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError, UsageError
from sanctcheck.lists.files import regular_file
from sanctcheck.lists.limits import MAX_BYTES
from sanctcheck.lists.parsing import parse, recognise
from sanctcheck.lists.source import RawFile
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sanctcheck.lists.catalogue import PublishedList


@dataclass(frozen=True, slots=True)
class Carried:
    """The files of one list, as they were carried in."""

    publisher: str
    files: tuple[RawFile, ...]


def sorted_by_list(paths: Sequence[Path]) -> list[Carried]:
    """Files by the list that they are, or are a part of.

    Raises:
        ListError: a file is no list that is known here.
        StoreError: a file cannot be read.
    """
    alone: list[Carried] = []
    sets: dict[tuple[str, str], list[RawFile]] = {}
    for path in paths:
        with regular_file(path, MAX_BYTES):
            file = RawFile(path, path.name)
        recognised = recognise(file)
        if recognised is None:
            raise ListError(
                f"{quoted(path.name)} is no sanctions list in a format that is known here. If its publisher has changed"
                " the format, please report the address, the first lines of the file and `sanctcheck --version`."
            )
        if recognised.part:
            sets.setdefault((recognised.publisher, recognised.format), []).append(file)
        else:
            alone.append(Carried(recognised.publisher, (file,)))
    return [*alone, *(Carried(publisher, tuple(files)) for (publisher, _), files in sets.items())]


def list_of(carried: Carried, known: Mapping[str, PublishedList]) -> str:
    """The id of the list that files are, by their publisher and by what their first entry says.

    Raises:
        ListError: they cannot be read.
        UsageError: they could be several lists, or none that is known.
    """
    fitting = [list_id for list_id, each in known.items() if each.publisher == carried.publisher]
    if len(fitting) > 1:
        first = next(iter(parse(carried.files)), None)
        fitting = [key for key in fitting if first is not None and known[key].list_name == first.list_name]
    if len(fitting) != 1:
        names = listed(file.name for file in carried.files)
        raise UsageError(
            f"It is not plain which list {names} is. Say so: --list ID, with an id of your choice."
        )
    return fitting[0]
