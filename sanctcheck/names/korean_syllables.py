"""Korean names in Latin letters, read as others write the same syllables: `Pak Kun-hye` and `Park Geun-hye`.

The North, the South, their dictionaries and every bearer have ways of their own, and some of what one way writes for one
syllable another one writes for another. So it is asked first whether a name is Korean; many are spelt as Chinese ones could be.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sanctcheck.names import tables
from sanctcheck.names.wade_giles import is_chinese
from sanctcheck.names.words import all_skeletons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.words import Latin

_MOST_WORDS = 3
_MOST = 24
"""Readings of a given name that is written as one."""


def with_rival_spellings(words: list[Latin]) -> list[Latin]:
    """A surname and a given name of one syllable or two, these with what the same syllables are written by others.

    Only where every word can be Korean, and one of them cannot be Chinese.
    """
    if not 2 <= len(words) <= _MOST_WORDS:
        return words
    for family in (0, len(words) - 1):
        given = [word for place, word in enumerate(words) if place != family]
        if _is_korean(words[family].text, [word.text for word in given]):
            return [word if place == family else _read(word) for place, word in enumerate(words)]
    return words


def _is_korean(family: str, given: list[str]) -> bool:
    if family not in _surnames("korean_surnames"):
        return False
    syllables = [next(_syllables(word), ()) for word in given]
    if not all(syllables) or sum(map(len, syllables)) > _MOST_WORDS - 1:
        return False
    return family not in _surnames("chinese_surnames") or not all(map(is_chinese, given))


def _read(word: Latin) -> Latin:
    spelt = islice(_rivals_of(word.text), _MOST)
    readings = tuple(each for each in dict.fromkeys([*word.readings, *spelt]) if each != word.text)
    return replace(word, readings=readings, skeletons=all_skeletons(word.text, readings, ()))


def _rivals_of(word: str) -> Iterator[str]:
    for syllables in _syllables(word):
        yield from map("".join, product(*(_rivals()[syllable] for syllable in syllables)))


def _syllables(word: str) -> Iterator[tuple[str, ...]]:
    """The ways in which a word is one syllable, or two."""
    known = _rivals()
    if word in known:
        yield (word,)
        return
    for size in range(1, len(word)):
        if word[:size] in known and word[size:] in known:
            yield word[:size], word[size:]


@cache
def _rivals() -> dict[str, tuple[str, ...]]:
    """By how a syllable is written, how all syllables are written that it can be."""
    found: dict[str, dict[str, None]] = {}
    for ways in tables.readings("korean_given").values():
        for spelt in ways:
            found.setdefault(spelt, {}).update(dict.fromkeys(ways))
    return {spelt: tuple(ways) for spelt, ways in found.items()}


@cache
def _surnames(table: str) -> frozenset[str]:
    return frozenset(spelt for ways in tables.readings(table).values() for spelt in ways)
