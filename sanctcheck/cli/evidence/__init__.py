"""`sanctcheck evidence`: what can be looked up about exhibits elsewhere; one module a command."""

from __future__ import annotations

import click

from sanctcheck.cli.group import LazyGroup

COMMANDS = ("links",)
"""In the order in which a newcomer needs them."""


@click.group(
    "evidence",
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    short_help="Ask the network about exhibits: whether their links still answer.",
)
def command() -> None:
    """Ask the network about exhibits.

    Nothing else but `lists update` makes a connection.
    """
