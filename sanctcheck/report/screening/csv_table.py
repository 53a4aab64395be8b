"""A screening as CSV: a row a hit, and one for each query that could not be screened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.wording import sentence
from sanctcheck.report.spreadsheet import row
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.screen.screening import Hit, Screened

COLUMNS = (
    "row", "query_id", "query", "list", "id", "score", "name", "matched_query", "matched_listing", "weak_alias", "kind",
    "publisher", "programmes", "listed_on", "removed_on", "snapshot", "snapshot_date", "key", "judgment", "settled",
    "explanation", "problem",
)  # fmt: skip


def rows(every: Iterable[Screened], *, explain: bool, raw: bool) -> Iterator[str]:
    """The table, row by row."""
    yield row(COLUMNS, raw=True)
    for screened in every:
        query = screened.query
        asked = (str(query.row), query.id, query.party.name)
        for hit in screened.hits:
            yield _row((*asked, *_hit(hit, explain=explain), ""), raw=raw)
        if query.problem:
            yield _row((*asked, *[""] * (len(COLUMNS) - len(asked) - 1), query.problem), raw=raw)


def _row(cells: Iterable[str], *, raw: bool) -> str:
    return row((visible(" ".join(cell.split())) for cell in cells), raw=raw)


def _hit(hit: Hit, *, explain: bool) -> Iterator[str]:
    entry, listed = hit.entry, hit.listed
    yield from (listed.named, entry.id, f"{hit.score:.4f}", entry.name)
    yield from (*hit.matched, "weak" if hit.weak else "", entry.kind)
    yield from (listed.publisher, "; ".join(entry.programmes), "; ".join(entry.listed_on))
    yield from ("; ".join(entry.removed_on), listed.snapshot, listed.dated, entry.key)
    judged = hit.judged
    yield "" if judged is None else judged.decision.judgment
    yield "" if hit.is_open else "settled"
    yield sentence(hit.parts) if explain else ""
