"""A group of commands that are imported when they are called, because start-up is a feature."""

from __future__ import annotations

import importlib
import keyword
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


class LazyGroup(click.Group):
    """A group that imports a command's module only when it is called, or when the help lists it.

    The module of a command has its name; with a low line behind it where the language has taken the name.
    """

    def __init__(self, *arguments: Any, package: str, names: Sequence[str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._package = package
        self._names = tuple(names)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The names of the commands."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command; None where there is none of this name."""
        if cmd_name not in self._names:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self._package}.{module}").command
        if ctx.resilient_parsing:
            from sanctcheck.cli.completing import with_words  # noqa: PLC0415 - while the shell completes

            return with_words(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or a hint at the one that was meant."""
        is_unknown = args and args[0] not in self._names and not args[0].startswith("-")
        if is_unknown and not ctx.resilient_parsing:
            from sanctcheck.text import did_you_mean, listed, quoted  # noqa: PLC0415 - only a mistake needs it

            hint = did_you_mean(args[0], self._names)
            ctx.fail(f"No command is called {quoted(args[0])}.{hint} Known: {listed(self._names, 'and')}.")
        return super().resolve_command(ctx, args)
