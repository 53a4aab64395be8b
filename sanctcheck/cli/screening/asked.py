"""What the options of `sanctcheck screen` ask for."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from sanctcheck.cli.in_public import is_public
from sanctcheck.cli.lists.options import store_from
from sanctcheck.cli.settings import asked_of_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.query import Query
    from sanctcheck.screen.screening import Wanted
    from sanctcheck.screen.tables import Table

Kind = Literal["name", "table", "dossier"]
_DOSSIERS = (".yaml", ".yml", ".json")
_ABOUT_A_NAME = ("aliases", "dob", "country", "kind", "gender", "numbers")


class Asked:
    """The options of one call, by name."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.subject: str = given["subject"]
        self.format: str = given["format_"]
        self.explain: bool = given["explain"]
        self.csv_raw: bool = given["csv_raw"]
        self.output: Path | None = given["output"]
        self.is_public = self.output is None and is_public(shows_names=given["shows_names"])
        self.cluster: str | None = given["cluster"]
        self.kind = _kind_of(self.subject, is_folder_meant=self.cluster is not None)
        self._given = given
        self._refuse_what_does_not_go_together()

    def _refuse_what_does_not_go_together(self) -> None:
        if self.kind != "name" and any(self._given[name] for name in _ABOUT_A_NAME):
            raise click.UsageError(
                "--alias, --dob, --country, --kind, --gender and --id go with a name: in a file, columns say it."
            )
        if self.kind != "table" and self._given["columns"] is not None:
            raise click.UsageError("--columns goes with a table of names.")
        if self.format == "parquet" and self.output is None:
            raise click.UsageError("Parquet is written to a file: --output FILE.")
        if self.cluster is not None and (self.format != "parquet" or self.kind != "table"):
            raise click.UsageError("--cluster reads Parquet and writes it: --format parquet --output FOLDER.")

    def mapped(self) -> Mapping[str, str]:
        """Which columns the user maps."""
        from sanctcheck.screen.columns import mapping_from  # noqa: PLC0415 - see `sanctcheck.cli`

        return {} if self._given["columns"] is None else mapping_from(self._given["columns"])

    def table(self, path: str | None = None) -> Table:
        """The table, of which the user is told which column was taken for what; another than the subject, if named."""
        from sanctcheck.screen.tables import open_table  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.text import visible  # noqa: PLC0415

        found = open_table(Path(path or self.subject), self.mapped())
        if found.columns.by_field:
            click.echo(f"sanctcheck: columns: {visible(found.columns.summary())}", err=True)
        return found

    def query(self) -> Query:
        """The query that the command line is."""
        from sanctcheck.screen.parties import query_from, stated_identifiers  # noqa: PLC0415 - see `sanctcheck.cli`

        given = self._given
        cells = {
            "name": [self.subject],
            "aliases": given["aliases"],
            "dob": given["dob"],
            "country": given["country"],
            "kind": [given["kind"] or ""],
            "gender": [given["gender"] or ""],
            "identifiers": stated_identifiers(given["numbers"]),
        }
        query = query_from(0, cells)
        if query.problem:
            raise click.UsageError(query.problem)
        if query.not_understood:
            raise click.UsageError(
                f"Not understood: {query.not_understood[0]}. Days are written year-month-day, countries as a code or name."
            )
        return query

    def decisions(self) -> Decisions | None:
        """What people judged before."""
        path: Path | None = self._given["decisions"]
        if path is None:
            return None
        from sanctcheck.screen.decisions import read_decisions  # noqa: PLC0415 - see `sanctcheck.cli`

        return read_decisions(path)

    def against(self) -> Against:
        """What is screened against, ready."""
        from sanctcheck.lists.standing import usual_max_age  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.screen.chosen import Choice, against  # noqa: PLC0415

        given = self._given
        names = tuple(name.strip() for text in given["names"] for name in text.split(",") if name.strip())
        of_lists = asked_of_lists()
        days = of_lists.days(given["max_age"], usual_max_age())
        choice = Choice(names, given["files"], days, datetime.now(UTC))
        store = store_from(given["folder"])
        if not names and not given["files"]:
            of_lists.refuse_missing(store.ids())
        return against(store, choice, _say_that_it_is_made)

    def wanted(self) -> Wanted:
        """Which hits."""
        from sanctcheck.screen.screening import THRESHOLD, Wanted  # noqa: PLC0415 - see `sanctcheck.cli`

        given = self._given
        is_alone = self.kind != "table" or self.cluster is not None  # each worker is one process
        return Wanted(
            threshold=THRESHOLD if given["threshold"] is None else given["threshold"],
            limit=given["limit"],
            removed=given["removed"],
            processes=1 if is_alone else given["processes"] or _cores(),
        )


def _cores() -> int:
    """Those that this process may use, where the system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _say_that_it_is_made() -> None:
    click.echo("sanctcheck: preparing the lists for screening, once for each version of them …", err=True)


def _kind_of(text: str, *, is_folder_meant: bool) -> Kind:
    """What the argument means: a file by its ending, else a name."""
    from sanctcheck.screen.tables import table_ending  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.text import quoted  # noqa: PLC0415

    is_there = "\0" not in text and os.path.lexists(text)
    if is_folder_meant and is_there:
        return "table"
    is_table = table_ending(text) is not None
    is_dossier = text.casefold().endswith(_DOSSIERS)
    if is_there and not (is_table or is_dossier):
        raise click.UsageError(
            f"{quoted(text)} is a file or folder, and its ending says neither a dossier (.yaml, .json) nor a table"
            " (.csv, .tsv, .txt, .jsonl, .parquet)."
        )
    if (is_table or is_dossier or is_folder_meant) and not is_there:
        raise click.UsageError(f"There is no file {quoted(text)}.")
    return "table" if is_table else "dossier" if is_dossier else "name"
