"""Tables in which one entry has several rows: a name, a date and an address make a row for each combination."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
        drafts: dict[str, tuple[Draft, Seen]] = {}
        together = self._together
        for cells in rows:
            row = {name: text for name, cell in zip(header, cells, strict=False) if (text := cell_text(cell))}
            entry = self.entry_of(row.pop(self.key, ""))
            if not entry:
                if row:
                    notes.miss(f"row without {self.key}", "; ".join(row.values()), "")
                continue
            draft, seen = drafts.get(entry) or drafts.setdefault(
                entry, (Draft(self.publisher, entry, notes), set())
            )
            self._row(draft, row, seen, together)
        for draft, _ in drafts.values():
            notes.records += 1
            yield draft

    def _row(self, draft: Draft, row: Mapping[str, str], seen: Seen, together: frozenset[str]) -> None:
        for columns, add in self.groups:
            stated = tuple([row.get(column, "") for column in columns])
            if any(stated) and (key := (columns[0], *stated)) not in seen:
                seen.add(key)
                add(draft, *stated)
        for cell in row.items():
            if cell[0] in together or cell in seen:
                continue
            seen.add(cell)
            read = self.cells.get(cell[0])
            if read is None:
                draft.keep(*cell)
            else:
                read(draft, cell[1])
