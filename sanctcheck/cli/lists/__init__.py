"""`sanctcheck lists`: the published lists, fetched, kept and looked at; one module a command."""

from __future__ import annotations

import click

from sanctcheck.cli.group import LazyGroup

COMMANDS = ("update", "import", "status", "show", "diff", "export", "verify", "rejected", "purge")
"""In the order in which a newcomer needs them."""


@click.group(
    "lists",
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    short_help="Fetch and keep the published sanctions lists, and look into them.",
    epilog="Start with `sanctcheck lists update`; where there is no network, with `sanctcheck lists import FILE`.",
)
def command() -> None:
    """Fetch the published sanctions lists, keep them, and look into them.

    Of each list every version is kept as it was published, under its hash, so that what was said of it can be repeated
    later against the very bytes. A list that has lost entries, a kind of entries or a field is not taken: the last good
    one stays. Nothing but `lists update` makes a connection.
    """
