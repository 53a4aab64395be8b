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


_MODULES = {
    "Arab": "arabic",
    "Cyrl": "cyrillic",
}


@lru_cache(maxsize=1 << 13)
def romanise(word: str, script: str) -> tuple[Romanised, ...]:
    """The Latin words that one written word becomes: one, or several where its script puts no blanks between words."""
    module = import_module(f"sanctcheck.names.scripts.{_MODULES.get(script, 'other')}")
    romanised: tuple[Romanised, ...] = module.romanise(word)
    return tuple(each for each in romanised if each.text)
