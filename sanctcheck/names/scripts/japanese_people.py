"""People of Japan in characters: the surname by a table, the given name by one of names or by those of its characters."""

from __future__ import annotations

from itertools import islice, product

from sanctcheck.names import tables

_LONGEST_SURNAME, _LONGEST_GIVEN = 3, 3
_MOST_READINGS = 12
"""A given name of three characters can be read in dozens of ways; the commonest come first."""


_SELDOM_CHINESE = frozenset("田川野井村橋崎﨑沢澤藤塚島嶋原本口辺邊邉部谷倉垣々")
"""With these end many surnames of Japan, and begin few given names of China."""


def surname_in(word: str) -> str:
    """The Japanese surname with which a name begins, if one does: the longest, and something has to follow it.

    Where the first character is a surname of China, and the two others could be a given name of there, it is taken for one.
    """
    surnames, chinese = tables.readings("japanese_surnames"), tables.readings("chinese_surnames")
    if word[:2] in chinese:
        return ""
    for length in range(min(_LONGEST_SURNAME, len(word) - 1), 0, -1):
        part = word[:length]
        if part not in surnames or part in chinese or len(word) - length > _LONGEST_GIVEN:
            continue
        if len(word) == 3 and length == 2 and word[0] in chinese and word[1] not in _SELDOM_CHINESE:
            continue
        return part
    return ""


def is_part(word: str) -> bool:
    """Whether a word is a surname or a given name alone, as far as Chinese surnames do not speak against."""
    if word in tables.readings("japanese_surnames"):
        return True
    return word[0] not in tables.readings("chinese_surnames") and bool(given(word))


def part(word: str) -> tuple[str, ...]:
    """How a surname or a given name is read that stands alone."""
    return surname(word) or given(word)


def surname(part: str) -> tuple[str, ...]:
    """How a surname is read."""
    return tables.readings("japanese_surnames").get(part, ())


def given(part: str) -> tuple[str, ...]:
    """How a given name is read, the commonest reading first; nothing where a character is none of such names."""
    known = tables.readings("japanese_given").get(part, ())
    characters = tables.readings("japanese_characters")
    each = [characters.get(character, ()) for character in part]
    put_together = islice(map("".join, product(*each)), _MOST_READINGS)
    return tuple(dict.fromkeys([*known, *put_together]))
