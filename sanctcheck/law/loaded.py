"""A regime as it was read: with the law that it shares with others, and with the file in which each part stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sanctcheck.law.model import Criterion, Instrument, Regime, Shared
    from sanctcheck.reading.document import Document, Path_

    Origin = tuple[Document, Path_]

SomePart = TypeVar("SomePart")


@dataclass(frozen=True)
class LoadedShared:
    """Shared law and the file that it was read from."""

    shared: Shared
    document: Document


@dataclass(frozen=True)
class LoadedRegime:
    """A regime and the file that it was read from, so that what is said of it can name the line.

    `origins` holds the file and the path of each part that stands in a shared file.
    """

    regime: Regime
    document: Document
    origins: Mapping[Path_, Origin] = field(default_factory=dict)

    def origin(self, path: Path_) -> Origin:
        """The file in which a part of the regime stands, and the path that it has there."""
        document, start = self.origins.get(path[:2], (self.document, path[:2]))
        return document, (*start, *path[2:])

    def flaw(self, rule: str, message: str, path: Path_) -> tuple[Document, Flaw]:
        """A flaw of a part of the regime, with the file in which it stands."""
        document, there = self.origin(path)
        return document, Flaw(rule, message, document.place(there), pointer=there)


def with_shared(own: LoadedRegime, included: Iterable[LoadedShared]) -> LoadedRegime:
    """The regime together with the law that it includes.

    What is the regime's own stands first, and replaces what the shared law has under the same key or id.
    """
    ids = {criterion.id for criterion in own.regime.criteria}
    regime, origins = own.regime, dict(own.origins)
    for file in included:
        parts = _Joined(file, origins)
        instruments = parts.by_key("instruments", regime.instruments, file.shared.instruments)
        update = {
            "caveats": [*regime.caveats, *file.shared.caveats],
            "sources": parts.by_key("sources", regime.sources, file.shared.sources),
            "instruments": instruments,
            "criteria": [*regime.criteria, *parts.criteria(len(regime.criteria), ids, instruments)],
        }
        regime = regime.model_copy(update=update)
    return LoadedRegime(regime, own.document, origins)


@dataclass(frozen=True)
class _Joined:
    """The parts of one shared file as they join a regime; notes where each of them stands."""

    file: LoadedShared
    origins: dict[Path_, Origin]

    def by_key(
        self, name: str, own: Mapping[str, SomePart], shared: Mapping[str, SomePart]
    ) -> dict[str, SomePart]:
        added = {key: part for key, part in shared.items() if key not in own}
        self.origins.update({(name, key): (self.file.document, (name, key)) for key in added})
        return {**own, **added}

    def criteria(
        self, start: int, replaced: Collection[str], instruments: Mapping[str, Instrument]
    ) -> Iterator[Criterion]:
        shared = self.file.shared
        added = [(i, each) for i, each in enumerate(shared.criteria) if each.id not in replaced]
        carrier = instruments.get(shared.in_force_with or "")
        for index, (at, criterion) in enumerate(added, start):
            self.origins["criteria", index] = (self.file.document, ("criteria", at))
            yield _dated(criterion, carrier)


def _dated(criterion: Criterion, carrier: Instrument | None) -> Criterion:
    """The criterion with the days of the instrument that brings it into the regime, where it has none of its own."""
    if criterion.in_force is not None or carrier is None:
        return criterion
    return criterion.model_copy(update={"in_force": carrier.in_force})
