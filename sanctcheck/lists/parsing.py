"""From files to listings: whose they are, what stands in them, and whether all of it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.notes import Notes
from sanctcheck.lists.publishers import MODULES, publisher
from sanctcheck.lists.source import RawFile, Recognised, Source
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.lists.model import Listing


class Parsing:
    """One pass over a list: iterate it for the listings, then read its `notes`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.notes = Notes()

    def __iter__(self) -> Iterator[Listing]:
        """The listings, one by one; the file is never held whole.

        Raises:
            ListError: the files cannot be read; listings that came before are then not the whole list.
        """
        self.notes = Notes()
        yield from publisher(self.source.publisher).parse(self.source, self.notes)


def parse(files: Sequence[RawFile]) -> Parsing:
    """Prepares to read a list from its file, or from the files of its set in any order.

    Raises:
        ListError: a file is not recognised, or the files are not of one list.
    """
    return Parsing(source_of(files))


def count_records(source: Source) -> int:
    """How many records the raw files hold, counted in another way than by parsing them."""
    return publisher(source.publisher).count(source)


def recognise(file: RawFile) -> Recognised | None:
    """Whose a file is and in which format, from its content; None where no publisher knows it.

    Raises:
        ListError: the file cannot be read at all, or is plainly something else, such as a web page.
    """
    from sanctcheck.lists.head import head_of  # noqa: PLC0415 - opens spreadsheets

    head = head_of(file)
    for name in MODULES:
        recognised = publisher(name).recognises(head, file.name)
        if recognised is not None:
            return recognised
    return None


def source_of(files: Sequence[RawFile]) -> Source:
    """The files of one list by their roles.

    Raises:
        ListError: a file is not recognised, or the files are not of one list.
    """
    known = [(file, _recognised(file)) for file in files]
    kinds = {(each.publisher, each.format) for _, each in known}
    if len(kinds) != 1:
        given = listed(sorted(f"{name} ({form})" for name, form in kinds), "and") or "none"
        raise ListError(f"Files of one list are needed, and these are of several: {given}.")
    parts: dict[str, RawFile] = {}
    for file, each in known:
        if each.part in parts:
            twice = listed((quoted(parts[each.part].name), quoted(file.name)), "and")
            raise ListError(f"{twice} are the same part of a list. Give one of them.")
        parts[each.part] = file
    name, form = kinds.pop()
    return Source(name, form, parts)


def _recognised(file: RawFile) -> Recognised:
    recognised = recognise(file)
    if recognised is None:
        raise ListError(f"{quoted(file.name)} is no sanctions list in a format that is known here.")
    return recognised
