"""A screening as Parquet: a row a hit, and one for each query that could not be screened."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from sanctcheck.lists.files import written_whole
from sanctcheck.names.wording import sentence
from sanctcheck.screen.parquet import pyarrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sanctcheck.screen.screening import Hit, Screened

_TEXTS = ("query_id", "query", "list", "id")
_MORE = ("name", "matched_query", "matched_listing")
_AT_ONCE = 10_000
"""Rows that are held before they are written: one row group."""


def schema() -> Any:
    """The columns, and what each holds."""
    arrow = pyarrow()
    text, several = arrow.string(), arrow.list_(arrow.string())
    return arrow.schema(
        [
            ("row", arrow.int64()),
            *((name, text) for name in _TEXTS),
            ("score", arrow.float64()),
            *((name, text) for name in _MORE),
            ("weak_alias", arrow.bool_()),
            ("kind", text),
            ("publisher", text),
            ("programmes", several),
            ("listed_on", several),
            ("removed_on", several),
            ("snapshot", text),
            ("snapshot_date", text),
            ("key", text),
            ("judgment", text),
            ("settled", arrow.bool_()),
            ("explanation", text),
            ("problem", text),
        ]
    )


def rows(every: Iterable[Screened], *, explain: bool) -> Iterator[dict[str, Any]]:
    """The rows; what does not apply is null."""
    for screened in every:
        query = screened.query
        asked = {"row": query.row, "query_id": query.id or None, "query": query.party.name}
        for hit in screened.hits:
            yield asked | _hit(hit, explain=explain)
        if query.problem:
            yield asked | {"problem": query.problem}


def _hit(hit: Hit, *, explain: bool) -> dict[str, Any]:
    entry, listed = hit.entry, hit.listed
    return {
        "list": listed.named,
        "id": entry.id,
        "score": round(hit.score, 4),
        "name": entry.name,
        "matched_query": hit.matched[0],
        "matched_listing": hit.matched[1],
        "weak_alias": hit.weak,
        "kind": entry.kind,
        "publisher": listed.publisher,
        "programmes": list(entry.programmes),
        "listed_on": list(entry.listed_on),
        "removed_on": list(entry.removed_on),
        "snapshot": listed.snapshot,
        "snapshot_date": listed.dated or None,
        "key": entry.key,
        "judgment": None if hit.judged is None else hit.judged.decision.judgment,
        "settled": not hit.is_open,
        "explanation": sentence(hit.parts) if explain else None,
    }


def write(every: Iterable[Screened], path: Path, *, explain: bool) -> None:
    """Writes a file that is whole or not there, however many rows there are.

    Raises:
        OSError: it cannot be written.
        UsageError: pyarrow is not installed.
    """
    arrow = pyarrow()
    found = rows(every, explain=explain)
    with written_whole(path) as file, _writer(arrow, file) as writer:
        while chunk := list(islice(found, _AT_ONCE)):
            writer.write_table(arrow.Table.from_pylist(chunk, schema=schema()))


@contextmanager
def _writer(arrow: Any, file: Any) -> Iterator[Any]:
    with arrow.parquet.ParquetWriter(file, schema(), compression="zstd") as writer:
        yield writer
