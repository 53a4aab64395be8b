"""`sanctcheck doctor`: how the tool is installed and used here, and what to do where it is not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sanctcheck.cli.options import view_of


@click.command("doctor", short_help="Look at the installation, the lists and the wiring of this repository.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the report.",
)
def command(format_: str) -> None:
    """Say what is installed, how old the law and the lists are, what is cached, and whether the repository around this
    folder has its editors and its CI wired; with what to do for each.

    No connection is made, nothing is written, and nothing of the repository is executed. The exit status is 0 whatever
    is found.
    """  # noqa: D205 - click folds the first paragraph, which says more than a line holds
    from sanctcheck.checkup.installation import installation  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.checkup.kept import caches, lists  # noqa: PLC0415
    from sanctcheck.checkup.repository import repository  # noqa: PLC0415
    from sanctcheck.report.checkup import as_json, terminal  # noqa: PLC0415

    now = datetime.now(UTC)
    day = now.astimezone().date()
    parts = (installation(day), lists(now), caches(), *repository(Path.cwd()))
    if format_ == "json":
        click.echo(as_json(parts), nl=False)
        return
    for text in terminal(parts, view_of(day)):
        click.echo(text, nl=False)
