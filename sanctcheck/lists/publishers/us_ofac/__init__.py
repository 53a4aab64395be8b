"""United States: the Office of Foreign Assets Control, its SDN list and its consolidated (non-SDN) list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.publishers.us_ofac import enhanced_xml, legacy_csv, sdn_xml
from sanctcheck.lists.source import Recognised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_FORMATS = {"csv": legacy_csv, "sdn-xml": sdn_xml, "enhanced-xml": enhanced_xml}


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    for form, module in _FORMATS.items():
        part = module.part_of(head, name)
        if part is not None:
            return Recognised("us-ofac", form, part)
    return None


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    return _FORMATS[source.format].parse(source, notes)


def count(source: Source) -> int:
    """See `publishers`."""
    return _FORMATS[source.format].count(source)
