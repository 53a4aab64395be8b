"""The formats in which one publisher gives its list: a module each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sanctcheck.lists.source import Recognised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source


class Format(Protocol):
    """What the module of a format offers."""

    def part_of(self, head: bytes, name: str) -> str | None:
        """The role of a file in this format, empty where one file is all of it; None when it is not in it."""

    def parse(self, source: Source, notes: Notes) -> Iterator[Listing]:
        """As a publisher's."""

    def count(self, source: Source) -> int:
        """As a publisher's."""


@dataclass(frozen=True)
class Formats:
    """The three functions of a publisher that has several formats."""

    publisher: str
    modules: Mapping[str, Format]

    def recognises(self, head: bytes, name: str) -> Recognised | None:
        """What a file is, or None when it is not this publisher's."""
        for form, module in self.modules.items():
            part = module.part_of(head, name)
            if part is not None:
                return Recognised(self.publisher, form, part)
        return None

    def parse(self, source: Source, notes: Notes) -> Iterator[Listing]:
        """The listings of a file or a set of files."""
        return self.modules[source.format].parse(source, notes)

    def count(self, source: Source) -> int:
        """How many records the raw files hold."""
        return self.modules[source.format].count(source)
