"""Which word of one name stands for which of the other, and what is left over on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from sanctcheck.names.likeness import How, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.prepare import Token
    from sanctcheck.names.profile import Profile

APART = 0.62
"""Words that are farther apart do not stand for each other."""
_JOINED = 0.03


class Match(NamedTuple):
    """One or more words of one name that stand for one or more of the other, by their places."""

    cost: float
    first: tuple[int, ...]
    second: tuple[int, ...]
    how: How
    weight: float = 0.0


class Alignment(NamedTuple):
    """How two names meet."""

    matches: list[Match]
    left: list[int]
    """Places in the first name that nothing stands for in the second."""
    other_left: list[int]


def align(first: Profile, second: Profile) -> Alignment:
    """The best-fitting words first; each word is used once."""
    matches, free, other_free = _equal(first, second)
    if free and other_free:
        candidates = sorted(_candidates(first, second, free, other_free))
        for match in candidates:
            if free.issuperset(match.first) and other_free.issuperset(match.second):
                free.difference_update(match.first)
                other_free.difference_update(match.second)
                matches.append(match._replace(weight=_weight(match, first, second)))
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


def _weight(match: Match, first: Profile, second: Profile) -> float:
    one = sum(first.weights[place] for place in match.first)
    other = sum(second.weights[place] for place in match.second)
    return (one + other) / 2


def _candidates(first: Profile, second: Profile, free: set[int], other_free: set[int]) -> Iterator[Match]:
    for place in free:
        word = first.words[place]
        for other in other_free:
            cost, how = likeness(word, second.words[other])
            if cost < APART:
                yield Match(cost, (place,), (other,), how)
    for cost, one, several in _written_as_one(first.words, free, second.words, other_free):
        yield Match(cost, one, several, "joined")
    for cost, one, several in _written_as_one(second.words, other_free, first.words, free):
        yield Match(cost, several, one, "joined")


def _written_as_one(
    words: Sequence[Token], free: set[int], others: Sequence[Token], other_free: set[int]
) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """A word against two or three neighbours: `Alireza` and `Ali Reza`."""
    if len(other_free) < 2:
        return
    for start in other_free:
        for end in (start + 2, start + 3):
            if not other_free.issuperset(range(start, end)):
                break
            joined = "".join(others[place].text for place in range(start, end))
            for place in free:
                text = words[place].text
                if len(text) < 4 or abs(len(text) - len(joined)) > 2:
                    continue
                distance = Levenshtein.distance(text, joined, score_cutoff=2)
                if distance <= min(2, len(text) // 5):
                    yield _JOINED + distance / len(text), (place,), tuple(range(start, end))
