"""Numbers in names: figures, Roman ones, words."""

from __future__ import annotations

import re
from functools import cache

from sanctcheck.names import tables

_FIGURES = re.compile(r"(?:n|no|nr|num)?0*(\d{1,20})(?:st|nd|rd|th|er|e|o|a|ya|i|y|oy|aya)?\Z")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xxii": 22, "xxiii": 23, "xxiv": 24, "xxv": 25, "xxx": 30}  # fmt: skip
_LETTERS = {"i": 1, "v": 5, "x": 10}
_OF_PERSONS = frozenset({"ii", "iii", "iv", "viii", "xiv", "xvi"})


def value(word: str, written: str, sort: str) -> str:
    """The number that a word is, in figures; a word with a figure in it is itself; empty for any other word."""
    if not word.isalpha():
        figures = _FIGURES.match(word)
        return figures.group(1) if figures is not None else word
    roman = _ROMAN.get(word)
    if roman is not None and written.isupper() and (sort != "person" or word in _OF_PERSONS):
        return str(roman)
    return _spelt().get(word, "") if sort != "person" else ""


def letter(word: str) -> str:
    """The number that a single letter is where it can be nothing else."""
    return str(_LETTERS.get(word, ""))


@cache
def _spelt() -> dict[str, str]:
    return {word: groups[0] for word, groups in tables.groups("numerals").items()}
