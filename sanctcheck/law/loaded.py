"""A regime as it was read: with the law that it shares with others, and with the file in which each part stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sanctcheck.law.position import Position
from sanctcheck.law.spans import share_a_day, within
from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sanctcheck.law.authority import Fact, InForce
    from sanctcheck.law.model import Regime, Shared
    from sanctcheck.reading.document import Document, Path_

    Origin = tuple[Document, Path_]

SomePart = TypeVar("SomePart")

_REPLACED_BY = {
    "conduct": "id",
    "links": "id",
    "actors": "actor",
    "proof": "id",
    "decision_makers": "who",
    "measures": "kind",
    "rules": "id",
    "calendar": "id",
    "criteria": "id",
}
"""The lists of facts that shared law can have, with the field by which a regime's own fact replaces a shared one."""


@dataclass(frozen=True)
class LoadedShared:
    """Shared law and the file that it was read from."""

    shared: Shared
    document: Document


@dataclass(frozen=True)
class LoadedRegime:
    """A regime and the file that it was read from, so that what is said of it can name the line.

    `origins` holds the file and the path of each part that stands in a shared file; `files` are all that it was read from.
    """

    regime: Regime
    document: Document
    origins: Mapping[Path_, Origin] = field(default_factory=dict)
    included: tuple[Document, ...] = ()

    @property
    def files(self) -> tuple[Document, ...]:
        """The regime's own file, and those that it includes."""
        return (self.document, *self.included)

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

    What is the regime's own stands first, and replaces what the shared law has under the same key, id or name.
    """
    regime, origins = own.regime, dict(own.origins)
    replaced: dict[str, Collection[str]] = {
        name: {getattr(part, field) for part in getattr(regime, name)} for name, field in _REPLACED_BY.items()
    }
    replaced["positions"] = {name for part in regime.positions for name in part.standards}
    files = tuple(included)
    for file in files:
        parts = _Joined(file, origins)
        instruments = parts.by_key("instruments", regime.instruments, file.shared.instruments)
        update = {
            "caveats": [*regime.caveats, *file.shared.caveats],
            "sources": parts.by_key("sources", regime.sources, file.shared.sources),
            "instruments": instruments,
        }
        regime = regime.model_copy(update=update)
        lists = {name: parts.joined(name, regime, there) for name, there in replaced.items()}
        regime = regime.model_copy(update=lists)
    return LoadedRegime(regime, own.document, origins, tuple(file.document for file in files))


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

    def joined(self, name: str, regime: Regime, replaced: Collection[str]) -> list[Fact]:
        """A list of the regime with that of the shared file behind it.

        Left out is what the regime replaces, and what was no longer or not yet the law while the regime was.
        """
        own: list[Fact] = getattr(regime, name)
        carrier = regime.instruments.get(self.file.shared.in_force_with or "")
        frame = carrier.in_force if carrier else None
        kept = [
            (at, _dated(part, frame))
            for at, each in enumerate(getattr(self.file.shared, name))
            if (part := _unless_replaced(name, each, replaced)) is not None
            and share_a_day(part.in_force, frame)
        ]
        for index, (at, _) in enumerate(kept, len(own)):
            self.origins[name, index] = (self.file.document, (name, at))
        return [*own, *(part for _, part in kept)]


def _unless_replaced(name: str, part: Fact, replaced: Collection[str]) -> Fact | None:
    """A part of shared law; None where the regime has its own. A position keeps the standards that are left."""
    if not isinstance(part, Position):
        return None if getattr(part, _REPLACED_BY[name]) in replaced else part
    left = [standard for standard in part.standards if standard not in replaced]
    return part.model_copy(update={"standards": left}) if left else None


def _dated(fact: Fact, frame: InForce | None) -> Fact:
    """The fact with its days within those of what brings it into the regime; without any, with all of them."""
    return fact if frame is None else fact.model_copy(update={"in_force": within(fact.in_force, frame)})
