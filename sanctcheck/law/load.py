"""Reading the law: one file a regime, in a folder; the packaged one unless another is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sanctcheck.data import data_folder
from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.consistency import inconsistencies, repeated_standards
from sanctcheck.law.model import Regime, Standard, Standards
from sanctcheck.reading.document import Document
from sanctcheck.reading.files import read_document
from sanctcheck.reading.shape import shape
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STANDARDS_FILE = "standards.yaml"


@dataclass(frozen=True)
class LoadedRegime:
    """A regime and the file that it was read from, so that what is said of it can name the line."""

    regime: Regime
    document: Document


@dataclass(frozen=True)
class Law:
    """The law in a folder of criteria files. A regime is read when it is first asked for."""

    folder: Path

    @cached_property
    def regime_ids(self) -> tuple[str, ...]:
        """The ids of the regimes, the collective standard last."""
        found = sorted(file.stem for file in self.folder.glob("*.yaml") if file.name != STANDARDS_FILE)
        return tuple(sorted(found, key=lambda name: name == "common"))

    @cached_property
    def standards(self) -> Mapping[str, Standard]:
        """The shared standards by id, in the order of their file.

        Raises:
            LawError: the file cannot be used.
        """
        document = read_document(self.folder / STANDARDS_FILE, STANDARDS_FILE)
        shaped = shape(document, Standards)
        if shaped is not None:
            document.flaws.extend(
                repeated_standards((standard.id for standard in shaped.standards), document)
            )
        if shaped is None or document.flaws:
            raise LawError("The list of standards cannot be used.", document, document.flaws)
        return {standard.id: standard for standard in shaped.standards}

    @cached_property
    def _loaded(self) -> dict[str, LoadedRegime]:
        return {}

    def regime(self, regime_id: str) -> LoadedRegime:
        """One regime.

        Raises:
            UsageError: there is no such regime.
            LawError: its file cannot be used.
        """
        if regime_id not in self._loaded:
            if regime_id not in self.regime_ids:
                known = listed(self.regime_ids, "and")
                hint = did_you_mean(regime_id, self.regime_ids)
                raise UsageError(f"No regime is called {quoted(regime_id)}.{hint} Known: {known}.")
            self._loaded[regime_id] = self._read(regime_id)
        return self._loaded[regime_id]

    def _read(self, regime_id: str) -> LoadedRegime:
        name = f"{regime_id}.yaml"
        document = read_document(self.folder / name, f"{self.folder.name}/{name}")
        shaped = shape(document, Regime)
        if shaped is not None:
            document.flaws.extend(inconsistencies(shaped, document, self.standards))
        if shaped is None or any(flaw.severity == "error" for flaw in document.flaws):
            raise LawError(f"The criteria of {regime_id} cannot be used.", document, document.flaws)
        return LoadedRegime(shaped, document)


def packaged_law() -> Law:
    """The law that comes with this copy of sanctcheck."""
    return Law(data_folder("criteria"))
