"""What changed between two records under one regime: criterion by criterion, gap by gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sanctcheck.terms import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sanctcheck.record import CriterionRecord, FileRecord, Finding, RegimeRecord
    from sanctcheck.terms import Outcome

Turn = Literal["lost", "new", "more", "fewer", "mended", "other"]
TURN = {
    "lost": "No longer met",
    "new": "Lacking now, and not before",
    "more": "Lacking in more places, or in another way",
    "fewer": "Lacking in fewer places",
    "mended": "Mended",
    "other": "Changed otherwise",
}
"""How a criterion turned, the gravest first."""


@dataclass(frozen=True, slots=True)
class Turned:
    """One criterion with another outcome, or other gaps, than before.

    Attributes:
        before, after: the outcome; None where the criterion was not asked, because the law or the regime was another.
        gaps: what is lacking now and was not before.
    """

    turn: Turn
    regime: str
    criterion: CriterionRecord
    before: Outcome | None
    after: Outcome | None
    gaps: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderRegime:
    """A dossier under one regime, before and after; a day is None where it was not assessed under it."""

    regime: str
    name: str
    old_day: date | None
    new_day: date | None
    turned: tuple[Turned, ...]


def under_regimes(old: FileRecord, new: FileRecord) -> Iterator[UnderRegime]:
    """Each regime under which one of two versions was assessed, with what turned."""
    before = {each.id: each for each in old.under}
    after = {each.id: each for each in new.under}
    for regime in dict.fromkeys([*after, *before]):
        one, other = before.get(regime), after.get(regime)
        some = other or one
        if some is None:
            continue
        turned = sorted(_turned(regime, old, new, one, other), key=lambda each: list(TURN).index(each.turn))
        old_day, new_day = (each.law_day if each else None for each in (one, other))
        yield UnderRegime(regime, some.name, old_day, new_day, tuple(turned))


def _turned(
    regime: str, old: FileRecord, new: FileRecord, one: RegimeRecord | None, other: RegimeRecord | None
) -> Iterator[Turned]:
    before = {each.id: each for each in (one.criteria if one else ())}
    after = {each.id: each for each in (other.criteria if other else ())}
    old_gaps, new_gaps = _gaps(old, regime), _gaps(new, regime)
    for name in dict.fromkeys([*after, *before]):
        was, is_ = before.get(name), after.get(name)
        some = is_ or was
        added = _added(old_gaps.get(name, ()), new_gaps.get(name, ()))
        taken = _added(new_gaps.get(name, ()), old_gaps.get(name, ()))
        earlier, later = (None if each is None else each.outcome for each in (was, is_))
        turn = _turn(earlier, later, added=bool(added), taken=bool(taken))
        if turn is not None and some is not None:
            yield Turned(turn, regime, some, earlier, later, tuple(added))


def _gaps(record: FileRecord, regime: str) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in record.results(regime):
        if finding.outcome in GAPS:
            by_rule.setdefault(finding.rule, []).append(finding)
    return by_rule


def _added(old: Sequence[Finding], new: Sequence[Finding]) -> list[Finding]:
    """The gaps that only the later version has, known by their fingerprints, which outlive moved lines."""
    left = Counter((each.fingerprint, each.outcome) for each in old)
    added = []
    for finding in new:
        mark = (finding.fingerprint, finding.outcome)
        if left[mark]:
            left[mark] -= 1
        else:
            added.append(finding)
    return added


def _turn(before: Outcome | None, after: Outcome | None, *, added: bool, taken: bool) -> Turn | None:
    if after in GAPS:
        if before == "met":
            return "lost"
        if before not in GAPS:
            return "new"
        if added:
            return "more"
        return "fewer" if taken else None
    if before in GAPS:
        return "mended" if after == "met" else "other"
    # What is asked on one side only, and is not lacking there, turned with the law and not with the dossier.
    return None if before == after or before is None or after is None else "other"
