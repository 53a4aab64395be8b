"""The publishers whose lists can be read: one module each.

A publisher's module has three functions, and nothing else of it is used from outside:

    recognises(head: bytes, name: str) -> Recognised | None
        what a file is, from its first bytes (of a spreadsheet: its first rows as lines, cells parted by tabs)
    parse(source: Source, notes: Notes) -> Iterator[Listing]
        streams the listings, and notes what was not understood
    count(source: Source) -> int
        how many records the raw files hold, counted in another way than `parse` does
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Recognised, Source

MODULES = {
    "us-ofac": "us_ofac",
    "un-sc": "un_sc",
    "eu-fsf": "eu_fsf",
    "gb-fcdo": "gb_fcdo",
    "gb-ofsi": "gb_ofsi",
    "ca-sema": "ca_sema",
    "au-dfat": "au_dfat",
    "ch-seco": "ch_seco",
    "opensanctions": "opensanctions",
}
"""By `Listing.publisher`; asked in this order whose a file is."""


class Publisher(Protocol):
    """What each publisher's module offers; see the top of this file."""

    def recognises(self, head: bytes, name: str) -> Recognised | None:
        """What a file is, or None when it is not this publisher's."""

    def parse(self, source: Source, notes: Notes) -> Iterator[Listing]:
        """The listings of a file or a set of files.

        Raises:
            ListError: the files cannot be read.
        """

    def count(self, source: Source) -> int:
        """How many records the raw files hold."""


def publisher(name: str) -> Publisher:
    """The module of a publisher."""
    return cast("Publisher", import_module(f"{__name__}.{MODULES[name]}"))
