"""Options that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sanctcheck.errors import FileError, LawError
    from sanctcheck.law.load import Law
    from sanctcheck.report.view import View


class _Day(click.DateTime):
    """A calendar day, year-month-day; what is none is refused in words that ask for no knowledge of code."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"“{value}” is no day: write year-month-day, for example 2026-03-01.", param, ctx)


DAY = _Day(formats=["%Y-%m-%d"])
"""A calendar day, year-month-day."""


def folded(message: str, behind: int = 0) -> str:
    """A message that goes to a terminal in lines that fit it: else words are cut in two.

    `behind` counts the characters that the message will stand behind, beside “Error: ”.
    """
    return _in_lines(message, " " * (len("Error: ") + behind), "").lstrip()


def _in_lines(message: str, first: str, others: str) -> str:
    """A message behind blanks, in lines that fit a terminal; in one line where it goes elsewhere."""
    if not sys.stderr.isatty():
        return f"{first}{message}"
    columns = min(shutil.get_terminal_size((80, 24)).columns, 100)
    return textwrap.fill(
        message,
        columns,
        initial_indent=first,
        subsequent_indent=others,
        break_on_hyphens=False,
        break_long_words=False,
    )


def criteria_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--criteria DIR`: the law from another folder than the packaged one."""
    return click.option(
        "--criteria",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Take the regimes from this folder instead of the packaged one; what it lacks is taken from there.",
    )(function)


def max_bytes_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--max-bytes N`: the bound on a dossier's file."""
    from sanctcheck.reading.limits import MAX_BYTES  # noqa: PLC0415 - as every import here: when a command is called

    return click.option(
        "--max-bytes",
        type=click.IntRange(1, 1024**3),
        default=MAX_BYTES,
        show_default=True,
        help="The largest file that is read.",
    )(function)


def configuration_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--config FILE` and `--no-config`: another configuration than the one found, or none."""
    named = click.option(
        "--config",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Take this configuration instead of the sanctcheck.toml found above the paths.",
    )
    none = click.option("--no-config", is_flag=True, help="Take no configuration.")
    return named(none(function))


def law_from(folder: Path | None) -> Law:
    """The law in a folder, or the packaged one."""
    from sanctcheck.law.load import Law, packaged_law  # noqa: PLC0415 - only commands that need the law load it

    if folder is None:
        return packaged_law()
    law = Law(folder, packaged_law())
    if not law.regime_ids:
        from sanctcheck.text import quoted  # noqa: PLC0415

        raise click.UsageError(
            f"The folder {quoted(str(folder))} of --criteria holds no regime: no REGIME.yaml is in it."
        )
    return law


def say_what_is_wrong_with(error: FileError) -> None:
    """The flaws of files that the work rests on, each with its file and place, to standard error."""
    from sanctcheck.text import visible  # noqa: PLC0415

    click.echo(f"sanctcheck: {visible(str(error))}", err=True)
    for document, flaw in error.found:
        place = f"{document.name}:{flaw.place.line}:{flaw.place.column}"
        said = f"{visible(place)} {flaw.rule}: {visible(flaw.message)}"
        click.echo(_in_lines(said, "  ", "    "), err=True)


def say_what_is_wrong_with_the_law(error: LawError) -> None:
    """The flaws of criteria files, each with its file and place, to standard error."""
    say_what_is_wrong_with(error)


def colour_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--color` and `--no-color`; the command line wins over the environment."""
    return click.option(
        "--color/--no-color",
        "colour",
        default=None,
        callback=_decide_on_colour,
        help="Colours, or none; if left out, NO_COLOR and FORCE_COLOR decide, and whether there is a terminal.",
    )(function)


def _decide_on_colour(context: click.Context, _: click.Parameter, given: bool | None) -> bool | None:  # noqa: FBT001 - click's own signature
    """Also tells click, which takes colours out of what it prints to a pipe unless it is told."""
    context.color = _wants_colour() if given is None else given
    return given


def today() -> date:
    """The day, as every clock in the world that is set right has it: in UTC."""
    from datetime import UTC, datetime  # noqa: PLC0415 - not every command asks

    return datetime.now(UTC).date()


def view_of(as_of: date, show: frozenset[str] = frozenset()) -> View:
    """How a report is laid out for the terminal that there is."""
    from sanctcheck.report.view import View  # noqa: PLC0415 - only a report for the terminal needs it

    width = min(shutil.get_terminal_size((80, 24)).columns, 100) if sys.stdout.isatty() else 80
    return View(as_of, show, width, bool(click.get_current_context().color))


def _wants_colour() -> bool:
    # An empty variable is as good as none: https://no-color.org
    if os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("FORCE_COLOR", "") not in {"", "0"} or sys.stdout.isatty()
