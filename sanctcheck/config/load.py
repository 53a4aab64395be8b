"""Reading the configuration: a model with the place of each value, or an error that names every mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.config.discovery import shown_name
from sanctcheck.config.model import ConfigurationFile
from sanctcheck.config.refusals import take_out_refused
from sanctcheck.config.toml_reader import MAX_BYTES, read_toml
from sanctcheck.errors import ConfigurationError
from sanctcheck.law.norms import what_is_wrong
from sanctcheck.reading.document import START, Document, Flaw
from sanctcheck.reading.files import read_regular_file, why_not
from sanctcheck.reading.shape import shape
from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sanctcheck.law.load import Law
    from sanctcheck.reading.document import Path_


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration as it was read."""

    asked: ConfigurationFile
    document: Document
    folder: Path

    def where(self, *path: str | int) -> str:
        """The file, line and column of a value."""
        place = self.document.place(path)
        return f"{self.document.name}:{place.line}:{place.column}"

    def has(self, name: str) -> bool:
        """Whether the file says something of a key."""
        return name in self.document.value

    @property
    def names_law(self) -> bool:
        """Whether it names a regime or a standard, so that the law has to be asked whether there is one."""
        asked = self.asked
        return bool(asked.regimes or asked.accepted or any(each.regimes for each in asked.overrides))

    @property
    def warnings(self) -> list[Flaw]:
        """What is odd about the file and does not stop a run."""
        return self.document.flaws


def load(file: Path) -> Configuration:
    """The configuration in a file.

    Raises:
        ConfigurationError: it cannot be used.
    """
    document = _read(file)
    refused = list(take_out_refused(document))
    asked = shape(document, ConfigurationFile)
    document.flaws.extend(refused)
    if asked is None or any(flaw.severity == "error" for flaw in document.flaws):
        raise _error(document)
    return Configuration(asked, document, file.parent)


def _read(file: Path) -> Document:
    name = shown_name(file)
    try:
        return read_toml(read_regular_file(file, MAX_BYTES), name)
    except (OSError, ValueError) as error:
        return Document(name, flaws=[Flaw("not-readable", why_not(error), START)])


def _error(document: Document) -> ConfigurationError:
    found = sorted(document.flaws, key=lambda flaw: (flaw.place, flaw.rule))
    return ConfigurationError(
        f"{document.name} cannot be used, so nothing was checked.", ((document, flaw) for flaw in found)
    )


def refuse_what_the_law_does_not_know(configuration: Configuration, law: Law) -> None:
    """Regimes and standards are called what the law calls them: else a line looks as if it did something.

    Raises:
        ConfigurationError: one is not.
        LawError: the criteria that are named cannot be used.
    """
    document = configuration.document
    document.flaws.extend(_unknown(configuration, law))
    if any(flaw.severity == "error" for flaw in document.flaws):
        raise _error(document)


def _unknown(configuration: Configuration, law: Law) -> Iterator[Flaw]:
    document = configuration.document
    for path, regime_id in _regimes(configuration.asked):
        if regime_id not in law.regime_ids:
            message = (
                f"No regime is called {quoted(regime_id)}.{did_you_mean(regime_id, law.regime_ids)} "
                "`sanctcheck explain` lists them."
            )
            yield Flaw("unknown-regime", message, document.place(path), pointer=path)
    for index, accepted in enumerate(configuration.asked.accepted):
        said = what_is_wrong(law, accepted.standard)
        if said is not None:
            at: Path_ = ("accepted", index, "standard")
            yield Flaw("unknown-standard", said, document.place(at), pointer=at)


def _regimes(asked: ConfigurationFile) -> Iterator[tuple[Path_, str]]:
    for index, regime_id in enumerate(asked.regimes):
        yield ("regimes", index), regime_id
    for at, override in enumerate(asked.overrides):
        for index, regime_id in enumerate(override.regimes):
            yield ("overrides", at, "regimes", index), regime_id
