"""Devanagari, and the scripts of India whose blocks have its letters in the same places: Bengali, Gujarati, Gurmukhi and more."""

from __future__ import annotations

import re

from sanctcheck.names.scripts import Romanised

_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n", "ट": "t", "ठ": "th",
    "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n", "ऩ": "n", "प": "p", "फ": "ph", "ब": "b",
    "भ": "bh", "म": "m", "य": "y", "र": "r", "ऱ": "r", "ल": "l", "ळ": "l", "ऴ": "zh", "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h",
}  # fmt: skip
_VOWELS = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ऎ": "e", "ए": "e", "ऐ": "ai", "ऒ": "o", "ओ": "o", "औ": "au",
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "ॆ": "e", "े": "e", "ै": "ai", "ॊ": "o", "ो": "o", "ौ": "au", "ॅ": "e", "ॉ": "o",
    "ं": "n", "ँ": "n", "ः": "h",
}  # fmt: skip
_SILENT, _NUKTA = "\u094d", "\u093c"
_WITH_POINT = {"j": "z", "ph": "f", "d": "r", "dh": "rh", "k": "q"}
_MATRAS = frozenset("ािीुूृॆेैॊोौॅॉ")
_FIRST_BLOCK, _LAST_BLOCK, _BLOCK = 0x0980, 0x0D7F, 0x80
_DEVANAGARI = 0x0900
_INNER = re.compile(r"(?<=[aeiou][b-df-hj-np-tv-z])a(?=[b-df-hj-np-tv-z]h?[aeiou])")


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form; beside it the one in which a short vowel between two syllables is not spoken, and `w` for `v`."""
    letters = [_as_devanagari(letter) for letter in word]
    spelt = ""
    for at, letter in enumerate(letters):
        sound = _CONSONANTS.get(letter)
        if sound is None:
            spelt += _VOWELS.get(letter, "")
            continue
        ahead = letters[at + 1 : at + 3]
        if ahead[:1] == [_NUKTA]:
            sound, ahead = _WITH_POINT.get(sound, sound), ahead[1:]
        spoken = bool(ahead) and ahead[0] not in _MATRAS and ahead[0] != _SILENT
        spelt += sound + ("a" if spoken else "")
    rivals = dict.fromkeys((_INNER.sub("", spelt), spelt.replace("v", "w"), spelt.replace("chh", "ch")))
    return (Romanised(spelt, tuple(each for each in rivals if each != spelt)),)


def _as_devanagari(letter: str) -> str:
    """The letter of Devanagari that stands in the same place of its block."""
    code = ord(letter)
    if _FIRST_BLOCK <= code <= _LAST_BLOCK:
        return chr(_DEVANAGARI + (code - _FIRST_BLOCK) % _BLOCK)
    return letter
