"""`sanctcheck init`: a first dossier for a regime."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from sanctcheck.cli.options import criteria_option, law_from, say_what_is_wrong_with_the_law, today


@click.command("init", short_help="Write a first dossier for a regime, to be filled in.")
@click.argument("regime")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, and its JSON Schema beside it. An existing file is never overwritten.",
)
@criteria_option
def command(regime: str, output: Path | None, criteria: Path | None) -> None:
    """Write a commented dossier for REGIME, for example gb-ghr, with what its law asks for at each part.

    Without --output it goes to standard output.
    """
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.scaffold import scaffold  # noqa: PLC0415

    try:
        text = scaffold(law_from(criteria), regime, today())
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)


def _write(output: Path, text: str) -> None:
    from sanctcheck.data import data_folder  # noqa: PLC0415
    from sanctcheck.lists.files import written_new  # noqa: PLC0415
    from sanctcheck.scaffold import SCHEMA_FILE  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    try:
        with written_new(output) as file:
            file.write(text.encode())
        schema = output.parent / SCHEMA_FILE
        # A link that leads nowhere does not exist, and would be written through.
        beside = not os.path.lexists(schema)
        if beside:
            with written_new(schema) as file:
                file.write((data_folder("schemas") / SCHEMA_FILE).read_bytes())
    except FileExistsError as error:
        raise click.UsageError(f"{output} exists already; it was left as it is.") from error
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror}.") from error
    shown = visible(str(output))
    click.echo(f"Wrote {shown}. Fill it in, then: sanctcheck validate {shown}", err=True)
    if beside:
        click.echo(
            f"Wrote {visible(str(schema))} too: editors that know YAML complete the fields by it.", err=True
        )
