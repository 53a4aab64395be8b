# cython: language_level=3, annotation_typing=False
"""How much two names speak for one party, in log-odds, and which of their words it comes from."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

import msgspec

from sanctcheck.names.align import Alignment, align, alike
from sanctcheck.names.likeness import FAR
from sanctcheck.names.profile import is_place, places
from sanctcheck.names.tables import groups

if TYPE_CHECKING:
    from collections.abc import Collection

    from sanctcheck.names.align import Match
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile

_NOTHING = 0.05
_LOOSE = frozenset({"spelling", "letters", "slip"})
_MAN_END = re.compile(r"(?<=[sck]k)(?:i|y|iy|ii|yi|yy|ij)$")
_WOMAN_END = re.compile(r"(?:(?<=[sck]k)(?:a|aya|aia|aja)|(?<=[oe][vw])a|(?<=[iy]n)a)$")
_SON_OF = frozenset(("bin", "ibn", "ben", "bn", "bint", "bent", "ould", "wald"))
MOST_ALIKE = 2.5
"""More words alike than these add nothing: long names are no surer than their contradictions allow."""


class Features(msgspec.Struct, frozen=True, gc=False):
    """What the model weighs of two names."""

    alike: float
    differs: float
    missing: float
    number_differs: bool = False
    number_missing: bool = False
    form_differs: bool = False
    first_differs: bool = False
    """Each has a first word that the other lacks: another given name."""
    first_missing: bool = False
    """The longer name is the shorter one with a word before it: as a son bears his own name before his father's."""
    order_differs: bool = False
    """The same words in an order that neither `Family Given` nor `Given Family` explains."""
    trade_differs: bool = False
    """Each has a word for what it deals in that the other lacks, or another place: `Oil` and `Gas`."""
    place_missing: bool = False
    """All that one has more is a place, as a branch has: `Zenit Bank Belarus`."""
    lone: bool = False
    """One of the names is a single word, as many a byname is."""
    lone_differs: float = 0.0
    """What contradicts in such names, other than that one abbreviates the other."""
    is_son: bool = False
    """One of them says that it is a child of whom the other names: `Karim bin Omar` and `Omar bin Saleh`."""
    gender_differs: bool = False
    """The family name is a woman's in one and a man's in the other, and the given names are not the same."""

    is_far: bool = False
    """No word of one is near to a word of the other: they are alike at most."""

    @property
    def is_unrelated(self) -> bool:
        """Whether the names have nothing in common."""
        return self.alike <= _NOTHING * (self.alike + self.differs + self.missing)

    def logit(self, model: NameModel) -> float:
        """Their sum."""
        if self.is_unrelated:
            return model.unrelated
        return _summed(self, model) + self.of_place(model)

    def of_place(self, model: NameModel) -> float:
        """What it adds that all that one name has more is a place: below 0, for half of those are branches."""
        if not self.place_missing:
            return 0.0
        return min(-model.place_missing, model.place_most - _summed(self, model))


def _summed(seen: Features, model: NameModel) -> float:
    """All but what a place adds."""
    alike, differs, missing = seen.alike, seen.differs, seen.missing
    whole = (alike + differs + missing) or 1.0
    found = (
        model.start
        + model.alike * min(alike, MOST_ALIKE)
        - model.differs_share * differs / whole
        - model.differs_root * sqrt(min(differs, 2.0))
        - model.missing_share * missing / whole
    )
    return (
        found
        - model.number_differs * seen.number_differs
        - model.number_missing * seen.number_missing
        - model.form_differs * seen.form_differs
        - model.first_differs * seen.first_differs
        - model.first_missing * seen.first_missing
        - model.order_differs * seen.order_differs
        - model.trade_differs * seen.trade_differs
        - model.lone * seen.lone
        - model.lone_differs * min(seen.lone_differs, 1.0)
        - model.is_son * seen.is_son
        - model.gender_differs * seen.gender_differs
        - model.far * seen.is_far
    )


def features(first: Profile, second: Profile, alignment: Alignment) -> Features:
    """What is seen in an alignment."""
    common = differs = more = other_more = short = 0.0
    nearest = 1.0
    loose = 0
    for match in alignment.matches:
        cost, weight, over = match.cost, match.weight, match.over
        differs += weight * cost
        common += weight * (1 - cost)
        if over > 0:
            more += over
        else:
            other_more -= over
        if match.how == "acronym":
            short += weight * cost
        elif match.how in _LOOSE:
            loose += 1
        nearest = min(nearest, cost)
    left, other_left = alignment.left, alignment.other_left
    contradiction = missing = 0.0
    if (left or more) and (other_left or other_more):
        contradiction = min(_sum(first.stakes, left) + more, _sum(second.stakes, other_left) + other_more)
        missing = abs(_sum(first.weights, left) + more - _sum(second.weights, other_left) - other_more)
    elif left or other_left or more or other_more:
        missing = _sum(first.absent, left) + _sum(second.absent, other_left) + more + other_more
        if _has_initial(first, second, alignment.matches):
            # Who writes initials writes all of them: George W. is not George H. W.
            contradiction = _of_initials(first, left) + _of_initials(second, other_left)
    is_lone = min(len(first.words), len(second.words)) == 1
    numbers_differ = not (first.numbers <= second.numbers or second.numbers <= first.numbers)
    first_differs, first_missing, order_differs = _order(first, second, alignment)
    return Features(
        common,
        differs + contradiction,
        missing,
        numbers_differ,
        first.numbers != second.numbers and not numbers_differ,
        _forms_differ(first, second),
        first_differs,
        first_missing,
        order_differs,
        _trades_differ(first, left, second, other_left),
        _is_place(first, left) if not other_left else not left and _is_place(second, other_left),
        is_lone,
        differs + contradiction - short if is_lone else 0.0,
        _is_son(first, second, alignment),
        loose > 0 and _genders_differ(first, second, alignment, loose),
        nearest > FAR,
    )


def _trades_differ(first: Profile, left: list[int], second: Profile, other_left: list[int]) -> bool:
    """Whether both have something left that says what they deal in, or where they are, and nothing of it the same."""
    if not left or not other_left:
        return False
    return _are_apart(_trades(first, left), _trades(second, other_left)) or _are_apart(
        _places(first, left), _places(second, other_left)
    )


def _is_place(name: Profile, left: list[int]) -> bool:
    """Whether the one word that is left over is a place."""
    return len(left) == 1 and is_place(name.words[left[0]])


def _are_apart(some: set[str], others: set[str]) -> bool:
    return bool(some) and bool(others) and some.isdisjoint(others)


def _trades(name: Profile, left: list[int]) -> set[str]:
    found: set[str] = set()
    for place in left:
        word = name.words[place]
        if word.kind == "generic":
            found.update(groups("trades").get(word.canonical.replace(" ", "_"), ()))
    return found


def _places(name: Profile, left: list[int]) -> set[str]:
    found: set[str] = set()
    for place in left:
        of_word = name.words[place].groups
        if of_word:
            found |= places().intersection(of_word)
    return found


def _is_son(first: Profile, second: Profile, alignment: Alignment) -> bool:
    """Whether the first word of one follows `bin` in the other, behind a name that the first has not."""
    for match in alignment.matches:
        place, other = match.first[0], match.second[0]
        if other == 0 and place and place - 1 in alignment.left and _is_led_as_son(first, place):
            return True
        if place == 0 and other and other - 1 in alignment.other_left and _is_led_as_son(second, other):
            return True
    return False


def _is_led_as_son(name: Profile, place: int) -> bool:
    return name.led[place].removesuffix(name.words[place].text) in _SON_OF


def _genders_differ(first: Profile, second: Profile, alignment: Alignment, loose: int) -> bool:
    """Petr Novakov is not Petra Novakova; Maria Kowalski can be Maria Kowalska."""
    if loose + min(len(alignment.left), len(alignment.other_left)) < 2:
        return False
    for match in alignment.matches:
        if match.how in _LOOSE and _is_gendered(
            first.words[match.first[0]].text, second.words[match.second[0]].text
        ):
            return True
    return False


def _is_gendered(one: str, other: str) -> bool:
    """Whether two words are the man's and the woman's form of a family name."""
    man, woman = (other, one) if one.endswith("a") else (one, other)
    if man.endswith("a") or not woman.endswith("a"):
        return False
    bare = _WOMAN_END.sub("", woman)
    return bare != woman and bare == _MAN_END.sub("", man)


def _sum(weights: tuple[float, ...], places: list[int]) -> float:
    found = 0.0
    for place in places:
        found += weights[place]
    return found


def _has_initial(first: Profile, second: Profile, matches: list[Match]) -> bool:
    """Whether both names have an initial, and the same."""
    for match in matches:
        if (
            match.how == "equal"
            and first.words[match.first[0]].kind == second.words[match.second[0]].kind == "initial"
        ):
            return True
    return False


def _of_initials(name: Profile, left: list[int]) -> float:
    found = 0.0
    for place in left:
        if name.words[place].kind == "initial":
            found += name.stakes[place]
    return found


def _order(first: Profile, second: Profile, alignment: Alignment) -> tuple[bool, bool, bool]:
    """What the places of the words say, of names in reading order."""
    left, other_left = alignment.left, alignment.other_left
    if left and other_left:
        return left[0] == 0 and other_left[0] == 0, False, False
    pairs = [(match.first[0], match.second[0]) for match in alignment.matches]
    pairs.sort()
    places = [other for _, other in pairs]
    falls = 0
    for at in range(1, len(places)):
        falls += places[at - 1] > places[at]
    lead = (left or other_left or [1])[0] == 0
    if len(places) < 3 or _is_rotation(places, falls):
        return False, lead and falls == 0, False
    return False, False, not _can_be_turned(first, second, [place for place, _ in pairs], sorted(places))


def _can_be_turned(first: Profile, second: Profile, places: list[int], others: list[int]) -> bool:
    """Whether the words of two names can also stand for each other in an order that custom explains.

    A word that a name has twice, or two that are much alike, stand for either of two.
    """
    number = len(others)
    for turn in range(number):
        for at in range(number):
            if alike(first, places[at], second, others[(at + turn) % number]).cost >= FAR:
                break
        else:
            return True
    return False


def _is_rotation(places: list[int], falls: int) -> bool:
    return falls == 0 or (falls == 1 and places[-1] < places[0])


def _forms_differ(first: Profile, second: Profile) -> bool:
    if not first.forms or not second.forms:
        return False
    for one in first.forms:
        for other in second.forms:
            if one.canonical == other.canonical or (one.family and one.family == other.family):
                return False
    return True


def compared(
    first: Profile, second: Profile, model: NameModel, possible: Collection[tuple[int, int]] | None = None
) -> float:
    """The log-odds of two names, as far as their words say; the same in either order.

    `possible` are the pairs of words that can stand for each other, where that is known.
    """
    if _place_of(second) < _place_of(first):
        first, second = second, first
        possible = None if possible is None else {(other, place) for place, other in possible}
    seen = features(first, second, align(first, second, possible))
    logit = seen.logit(model)
    # A name that has a little in common says no more against than one that has nothing; but another number does.
    return logit if seen.number_differs else max(logit, model.unrelated)


def _place_of(name: Profile) -> tuple[str, str, int]:
    """Which name comes first; one and the same text can be read as the name of a person and of an organisation."""
    return name.key, name.text, len(name.words)
