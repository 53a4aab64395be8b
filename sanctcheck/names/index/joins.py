"""Words that another name may have as one: the keys of neighbours that are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.names.index.keys import hashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.names.profile import Profile

_SHORTEST, _SHORTEST_BONES = 4, 3
_BONES = str.maketrans("qcw", "kkv", "aeiouyjh")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 8


def joined_keys(profile: Profile) -> set[int]:
    """The keys of all words of a name that another name can have as one."""
    return {key for text, start, end in joined(profile) for key in run_keys(profile, text, start, end)}


def run_keys(profile: Profile, text: str, start: int, end: int) -> set[int]:
    """The keys of neighbours that are written as one."""
    return as_one(text, ("".join([word.skeleton for word in profile.words[start:end]]),))


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
    """The keys that a word has in common with several that are written as one: vowels, and doubled letters, may differ."""
    if len(text) < _SHORTEST:
        return set()
    bones = _DOUBLED.sub(r"\1", text.translate(_BONES))
    keys = {hashed("j", text)}
    if len(bones) >= _SHORTEST_BONES:
        keys.add(hashed("b", text[0] + bones))
    keys.update(hashed("b", skeleton) for skeleton in skeletons if len(skeleton) > _SHORTEST_BONES)
    return keys


def acronyms(profile: Profile) -> set[str]:
    """What a name can be abbreviated to."""
    letters = profile.initials
    return {
        letters[start:end]
        for start in range(len(letters))
        for end in range(start + _SHORTEST_ACRONYM, min(len(letters), start + _LONGEST_ACRONYM) + 1)
    }
