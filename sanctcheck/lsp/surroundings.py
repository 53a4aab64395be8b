"""What holds for a text beside the editor's settings: the configuration of its repository, as `validate` takes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.config.discovery import nearest
from sanctcheck.config.in_force import Given, InForce
from sanctcheck.config.load import load, refuse_what_the_law_does_not_know
from sanctcheck.config.paths import Below
from sanctcheck.errors import SanctcheckError
from sanctcheck.reading.document import START, Flaw
from sanctcheck.settling.configured import settlement
from sanctcheck.settling.settle import Settling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.config.load import Configuration
    from sanctcheck.law.load import Law
    from sanctcheck.lsp.settings import Settings
    from sanctcheck.record import FileRecord


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is in force for one text, and what is wrong with the configuration that would be."""

    in_force: InForce
    name: str
    also: tuple[str, ...] = ()
    trouble: Flaw | None = None

    def flaws(self) -> Iterator[Flaw]:
        """A configuration that cannot be used is a problem of the text: `validate` would not run."""
        if self.trouble is not None:
            yield self.trouble

    def settle(self, record: FileRecord) -> FileRecord:
        """A record with its gaps marked that somebody has accepted."""
        configuration = self.in_force.configuration
        below = Below(configuration.folder) if configuration else None
        return Settling(settlement(self.in_force, below, (self.name,), None, Path())).settle(record)


def surroundings(path: Path | None, settings: Settings, law: Law, today: date) -> Surroundings:
    """What is in force for the text of a file; nothing but the settings for one that is no file."""
    given = Given(settings.regimes, as_of=settings.as_of)
    if path is None:
        return Surroundings(InForce(given, today), "<text>")
    configuration, trouble = _configuration(path, law)
    in_force = InForce(given, today, configuration)
    parts = Below(configuration.folder).parts(str(path)) if configuration else None
    return Surroundings(in_force, str(path), in_force.also(parts), trouble)


def _configuration(path: Path, law: Law) -> tuple[Configuration | None, Flaw | None]:
    try:
        file = nearest(path.parent)
        if file is None:
            return None, None
        configuration = load(file)
        refuse_what_the_law_does_not_know(configuration, law)
    except (SanctcheckError, OSError) as error:
        return None, Flaw("configuration", f"{error} `sanctcheck config` says why.", START)
    return configuration, None
