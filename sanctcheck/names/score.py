"""Whether two parties are the same: a score, and the parts that it is made of."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.evidence import facts
from sanctcheck.names.looks import is_like_an_organisation
from sanctcheck.names.model import model
from sanctcheck.names.naming import compared
from sanctcheck.names.profile import profile
from sanctcheck.names.weights import packaged_weights
from sanctcheck.names.wording import Part, fact_parts, name_parts, sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sanctcheck.names.model import NameModel
    from sanctcheck.names.party import Party
    from sanctcheck.names.profile import Profile
    from sanctcheck.names.weights import Weighing

MATCH = 0.5
"""From this score on, two parties are more likely the same than not."""


CERTAIN = 8.0
"""The log-odds from which on equal names are wholly sure."""
MOST_TELLING = 4.0
"""What equal names gain at most by how much they say."""
_TELLS, _LONG, _NEARING = 1.5, 8, 1.5


class Comparison(NamedTuple):
    """What comparing two parties showed."""

    score: float
    """From 0 to 1: about this share of pairs with such a score are the same party; 1 only for names that are equal."""
    parts: tuple[Part, ...]
    name_first: str
    """The two names that were compared: of all of both parties, those that speak most for one."""
    name_second: str
    weak: bool
    """Whether one of them is graded as a weak alias."""

    @property
    def sentence(self) -> str:
        """The parts in words."""
        return sentence(self.parts)


class Comparand(NamedTuple):
    """A party with its names prepared; make one once, compare it often."""

    party: Party
    kind: str
    names: tuple[Profile, ...]
    weak: tuple[bool, ...]
    keys: frozenset[str]


def comparand(party: Party, weights: Weighing | None = None, kind: str = "") -> Comparand:
    """Prepares a party; `kind` is that of the other where its own is not known."""
    weights = weights or packaged_weights()
    kind = party.kind if party.kind not in {"", "other"} else kind
    names = tuple(profile(name.text, kind, weights) for name in party.names)
    return Comparand(
        party, kind, names, tuple(name.weak for name in party.names), frozenset(n.key for n in names)
    )


class Best(NamedTuple):
    """The two names that speak most for one party."""

    logit: float
    equal: bool
    first: int
    second: int
    weak: bool


def _kind(first: Comparand, second: Comparand) -> str:
    """As which kind their names are weighed; where their kinds differ, the same in either order."""
    return max(first.kind, second.kind)


def best_names(first: Comparand, second: Comparand) -> Best | None:
    """The best pair of names; None where one of the parties has none that says anything."""
    weighing = model()
    names = weighing.of_kind(_kind(first, second))
    best: Best | None = None
    for place, one in enumerate(first.names):
        for other_place, other in enumerate(second.names):
            if (not one.words and not one.numbers) or (not other.words and not other.numbers):
                continue
            logit, equal = names_compared(one, other, names)
            weak = first.weak[place] or second.weak[other_place]
            logit += weighing.weak if weak else 0.0
            if best is None or (logit, equal, not weak) > (best.logit, best.equal, not best.weak):
                best = Best(logit, equal, place, other_place, weak)
    return best


def names_compared(
    one: Profile, other: Profile, takes: NameModel, possible: Collection[tuple[int, int]] | None = None
) -> tuple[float, bool]:
    """The log-odds of two names, and whether they are so plainly the same that nothing is left to ask.

    That they are where all their words are the same, in the same order but for the family name, and say enough: many
    are called Mohammad Ali.

    Args:
        one: a name.
        other: another one.
        takes: the model for their kind.
        possible: the pairs of words that can stand for each other, where that is known; without it, all are looked at.
    """
    numbers = min(len(one.numbers), len(other.numbers))
    says = min(sum(one.weights), sum(other.weights)) + numbers
    is_ordered = one.ordered == other.ordered
    if is_ordered and says >= takes.enough:
        return takes.equal + min(min(_telling(one), _telling(other)) + numbers, MOST_TELLING), True
    logit = compared(one, other, takes, possible)
    if one.key == other.key and one.numbers == other.numbers:
        logit = max(logit, takes.same_key * min(1.0, says))
    if is_ordered:
        logit += takes.in_order * min(1.0, says)
    return _below_equal(logit, takes), False


def _below_equal(logit: float, takes: NameModel) -> float:
    """What names reach that are not the same: the nearer to what equal ones do, the less is added, and never all of it."""
    over = logit - takes.equal + _NEARING
    return logit if over <= 0 else takes.equal - _NEARING * exp(-over / _NEARING)


def _telling(name: Profile) -> float:
    """How surely equal names are one party's: three long and rare words are, three syllables that many bear are not."""
    letters = (min(len(word.text), _LONG) / _LONG for word in name.words)
    return _TELLS * sum(weight * share for weight, share in zip(name.weights, letters, strict=True))


def compare(first: Party, second: Party, weights: Weighing | None = None) -> Comparison:
    """Compares two parties; the score is the same in either order."""
    kind = likely_kind(first, second)
    return compare_prepared(comparand(first, weights, kind), comparand(second, weights, kind))


def likely_kind(first: Party, second: Party) -> str:
    """The kind as which names are read whose own is not stated: that of the other, else what their words look like."""
    stated = sorted({party.kind for party in (first, second)} - {"", "other"})
    if stated:
        return stated[-1]
    return "entity" if is_like_an_organisation(first) or is_like_an_organisation(second) else "person"


def compare_prepared(first: Comparand, second: Comparand) -> Comparison:
    """As `compare`, for parties that are prepared."""
    best = best_names(first, second)
    if best is None:
        return Comparison(0.0, (), first.party.name, second.party.name, weak=False)
    weighing = model()
    found = [(fact, weighing.evidence[fact.name]) for fact in facts(first.party, second.party)]
    one, other = first.names[best.first], second.names[best.second]
    named = best.logit - (weighing.weak if best.weak else 0.0)
    parts = name_parts(one, other, weighing.of_kind(_kind(first, second)), named)
    if best.weak:
        parts.append(Part("weak", "", "", weighing.weak, "one of the names is a weak alias"))
    parts += fact_parts(found)
    score = total(best.logit, [effect for _, effect in found], equal=best.equal and not best.weak)
    return Comparison(score, tuple(parts), one.text, other.text, best.weak)


def score(first: Comparand, second: Comparand) -> float:
    """The score alone."""
    best = best_names(first, second)
    if best is None:
        return 0.0
    evidence = model().evidence
    effects = [evidence[fact.name] for fact in facts(first.party, second.party)]
    return total(best.logit, effects, equal=best.equal and not best.weak)


def total(logit: float, effects: Sequence[float], *, equal: bool) -> float:
    """The score of two parties: from the log-odds of their names, whether those are equal, and all else that is known."""
    reached = logit + sum(effects)
    if equal and reached >= CERTAIN and all(effect >= 0 for effect in effects):
        return 1.0
    return model().probability(reached)
