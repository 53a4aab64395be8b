"""Skeletons of words in scripts that write consonants: each letter can stand for several sounds, or for none."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Sounds(NamedTuple):
    """What the letters of a script can stand for in a skeleton."""

    usual: Callable[[str], tuple[str, ...]]
    first: Mapping[str, tuple[str, ...]]
    """At the beginning of a word, where that differs."""
    last: Mapping[str, tuple[str, ...]]
    most: int
    """So many skeletons of a word are looked at."""


def skeletons_of(word: str, sounds: Sounds) -> tuple[str, ...]:
    """All skeletons that a word can have; where they would be too many, its later letters have their first sound."""
    choices = []
    spread = 1
    for index, letter in enumerate(word):
        bones = sounds.usual(letter)
        if index == 0:
            bones = sounds.first.get(letter, bones)
        elif index == len(word) - 1:
            bones = sounds.last.get(letter, bones)
        if spread * len(bones) > sounds.most:
            bones = bones[:1]
        spread *= len(bones)
        choices.append(bones)
    return tuple(dict.fromkeys("".join(choice) for choice in product(*choices)))
