"""One partition of a batch: some rows of a Parquet file, screened and written to a file of their own.

That file takes its name once it is whole, and every run writes the same: a partition can be done again by another
worker, when the one that had it died.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.report.screening.parquet_table import write
from sanctcheck.screen.columns import columns_of
from sanctcheck.screen.corpus import Corpus
from sanctcheck.screen.parquet import group_rows, groups_of
from sanctcheck.screen.screening import screen
from sanctcheck.screen.tables import Table
from sanctcheck.screen.totals import Totals
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.screening import Wanted


@dataclass(frozen=True, slots=True)
class Partition:
    """One row group of one file, and the number of its first row in the whole batch."""

    number: int
    path: str
    group: int
    first_row: int


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every partition.

    Attributes:
        corpus: the name of the corpus; each worker has it in a folder of its own.
        output: a folder that all workers can write to.
    """

    corpus: str
    output: str
    wanted: Wanted
    mapped: Mapping[str, str]
    explain: bool = False
    decisions: Decisions | None = None


@dataclass(slots=True)
class Came:
    """What one partition, or all of them, came to."""

    totals: Totals = field(default_factory=Totals)
    used: set[int] = field(default_factory=set)
    met: Counter[str] = field(default_factory=Counter)

    def add(self, other: Came) -> None:
        """Takes in what another partition came to."""
        self.totals.add(other.totals)
        self.used |= other.used
        self.met += other.met


def partitions_of(source: Path) -> list[Partition]:
    """The partitions of a Parquet file, or of the files of a folder in the order of their names.

    Raises:
        ListError: a file cannot be read.
        UsageError: there is no Parquet.
    """
    paths = sorted(source.resolve().glob("*.parquet")) if source.is_dir() else [source.resolve()]
    found: list[Partition] = []
    first_row = 0
    for path in paths:
        for group, rows in enumerate(groups_of(path)):
            found.append(Partition(len(found), str(path), group, first_row))
            first_row += rows
    if not found:
        raise UsageError(f"There are no rows of Parquet in {quoted(source.name)}.")
    return found


def screen_partition(partition: Partition, job: Job, folder: Path) -> Came:
    """Screens one partition against the corpus in a folder."""
    headings, rows = group_rows(Path(partition.path), partition.group)
    table = Table(columns_of(headings, job.mapped), rows, parted=False)
    decisions = job.decisions.afresh() if job.decisions is not None else None
    came = Came()
    found = screen(table.queries(partition.first_row), _corpus(folder), job.wanted, decisions)
    path = Path(job.output) / f"part-{partition.number:06}.parquet"
    write(came.totals.counted(found), path, explain=job.explain)
    if decisions is not None:
        came.used, came.met = decisions.used, decisions.met
    return came


@lru_cache(maxsize=2)
def _corpus(folder: Path) -> Corpus:
    """Opened once in each process."""
    return Corpus(folder)
