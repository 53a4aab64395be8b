"""Changes to names that take no care whether anybody can still say who is meant: the harsh set.

A letter is lost or changed anywhere, in words of any length; each word is spelt in ways of its own; a part is left out,
whatever it says; and strangers are put together from the parts of listed names, so that each word of theirs is listed.
"""

from __future__ import annotations

import random
import re

KINDS = ("reordered", "part dropped", "written another way", "one edit", "two edits")

_SOUNDS: tuple[tuple[str, str], ...] = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "ch"), ("sh", "sch"), ("zh", "j"), ("ch", "tch"), ("dj", "j"),
    ("j", "dj"), ("q", "k"), ("k", "q"), ("k", "c"), ("ou", "u"), ("oo", "u"), ("u", "ou"), ("u", "oo"), ("ee", "i"),
    ("i", "ee"), ("y", "i"), ("i", "y"), ("w", "v"), ("v", "w"), ("ks", "x"), ("x", "ks"), ("ph", "f"), ("f", "ph"),
    ("ya", "ia"), ("ia", "ya"), ("yu", "iu"), ("ei", "ey"), ("ai", "ay"), ("ay", "ai"), ("aa", "a"), ("z", "dh"),
)  # fmt: skip
_ENDINGS = (
    ("ov", "off"),
    ("ev", "eff"),
    ("iy", "y"),
    ("y", "iy"),
    ("skiy", "sky"),
    ("ah", "a"),
    ("eh", "a"),
    ("a", "ah"),
)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def changed(name: str, kind: str, chance: random.Random) -> str | None:
    """A name changed in a way of this kind, or None where it has too few words for that."""
    words = name.replace(",", " ").split()
    if kind == "reordered":
        return _reordered(words, chance)
    if kind == "part dropped":
        return _without_a_part(words, chance)
    if kind == "written another way":
        return _another_way(words, chance)
    edited = _edited(" ".join(words), chance)
    return edited if kind == "one edit" else _edited(edited, chance)


def _reordered(words: list[str], chance: random.Random) -> str | None:
    if len(words) < 2:
        return None
    moved = words[:]
    chance.shuffle(moved)
    return " ".join(moved)


def _without_a_part(words: list[str], chance: random.Random) -> str | None:
    """One part dropped, where two are left that say something."""
    if sum(len(word) > 2 for word in words) < 3:
        return None
    kept = words[:]
    del kept[chance.choice([index for index, word in enumerate(words) if len(word) > 2])]
    return " ".join(kept)


def _another_way(words: list[str], chance: random.Random) -> str | None:
    """One to two sounds in each longer word are written as another romanisation has them."""
    changed = [_respelled(word.lower(), chance) if len(word) > 3 else word for word in words]
    return " ".join(changed)


def _respelled(word: str, chance: random.Random) -> str:
    fitting = [rule for rule in _SOUNDS if rule[0] in word]
    for old, new in chance.sample(fitting, min(len(fitting), chance.randint(0, 2))):
        word = word.replace(old, new, 1)
    if chance.random() < 0.5:
        for old, new in _ENDINGS:
            if word.endswith(old):
                return word[: -len(old)] + new
    return _DOUBLED.sub(r"\1", word) if chance.random() < 0.5 else word


def _edited(text: str, chance: random.Random) -> str:
    """One letter left out, put in, changed, or two swapped."""
    places = [index for index, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 3:
        return text
    at = chance.choice(places)
    kind = chance.choice(("out", "in", "other", "swap"))
    letter = chance.choice(_LETTERS)
    if kind == "out":
        return text[:at] + text[at + 1 :]
    if kind == "in":
        return text[:at] + letter + text[at:]
    if kind == "other" or at + 1 >= len(text):
        return text[:at] + letter + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def unrelated(names: list[str], count: int, seed: int) -> list[str]:
    """Ordinary names of nobody in particular: the parts of real ones, put together anew."""
    chance = random.Random(seed)
    split = [words for words in (re.findall(r"[\w'’-]+", name) for name in names) if 2 <= len(words) <= 4]
    known = {_plain(name) for name in names} | {" ".join(sorted(_plain(name).split())) for name in names}
    made: dict[str, None] = {}
    while len(made) < count:
        first, second = chance.sample(split, 2)
        half = max(1, len(first) // 2)
        text = " ".join([*first[:half], *second[-max(1, len(second) // 2) :]])
        if " ".join(sorted(_plain(text).split())) not in known:
            made.setdefault(text)
    return list(made)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))
