"""Batches on a Dask cluster: what one machine finds, whatever becomes of the workers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from screening import UK, UN, held_against

from sanctcheck.batch.partition import Came, Job, Partition, partitions_of, screen_partition
from sanctcheck.errors import UsageError
from sanctcheck.report.screening.parquet_table import write
from sanctcheck.screen.screening import Wanted, screen
from sanctcheck.screen.tables import open_table

if TYPE_CHECKING:
    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.query import Query

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
NAMES = ["Miro Tadesz Korvanec", "Nobody Whatsoever", "Grey Heron", "", "Dunmere Quarry Holdings Ltd"] * 4
WANTED = Wanted(threshold=0.5)


def parquet(folder: Path, *, group: int) -> Path:
    import pyarrow as pa

    folder.mkdir()
    halves = (NAMES[:12], NAMES[12:])
    for number, names in enumerate(halves):
        table = pa.table({"name": names, "id": [f"C{number}{index}" for index in range(len(names))]})
        pq.write_table(table, folder / f"names-{number}.parquet", row_group_size=group)
    return folder


def rows_in(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(folder.glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]


def on_one_machine(folder: Path, source: Path, corpus: Corpus) -> list[dict[str, Any]]:
    """All rows in one go, as `--format parquet` writes them."""
    queries: list[Query] = []
    for path in sorted(source.glob("*.parquet")):
        queries += list(open_table(path, {}).queries(len(queries)))
    write(screen(queries, corpus, WANTED), folder / "one.parquet", explain=True)
    found: list[dict[str, Any]] = pq.read_table(folder / "one.parquet").to_pylist()
    return found


def job_for(corpus: Corpus, output: Path) -> Job:
    output.mkdir()
    return Job(corpus.folder.name, str(output), WANTED, {}, explain=True)


def test_partition_by_partition_comes_to_the_same_as_all_at_once(tmp_path: Path) -> None:
    corpus = held_against(tmp_path, UK, UN).corpus
    source = parquet(tmp_path / "names", group=5)
    job = job_for(corpus, tmp_path / "out")
    whole = Came()

    for partition in partitions_of(source):
        whole.add(screen_partition(partition, job, corpus.folder))

    assert rows_in(tmp_path / "out") == on_one_machine(tmp_path, source, corpus)
    assert (whole.totals.queries, whole.totals.with_hits, whole.totals.problems) == (20, 12, 4)


def test_rows_are_numbered_through_all_files(tmp_path: Path) -> None:
    found = partitions_of(parquet(tmp_path / "names", group=5))

    assert [(Path(each.path).name, each.group, each.first_row) for each in found] == [
        ("names-0.parquet", 0, 0),
        ("names-0.parquet", 1, 5),
        ("names-0.parquet", 2, 10),
        ("names-1.parquet", 0, 12),
        ("names-1.parquet", 1, 17),
    ]


def test_a_folder_without_parquet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        partitions_of(tmp_path)


@pytest.mark.loopback
@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_two_workers_find_what_one_machine_finds_though_one_is_started_anew(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is an extra")
    from sanctcheck.batch.cluster import cluster_at, screen_on

    corpus = held_against(tmp_path, UK, UN).corpus
    source = parquet(tmp_path / "names", group=3)
    job = job_for(corpus, tmp_path / "out")
    partitions: list[Partition] = partitions_of(source)
    whole = Came()

    with cluster_at("2") as client:
        client.wait_for_workers(2)
        done = screen_on(client, partitions, job, corpus.folder)
        whole.add(next(done))
        client.restart_workers([next(iter(client.scheduler_info(n_workers=-1)["workers"]))])
        for came in done:
            whole.add(came)
        client.wait_for_workers(2)
        have_it = client.run(
            lambda dask_worker: any(Path(dask_worker.local_directory).glob("sanctcheck-*/lists.json"))
        )

    assert list(have_it.values()) == [True, True]
    assert rows_in(tmp_path / "out") == on_one_machine(tmp_path, source, corpus)
    assert whole.totals.queries == len(NAMES)
