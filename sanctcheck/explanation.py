"""Finding what the user wants explained: a standard, a regime, a criterion of a regime, or a rule of form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.dossier.rules import RULES, Rule
from sanctcheck.errors import UsageError
from sanctcheck.law.cells import cells, versions
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sanctcheck.law.cells import Cell, Version
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Criterion, Regime, Standard
    from sanctcheck.law.position import CalendarDay, LegalRule


@dataclass(frozen=True, slots=True)
class StandardTopic:
    """A standard, how each regime asks for it, and where each of them stands on it on the day."""

    standard: Standard
    asked_by: tuple[tuple[Regime, Criterion], ...]
    stand: tuple[tuple[Regime, Cell | None], ...]
    day: date


@dataclass(frozen=True, slots=True)
class RegimeTopic:
    """A regime: who may be listed for what, everything that is asked, and where it stands on each standard."""

    regime: Regime
    standards: Mapping[str, Standard]
    stand: Mapping[str, Cell | None]
    day: date


@dataclass(frozen=True, slots=True)
class CriterionTopic:
    """How one regime asks for a standard: one criterion, or several; and where it stood on it since it became law."""

    regime: Regime
    criteria: tuple[Criterion, ...]
    standards: Mapping[str, Standard]
    stand: tuple[tuple[str, tuple[Version, ...]], ...]


@dataclass(frozen=True, slots=True)
class LawTopic:
    """A rule of a regime, in each of its versions; or a day that its law fixes."""

    regime: Regime
    facts: tuple[LegalRule | CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class RuleTopic:
    """A rule of form."""

    rule: str
    text: Rule


Topic = StandardTopic | RegimeTopic | CriterionTopic | LawTopic | RuleTopic


def topic(law: Law, name: str, day: date) -> Topic:
    """What a name means; where regimes stand is said for the day.

    Raises:
        UsageError: it means nothing here.
        LawError: the criteria that it needs cannot be used.
    """
    regime_id, colon, part = name.partition(":")
    if colon:
        return _criterion(law, regime_id, part)
    if name in law.regime_ids:
        regime = law.regime(name).regime
        return RegimeTopic(regime, law.standards, cells(regime, law.standards, day), day)
    standard = _standard(law, name)
    if standard is not None:
        regimes = [law.regime(each).regime for each in law.regime_ids]
        asked = [
            (regime, each) for regime in regimes for each in regime.criteria if each.standard == standard.id
        ]
        stand = [(regime, cells(regime, [standard.id], day)[standard.id]) for regime in regimes]
        return StandardTopic(standard, tuple(asked), tuple(stand), day)
    if name in RULES:
        return RuleTopic(name, RULES[name])
    criteria = [f"{each}:{name}" for each in law.regime_ids if _has(law.regime(each).regime, name)]
    if criteria:
        raise UsageError(f"{quoted(name)} is a criterion of a regime: explain {listed(criteria)}.")
    hint = did_you_mean(name, [*law.standards, *law.regime_ids, *RULES])
    raise UsageError(
        f"Nothing is called {quoted(name)}.{hint} Name a standard, a regime, REGIME:STANDARD, REGIME:CRITERION or a "
        "rule of form; `sanctcheck explain` without a name lists them."
    )


def _has(regime: Regime, criterion_id: str) -> bool:
    return any(each.id == criterion_id for each in regime.criteria)


def _standard(law: Law, name: str) -> Standard | None:
    found = law.standards.get(name)
    return found or next((each for each in law.standards.values() if name in each.aliases), None)


def _criterion(law: Law, regime_id: str, part: str) -> CriterionTopic | LawTopic:
    regime = law.regime(regime_id).regime
    by_id = tuple(each for each in regime.criteria if each.id == part)
    standard = _standard(law, part)
    chosen = by_id or tuple(
        each for each in regime.criteria if standard is not None and each.standard == standard.id
    )
    ids = [standard.id] if standard else list(dict.fromkeys(each.standard for each in chosen))
    if ids:
        stand = tuple((name, tuple(versions(regime, name))) for name in ids)
        return CriterionTopic(regime, chosen, law.standards, stand)
    law_parts: tuple[LegalRule | CalendarDay, ...] = (*regime.rules, *regime.calendar)
    facts = tuple(each for each in law_parts if each.id == part)
    if facts:
        return LawTopic(regime, facts)
    if part in _parts_of_grounds(regime):
        raise UsageError(f"{quoted(part)} is part of the grounds of {regime_id}: explain {regime_id}")
    known = [*(each.id for each in regime.criteria), *(each.id for each in law_parts), *law.standards]
    hint = did_you_mean(part, known)
    raise UsageError(f"{regime_id} has no criterion, rule or standard called {quoted(part)}.{hint}")


def _parts_of_grounds(regime: Regime) -> set[str]:
    """The ids of a regime's conduct and links, and of their elements."""
    found = [name for limb in regime.conduct for name in (limb.id, *(each.id for each in limb.elements))]
    found += [name for link in regime.links for name in (link.id, *(each.id for each in link.elements))]
    return set(found)
