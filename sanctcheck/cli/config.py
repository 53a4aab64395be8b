"""`sanctcheck config`: what is in force for a path, and whence."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import (
    DAY,
    configuration_options,
    criteria_option,
    law_from,
    say_what_is_wrong_with,
)

if TYPE_CHECKING:
    from sanctcheck.config.paths import Below, Parts


@click.command("config", short_help="Show what is in force for a path, and whence.")
@click.argument("path", default=".")
@click.option("--regime", "regimes", metavar="ID", multiple=True, help="As for validate.")
@click.option("--all-regimes", is_flag=True, help="As for validate.")
@click.option("--as-of", type=DAY, metavar="DATE", help="As for validate.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "none"]), help="As for validate.")
@configuration_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the list.",
)
@criteria_option
def command(**options: Any) -> None:
    """Show each setting that is in force for PATH (the working folder), and whence: command line, file and line, default.

    A repository's sanctcheck.toml is looked for in the folder of PATH and above it, up to the top of the repository.
    It can add strictness, and settle a gap with a reason; it cannot weaken anything.

    \b
    Exit status
      0  the configuration can be used, or there is none
      2  it cannot
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.cli.settings import in_force_for  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.config.in_force import Given, settings  # noqa: PLC0415
    from sanctcheck.config.paths import Below  # noqa: PLC0415
    from sanctcheck.errors import FileError, UsageError  # noqa: PLC0415
    from sanctcheck.report import settings as report  # noqa: PLC0415

    today: date = datetime.now(UTC).astimezone().date()
    as_of = options["as_of"].date() if options["as_of"] else None
    given = Given(options["regimes"], options["all_regimes"], options["fail_on"], as_of)
    try:
        in_force = in_force_for(
            (options["path"],), given, today, options, law=lambda: law_from(options["criteria"])
        )
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except FileError as error:
        say_what_is_wrong_with(error)
        sys.exit(2)
    configuration = in_force.configuration
    parts = _file_parts(options["path"], Below(configuration.folder)) if configuration else None
    form = report.json if options["format_"] == "json" else report.text
    name = configuration.document.name if configuration else None
    file = None if parts is None else "/".join(parts)
    click.echo(form(name, file, settings(in_force, parts)), nl=False)


def _file_parts(path: str, below: Below) -> Parts | None:
    """The parts of a path below the configuration, where it is a file; a folder shows all there is."""
    return None if Path(path).is_dir() else below.parts(path)
