"""Which word of one name stands for which of the other, and what is left over on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Collection, Iterator

    from sanctcheck.names.prepare import Token
    from sanctcheck.names.profile import Profile

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


class Match(NamedTuple):
    """One or more words of one name that stand for one or more of the other, by their places."""

    cost: float
    first: tuple[int, ...]
    second: tuple[int, ...]
    how: How
    weight: float = 0.0
    over: float = 0.0
    """What the first says more than the second, below 0 what it says less, where they are alike at most: it is left over."""


class Alignment(NamedTuple):
    """How two names meet."""

    matches: list[Match]
    left: list[int]
    """Places in the first name that nothing stands for in the second."""
    other_left: list[int]


def align(first: Profile, second: Profile, possible: Collection[tuple[int, int]] | None = None) -> Alignment:
    """The best-fitting words first; each word is used once.

    `possible` are the pairs of places whose words can stand for each other, where that is known.
    """
    matches, free, other_free = _equal(first, second)
    if free and other_free:
        for match in sorted(_candidates(first, second, free, other_free, possible)):
            if free.issuperset(match.first) and other_free.issuperset(match.second):
                free.difference_update(match.first)
                other_free.difference_update(match.second)
                matches.append(_weighed(match, first, second))
    return Alignment(matches, sorted(free), sorted(other_free))


def _equal(first: Profile, second: Profile) -> tuple[list[Match], set[int], set[int]]:
    free = set(range(len(first.words)))
    other_free = set(range(len(second.words)))
    matches: list[Match] = []
    for place, word in enumerate(first.words):
        for other in other_free:
            if second.words[other].text == word.text:
                weight = (first.weights[place] + second.weights[other]) / 2
                matches.append(Match(0.0, (place,), (other,), "equal", weight))
                free.discard(place)
                other_free.discard(other)
                break
    return matches, free, other_free


def _weighed(match: Match, first: Profile, second: Profile) -> Match:
    one = sum(first.weights[place] for place in match.first)
    other = sum(second.weights[place] for place in match.second)
    if match.how == "acronym":
        # Of an abbreviation, the words say what it stands for and the letters do not.
        return match._replace(weight=min(one, other))
    if match.cost > FAR:
        return match._replace(weight=min(one, other), over=one - other)
    return match._replace(weight=(one + other) / 2)


def _candidates(
    first: Profile,
    second: Profile,
    free: set[int],
    other_free: set[int],
    possible: Collection[tuple[int, int]] | None,
) -> Iterator[Match]:
    for place in free:
        word = first.words[place]
        for other in other_free:
            if _is_led(first.led[place], second.words[other]) or _is_led(second.led[other], word):
                yield Match(_JOINED, (place,), (other,), "joined")
            if possible is not None and (place, other) not in possible:
                continue
            cost, how = alike(first, place, second, other)
            if cost < APART:
                yield Match(cost, (place,), (other,), how)
    for cost, one, several, how in _one_for_several(first, free, second, other_free):
        yield Match(cost, one, several, how)
    for cost, one, several, how in _one_for_several(second, other_free, first, free):
        yield Match(cost, several, one, how)


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
    if not led or len(word.text) < _LEAST_LED:
        return False
    if led == word.text:
        return True
    is_near = len(led) > _LONG_LED and Levenshtein.distance(led, word.text, score_cutoff=1) <= 1
    return is_near and share_bones(word, joined_bones(led, ()))


def _one_for_several(
    name: Profile, free: set[int], other: Profile, other_free: set[int]
) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...], How]]:
    """A word against neighbours: `Alireza` and `Ali Reza`, `IBS` and `International Business Solutions`."""
    if len(other_free) < 2:
        return
    yield from _acronyms(name, free, other, other_free)
    words = [(place, name.words[place]) for place in free if len(name.words[place].text) >= _LEAST_JOINED]
    if not words:
        return
    for start in other_free:
        for end in (start + 2, start + 3):
            if not other_free.issuperset(range(start, end)):
                break
            several = other.words[start:end]
            if several[-1].kind == "initial":
                continue  # `O Brien` is one name, `Mali K` is none
            joined = "".join([each.text for each in several])
            for place, word in words:
                if -_LONGER < len(word.text) - len(joined) < _LONGER:
                    cost = joined_cost(word, several, joined)
                    if cost < APART:
                        yield _JOINED + cost, (place,), tuple(range(start, end)), "joined"


def _acronyms(
    name: Profile, free: set[int], other: Profile, other_free: set[int]
) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...], How]]:
    several = tuple(sorted(other_free))
    firsts = "".join([other.words[each].text[:1] for each in several])
    for place in free:
        text = name.words[place].text
        if 2 < len(text) <= _LONGEST_ACRONYM and text in other.initials and firsts in text:
            yield ACRONYM / (len(text) - 2), (place,), several, "acronym"
