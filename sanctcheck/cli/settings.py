"""What is in force for a call: the command line, the repository's configuration, and what is usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from sanctcheck.config.in_force import Given, InForce
    from sanctcheck.law.load import Law


def in_force_for(
    paths: Iterable[str], given: Given, today: date, options: Mapping[str, Any], *, law: Callable[[], Law]
) -> InForce:
    """What is in force for some paths; what is odd about the configuration goes to standard error.

    Raises:
        UsageError: the paths have more than one configuration.
        ConfigurationError: it cannot be used.
    """
    from sanctcheck.config.discovery import configuration_of  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.config.in_force import InForce  # noqa: PLC0415

    file: Path | None = options["config"]
    if file is None and not options["no_config"]:
        file = configuration_of(paths)
    if file is None:
        return InForce(given, today)
    from sanctcheck.config.load import load, refuse_what_the_law_does_not_know  # noqa: PLC0415

    configuration = load(file)
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
