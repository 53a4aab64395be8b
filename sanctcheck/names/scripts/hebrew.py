"""Hebrew: vowels are mostly not written, and three letters have two sounds."""

from __future__ import annotations

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised
from sanctcheck.names.scripts.consonants import Sounds, skeletons_of

_LETTERS = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "o", "ז": "z", "ח": "h", "ט": "t", "י": "i", "כ": "k", "ך": "kh", "ל": "l",
    "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "tz", "ץ": "tz", "ק": "k", "ר": "r", "ש": "sh",
    "ת": "t", "װ": "v", "ױ": "oy", "ײ": "ei",
}  # fmt: skip
_BONES = {
    "א": ("",), "ע": ("",), "י": ("",), "ב": ("b", "v"), "ו": ("", "v"), "ח": ("h", "c"), "ט": ("t",), "כ": ("k", "h"), "ך": ("h",),
    "ם": ("m",), "ן": ("n",), "ס": ("s",), "פ": ("p", "f"), "ף": ("v",), "צ": ("z", "s"), "ץ": ("z", "s"), "ק": ("k",), "ש": ("x", "s"), "ת": ("t",),
    "װ": ("v",), "ױ": ("",), "ײ": ("",),
}  # fmt: skip
_FIRST = {"א": ("a",), "ע": ("a",), "י": ("y", "a"), "ו": ("v",), "ח": ("h",)}
_LAST = {"ה": ("",), "ב": ("v", "p"), "ד": ("t",), "ח": ("", "c")}
_DOUBLED = {"וו": "װ", "וי": "ױ", "יי": "ײ"}
_SPREAD = 12


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form where a table has it; else the letters, and the skeletons that they allow."""
    known = tables.readings("hebrew").get(word)
    if known is not None:
        return (Romanised(known[0], known[1:]),)
    for pair, one in _DOUBLED.items():
        word = word.replace(pair, one)
    text = "".join(_LETTERS.get(letter, "") for letter in word)
    if len(text) > 1 and word[-1] == "ה":  # the vowel of an ending
        text = f"{text[:-1]}a"
    return (Romanised(text, (), _bones(word), vowelled=False),)


def _bones(word: str) -> tuple[str, ...]:
    return tuple(bones for bones in skeletons_of(word, _SOUNDS) if bones) or ("a",)


def _usual(letter: str) -> tuple[str, ...]:
    return _BONES.get(letter) or (_LETTERS.get(letter, "").replace("sh", "x"),)


_SOUNDS = Sounds(_usual, _FIRST, _LAST, _SPREAD)
