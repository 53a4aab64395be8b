"""Where reports go: to standard output or to files, several of them in one run.

A file is written beside its name and takes the name once it is whole. A report that cannot be written leaves the others
as they are, nothing half done, and ends the run with an exit status of its own.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.places import Place, place_for
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sanctcheck.record import FileRecord
    from sanctcheck.report.base import Form
    from sanctcheck.tally import Tally

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """One report that is asked for: its form, and the file; None for standard output."""

    form: str
    file: Path | None = None


def _outputs(_: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[Output, ...]:
    """What `FORMAT` or `FORMAT=FILE` asks for, each time it is given."""
    return tuple(_output(each, parameter) for each in given)


def _output(given: str, parameter: click.Parameter) -> Output:
    form, equals, file = given.partition("=")
    if form not in FORMATS:
        from sanctcheck.text import did_you_mean, listed, quoted  # noqa: PLC0415 - only a mistake needs it

        hint = did_you_mean(form, FORMATS)
        known = listed(FORMATS, "and")
        raise click.BadParameter(f"No form is called {quoted(form)}.{hint} Known: {known}.", param=parameter)
    if equals and not file:
        raise click.BadParameter(
            f"“{form}=” names no file. Leave the = out for standard output.", param=parameter
        )
    return Output(form, Path(file) if equals and file != STANDARD_OUTPUT else None)


def output_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which reports are written, and where."""
    for option in (
        click.option(
            "--csv-raw",
            is_flag=True,
            help="Leave cells of CSV as they are, also those that a spreadsheet would compute.",
        ),
        click.option(
            "--quiet", "-q", is_flag=True, help="Nothing but findings: no summary, no word on the way."
        ),
        click.option(
            "--format",
            "format_",
            metavar="FORMAT",
            type=click.Choice(list(FORMATS)),
            help="Short for --output FORMAT: one report to standard output.",
        ),
        click.option(
            "--output",
            "-o",
            "outputs",
            metavar="FORMAT[=FILE]",
            callback=_outputs,
            multiple=True,
            help="A report (repeatable), to FILE or to standard output; terminal if left out.",
        ),
    ):
        function = option(function)
    return function


def asked_for(outputs: Sequence[Output], format_: str | None, usual: str = "terminal") -> tuple[Output, ...]:
    """The reports to write: the usual one, where none is asked for.

    Raises:
        UsageError: two of them would go to one place.
    """
    every = (*([Output(format_)] if format_ else []), *outputs) or (Output(usual),)
    every = tuple(dict.fromkeys(every))
    if sum(output.file is None for output in every) > 1:
        raise click.UsageError(
            "Only one report can go to standard output: name a file for the others, for example --output sarif=report.sarif."
        )
    files = [os.path.abspath(output.file) for output in every if output.file is not None]  # noqa: PTH100 - links stay
    for file in files:
        if files.count(file) > 1:
            raise click.UsageError(f"Two reports cannot go to one file, {file}.")
    return every


class Reports:
    """The reports of one run: each record goes to all of them."""

    def __init__(self, outputs: Iterable[tuple[Form, Output]]) -> None:
        self._reports = [_Report(form, place_for(output.file, form=output.form)) for form, output in outputs]
        for report in self._reports:
            report.attempt(report.place.begin)
            report.write(report.form.opening())

    @property
    def failed(self) -> bool:
        """Whether one of them could not be written."""
        return any(report.failed for report in self._reports)

    def add(self, record: FileRecord) -> None:
        """One more file.

        Raises:
            BrokenPipeError: nobody reads any of them any more.
        """
        for report in self._reports:
            if report.place.is_at(record.file):
                report.refuse("A dossier that is checked stands there")
            report.write(report.form.dossier(record))
        if all(report.is_unread for report in self._reports):
            raise BrokenPipeError(errno.EPIPE, "nobody reads on")

    def close(self, tally: Tally) -> None:
        """All files are there."""
        for report in self._reports:
            report.write(report.form.closing(tally))
            report.attempt(report.place.finish)

    def abandon(self) -> None:
        """The run ended before its end: no file that is not whole takes its name."""
        for report in self._reports:
            report.place.abandon()


@dataclass(slots=True)
class _Report:
    """One report on its way to one place."""

    form: Form
    place: Place
    failed: bool = False
    is_unread: bool = False

    def write(self, text: str) -> None:
        """Adds to it."""
        if text:
            self.attempt(lambda: self.place.write(text))

    def attempt(self, step: Callable[[], None]) -> None:
        """Does a step, unless one has failed before; says so where this one fails."""
        if self.failed or self.is_unread:
            return
        try:
            step()
        except BrokenPipeError:
            self.is_unread = True
            self.place.give_up()
        except OSError as error:
            self.refuse(error.strerror or type(error).__name__)

    def refuse(self, why: str) -> None:
        """Gives it up, and says why."""
        self.failed = True
        self.place.give_up()
        click.echo(f"sanctcheck: {self.place.name} could not be written: {why}.", err=True)
