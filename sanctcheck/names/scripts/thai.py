"""Thai: consonants by their sound at the start and at the end of a syllable; vowels are not to be had without a dictionary."""

from __future__ import annotations

import re

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised, of_table

_LETTERS = {
    "ก": "k", "ข": "k", "ฃ": "k", "ค": "k", "ฅ": "k", "ฆ": "k", "ง": "ng", "จ": "c", "ฉ": "c", "ช": "c", "ซ": "s", "ฌ": "c", "ญ": "y",
    "ฎ": "d", "ฏ": "t", "ฐ": "t", "ฑ": "t", "ฒ": "t", "ณ": "n", "ด": "d", "ต": "t", "ถ": "t", "ท": "t", "ธ": "t", "น": "n", "บ": "b", "ป": "p",
    "ผ": "p", "ฝ": "f", "พ": "p", "ฟ": "f", "ภ": "p", "ม": "m", "ย": "", "ร": "r", "ล": "l", "ว": "v", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h",
    "ฬ": "l", "อ": "", "ฮ": "h",
}  # fmt: skip
_FINAL = {
    "ร": "n",
    "ล": "n",
    "ส": "t",
    "ศ": "t",
    "ษ": "t",
    "จ": "t",
    "ช": "t",
    "ซ": "t",
    "ด": "t",
    "บ": "p",
    "ญ": "n",
    "ว": "",
    "ย": "",
}
_PREPOSED = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""Vowels that are written before the consonant after which they are spoken."""
_SILENT = re.compile("(?:[ตทด](?=ร))?[\u0e01-\u0e2e][\u0e34-\u0e39]?\u0e4c")
"""A consonant with the mark of silence, its vowel with it: the end of `ศักดิ์`, and of `จันทร์`, where two are silent."""


def romanise(word: str) -> tuple[Romanised, ...]:
    """The words that a table knows, and the letters of what is between them."""
    return tuple(word for part in tables.segmented(word, "thai") for word in _known(part))


def _known(part: str) -> tuple[Romanised, ...]:
    known = tables.readings("thai").get(part)
    if known is not None:
        return of_table(known, part)
    from sanctcheck.names.scripts.other import ascii_letters  # noqa: PLC0415 - with what is not in the table

    spoken = _SILENT.sub("", part)
    return (
        Romanised(ascii_letters(_PREPOSED.sub(r"\2\1", spoken)), (), _bones(spoken), part, vowelled=False),
    )


def _bones(part: str) -> tuple[str, ...]:
    letters = [character for character in part if character in _LETTERS]
    if not letters:
        return ()
    spelt = "".join(_LETTERS[letter] for letter in letters)
    spoken = "".join(_LETTERS[letter] for letter in letters[:-1]) + _FINAL.get(
        letters[-1], _LETTERS[letters[-1]]
    )
    if letters[0] == "ย":
        spelt, spoken = f"y{spelt}", f"y{spoken}"
    if letters[0] == "อ":
        spelt, spoken = f"a{spelt}", f"a{spoken}"
    return tuple(dict.fromkeys(bones for bones in (spoken, spelt) if bones))
