"""What comes out when a dossier is held against the lists, as plain data: notes, and the hits behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sanctcheck.names.party import Party, PartyName
from sanctcheck.names.score import compare
from sanctcheck.screen.dossier import associates, target
from sanctcheck.screen.dossier.bearing import ALIKE
from sanctcheck.screen.dossier.named import named_in
from sanctcheck.screen.screening import screen_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.dossier.model import Dossier, Lookalike
    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.dossier.named import Named
    from sanctcheck.screen.dossier.note import Note
    from sanctcheck.screen.screening import Hit, Screened, Wanted


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who is named, with the listings that come near."""

    named: Named
    screened: Screened


@dataclass(frozen=True, slots=True)
class Meeting:
    """One dossier held against the lists.

    Attributes:
        met: everybody who was looked for.
        notes: what follows from it.
        protected: how many were not looked for, because the dossier protects them.
    """

    met: tuple[Met, ...]
    notes: tuple[Note, ...]
    protected: int


def meet(
    dossier: Dossier, value: Any, corpus: Corpus, wanted: Wanted, decisions: Decisions | None = None
) -> Meeting:
    """Holds a dossier against the lists; `value` is the document that it was read from."""
    everybody = named_in(dossier, value)
    met = tuple(
        Met(named, _told_apart(named, screen_one(named.query, corpus, wanted, decisions), dossier))
        for named in everybody.named
    )
    notes: list[Note] = []
    regimes = frozenset(basis.regime for basis in dossier.legal_basis)
    for each in met:
        if each.named.role == "target":
            is_adopted = dossier.act is not None and dossier.act.status == "adopted"
            notes += target.notes(each.named, each.screened, regimes if is_adopted else frozenset())
        elif each.named.role == "associate":
            notes += associates.notes(each.named, each.screened, regimes, corpus)
    return Meeting(met, tuple(notes), everybody.protected)


def _told_apart(named: Named, screened: Screened, dossier: Dossier) -> Screened:
    """Hits of the target that the dossier itself tells apart are settled."""
    if named.role != "target" or not dossier.target.told_apart_from:
        return screened
    others = dossier.target.told_apart_from
    return replace(screened, hits=tuple(_with_difference(hit, others) for hit in screened.hits))


def _with_difference(hit: Hit, others: Sequence[Lookalike]) -> Hit:
    for other in others:
        named = Party((PartyName(other.name),), hit.entry.kind)
        listed = Party(tuple(PartyName(text) for text in hit.entry.names), hit.entry.kind)
        is_named = hit.entry.id in other.difference or hit.entry.key in other.difference
        if is_named or compare(named, listed).score >= max(ALIKE, hit.score):
            return replace(hit, told_apart=other.difference)
    return hit
