# cython: language_level=3, annotation_typing=False
"""Which word of one name stands for which of the other, and what is left over on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rapidfuzz.distance import Levenshtein

from sanctcheck.names.likeness import (
    FAR,
    How,
    Likeness,
    joined_bones,
    joined_cost,
    likeness,
    share_bones,
    slip_cost,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sanctcheck.names.prepare import Token
    from sanctcheck.names.profile import Profile

    Places = tuple[int, ...]
    Pair = tuple[float, Places, Places, How]

APART = 0.62
"""Words that are farther apart do not stand for each other."""
_JOINED = 0.03
_LOOSE = frozenset({"spelling", "letters"})
ACRONYM = 0.2
"""Of three letters; the more there are, the less is it chance that they are those of the words."""
_LONGEST_ACRONYM = 8
_LEAST_LED, _LONG_LED = 5, 6
_LEAST_JOINED, _LONGER = 4, 4
"""Letters of a word that can be several, and of what it may be longer or shorter than they are, to be looked at."""


class Match(msgspec.Struct, frozen=True, gc=False):
    """One or more words of one name that stand for one or more of the other, by their places."""

    cost: float
    first: Places
    second: Places
    how: How
    weight: float
    over: float = 0.0
    """What the first says more than the second, below 0 what it says less, where they are alike at most: it is left over."""


class Alignment(msgspec.Struct, frozen=True, gc=False):
    """How two names meet."""

    matches: list[Match]
    left: list[int]
    """Places in the first name that nothing stands for in the second."""
    other_left: list[int]


def align(first: Profile, second: Profile, possible: Collection[tuple[int, int]] | None = None) -> Alignment:
    """The best-fitting words first; each word is used once.

    `possible` are the pairs of places whose words can stand for each other, where that is known.
    """
    matches: list[Match] = []
    free: list[int] = []
    texts = [word.text for word in second.words]
    other_free = list(range(len(texts)))
    for place, word in enumerate(first.words):
        text = word.text
        for other in other_free:
            if texts[other] == text:
                weight = (first.weights[place] + second.weights[other]) / 2
                matches.append(Match(0.0, (place,), (other,), "equal", weight))
                other_free.remove(other)
                break
        else:
            free.append(place)
    if free and other_free:
        pairs = _pairs(first, second, free, other_free, possible)
        pairs.sort()
        for cost, ones, others, how in pairs:
            if _are_in(ones, free) and _are_in(others, other_free):
                free = _without(free, ones)
                other_free = _without(other_free, others)
                matches.append(_weighed(first, second, cost, ones, others, how))
    return Alignment(matches, free, other_free)


def _are_in(places: Places, free: list[int]) -> bool:
    for place in places:  # noqa: SIM110 - a loop is compiled, a generator is not
        if place not in free:
            return False
    return True


def _without(free: list[int], places: Places) -> list[int]:
    return [place for place in free if place not in places]


def _weighed(first: Profile, second: Profile, cost: float, ones: Places, others: Places, how: How) -> Match:
    one, other = _sum(first.weights, ones), _sum(second.weights, others)
    if how == "acronym":
        # Of an abbreviation, the words say what it stands for and the letters do not.
        return Match(cost, ones, others, how, min(one, other))
    if cost > FAR:
        return Match(cost, ones, others, how, min(one, other), one - other)
    return Match(cost, ones, others, how, (one + other) / 2)


def _sum(weights: Sequence[float], places: Places) -> float:
    found = 0.0
    for place in places:
        found += weights[place]
    return found


def _pairs(
    first: Profile,
    second: Profile,
    free: list[int],
    other_free: list[int],
    possible: Collection[tuple[int, int]] | None,
) -> list[Pair]:
    """The words that can stand for each other, each pair with its cost."""
    found: list[Pair] = []
    words, others, led, other_led = first.words, second.words, first.led, second.led
    for place in free:
        for other in other_free:
            if (led[place] and _is_led(led[place], others[other])) or (
                other_led[other] and _is_led(other_led[other], words[place])
            ):
                found.append((_JOINED, (place,), (other,), "joined"))
            if possible is None or (place, other) in possible:
                cost, how = alike(first, place, second, other)
                if cost < APART:
                    found.append((cost, (place,), (other,), how))
    if len(other_free) > 1:
        for cost, place, several, how in _one_for_several(first, free, second, other_free):
            found.append((cost, (place,), several, how))
    if len(free) > 1:
        for cost, place, several, how in _one_for_several(second, other_free, first, free):
            found.append((cost, several, (place,), how))
    return found


def alike(first: Profile, place: int, second: Profile, other: int) -> Likeness:
    """How far two words are apart, one of which may be a slip of the pen for the other."""
    found = likeness(first.words[place], second.words[other])
    if found.how in _LOOSE and (place in first.strange) != (other in second.strange):
        slip = slip_cost(first.words[place], second.words[other])
        if slip < found.cost:
            return Likeness(slip, "slip")
    return found


def _is_led(led: str, word: Token) -> bool:
    """Whether a word is another with its particle written as one, but for a vowel: `Vanderberg` and `van der Berg`."""
    if len(word.text) < _LEAST_LED:
        return False
    if led == word.text:
        return True
    is_near = len(led) > _LONG_LED and Levenshtein.distance(led, word.text, score_cutoff=1) <= 1
    return is_near and share_bones(word, joined_bones(led, ()))


def _one_for_several(
    name: Profile, free: list[int], other: Profile, other_free: list[int]
) -> list[tuple[float, int, Places, How]]:
    """A word against neighbours: `Alireza` and `Ali Reza`, `IBS` and `International Business Solutions`."""
    found = _acronyms(name, free, other, other_free)
    words, others = name.words, other.words
    for start in other_free:
        for end in (start + 2, start + 3):
            if end - 1 not in other_free or start + 1 not in other_free:
                break
            several = others[start:end]
            if several[-1].kind == "initial":
                continue  # `O Brien` is one name, `Mali K` is none
            joined = "".join([each.text for each in several])
            for place in free:
                word = words[place]
                letters = len(word.text)
                if letters >= _LEAST_JOINED and -_LONGER < letters - len(joined) < _LONGER:
                    cost = joined_cost(word, several, joined)
                    if cost < APART:
                        found.append((_JOINED + cost, place, tuple(range(start, end)), "joined"))
    return found


def _acronyms(
    name: Profile, free: list[int], other: Profile, other_free: list[int]
) -> list[tuple[float, int, Places, How]]:
    found: list[tuple[float, int, Places, How]] = []
    firsts = ""
    for place in free:
        text = name.words[place].text
        if 2 < len(text) <= _LONGEST_ACRONYM and text in other.initials:
            firsts = firsts or "".join([other.words[each].text[:1] for each in other_free])
            if firsts in text:
                found.append((ACRONYM / (len(text) - 2), place, tuple(other_free), "acronym"))
    return found
