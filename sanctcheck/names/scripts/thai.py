"""Thai: consonants by their sound at the start and at the end of a syllable; vowels are not to be had without a dictionary."""

from __future__ import annotations

import re

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised, of_table

_LETTERS = {
    "ก": "k", "ข": "k", "ฃ": "k", "ค": "k", "ฅ": "k", "ฆ": "k", "ง": "ng", "จ": "c", "ฉ": "c", "ช": "c", "ซ": "s", "ฌ": "c", "ญ": "y",
    "ฎ": "d", "ฏ": "t", "ฐ": "t", "ฑ": "t", "ฒ": "t", "ณ": "n", "ด": "d", "ต": "t", "ถ": "t", "ท": "t", "ธ": "t", "น": "n", "บ": "b", "ป": "p",
    "ผ": "p", "ฝ": "f", "พ": "p", "ฟ": "f", "ภ": "p", "ม": "m", "ย": "", "ร": "r", "ล": "l", "ว": "v", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h",
    "ฬ": "l", "อ": "", "ฮ": "h", "J": "j",
}  # fmt: skip
_FINAL = {
    "ร": "n",
    "ล": "n",
    "ส": "t",
    "ศ": "t",
    "ษ": "t",
    "จ": "t",
    "J": "t",
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

_DOUBLE_R = re.compile("รร([\u0e01-\u0e2e]?)")
"""A short vowel before a consonant, and with an n where none follows."""
_CLOSING_N = re.compile("ญญ?(?=[\u0e01-\u0e2e])|ญญ")
_J = "J"


def romanise(word: str) -> tuple[Romanised, ...]:
    """The words that a table knows, and the letters of what is between them."""
    return tuple(word for part in tables.segmented(word, "thai") for word in _known(part))


def _known(part: str) -> tuple[Romanised, ...]:
    known = tables.readings("thai").get(part)
    if known is not None:
        return of_table(known, part)
    from sanctcheck.names.scripts.other import ascii_letters  # noqa: PLC0415 - with what is not in the table

    spoken = _respelt(part)
    text = ascii_letters(_PREPOSED.sub(r"\2\1", spoken))
    # `จ` is written both ways: Chai and Jai.
    readings = (text.replace("ch", "j"),) if "จ" in spoken else ()
    bones = dict.fromkeys(found for each in (spoken, spoken.replace("จ", _J)) for found in _bones(each))
    return (Romanised(text, readings, tuple(bones), part, vowelled=False),)


def _respelt(part: str) -> str:
    """As it is spoken: without silent letters, `รร` as the vowel that it is, and `ญ` at the end of a syllable as `n`."""
    return _DOUBLE_R.sub(_spoken_vowel, _CLOSING_N.sub("น", _SILENT.sub("", part)))


def _spoken_vowel(found: re.Match[str]) -> str:
    return f"ะ{found[1] or 'น'}"


def _bones(part: str) -> tuple[str, ...]:
    letters = [character for character in part if character in _LETTERS]
    if not letters:
        return ()
    sounds = [_LETTERS[letter] for letter in letters]
    spelt, spoken = "".join(sounds), "".join([*sounds[:-1], _FINAL.get(letters[-1], sounds[-1])])
    if letters[0] == "ย":
        spelt, spoken = f"y{spelt}", f"y{spoken}"
    if letters[0] == "อ":
        spelt, spoken = f"a{spelt}", f"a{spoken}"
    return tuple(dict.fromkeys(bones for bones in (spoken, spelt) if bones))
