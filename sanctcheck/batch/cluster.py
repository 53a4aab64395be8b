"""Partitions on a Dask cluster. The corpus goes to each worker as files, also to one that is started anew."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctcheck.batch.partition import Came, screen_partition
from sanctcheck.errors import UsageError
from sanctcheck.lists.files import written_whole
from sanctcheck.screen.corpus import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.batch.partition import Job, Partition

_RETRIES = 3
"""How often a partition is tried again that failed; one whose worker died is done again anyway."""


def distributed() -> Any:
    """The module.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import distributed as module  # noqa: PLC0415 - an extra, and half a second
    except ImportError as error:
        raise UsageError(
            "--cluster needs Dask, which is not installed: pip install “sanctcheck[dask]”."
        ) from error
    return module


@contextmanager
def cluster_at(address: str) -> Iterator[Any]:
    """A client of the cluster at an address, or of one with so many workers on this machine.

    Raises:
        UsageError: there is none, or Dask is not installed.
    """
    module = distributed()
    try:
        if address.isdigit():
            started = module.LocalCluster(
                n_workers=int(address), threads_per_worker=1, processes=True, dashboard_address=None
            )
            with started, module.Client(started) as client:
                yield client
        else:
            with module.Client(address, timeout="10s") as client:
                yield client
    except (OSError, ValueError) as error:
        raise UsageError(f"There is no Dask cluster at {address}: {error}") from error


def screen_on(client: Any, partitions: Sequence[Partition], job: Job, corpus: Path) -> Iterator[Came]:
    """Screens every partition, and gives what each came to, in the order in which they are done."""
    client.register_plugin(_bringing(corpus), name=f"sanctcheck-{job.corpus}")
    futures = client.map(_on_worker, partitions, job=job, pure=False, retries=_RETRIES)
    for future in distributed().as_completed(futures):
        yield future.result()
        future.release()


def _bringing(corpus: Path) -> Any:
    """A plug-in that lays the corpus beside each worker when it starts."""
    files = {name: (corpus / name).read_bytes() for name in FILES}

    class BringCorpus(distributed().WorkerPlugin):  # type: ignore[misc]
        """Dask calls `setup` on every worker there is, and on every one that comes."""

        def setup(self, worker: Any) -> None:
            folder = _folder_on(worker, corpus.name)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name, content in files.items():
                if not (folder / name).is_file():
                    with written_whole(folder / name) as file:
                        file.write(content)

    return BringCorpus()


def _folder_on(worker: Any, name: str) -> Path:
    return Path(worker.local_directory) / f"sanctcheck-{name}"


def _on_worker(partition: Partition, job: Job) -> Came:
    return screen_partition(partition, job, _folder_on(distributed().get_worker(), job.corpus))
