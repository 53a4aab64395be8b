"""What ties two listings: their publishers' own word, a number, or a name with what else is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from sanctcheck.names.evidence import facts
from sanctcheck.names.score import comparand, compare_prepared, likely_kind

if TYPE_CHECKING:
    from sanctcheck.names.party import Party
    from sanctcheck.names.score import Comparison
    from sanctcheck.names.weights import Weighing

How = Literal["judged", "reference", "identifier", "name-and-birth", "name"]
HOW: dict[How, str] = {
    "judged": "a person judged them to be the same",
    "reference": "a publisher refers to the other entry, or both refer to the same third one",
    "identifier": "both state the same number, and the names agree",
    "name-and-birth": "the names agree, and so does the birth date",
    "name": "the names agree, and nothing else is known that tells them apart",
}
"""Why two listings are taken for one target, the surest first."""

LEAST = 0.5
"""The score from which on two listings are looked at; below it they are other people."""
DOUBTFUL = 0.7
"""From this score on a person should look at a tie that is not made."""
WITH_NUMBER = 0.5
NAMED_ALIKE = 0.15
"""The least score without any number: passports are misprinted and shared, and a number alone joins nobody but a ship."""
WITH_BIRTH = 0.9
BY_NAME = 0.96
BY_NAME_OF_ENTITY = 0.97
"""The least score for a join on a number, on a name with a birth date, and on a name alone.

Companies of one group, and units of one force, have names that are nearly the same.
"""

_BIRTH_AGREES = frozenset({"birth.day", "birth.swapped", "birth.month"})
_CONTRADICTS = {
    "birth.other-day": "the birth dates differ",
    "birth.apart": "the birth dates differ",
    "birth.far": "the birth dates differ",
    "identifier.unique-differs": "a number that each has only one of differs",
    "kind.different": "they are not of one kind",
    "gender.different": "the genders differ",
}


_UNLIKE = "the number is the same, and the names are not alike"


@dataclass(frozen=True, slots=True)
class Link:
    """Two listings that may be of one target, by their keys in the index, the smaller one first.

    Attributes:
        how: what would join them; None where it is not enough, so that a person has to look.
        against: what speaks against it; empty where nothing does.
        is_stated: whether a publisher refers to the other, or both have one number: a person should look at it whatever
            the score is.
    """

    first: str
    second: str
    how: How | None
    score: float
    against: str = ""
    is_stated: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Both keys."""
        return self.first, self.second

    @property
    def order(self) -> tuple[int, float, str, str]:
        """The surest first."""
        rank = len(HOW) if self.how is None else tuple(HOW).index(self.how)
        return rank, -self.score, self.first, self.second


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two parties beside their names.

    Attributes:
        has_number: whether both state the same number; `same_number` where their names agree too.
    """

    is_person: bool
    has_number: bool
    same_number: bool
    same_birth: bool
    against: str


def known_of(one: Party, other: Party, weights: Weighing) -> Known:
    """What speaks for one party and against it."""
    named = [fact.name for fact in facts(one, other)]
    return Known(
        "entity" not in {one.kind, other.kind},
        "identifier.same" in named,
        "identifier.same" in named and _are_named_alike(one, other, weights),
        not _BIRTH_AGREES.isdisjoint(named),
        next((says for name, says in _CONTRADICTS.items() if name in named), ""),
    )


def link(pair: tuple[str, str], score: float, known: Known, *, referred: bool = False) -> Link:
    """Two listings with what ties them."""
    first, second = sorted(pair)
    # An equal number lifts the score of any two names: where the names themselves do not agree, it says nothing of them.
    unlike = _UNLIKE if known.has_number and not known.same_number and not referred else ""
    against = known.against or unlike
    how = None if against else _how(score, known, referred)
    return Link(first, second, how, score, against, referred or known.has_number)


def _how(score: float, known: Known, referred: bool) -> How | None:  # noqa: FBT001 - passed on
    if referred:
        return "reference"
    if known.same_number and score >= WITH_NUMBER:
        return "identifier"
    if known.same_birth and score >= WITH_BIRTH:
        return "name-and-birth"
    return "name" if score >= (BY_NAME if known.is_person else BY_NAME_OF_ENTITY) else None


def _are_named_alike(one: Party, other: Party, weights: Weighing) -> bool:
    if not {one.kind, other.kind}.isdisjoint({"vessel", "aircraft"}):
        return True
    kind = likely_kind(one, other)
    without = (comparand(replace(each, identifiers=()), weights, kind) for each in (one, other))
    return compare_prepared(*without).score >= NAMED_ALIKE


@dataclass(slots=True)
class Comparisons:
    """Two parties compared in full, each pair once."""

    weights: Weighing
    kept: dict[tuple[str, str], Comparison] = field(default_factory=dict)

    def of(self, pair: tuple[str, str], one: Party, other: Party) -> Comparison:
        """The score of two listings, with its parts."""
        if pair not in self.kept:
            kind = likely_kind(one, other)
            prepared = (comparand(each, self.weights, kind) for each in (one, other))
            self.kept[pair] = compare_prepared(*prepared)
        return self.kept[pair]
