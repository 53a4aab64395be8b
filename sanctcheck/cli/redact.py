"""`sanctcheck redact`: the version of a dossier for a reader."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import (
    DAY,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with_the_law,
    today,
)
from sanctcheck.cli.readers import READER

if TYPE_CHECKING:
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.reading.document import Document
    from sanctcheck.redaction.redact import Redacted


@click.command(
    "redact", short_help="Write the version of a dossier for the target, the public or a partner State."
)
@click.argument("dossier", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--for",
    "reader",
    metavar="READER",
    required=True,
    type=READER,
    help="target, public, or partner:STATE (partner:GB).",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file. An existing file is never overwritten.",
)
@click.option("--as-of", type=DAY, metavar="DATE", help="The day of the version; today, in UTC, if left out.")
@max_bytes_option
@criteria_option
def command(**options: Any) -> None:
    """Write the version of DOSSIER for a reader: what they may not see is withheld, and the version says so.

    Each part has the level that its handling states, else that of its kind. The public sees what is public, the target
    also what is official, a partner State also what is restricted and may be released to it. What is protected is for
    nobody. In its place stands its gist, for the target and for partners. Names of those who are protected are replaced
    by their role, in whatever script or spelling they stand. No comment is carried over, and no file of an exhibit.

    \b
    Exit status
      0  the version was written
      1  it was not: something protected would have been left in it
      2  could not run: wrong options, a dossier with errors of form
      5  the version could not be written, and nothing of it is there
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import LawError  # noqa: PLC0415 - see `sanctcheck.cli`

    try:
        sys.exit(_run(options))
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)


def _run(options: dict[str, Any]) -> int:
    from sanctcheck.redaction.redact import Asked, redacted  # noqa: PLC0415

    document, dossier = _read(options)
    output: Path | None = options["output"]
    asked = Asked(
        options["reader"],
        options["as_of"].date() if options["as_of"] else today(),
        "" if output is None else output.name,
    )
    made = redacted(document, dossier, law_from(options["criteria"]), asked)
    if made.text is None:
        _say("Nothing was written: something protected would have been left in it.")
        for place in made.left:
            _say(f"  {place}")
        return 1
    _write(made.text, output)
    _tell(made, asked.reader)
    return 0


def _read(options: dict[str, Any]) -> tuple[Document, Dossier]:
    """The dossier; one whose form is not right is refused, because what is protected in it cannot be told for sure."""
    from sanctcheck.dossier.model import Dossier  # noqa: PLC0415
    from sanctcheck.finding import of_flaw  # noqa: PLC0415
    from sanctcheck.leaks.guard import watch  # noqa: PLC0415
    from sanctcheck.reading.files import read_document, read_standard_input  # noqa: PLC0415
    from sanctcheck.reading.shape import shape  # noqa: PLC0415

    path: Path = options["dossier"]
    if str(path) == "-":
        document = read_standard_input(max_bytes=options["max_bytes"])
    else:
        document = read_document(path, str(path), max_bytes=options["max_bytes"])
    dossier = shape(document, Dossier)
    errors = [flaw for flaw in document.flaws if flaw.severity == "error"]
    if dossier is not None and not errors:
        if dossier.handling is not None and dossier.handling.level == "protected":
            raise click.UsageError(
                "The dossier as a whole is protected, so that nothing of it may be shown. State the level of its parts."
            )
        return document, dossier
    watch(document)
    for flaw in errors:
        finding = of_flaw(flaw, document)
        _say(
            f"  {document.name}:{finding.place.line}:{finding.place.column} {finding.rule}: {finding.message}"
        )
    raise click.UsageError(
        "The dossier has errors of form, so that what is protected in it cannot be told for sure. Mend them first."
    )


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    from sanctcheck.cli.places import report_at  # noqa: PLC0415 - see `sanctcheck.cli`

    try:
        with report_at(output, new=True) as file:
            file.write(text.encode())
    except FileExistsError as error:
        raise click.UsageError(f"{output} exists already; it was left as it is.") from error


def _tell(made: Redacted, reader: str) -> None:
    from sanctcheck.text import listed  # noqa: PLC0415

    things = "1 thing was" if made.withheld == 1 else f"{made.withheld} things were"
    _say(f"{things} withheld from {reader}; the version lists them under `redaction`.")
    for part in made.without_gist:
        _say(
            f"warning: {part}: the law asks for the gist, and none is written ({listed(made.asking, 'and')})."
        )
    if made.without_gist:
        _say("Write it as `handling.gist`, or for an exhibit as `disclosure.summary`.")


def _say(text: str) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415

    click.echo(visible(text), err=True)
