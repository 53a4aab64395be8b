"""European Union: the consolidated financial sanctions list (FSF), as XML 1.1, CSV 1.1 and CSV 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.publishers.eu_fsf import csv_1_0, csv_1_1, xml_1_1
from sanctcheck.lists.source import Recognised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_FORMATS = {"xml-1.1": xml_1_1, "csv-1.1": csv_1_1, "csv-1.0": csv_1_0}


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    for form, module in _FORMATS.items():
        if module.is_format(head, name):
            return Recognised("eu-fsf", form)
    return None


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    return _FORMATS[source.format].parse(source, notes)


def count(source: Source) -> int:
    """See `publishers`."""
    return _FORMATS[source.format].count(source)
