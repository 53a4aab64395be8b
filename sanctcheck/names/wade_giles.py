"""Chinese names as Wade and Giles wrote them, read in pinyin: `Mao Tse-tung` and `Mao Zedong`.

Apostrophes and the points of `ü` are left out as people leave them out, so that one old spelling can be several new ones.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sanctcheck.names.words import all_skeletons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.names.words import Latin

_FINALS = {
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue",
    **dict.fromkeys("gkh", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    **dict.fromkeys("jqx", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    **dict.fromkeys(("zh", "ch", "sh"), "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    **dict.fromkeys("zcs", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    "y": "a an ang ao e i in ing ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
    "": "a ai an ang ao e ei en er o ou",
}
"""The syllables of pinyin, by how they begin."""
_INITIALS = {
    "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "r": "j", "z": "ts", "c": "ts",
}  # fmt: skip
_ENDS = {"ie": "ieh", "ian": "ien", "ong": "ung", "iong": "iung", "ue": "ueh"}
_WHOLE = {
    "zi": ("tzu",), "ci": ("tzu",), "si": ("ssu", "szu"), "ye": ("yeh",), "yan": ("yen",), "you": ("yu",), "yi": ("i", "yi"),
    "er": ("erh",), "e": ("e", "o"), "ge": ("ko",), "ke": ("ko",), "he": ("ho",), "gui": ("kuei",), "kui": ("kuei",),
}  # fmt: skip
_DENTALS = frozenset({"d", "t", "n", "l", "z", "c", "s", "r", "zh", "ch"})
_HUSHING = frozenset({"zh", "ch", "sh", "r"})
_ASPIRATED = re.compile("(?:ch|k|p|t|ts|tz)'[a-z]", re.IGNORECASE)
_LONGEST_WORD = 3
_MOST = 9
"""Readings of a given name; the more of its letters had apostrophes, the more there are."""


def old(syllable: str) -> tuple[str, ...]:
    """How a syllable of pinyin was written; nothing where it is none."""
    return _old().get(syllable, ())


@cache
def _old() -> dict[str, tuple[str, ...]]:
    return {
        initial + final: _spelt(initial, final)
        for initial, finals in _FINALS.items()
        for final in finals.split()
    }


def _spelt(initial: str, final: str) -> tuple[str, ...]:
    if initial + final in _WHOLE:
        return _WHOLE[initial + final]
    end = _ENDS.get(final, final)
    if final == "uo" and initial in _DENTALS:
        end = "o"
    if final == "i" and initial in _HUSHING:
        end = "ih"
    return (_INITIALS.get(initial, initial) + end,)


@cache
def _new() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for syllable, spelt in _old().items():
        for each in spelt:
            found.setdefault(each, []).append(syllable)
    return {each: tuple(several) for each, several in found.items()}


def old_word(word: str) -> str:
    """How a word of up to three syllables of pinyin was written; nothing where it is none."""
    found: list[str] = []
    while word and len(found) < _LONGEST_WORD:
        size = next((size for size in range(min(6, len(word)), 0, -1) if word[:size] in _old()), 0)
        if not size:
            return ""
        found.append(_old()[word[:size]][0])
        word = word[size:]
    return "" if word else "".join(found)


def is_chinese(word: str) -> bool:
    """Whether a word can be one of up to three syllables of pinyin, or one of the old spelling."""
    return bool(old_word(word)) or word in _new()


def with_pinyin(words: list[Latin], written: str) -> list[Latin]:
    """A surname and a given name of one syllable or two, with their readings; two syllables become one word.

    Only where every word is a syllable of the old spelling, and one of them is none of the new or has an apostrophe in
    the name as it was `written`.
    """
    texts = [word.text for word in words]
    if len(words) not in {2, 3} or not all(text in _new() for text in texts):
        return words
    if all(map(old, texts)) and _ASPIRATED.search(written) is None:
        return words
    return [_read(words[:1]), _read(words[1:])]


def _read(words: Sequence[Latin]) -> Latin:
    several = islice(product(*(_new()[word.text] for word in words)), _MOST)
    text = "".join(word.text for word in words)
    readings = tuple(dict.fromkeys(each for each in map("".join, several) if each != text))
    written = "".join(word.written for word in words)
    return replace(
        words[0],
        text=text,
        written=written,
        readings=readings,
        skeletons=all_skeletons(text, readings, ()),
        hyphen=False,
    )
