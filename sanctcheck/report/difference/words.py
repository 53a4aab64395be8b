"""What the forms of a comparison of versions say in the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.difference.results import TURN
from sanctcheck.report.listed import count, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.difference.compare import Difference
    from sanctcheck.difference.results import Turned, UnderRegime

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared with what: as the user named both, and the day of each."""

    old: str
    new: str
    old_day: date
    new_day: date


def sign(kind: str) -> str:
    """`+`, `-` or `~`."""
    return _SIGNS[kind]


def days(sides: Sides) -> str:
    """The days of both sides."""
    if sides.old_day == sides.new_day:
        return f"both as of {sides.new_day}"
    return f"as of {sides.old_day}, and as of {sides.new_day}"


def law_days(under: UnderRegime) -> str:
    """The days of the law under a regime, or that it was not asked on one side."""
    if under.old_day is None:
        return f"law of {under.new_day}; not assessed under it before"
    if under.new_day is None:
        return f"law of {under.old_day}; not assessed under it any more"
    if under.old_day == under.new_day:
        return f"law of {under.new_day}"
    return f"law of {under.old_day}, then of {under.new_day}"


def outcomes(turned: Turned) -> str:
    """`met → not shown`."""
    both = (turned.before, turned.after)
    return " → ".join("not asked" if each is None else words(each) for each in both)


def title(difference: Difference) -> str:
    """Which dossier it is, and whether a side lacks it or calls it otherwise."""
    old, new = difference.old, difference.new
    if old is None:
        return f"{'' if new is None else new.file} (added)"
    if new is None:
        return f"{old.file} (removed)"
    return new.file


def totals(compared: Iterable[Difference]) -> str:
    """Counts, and no score."""
    every = list(compared)
    kinds = [turned.turn for each in every for turned in each.turned]
    unreadable = sum(each.new is not None and not each.new.is_assessed for each in every)
    parts = [
        count(len(every), "dossier"),
        f"{sum(each.is_empty for each in every)} without a difference",
        *([f"{unreadable:,} cannot be read now"] if unreadable else []),
        *(f"{kinds.count(turn)} {said.lower()}" for turn, said in TURN.items() if turn in kinds),
    ]
    return ", ".join(parts)
