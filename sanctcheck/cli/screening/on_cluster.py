"""`sanctcheck screen --cluster`: Parquet in, Parquet out, partition by partition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctcheck.batch.cluster import cluster_at, screen_on
from sanctcheck.batch.partition import Came, Job, partitions_of
from sanctcheck.cli.progress import counting
from sanctcheck.cli.screening.run import say_what_is_not_sure

if TYPE_CHECKING:
    from sanctcheck.cli.screening.asked import Asked


def screen_on_cluster(asked: Asked) -> int:
    """One call; the exit status."""
    assert asked.output is not None  # noqa: S101 - `Asked` refuses it otherwise
    assert asked.cluster is not None  # noqa: S101
    partitions = partitions_of(Path(asked.subject))
    asked.table(partitions[0].path)  # says which columns are read, or that none holds names
    decisions, against = asked.decisions(), asked.against()
    asked.output.mkdir(mode=0o700, parents=True, exist_ok=True)
    corpus = against.corpus.folder
    job = Job(
        corpus.name, str(asked.output.resolve()), asked.wanted(), asked.mapped(), asked.explain, decisions
    )
    whole = Came()
    with cluster_at(asked.cluster) as client:
        for came in counting(screen_on(client, partitions, job, corpus), "Partitions"):
            whole.add(came)
    totals = whole.totals
    click.echo(
        f"{len(partitions):,} partitions, {totals.queries:,} queries, {totals.with_hits:,} with"
        f" {totals.open_hits:,} possible matches."
    )
    say_what_is_not_sure(against, totals, asked)
    return totals.exit_status(is_stale=against.is_stale)
