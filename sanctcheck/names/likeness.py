"""How far two words of names are apart: 0 for the same word, up to 1 for words that have nothing in common."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

if TYPE_CHECKING:
    from sanctcheck.names.prepare import Token

How = Literal[
    "equal", "reading", "variant", "related", "spelling", "letters", "initial", "joined", "different"
]
"""The same word; another romanisation of the same letters; a spelling variant; a short form or translation;
the same consonants; some letters differ; a letter for a name; written as one; another word."""


class Likeness(NamedTuple):
    """How far apart two words are, and what ties them."""

    cost: float
    how: How


EQUAL = Likeness(0.0, "equal")
DIFFERENT = Likeness(1.0, "different")
_READING = Likeness(0.04, "reading")
_VARIANT = Likeness(0.08, "variant")
_RELATED = Likeness(0.3, "related")
_INITIAL = Likeness(0.15, "initial")
_LETTERS, _CONSONANTS, _WRITTEN = 0.8, 0.6, 0.15
_UNVOWELLED, _UNVOWELLED_CONSONANTS = 0.1, 1.2
_DISTINCT = 0.35


def likeness(first: Token, second: Token) -> Likeness:
    """How far apart two words are; the same in either order."""
    if first.text == second.text:
        return EQUAL
    if first.kind == "initial" or second.kind == "initial":
        return _initial(first, second)
    if second.text in first.readings or first.text in second.readings:
        return _READING
    if first.canonical and first.canonical == second.canonical:
        return _VARIANT
    if first.groups and not frozenset(first.groups).isdisjoint(second.groups):
        return _VARIANT
    spelt = spelling(
        first.text,
        second.text,
        first.skeletons or (first.skeleton,),
        second.skeletons or (second.skeleton,),
        vowels=_is_vowelled(first.written) and _is_vowelled(second.written),
    )
    if first.groups and second.groups:
        # Two names that are each known, and not as forms of one name, are two names however near their letters.
        spelt = Likeness(min(1.0, spelt.cost + _DISTINCT), spelt.how)
    if spelt.cost > _RELATED.cost and _are_related(first, second):
        return _RELATED
    return spelt


def _is_vowelled(written: str) -> bool:
    """Whether a word's vowels are written: those of Arabic and Hebrew script are left out."""
    return not ("\u0590" <= written[:1] <= "\u08ff" or "\ufb1d" <= written[:1] <= "\ufefc")


def _initial(first: Token, second: Token) -> Likeness:
    if first.kind == second.kind or first.text[:1] != second.text[:1]:
        return DIFFERENT
    return _INITIAL


def _are_related(first: Token, second: Token) -> bool:
    return not (
        frozenset(first.related).isdisjoint((*second.groups, *second.related, second.text))
        and frozenset(second.related).isdisjoint((*first.groups, *first.related, first.text))
    )


@lru_cache(maxsize=1 << 16)
def spelling(
    first: str, second: str, skeletons: tuple[str, ...], others: tuple[str, ...], *, vowels: bool = True
) -> Likeness:
    """By their letters, and by their consonants as rival romanisations write them.

    Args:
        first: one word.
        second: the other.
        skeletons: the consonants of the first.
        others: those of the second.
        vowels: whether both words have theirs written; Arabic and Hebrew leave them out.
    """
    longest = max(len(first), len(second))
    letters = min(_folded_distance(first, second, folding) for folding in _FOLDINGS) / longest
    consonants = min(
        Levenshtein.distance(one, other) / max(len(one), len(other), 3)
        for one in skeletons
        for other in others
    )
    if vowels:
        cost = (
            _LETTERS * letters + _CONSONANTS * consonants + _WRITTEN * OSA.distance(first, second) / longest
        )
    else:
        cost = _UNVOWELLED * letters + _UNVOWELLED_CONSONANTS * consonants
    return Likeness(min(cost, 1.0), "letters" if consonants else "spelling")


_FOLDINGS = (str.maketrans("eouyjw", "auuiiv"), str.maketrans("eouyjw", "iuuiiv"))
"""Vowels that rival romanisations write for one another: `e` for `a` or for `i`, `o` for `u`, `y` and `j` for `i`."""


def _folded_distance(first: str, second: str, folding: dict[int, int]) -> int:
    return Levenshtein.distance(
        _folded(first, folding is _FOLDINGS[0]), _folded(second, folding is _FOLDINGS[0])
    )


@lru_cache(maxsize=1 << 14)
def _folded(word: str, low: bool) -> str:
    found: list[str] = []
    for letter in word.translate(_FOLDINGS[0] if low else _FOLDINGS[1]):
        if not found or found[-1] != letter:
            found.append(letter)
    return "".join(found)
