"""OpenSanctions: any of its sources, as FollowTheMoney entities or as the simple table of targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.publishers.opensanctions import ftm_json, simple_csv
from sanctcheck.lists.source import Recognised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_FORMATS = {"ftm-json": ftm_json, "simple-csv": simple_csv}


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    for form, module in _FORMATS.items():
        if module.is_format(head, name):
            return Recognised("opensanctions", form)
    return None


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    return _FORMATS[source.format].parse(source, notes)


def count(source: Source) -> int:
    """See `publishers`."""
    return _FORMATS[source.format].count(source)
