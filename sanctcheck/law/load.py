"""Reading the law: one file a regime, in a folder; the packaged one unless another is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from sanctcheck.data import data_folder
from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.consistency import inconsistencies, of_shared, repeated_standards, unknown_includes
from sanctcheck.law.loaded import LoadedRegime, LoadedShared, with_shared
from sanctcheck.law.model import Regime, Shared, Standard, Standards
from sanctcheck.reading.files import read_document
from sanctcheck.reading.shape import shape
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from sanctcheck.reading.document import Document, Flaw

STANDARDS_FILE = "standards.yaml"
SHARED_FOLDER = "shared"

SomeModel = TypeVar("SomeModel", bound="BaseModel")


@dataclass(frozen=True)
class Law:
    """The law in a folder of criteria files. A regime is read when it is first asked for.

    What the folder lacks, standards, shared law, or a regime asked for by its name, is taken from `behind`, so that a
    folder with one new regime is enough to compare it with the others. Its own regimes alone are listed.
    """

    folder: Path
    behind: Law | None = None

    @cached_property
    def regime_ids(self) -> tuple[str, ...]:
        """The ids of the regimes, the collective standard last."""
        found = sorted(file.stem for file in self.folder.glob("*.yaml") if file.name != STANDARDS_FILE)
        return tuple(sorted(found, key=lambda name: name == "common"))

    @cached_property
    def shared_ids(self) -> tuple[str, ...]:
        """The ids of the law that regimes can share."""
        own = {file.stem for file in (self.folder / SHARED_FOLDER).glob("*.yaml")}
        return tuple(sorted(own | set(self.behind.shared_ids if self.behind else ())))

    @cached_property
    def standards_file(self) -> Document:
        """The file of the standards."""
        if self.behind is not None and not (self.folder / STANDARDS_FILE).exists():
            return self.behind.standards_file
        return read_document(self.folder / STANDARDS_FILE, STANDARDS_FILE)

    @cached_property
    def standards(self) -> Mapping[str, Standard]:
        """The shared standards by id, in the order of their file.

        Raises:
            LawError: the file cannot be used.
        """
        refusal = "The list of standards cannot be used."
        document = self.standards_file
        standards = _shaped(document, Standards, refusal).standards
        repeated = repeated_standards((standard.id for standard in standards), document)
        _refuse_errors(refusal, ((document, flaw) for flaw in repeated))
        return {standard.id: standard for standard in standards}

    @cached_property
    def _loaded(self) -> dict[str, LoadedRegime]:
        return {}

    @cached_property
    def _loaded_shared(self) -> dict[str, LoadedShared]:
        return {}

    def regime(self, regime_id: str) -> LoadedRegime:
        """One regime, with the law that it includes.

        Raises:
            UsageError: there is no such regime.
            LawError: its file, or one that it includes, cannot be used.
        """
        if regime_id not in self._loaded:
            if regime_id not in self.regime_ids and self.behind and regime_id in self.behind.regime_ids:
                return self.behind.regime(regime_id)
            if regime_id not in self.regime_ids:
                known = listed(self.regime_ids, "and")
                hint = did_you_mean(_with_iso_code(regime_id), self.regime_ids)
                raise UsageError(f"No regime is called {quoted(regime_id)}.{hint} Known: {known}.")
            self._loaded[regime_id] = self._read(regime_id)
        return self._loaded[regime_id]

    def _read(self, regime_id: str) -> LoadedRegime:
        refusal = f"The criteria of {regime_id} cannot be used."
        document = self._document(f"{regime_id}.yaml")
        own = LoadedRegime(_shaped(document, Regime, refusal), document)
        _refuse_errors(refusal, unknown_includes(own, self.shared_ids))
        included = [self._shared(name, refusal) for name in dict.fromkeys(own.regime.includes)]
        loaded = with_shared(own, included)
        found = [each for file in included for each in of_shared(file, loaded.regime)]
        _refuse_errors(refusal, [*found, *inconsistencies(loaded, self.standards)])
        return loaded

    def _shared(self, name: str, refusal: str) -> LoadedShared:
        if self.behind is not None and not (self.folder / SHARED_FOLDER / f"{name}.yaml").exists():
            return self.behind._shared(name, refusal)  # noqa: SLF001 - the same class
        if name not in self._loaded_shared:
            document = self._document(f"{SHARED_FOLDER}/{name}.yaml")
            self._loaded_shared[name] = LoadedShared(_shaped(document, Shared, refusal), document)
        return self._loaded_shared[name]

    def _document(self, name: str) -> Document:
        return read_document(self.folder / name, f"{self.folder.name}/{name}")


def _shaped(document: Document, model: type[SomeModel], refusal: str) -> SomeModel:
    """The model that a file of the law holds."""
    shaped = shape(document, model)
    found = [(document, flaw) for flaw in document.flaws]
    if shaped is None:
        raise LawError(refusal, found)
    _refuse_errors(refusal, found)
    return shaped


def _refuse_errors(refusal: str, found: Iterable[tuple[Document, Flaw]]) -> None:
    found = list(found)
    if any(flaw.severity == "error" for _, flaw in found):
        raise LawError(refusal, found)


def _with_iso_code(regime_id: str) -> str:
    """The United Kingdom is GB in ISO 3166-1; `uk-ghr` would else be taken for `eu-ghr`."""
    return f"gb{regime_id[2:]}" if regime_id.casefold().startswith("uk") else regime_id


@cache
def packaged_law() -> Law:
    """The law that comes with this copy of sanctcheck; read once, since it does not change while a program runs."""
    return Law(data_folder("criteria"))
