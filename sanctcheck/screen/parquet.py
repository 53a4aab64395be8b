"""Parquet, read and written with pyarrow, which is an extra."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.errors import ListError, UsageError
from sanctcheck.lists.files import regular_file
from sanctcheck.screen.flat import flat
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_GROUP = 1024 * 1024 * 1024
"""Bytes that one row group may grow to: it is what is held at a time."""
MAX_FILE = 64 * 1024**3
"""Bytes of a file, of which one row group at a time is read."""
_ROWS = 5_000


def pyarrow() -> Any:
    """The module.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: PLC0415 - an extra, and 100 ms
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed: pip install “sanctcheck[parquet]”, or save the table as CSV."
        ) from error
    return pyarrow


def parquet_rows(path: Path) -> tuple[list[str], Iterator[dict[str, tuple[str, ...]]]]:
    """The headings of a Parquet file, and its rows.

    Raises:
        ListError: it cannot be read.
        UsageError: pyarrow is not installed.
    """
    return group_rows(path, None)


def group_rows(path: Path, group: int | None) -> tuple[list[str], Iterator[dict[str, tuple[str, ...]]]]:
    """As `parquet_rows`, for one row group; for all where none is named."""
    arrow = pyarrow()
    file = _opened(path, arrow)
    return list(file.schema_arrow.names), _rows(path, file, arrow, group)


def groups_of(path: Path) -> list[int]:
    """How many rows each row group of a file has."""
    with _opened(path, pyarrow()) as file:
        return [file.metadata.row_group(number).num_rows for number in range(file.metadata.num_row_groups)]


def _opened(path: Path, arrow: Any) -> Any:
    with regular_file(path, MAX_FILE):
        pass
    try:
        file = arrow.parquet.ParquetFile(path)
    except (OSError, arrow.ArrowException) as error:
        raise ListError(f"{quoted(path.name)} is no Parquet that can be read.") from error
    groups = (file.metadata.row_group(number) for number in range(file.metadata.num_row_groups))
    if any(group.total_byte_size > MAX_GROUP for group in groups):
        raise ListError(
            f"{quoted(path.name)} has a row group of more than 1 GiB: write it again with smaller ones."
        )
    return file


def _rows(path: Path, file: Any, arrow: Any, group: int | None) -> Iterator[dict[str, tuple[str, ...]]]:
    groups = None if group is None else [group]
    try:
        with file:
            for batch in file.iter_batches(batch_size=_ROWS, row_groups=groups):
                for row in batch.to_pylist():
                    yield flat(row)
    except (OSError, arrow.ArrowException) as error:
        raise ListError(f"{quoted(path.name)} is damaged: its rows end too early.") from error
