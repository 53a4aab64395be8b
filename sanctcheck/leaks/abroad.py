"""Slavic names as they are spelt in Korean and in Arabic, where letters that these lack stand for others: 페트로바, بيتروفا.

A word and a name are both reduced to classes of sounds that such a spelling keeps apart. Their consonants must be the same,
and their vowels much alike. It is asked of Slavic names alone: two people of Korea or of an Arab country would become one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.lists.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLAVIC = re.compile(
    r"(?:[oey]v|[oey]va|[oey]vna|enko|chuk|[iy]uk|sk[iy][iy]?|ska|skaya|ck[iy]|cka|i[cz]h?|[vw]ich|[vw]i[ct]z|[vw]ych|chev|tsev|in|ina"
    r"|[oa]wa?k|ak|ek|yn|yna)\Z"
)
_SHORTEST = 4
_MOST_READINGS = 16
_SPELT, _PER_VOWEL = 0.08, 0.25
"""What it costs that a word is such a spelling, and what all of its vowels being others would."""
_FEW, _LIKE_OF_FEW, _LIKE = 3, 0.75, 0.5
"""Consonants that are few, how alike a word with so few must be, and how alike any other."""

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3
_HANGUL_BEFORE = (
    "k",
    "k",
    "n",
    "t",
    "t",
    "l",
    "m",
    "p",
    "p",
    "s",
    "s",
    "",
    "j",
    "j",
    "j",
    "k",
    "t",
    "p",
    "h",
)
_HANGUL_VOWELS = [
    "a",
    "e",
    "a",
    "e",
    "o",
    "e",
    "o",
    "e",
    "o",
    "a",
    "e",
    "e",
    "o",
    "u",
    "o",
    "e",
    "i",
    "u",
    "",
    "i",
    "i",
]
_HANGUL_BEHIND = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "m",
    "p",
    "p",
    "s",
    "s",
    "n",
    "j",
    "j",
    "k",
    "t",
    "p",
    "h",
]
_ARABIC = {
    **dict.fromkeys("اأإآىةٱ", "a"), **dict.fromkeys("وؤ", "o"), **dict.fromkeys("يئیے", "i"), **dict.fromkeys("بپ", "p"),
    **dict.fromkeys("تطة", "t"), **dict.fromkeys("جژ", "j"), **dict.fromkeys("حهخھہ", "h"), **dict.fromkeys("دض", "d"),
    **dict.fromkeys("زظذ", "z"), **dict.fromkeys("سصشث", "s"), **dict.fromkeys("غقكگک", "k"), **dict.fromkeys("فڤ", "f"),
    "چ": "ts", "ر": "r", "ل": "l", "م": "m", "ن": "n", "ع": "",
}  # fmt: skip
_LATIN: dict[str, dict[str, tuple[str, ...]]] = {
    "Hang": {
        **dict.fromkeys(("shch", "sch", "sh", "sz", "s"), ("s",)),
        **dict.fromkeys(("tch", "ch", "cz", "rz", "zh", "ts", "tz", "dz", "dj", "z"), ("j",)),
        **dict.fromkeys(("kh",), ("h",)), **dict.fromkeys(("ck", "q", "g", "k"), ("k",)), **dict.fromkeys(("ph", "b", "p", "f"), ("p",)),
        **dict.fromkeys(("v", "w"), ("p", "u")), **dict.fromkeys(("d", "t", "th"), ("t",)), **dict.fromkeys(("r", "l"), ("l",)),
        "m": ("m",), "n": ("n",), "x": ("ks",), "c": ("j", "k"), "j": ("", "j"), "h": ("h", ""), "y": ("i",),
        **{f"{glide}{vowel}": (vowel,) for glide in "yj" for vowel in "aeou"}, **{vowel: (vowel,) for vowel in "aeiou"},
    },
    "Arab": {
        **dict.fromkeys(("sch", "sh", "sz", "s"), ("s",)), **dict.fromkeys(("tch", "ch", "cz", "ts", "tz"), ("ts",)), "shch": ("sts", "s"),
        **dict.fromkeys(("rz", "zh"), ("j",)), "dz": ("dz", "z", "j"), "dj": ("j", "dj"), **dict.fromkeys(("kh",), ("h",)),
        **dict.fromkeys(("ck", "q", "k"), ("k",)), "g": ("k", "j"), **dict.fromkeys(("b", "p"), ("p",)), **dict.fromkeys(("ph", "v", "f", "w"), ("f",)),
        "d": ("d",), **dict.fromkeys(("t", "th"), ("t",)), "r": ("r",), "l": ("l",), "m": ("m",), "n": ("n",), "x": ("ks",), "z": ("z", "j"),
        "c": ("ts", "k"), "j": ("i", "j"), "h": ("h", ""), "y": ("i",), "a": ("a",), "e": ("i",), "i": ("i",), "o": ("o",), "u": ("o",),
    },
}  # fmt: skip
_GRAPHS = {
    script: re.compile("|".join(sorted(graphs, key=len, reverse=True))) for script, graphs in _LATIN.items()
}
_VOWELS = re.compile("[aeiou]")
_TWICE = re.compile(r"(.)\1+")


class Sounds(NamedTuple):
    """A word by classes of sounds: all of them, and its consonants alone."""

    every: str
    consonants: str


def is_slavic(words: Iterable[str]) -> bool:
    """Whether one of the words of a name ends as Slavic names do."""
    return any(len(word) >= _SHORTEST and _SLAVIC.search(word) for word in words)


def spelt(word: str) -> tuple[str, Sounds] | None:
    """The script of a word and how it sounds; None where it is in none of these scripts."""
    script = script_of(word)
    if script == "Hang":
        return script, _sounds("".join(map(_syllable, word)))
    if script == "Arab":
        return script, _sounds("".join(_ARABIC.get(letter, "") for letter in word))
    return None


def _syllable(letter: str) -> str:
    code = ord(letter) - _HANGUL_FIRST
    if not 0 <= code <= _HANGUL_LAST - _HANGUL_FIRST:
        return ""
    before, rest = divmod(code, 21 * 28)
    vowel, behind = divmod(rest, 28)
    return f"{_HANGUL_BEFORE[before]}{_HANGUL_VOWELS[vowel]}{_HANGUL_BEHIND[behind]}"


def _sounds(classes: str) -> Sounds:
    return Sounds(_TWICE.sub(r"\1", classes), _TWICE.sub(r"\1", _VOWELS.sub("", classes)))


@cache
def sounds_of(latin: str, script: str) -> tuple[Sounds, ...]:
    """How a word in Latin letters may sound when it is spelt in a script."""
    graphs = _LATIN[script]
    each = [graphs[graph] for graph in _GRAPHS[script].findall(latin)]
    readings = ("".join(chosen) for chosen in islice(product(*each), _MOST_READINGS))
    return tuple(dict.fromkeys(map(_sounds, readings)))


def cost(heard: Sounds, script: str, latin: str) -> float:
    """What it costs to take a word in a script for a word in Latin letters; 1 where it is another."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only where something is protected

    found = 1.0
    for sounds in sounds_of(latin, script):
        if sounds.consonants == heard.consonants:
            like = Levenshtein.normalized_similarity(sounds.every, heard.every)
            if like >= (_LIKE if len(heard.consonants) >= _FEW else _LIKE_OF_FEW):
                found = min(found, _SPELT + _PER_VOWEL * (1 - like))
    return found


def costs(word: str, targets: Iterable[tuple[int, str]]) -> Iterator[tuple[int, float]]:
    """The numbers of those words of names that a word can be, with what that costs."""
    found = spelt(word)
    if found is None:
        return
    script, heard = found
    for number, latin in targets:
        price = cost(heard, script, latin)
        if price < 1:
            yield number, price
