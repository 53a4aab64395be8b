"""What is in force for a call: the command line, the repository's configuration, and what is usual."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from sanctcheck.config.in_force import Given, InForce
    from sanctcheck.config.load import Configuration
    from sanctcheck.law.load import Law


def in_force_for(
    paths: Iterable[str], given: Given, today: date, options: Mapping[str, Any], *, law: Callable[[], Law]
) -> InForce:
    """What is in force for some paths; what is odd about the configuration goes to standard error.

    Raises:
        UsageError: the paths have more than one configuration, or the options contradict one another.
        ConfigurationError: it cannot be used.
    """
    from sanctcheck.config.discovery import configuration_of  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.config.in_force import InForce  # noqa: PLC0415
    from sanctcheck.errors import UsageError  # noqa: PLC0415

    file: Path | None = options["config"]
    if file is not None and options["no_config"]:
        raise UsageError("--config takes a configuration, and --no-config takes none: leave one of them out.")
    if file is None and not options["no_config"]:
        file = configuration_of(paths)
    if file is None:
        return InForce(given, today)
    from sanctcheck.config.load import load, refuse_what_the_law_does_not_know  # noqa: PLC0415

    configuration = load(file)
    if configuration.names_law:
        refuse_what_the_law_does_not_know(configuration, law())
    in_force = InForce(given, today, configuration)
    _say_what_is_odd(in_force)
    return in_force


def _say_what_is_odd(in_force: InForce) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415

    configuration = in_force.configuration
    if configuration is None:
        return
    for flaw in configuration.warnings:
        place = f"{configuration.document.name}:{flaw.place.line}:{flaw.place.column}"
        click.echo(f"sanctcheck: {visible(place)} {flaw.rule}: {visible(flaw.message)}", err=True)
    if in_force.day_was_refused:
        message = (
            f"{configuration.where('as_of')} names a day that has passed. A file cannot choose one, because what has "
            f"fallen due since would not be seen: {in_force.as_of} is taken. --as-of on the command line can."
        )
        click.echo(f"sanctcheck: {visible(message)}", err=True)


@dataclass(frozen=True, slots=True)
class AskedOfLists:
    """What a configuration asks of the published lists."""

    require: tuple[str, ...] = ()
    max_age: int | None = None
    where: str = ""

    def days(self, given: int | None, usual: int) -> int:
        """From how many days on a list is too old: what the command line says, else never more than is usual."""
        if given is not None:
            return given
        return usual if self.max_age is None else min(usual, self.max_age)

    def refuse_missing(self, there: Iterable[str]) -> None:
        """Lists that have to be there are.

        Raises:
            MissingError: one is not.
        """
        from sanctcheck.lists.snapshot_names import MissingError  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.text import listed  # noqa: PLC0415

        kept = set(there)
        missing = [name for name in self.require if name not in kept]
        if missing:
            raise MissingError(
                f"Nothing is kept of {listed(missing, 'and')}, which {self.where} asks for. Fetch it: sanctcheck lists update."
            )


def asked_of_lists() -> AskedOfLists:
    """What the configuration of the working folder asks of lists; one that cannot be used ends the run."""
    from sanctcheck.config.discovery import configuration_of  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import FileError  # noqa: PLC0415

    file = configuration_of(["."])
    if file is None:
        return AskedOfLists()
    from sanctcheck.config.load import load  # noqa: PLC0415

    try:
        configuration = load(file)
    except FileError as error:
        from sanctcheck.cli.options import say_what_is_wrong_with  # noqa: PLC0415

        say_what_is_wrong_with(error)
        sys.exit(2)
    return what_it_asks_of_lists(configuration)


def what_it_asks_of_lists(configuration: Configuration | None) -> AskedOfLists:
    """What a configuration, if there is one, asks of lists."""
    asked = None if configuration is None else configuration.asked.lists
    if configuration is None or asked is None:
        return AskedOfLists()
    return AskedOfLists(tuple(asked.require), asked.max_age, configuration.where("lists"))
