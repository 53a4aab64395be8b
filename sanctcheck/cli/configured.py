"""A run as the configuration, acceptances and a baseline have it: which files, under which regimes, what is settled."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.places import place_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.config.in_force import InForce
    from sanctcheck.config.paths import Below
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.record import FileRecord
    from sanctcheck.settling.settle import Settling
    from sanctcheck.settling.taking import Taking
    from sanctcheck.tally import Tally


def baseline_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--baseline FILE` and `--write-baseline FILE`."""
    known = click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Only what this baseline does not hold counts for the exit status; all of it is shown.",
    )
    write = click.option(
        "--write-baseline",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Put down what is lacking now, so that later runs fail on new findings alone.",
    )
    return known(write(function))


@dataclass(slots=True)
class Configured:
    """What is in force for a run, put to work at both ends of it."""

    in_force: InForce
    paths: tuple[str, ...]
    tally: Tally
    baseline: Path | None = None
    write_baseline: Path | None = None
    _below: Below | None = None
    _taking: Taking | None = None

    def __post_init__(self) -> None:
        """Knows where the configuration stands."""
        if self.in_force.configuration is not None:
            from sanctcheck.config.paths import Below  # noqa: PLC0415 - see `sanctcheck.cli`

            self._below = Below(self.in_force.configuration.folder)

    def files(self, files: Iterable[Candidate]) -> Iterator[Candidate]:
        """The files without those that are excluded, each with the regimes that are asked of it besides.

        A file that the command line names is checked whatever the configuration says.
        """
        for file in files:
            parts = self._below.parts(file.name) if self._below else None
            excluded = None if file.by_name else self.in_force.exclusion(parts)
            if excluded is None:
                yield replace(file, also=self.in_force.also(parts))
            elif self.in_force.configuration is not None:
                entry = self.in_force.configuration.asked.exclude[excluded]
                where = self.in_force.configuration.where("exclude", excluded)
                self.tally.excluded[entry.reason, where] += 1

    def records(self, records: Iterable[FileRecord | None]) -> Iterator[FileRecord | None]:
        """The records with what is settled marked, and from which severity on each fails.

        Raises:
            ConfigurationError: the baseline cannot be used.
            UsageError: the one to be written would take the place of another file.
        """
        made = self.settling().settled(records)
        if self.write_baseline is not None:
            from sanctcheck.settling.baseline_file import refuse_to_replace  # noqa: PLC0415
            from sanctcheck.settling.taking import Taking  # noqa: PLC0415

            refuse_to_replace(self.write_baseline)
            self._taking = Taking(str(self.write_baseline), _named_below(self.write_baseline.parent))
            made = self._taking.taken(made)
        return (None if each is None else self._with_level(each) for each in made)

    def settling(self) -> Settling:
        """What settles the findings of records, one after the other.

        Raises:
            ConfigurationError: the baseline cannot be used.
        """
        from sanctcheck.settling.configured import settlement  # noqa: PLC0415
        from sanctcheck.settling.settle import Settling  # noqa: PLC0415

        known = None
        if self.baseline is not None and self.write_baseline is None:
            from sanctcheck.settling.baseline_file import read_baseline  # noqa: PLC0415

            known = read_baseline(self.baseline, str(self.baseline))
        folder = Path("." if self.baseline is None else self.baseline.parent)
        return Settling(settlement(self.in_force, self._below, self.paths, known, folder))

    def _with_level(self, record: FileRecord) -> FileRecord:
        parts = self._below.parts(record.file) if self._below and not record.is_settings else None
        level = self.in_force.stricter_for(parts)
        return record if level is None else replace(record, fail_on=level)

    def finish(self) -> bool:
        """Writes the baseline that was asked for; whether all is well."""
        taking, file = self._taking, self.write_baseline
        if taking is None or file is None:
            return True
        from sanctcheck.settling.baseline_file import MAX_ENTRIES, written  # noqa: PLC0415
        from sanctcheck.text import visible  # noqa: PLC0415

        if len(taking.entries) > MAX_ENTRIES:
            message = f"{len(taking.entries):,} findings are more than a baseline holds ({MAX_ENTRIES:,}): take one a folder."
            click.echo(f"sanctcheck: {message}", err=True)
            return False
        place = place_for(file, form="baseline")
        try:
            place.begin()
            place.write(written(taking.entries))
            place.finish()
        except OSError as error:
            place.give_up()
            why = error.strerror or type(error).__name__
            click.echo(f"sanctcheck: {place.name} could not be written: {why}.", err=True)
            return False
        number = len(taking.entries)
        findings = "1 finding" if number == 1 else f"{number:,} findings"
        click.echo(f"sanctcheck: {findings} put down in {visible(str(file))}.", err=True)
        return True


def _named_below(folder: Path) -> Callable[[str], str]:
    """How files are named in a baseline: as seen from its folder, so that it does not matter where a run begins."""
    top = os.path.realpath(folder)

    def name(file: str) -> str:
        if file.startswith("<"):
            return ""
        head, tail = os.path.split(file)
        return Path(os.path.relpath(Path(os.path.realpath(head or "."), tail), top)).as_posix()

    return name
