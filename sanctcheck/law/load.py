"""Reading the law: one file a regime, in a folder; the packaged one unless another is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sanctcheck.data import data_folder
from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.model import Regime, Standard, Standards
from sanctcheck.reading.document import Document, Flaw, Path_
from sanctcheck.reading.files import read_document
from sanctcheck.reading.shape import shape
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sanctcheck.law.model import Fact

STANDARDS_FILE = "standards.yaml"
ABSENCE = "absence"
"""The instrument of a fact that the regime has no such rule."""


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
        if shaped is None:
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
            document.flaws.extend(_inconsistencies(shaped, document, self.standards))
        if shaped is None or any(flaw.severity == "error" for flaw in document.flaws):
            raise LawError(f"The criteria of {regime_id} cannot be used.", document, document.flaws)
        return LoadedRegime(shaped, document)


def packaged_law() -> Law:
    """The law that comes with this copy of sanctcheck."""
    return Law(data_folder("criteria"))


def _inconsistencies(regime: Regime, document: Document, standards: Mapping[str, Standard]) -> Iterator[Flaw]:
    """References in a criteria file that lead to nothing, and ids that stand twice."""

    def flaw(path: Path_, rule: str, message: str) -> Flaw:
        return Flaw(rule, message, document.place(path), pointer=path)

    expected = document.name.removesuffix(".yaml").rpartition("/")[2]
    if regime.id != expected:
        yield flaw(("id",), "wrong-id", f"The id must be the file's name, {quoted(expected)}.")
    for path, fact in facts(regime):
        for place, key in _instrument_keys(path, fact):
            if key != ABSENCE and key not in regime.instruments:
                hint = did_you_mean(key, regime.instruments)
                yield flaw(place, "unknown-instrument", f"No instrument has the key {quoted(key)}.{hint}")
        for name in ("source", "corroborated_by"):
            key = getattr(fact, name)
            if key is not None and key not in regime.sources:
                hint = did_you_mean(key, regime.sources)
                yield flaw((*path, name), "unknown-source", f"No source has the key {quoted(key)}.{hint}")
        if fact.verified == "text" and fact.source is None:
            yield flaw((*path, "verified"), "text-without-source", "“text” needs the source in which it was read.")
    seen: set[str] = set()
    for index, criterion in enumerate(regime.criteria):
        path = ("criteria", index)
        if criterion.standard not in standards:
            hint = did_you_mean(criterion.standard, standards)
            yield flaw(
                (*path, "standard"), "unknown-standard", f"No standard is called {quoted(criterion.standard)}.{hint}"
            )
        if criterion.id in seen:
            yield flaw((*path, "id"), "duplicate-id", f"Another criterion has the id {quoted(criterion.id)}.")
        seen.add(criterion.id)


def _instrument_keys(path: Path_, fact: Fact) -> Iterator[tuple[Path_, str]]:
    yield (*path, "provision", "instrument"), fact.provision.instrument
    for index, provision in enumerate(fact.also):
        yield (*path, "also", index, "instrument"), provision.instrument


_FACTS = ("conduct", "links", "actors", "nexus", "proof", "decision_makers", "measures", "criteria")


def facts(regime: Regime) -> Iterator[tuple[Path_, Fact]]:
    """Every fact of a regime with its path, in the order of the file."""
    for name in _FACTS:
        for index, fact in enumerate(getattr(regime, name)):
            yield (name, index), fact
