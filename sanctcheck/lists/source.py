"""The raw files that a list is read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file as it was published, or gzip-compressed (which its first bytes tell)."""

    path: Path
    name: str
    """The publisher's name of it: `sdn.csv`. It helps to tell files apart that have no header."""

    def open(self) -> BinaryIO:
        """Its content, decompressed within bounds.

        Raises:
            ListError: it cannot be opened, or is larger than a list can be.
        """
        from sanctcheck.lists.inflate import opened  # noqa: PLC0415 - not every user of a source reads it

        return opened(self.path, self.name)


class Recognised(NamedTuple):
    """What a file was recognised as."""

    publisher: str
    """As in `Listing.publisher`."""
    format: str
    """As in `publishers.FORMATS`: `sdn-xml`."""
    part: str = ""
    """Its role in a format that is a set of files: `alt`."""


@dataclass(frozen=True, slots=True)
class Source:
    """All files of one list, by their role; a format of one file has the role ``""``."""

    publisher: str
    format: str
    parts: Mapping[str, RawFile]

    @property
    def only(self) -> RawFile:
        """The file of a format that is one file."""
        return self.parts[""]
