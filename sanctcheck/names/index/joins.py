"""Words that another name may have as one: the keys of neighbours that are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.index.keys import hashed
from sanctcheck.names.likeness import FEWEST_BONES, joined_bones

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.names.profile import Profile

_SHORTEST = 4
SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 8


def joined_keys(profile: Profile) -> set[int]:
    """The keys of all words of a name that another name can have as one."""
    return {key for text, start, end in joined(profile) for key in run_keys(profile, text, start, end)}


def run_keys(profile: Profile, text: str, start: int, end: int) -> set[int]:
    """The keys of neighbours that are written as one, or of a word with its particle."""
    if len(text) < _SHORTEST:
        return set()
    return {hashed("j", text), *bones_keys("b", run_bones(profile, text, start, end))}


def run_bones(profile: Profile, text: str, start: int, end: int) -> tuple[str, ...]:
    """The consonants of neighbours that are written as one."""
    several = profile.words[start:end]
    # A particle is no word of the name, and is read with the word that it leads.
    return joined_bones(text, tuple([word.skeleton for word in several]) if len(several) > 1 else ())


def joined(profile: Profile) -> Iterator[tuple[str, int, int]]:
    """Neighbours written as one, and words with their particle; with the places from which and to which they stand."""
    texts = [word.text for word in profile.words]
    for start, led in enumerate(profile.led):
        if led:
            yield led, start, start + 1
        for end in (start + 2, start + 3):
            if end <= len(texts):
                yield "".join(texts[start:end]), start, end


def as_one(text: str, skeletons: Iterable[str] = ()) -> set[int]:
    """The keys that a word has in common with several that are written as one: vowels may differ."""
    if len(text) < _SHORTEST:
        return set()
    return {hashed("j", text), *bones_keys("b", skeletons)}


def bones_keys(sign: str, skeletons: Iterable[str]) -> set[int]:
    """The keys of consonants that are the same."""
    return {hashed(sign, bones) for bones in skeletons if len(bones) >= FEWEST_BONES}


def acronyms(profile: Profile) -> set[str]:
    """What a name can be abbreviated to."""
    letters = profile.initials
    return {
        letters[start:end]
        for start in range(len(letters))
        for end in range(start + SHORTEST_ACRONYM, min(len(letters), start + _LONGEST_ACRONYM) + 1)
    }
