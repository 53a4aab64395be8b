"""`sanctcheck lsp`: the language server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from typing import BinaryIO


@click.command("lsp", short_help="Serve editors: what is lacking as you type, help, completion, quick fixes.")
@click.option("--stdio", is_flag=True, hidden=True, help="Editors say so; there is no other way.")
def command(*, stdio: bool) -> None:  # noqa: ARG001 - see the help of the option
    """Run the language server, which an editor starts and speaks with over standard input and output.

    It checks the text in the editor as `validate` would, reads no other file but those of exhibits and sanctcheck.toml, and
    makes no connection. docs/editors.md shows how each editor starts it. It takes two settings, as initialization options:

    \b
      regimes  ids of the regimes, instead of those that a dossier names
      asOf     the day of the assessment, year-month-day; today if left out
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    try:
        from sanctcheck.lsp.incoming import Incoming  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.lsp.server import server  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        raise click.UsageError(
            "The language server needs an extra that is not installed: pip install 'sanctcheck[lsp]'"
        ) from error
    if sys.stdin.isatty():
        click.echo("sanctcheck: an editor starts this and speaks with it; Ctrl-C ends it.", err=True)
    incoming = Incoming(sys.stdin.buffer)
    # It asks of a stream these two alone.
    server().start_io(stdin=cast("BinaryIO", incoming))
    if incoming.is_beyond:
        click.echo(
            "sanctcheck: a message is larger than any text of an editor: nothing more is read.", err=True
        )
        sys.exit(2)
