"""Hangul: the ways of the North, of the South, and of McCune and Reischauer; surnames as their bearers write them."""

from __future__ import annotations

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised, of_table

_INITIALS_NORTH = (
    "k",
    "kk",
    "n",
    "t",
    "tt",
    "r",
    "m",
    "p",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "kh",
    "th",
    "ph",
    "h",
)
_INITIALS_SOUTH = (
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
_INITIALS_OLD = (
    "k",
    "kk",
    "n",
    "t",
    "tt",
    "r",
    "m",
    "p",
    "pp",
    "s",
    "ss",
    "",
    "ch",
    "tch",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
_VOWELS_NORTH = ("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i")  # fmt: skip
_VOWELS_SOUTH = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_FINALS = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_FIRST, _LAST = 0xAC00, 0xD7A3
_SOFT_AFTER = frozenset({"", "n", "m", "ng", "l"})


def romanise(word: str, *, person: bool) -> tuple[Romanised, ...]:
    """A person's surname and each syllable of the given name; of anything else the words that a table knows."""
    if person and 2 <= len(word) <= 5:
        first = 2 if word[:2] in tables.readings("korean_surnames") and len(word) > 3 else 1
        surname = tables.readings("korean_surnames").get(word[:first])
        head = Romanised(surname[0], surname[1:], (), word[:first]) if surname else _one(word[:first])
        return (head, *(_one(syllable) for syllable in word[first:]))
    return tuple(word for part in tables.segmented(word, "korean_words") for word in _known(part))


def _known(part: str) -> tuple[Romanised, ...]:
    known = tables.readings("korean_words").get(part)
    return of_table(known, part) if known else (_one(part),)


def _one(word: str) -> Romanised:
    ways = (
        _spelt(word, _INITIALS_NORTH, _VOWELS_NORTH, voicing=True),
        _spelt(word, _INITIALS_OLD, _VOWELS_NORTH, voicing=True),
        _spelt(word, _INITIALS_SOUTH, _VOWELS_SOUTH, voicing=False),
    )
    others = [way for way in (*ways[1:], *tables.readings("korean_given").get(word, ())) if way != ways[0]]
    if word and _parts(word[0])[:1] == (5,):
        others.append("l" + ways[0][1:])
    return Romanised(ways[0], tuple(dict.fromkeys(others)), (), word)


def _parts(syllable: str) -> tuple[int, ...]:
    point = ord(syllable) - _FIRST
    if not 0 <= point <= _LAST - _FIRST:
        return ()
    return point // 588, point % 588 // 28, point % 28


def _spelt(word: str, initials: tuple[str, ...], vowels: tuple[str, ...], *, voicing: bool) -> str:
    found: list[str] = []
    before: str | None = None
    for syllable in word:
        parts = _parts(syllable)
        if not parts:
            continue
        initial, vowel, final = initials[parts[0]], vowels[parts[1]], _FINALS[parts[2]]
        if voicing and before in _SOFT_AFTER:
            initial = _VOICED.get(initial, initial) if parts[0] < 14 else initial
        found.append(initial + vowel + final)
        before = final
    return "".join(found)
