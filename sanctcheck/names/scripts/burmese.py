"""Burmese: syllables by their spoken initials, because their spelling is that of another age."""

from __future__ import annotations

import re

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised

_INITIALS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ည": "ny", "ဉ": "ny", "ဋ": "t", "ဌ": "ht",
    "ဍ": "d", "ဎ": "d", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p", "ဖ": "hp", "ဗ": "b", "ဘ": "b", "မ": "m",
    "ယ": "y", "ရ": "y", "လ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l", "အ": "a", "ဥ": "u", "ဦ": "u", "ဩ": "aw", "ဪ": "aw", "ဧ": "ay", "ဣ": "i", "ဤ": "i",
    "၀": "w", "ဿ": "th",
}  # fmt: skip
_VOWELS = {"ာ": "a", "ါ": "a", "ိ": "i", "ီ": "i", "ု": "u", "ူ": "u", "ေ": "e", "ဲ": "e", "ော": "aw", "ို": "o"}
_FINALS = {"က": "t", "င": "n", "စ": "t", "ည": "i", "ဉ": "n", "တ": "t", "န": "n", "ပ": "t", "မ": "n", "ယ": "e", "ဏ": "n", "လ": "l", "သ": "th", "ဒ": "d", "ဗ": "b", "ရ": "r", "ဝ": "w"}  # fmt: skip
_SYLLABLE = re.compile(
    "(?P<initial>[\u1000-\u102a\u103f\u1040])(?P<medials>[\u103b-\u103e]*)"
    "(?P<vowels>[\u102b-\u1038]*)(?:(?P<final>[\u1000-\u1021])[\u102b-\u1038]?[\u103a\u1039][\u102b-\u1038]*)?\u103a?[\u102b-\u1038]*"
)


def romanise(word: str) -> tuple[Romanised, ...]:
    """One word for each syllable, as Burmese names are written."""
    known = tables.readings("burmese")
    found = []
    for syllable in _SYLLABLE.finditer(word):
        latin = known.get(syllable.group())
        found.append(Romanised(latin[0], latin[1:]) if latin else _spelt(syllable))
    return tuple(found)


def _spelt(syllable: re.Match[str]) -> Romanised:
    initial = _INITIALS.get(syllable["initial"], "")
    medials = syllable["medials"]
    if "\u103b" in medials or "\u103c" in medials:
        initial = {"k": "ky", "kh": "ch", "g": "gy"}.get(initial, initial + "y" if initial != "l" else "l")
    if "\u103d" in medials:
        initial += "w"
    if "\u103e" in medials and initial[:1] in "mnly":
        initial = "sh" if initial == "y" else "h" + initial
    stated = syllable["vowels"].rstrip("\u1037\u1038")
    vowel = _VOWELS.get(stated, "a") if stated else ""
    final = _FINALS.get(syllable["final"] or "", "")
    if final == "n" and syllable["final"] == "င":
        vowel = {"": "i", "aw": "au", "ို": "ai", "o": "ai"}.get(vowel, vowel)
        final = "ng" if vowel == "au" else "n"
    text = initial + (vowel or ("a" if initial[-1:] not in "aiu" else "")) + final
    return Romanised(
        text, tuple({text.replace("hp", "ph"), text.replace("th", "t"), text.replace("ht", "t")} - {text})
    )
