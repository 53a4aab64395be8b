"""A portrait is made: from a checked dossier, for one circle of readers, with what the law and the lists were."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.portrait.evidence import Evidence
from sanctcheck.portrait.identity import identity_of
from sanctcheck.portrait.matches import matches_of
from sanctcheck.portrait.model import ActShown, Ground, LawUsed, MeasureShown, Portrait
from sanctcheck.portrait.process import day_of, deadlines_of, steps_of
from sanctcheck.portrait.scrubbing import scrubbed
from sanctcheck.portrait.visibility import LEVELS, Sight, reader_of, whole_level
from sanctcheck.text import encodable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.dossier.handling import Reader
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.law.load import Law
    from sanctcheck.law.loaded import LoadedRegime
    from sanctcheck.portrait.model import Level, ListUsed
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.validation import Validated


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a dossier was assessed with, the same for all of a run.

    Attributes:
        as_of: the day of the assessment.
        law: the law that was used.
        lists: the snapshots of the published lists, where they were asked.
    """

    as_of: date
    law: Law
    lists: tuple[ListUsed, ...] = ()


def portrait_of(
    validated: Validated,
    shown: frozenset[Level] | Reader,
    circumstances: Circumstances,
    meeting: Meeting | None = None,
) -> Portrait | None:
    """What a dossier looks like to a reader, or to whoever may see some levels; None for a file that is no dossier.

    What is protected is never part of it. `meeting` is what the lists hold near those whom the dossier names.
    """
    dossier = validated.dossier
    if dossier is None:
        return None
    sight = Sight(validated.document.value, reader_of(shown))
    evidence = Evidence(dossier, sight)
    identity = identity_of(dossier.target, sight)
    allegations = tuple(evidence.allegations())
    exhibits = tuple(evidence.exhibits())
    steps = tuple(steps_of(dossier, sight, evidence.label))
    made = Portrait(
        file=encodable(validated.document.name),
        id=dossier.id,
        title=dossier.title if sight.may_see("title") else None,
        prepared_by=dossier.prepared_by if sight.may_see("prepared_by") else None,
        version=__version__,
        as_of=circumstances.as_of,
        handling=whole_level(sight.value),
        reader=sight.reader.name,
        shown=tuple(level for level in LEVELS if level in sight.reader.sees),
        highest=sight.highest,
        withheld=tuple((level, sight.withheld[level]) for level in LEVELS if sight.withheld[level]),
        act=_act(dossier) if sight.may_see("act") else None,
        grounds=tuple(_grounds(dossier, evidence)) if sight.may_see("legal_basis") else (),
        measures=tuple(
            MeasureShown(each.kind, each.regime)
            for index, each in enumerate(dossier.measures)
            if sight.may_see("measures", index)
        ),
        comparators=tuple(
            each.listed
            for index, each in enumerate(dossier.comparators)
            if sight.may_see("comparators", index)
        ),
        identity=identity,
        allegations=allegations,
        exhibits=exhibits,
        matrices=tuple(evidence.matrix(each, circumstances.as_of) for each in validated.under),
        circles=tuple(evidence.circles()),
        independent=evidence.independent,
        steps=steps,
        deadlines=tuple(deadlines_of(validated, circumstances.as_of, sight)),
        laws=tuple(
            _law_used(circumstances.law.regime(each.regime.id), each.law_day) for each in validated.under
        ),
        lists=circumstances.lists,
        matches=matches_of(meeting, sight),
    )
    guard = validated.document.guard
    return made if guard is None else scrubbed(made, guard)


def _act(dossier: Dossier) -> ActShown | None:
    act = dossier.act
    return None if act is None else ActShown(act.kind, act.status, day_of(act.day), day_of(act.effective))


def _grounds(dossier: Dossier, evidence: Evidence) -> Iterator[Ground]:
    for basis in dossier.legal_basis:
        for ground in basis.grounds:
            named = tuple(evidence.allegation_label(each) for each in ground.allegations)
            yield Ground(basis.regime, ground.conduct, ground.link, named)


def _law_used(loaded: LoadedRegime, day: date) -> LawUsed:
    documents = {loaded.document.name: loaded.document}
    documents.update((document.name, document) for document, _ in loaded.origins.values())
    files = tuple((name, hashlib.sha256(each.text.encode()).hexdigest()) for name, each in documents.items())
    regime = loaded.regime
    return LawUsed(regime.id, regime.name, day, files, regime.last_verified)
