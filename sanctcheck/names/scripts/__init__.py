"""Romanisation: one module a script or family of scripts, from a word as written to its usual Latin forms."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import NamedTuple


class Romanised(NamedTuple):
    """One word in Latin letters, in lower case."""

    text: str
    readings: tuple[str, ...] = ()
    """How else it is romanised."""
    skeletons: tuple[str, ...] = ()
    """Where they do not follow from the text and the readings."""
    written: str = ""
    """The characters that it stands for, where they are not the whole of what was written."""
    vowelled: bool = True
    """Whether its vowels are known."""


def of_table(known: tuple[str, ...], written: str = "") -> tuple[Romanised, ...]:
    """What a table says of a word; `_` in it stands between two words."""
    first, *others = known
    if "_" in first:
        return tuple(Romanised(word, (), (), written) for word in first.split("_"))
    return (Romanised(first, tuple(others), (), written),)


_MODULES = {
    "Arab": "arabic",
    "Cyrl": "cyrillic",
    "Grek": "greek",
    "Hebr": "hebrew",
    "Hani": "chinese",
    "Jpan": "japanese",
    "Hang": "korean",
    "Geor": "caucasian",
    "Armn": "caucasian",
    "Mymr": "burmese",
    "Thai": "thai",
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym"), "indic"),
}


_DIFFER = frozenset({"chinese", "japanese", "korean"})
"""They take the name of a person apart in another way than any other name."""


@lru_cache(maxsize=1 << 13)
def romanise(word: str, script: str, *, person: bool) -> tuple[Romanised, ...]:
    """The Latin words that one written word becomes: one, or several where its script puts no blanks between words."""
    name = _MODULES.get(script, "other")
    module = import_module(f"sanctcheck.names.scripts.{name}")
    romanised: tuple[Romanised, ...] = (
        module.romanise(word, person=person) if name in _DIFFER else module.romanise(word)
    )
    return tuple(each for each in romanised if each.text)
