"""Tables in which one entry has several rows: a name, a date and an address make a row for each combination."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from sanctcheck.lists.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sanctcheck.lists.notes import Notes


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without a point, days in ISO form."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


Seen = set[tuple[str, ...]]


@dataclass(frozen=True)
class RowReader:
    """How the columns of a table are read. What an entry's rows repeat is read once."""

    publisher: str
    key: str
    """The column with the id of the entry. Its rows need not stand together."""
    groups: Sequence[tuple[tuple[str, ...], Callable[..., None]]]
    """Columns that are read together."""
    cells: Mapping[str, Callable[[Draft, str], None]]
    """Columns that are read by themselves."""
    entry_of: Callable[[str], str] = str
    """The id of the entry, from what stands in the key column."""

    @property
    def known(self) -> frozenset[str]:
        """All columns."""
        return frozenset({self.key, *self.cells, *self._together})

    @property
    def _together(self) -> frozenset[str]:
        return frozenset(column for columns, _ in self.groups for column in columns)

    def read(self, rows: Iterable[Sequence[object]], header: Sequence[str], notes: Notes) -> Iterator[Draft]:
        """The entries in the order in which they begin; a row without an id is counted."""
        places = {name: place for place, name in enumerate(header)}
        layout = _Layout(self, places)
        drafts: dict[str, tuple[Draft, Seen]] = {}
        width, key = len(header), places[self.key]
        for cells in rows:
            texts = [cell_text(cell) if cell != "" else "" for cell in cells[:width]]
            # What a row does not reach, and a column that the table does not have, is empty.
            texts += [""] * (width + 1 - len(texts))
            entry = self.entry_of(texts[key])
            if not entry:
                if any(texts):
                    notes.miss(f"row without {self.key}", "; ".join(filter(None, texts)), "")
                continue
            draft, seen = drafts.get(entry) or drafts.setdefault(
                entry, (Draft(self.publisher, entry, notes), set())
            )
            layout.take(draft, texts, seen)
        for draft, _ in drafts.values():
            notes.records += 1
            yield draft


class _Layout:
    """Where the columns of one table stand."""

    def __init__(self, reader: RowReader, places: Mapping[str, int]) -> None:
        self._groups = [
            (columns[0], _getter([places.get(column, -1) for column in columns]), add)
            for columns, add in reader.groups
        ]
        together = {reader.key}.union(*(columns for columns, _ in reader.groups))
        self._singles = [
            (name, place, reader.cells.get(name)) for name, place in places.items() if name not in together
        ]

    def take(self, draft: Draft, texts: Sequence[str], seen: Seen) -> None:
        """What a row says that no row of the entry said before."""
        for name, get, add in self._groups:
            stated = get(texts)
            if any(stated) and (key := (name, *stated)) not in seen:
                seen.add(key)
                add(draft, *stated)
        for name, place, read in self._singles:
            text = texts[place]
            if not text or (name, text) in seen:
                continue
            seen.add((name, text))
            if read is None:
                draft.keep(name, text)
            else:
                read(draft, text)


def _getter(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Takes the texts at some places; always a tuple."""
    if len(places) == 1:
        [only] = places
        return lambda texts: (texts[only],)
    return itemgetter(*places)
