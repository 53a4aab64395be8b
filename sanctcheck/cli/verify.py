"""`sanctcheck verify`: an assessment made again, byte by byte, or what differs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.lists.options import plain_errors, store_option
from sanctcheck.cli.options import DAY, configuration_options, criteria_option
from sanctcheck.cli.sealed import signers_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.verification.differences import Difference
    from sanctcheck.verification.stated import Stated

_WIDTH = 14


@click.command("verify", short_help="Make an assessment again, or say what differs.")
@click.argument("assessment", metavar="ASSESSMENT", type=click.Path(path_type=Path))
@click.argument("dossiers", metavar="[DOSSIER]...", nargs=-1)
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="The day for which it should have been made; it differs where it was made for another.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The baseline with which it was made.",
)
@click.option(
    "--list-file",
    "list_files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A file of a list with which it was made (repeatable).",
)
@signers_option
@configuration_options
@criteria_option
@store_option
def command(assessment: Path, **options: Any) -> None:
    """Make an assessment again from what it rests on, and compare the two byte by byte.

    ASSESSMENT is what `sanctcheck validate --format json` wrote. The dossiers are looked for where it names them, from the
    working folder on; or name them, wherever they are now. Where the result is not the same, it says what differs: the
    tool, the law, a dossier, a list, the configuration, the day, or the assessment itself.

    The law, the configuration, a baseline and files of lists are those of this call, never those that the file names.
    Nothing is written, and no connection is made.

    \b
    Exit status
      0  reproduced byte by byte
      1  something differs
      2  could not run: this is no assessment, or a part that it was made with
         has to be named
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        sys.exit(_verify(assessment, options))


def _verify(path: Path, options: dict[str, Any]) -> int:
    from sanctcheck.errors import UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.verification.stated import is_as_written, stated_in  # noqa: PLC0415

    content = _content(path)
    try:
        stated = stated_in(content)
        as_written = is_as_written(content)
        found = [] if as_written else [_changed(stated)]
        if stated is not None:
            found += _differences(content, stated, options, as_written=as_written)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    _say(path, stated, found)
    return int(bool(found))


def _content(path: Path) -> bytes:
    from sanctcheck.reading.files import read_regular_file, why_not  # noqa: PLC0415
    from sanctcheck.text import quoted  # noqa: PLC0415
    from sanctcheck.verification.stated import MAX_BYTES  # noqa: PLC0415

    try:
        content = read_regular_file(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{quoted(str(path))}: {why_not(error)}") from error
    if len(content) > MAX_BYTES:
        raise click.UsageError(
            f"{quoted(str(path))} is larger than {MAX_BYTES:,} bytes, and no assessment is."
        )
    return content


def _changed(stated: Stated | None) -> Difference:
    from sanctcheck.verification.differences import Difference  # noqa: PLC0415

    said = "it was changed after it was written: it does not fit the hash at its end"
    return Difference("assessment", said if stated is not None else f"{said}, and can no longer be read")


def _differences(
    content: bytes, stated: Stated, options: dict[str, Any], *, as_written: bool
) -> list[Difference]:
    from sanctcheck.cli.reproducing import NotReproducedError, reproduced  # noqa: PLC0415
    from sanctcheck.verification.differences import Difference, causes, in_the_result  # noqa: PLC0415
    from sanctcheck.verification.stated import stated_in  # noqa: PLC0415

    expected = options["as_of"].date() if options["as_of"] else stated.as_of
    found = [Difference("as-of", f"made for {stated.as_of}; {expected} was expected")] * (
        expected != stated.as_of
    )
    try:
        again = reproduced(stated, options)
    except NotReproducedError as error:
        return [*found, Difference(error.kind, str(error))]
    now = stated_in(again)
    if now is not None:
        found += causes(stated, now, as_written=as_written)
    if again != content and not found:
        found += in_the_result(content, again)
    return found


def _say(path: Path, stated: Stated | None, found: Sequence[Difference]) -> None:
    from sanctcheck.report.listed import count  # noqa: PLC0415
    from sanctcheck.text import shorten, visible  # noqa: PLC0415

    name = visible(str(path))
    if stated is None or found:
        click.echo(f"{name}: not reproduced. What differs:")
        for each in found:
            click.echo(f"  {each.kind:<{_WIDTH}}{visible(shorten(each.said, 300))}")
        return
    law = {file.file for each in stated.files for under in each.under for file in under.law}
    click.echo(f"{name}: reproduced byte by byte.")
    about = f"sanctcheck {stated.tool.version}, for {stated.as_of}: {count(len(stated.files), 'dossier')}, "
    about += f"{count(len(law), 'file')} of law, {count(len(stated.basis.lists), 'list')}"
    click.echo(f"  {visible(about)}")
