"""Where the report on a dossier goes, and in which formats: to standard output, or to files, each whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.outputs import STANDARD_OUTPUT, Output
from sanctcheck.cli.places import place_for
from sanctcheck.report.dossier.forms import FORMS, form_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sanctcheck.cli.places import Place

_USUAL = "markdown"


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--format FORMAT` and `--output FILE`."""
    for option in (
        click.option(
            "--output",
            "-o",
            "files",
            metavar="[FORMAT=]FILE",
            multiple=True,
            help="Write to FILE (repeatable); its ending says the format: .html, .pdf, .docx, .md.",
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(list(FORMS)),
            help=f"The format; {_USUAL} to standard output if left out.",
        ),
    ):
        function = option(function)
    return function


def reports_asked_for(format_: str | None, given: Sequence[str]) -> tuple[Output, ...]:
    """The reports to write.

    Raises:
        click.UsageError: a file's format cannot be told, two go to one place, or a terminal cannot show one.
    """
    if not given:
        return (_fit_for_standard_output(Output(format_ or _USUAL)),)
    outputs = tuple(_output(each, format_) for each in given)
    files = [os.path.abspath(each.file) for each in outputs if each.file is not None]  # noqa: PTH100 - links stay
    for file in files:
        if files.count(file) > 1:
            raise click.UsageError(f"Two reports cannot go to one file, {file}.")
    if sum(each.file is None for each in outputs) > 1:
        raise click.UsageError("Only one report can go to standard output: name a file for the others.")
    return tuple(_fit_for_standard_output(each) for each in outputs)


def _output(given: str, format_: str | None) -> Output:
    head, equals, name = given.partition("=")
    form = head if equals and head in FORMS else None
    if form is None:
        name = given
    form = form or format_ or form_of_file(name)
    if not name:
        raise click.UsageError(f"“{given}” names no file.")
    if form is None:
        from sanctcheck.text import listed, quoted  # noqa: PLC0415 - only a mistake needs it

        endings = listed([each.endings[0] for each in FORMS.values()])
        raise click.UsageError(
            f"The name {quoted(name)} does not say in which format to write: end it in {endings}, or name one with --format."
        )
    return Output(form, None if name == STANDARD_OUTPUT else Path(name))


def _fit_for_standard_output(output: Output) -> Output:
    if output.file is None and not FORMS[output.form].is_text and sys.stdout.isatty():
        raise click.UsageError(
            f"A terminal cannot show {output.form}: name a file, for example -o report.{output.form}."
        )
    return output


def written(outputs: Sequence[Output], contents: Sequence[bytes], dossier: str) -> bool:
    """Writes the reports, each whole or not at all; whether all of them were written."""
    # One that cannot be written leaves the others as they are, so that all are tried.
    done = [_written(output, content, dossier) for output, content in zip(outputs, contents, strict=True)]
    return all(done)


def _written(output: Output, content: bytes, dossier: str) -> bool:
    place = place_for(output.file, form=output.form)
    if place.is_at(dossier):
        return _refused(place, "The dossier stands there")
    try:
        place.begin()
        place.write(content)
        place.finish()
    except BrokenPipeError:
        raise
    except OSError as error:
        place.give_up()
        return _refused(place, error.strerror or type(error).__name__)
    return True


def _refused(place: Place, why: str) -> bool:
    click.echo(f"sanctcheck: {place.name} could not be written: {why}.", err=True)
    return False
