"""Fictional people in many scripts, and the ways in which a name is written so that it is not seen at once.

Given names and family names are common ones, drawn together at random; the second form of each is how its own country
writes it. Nothing here comes from the tables of the matcher.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Way = Callable[[str, random.Random], str]


class Person(NamedTuple):
    """A name as it is written in Latin letters, and in its own script; the same where that is Latin."""

    latin: str
    native: str


_NAMES: dict[str, dict[str, list[tuple[str, str]]]] = {}
"""By people and kind of name: each name in Latin letters, and as its own country writes it."""


def _names() -> dict[str, dict[str, list[tuple[str, str]]]]:
    if not _NAMES:
        for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
            if line[:1] != "#":
                head, _, stated = line.partition(": ")
                people_of, _, kind = head.partition(" ")
                _NAMES.setdefault(people_of, {})[kind] = [_pair(each) for each in stated.split(",")]
    return _NAMES


def people(count: int, chance: random.Random) -> list[Person]:
    """So many people, from all peoples alike."""
    return [_person(chance.choice(list(_names().values())), chance) for _ in range(count)]


def _person(names: dict[str, list[tuple[str, str]]], chance: random.Random) -> Person:
    given = chance.choice(names["given"])
    if "family first" in names:
        family = chance.choice(names["family first"])
        return Person(f"{family[0]} {given[0]}", f"{family[1]}{given[1]}")
    family = chance.choice(names["family"])
    middle = chance.choice(names["given"])
    if chance.random() < 0.25 and middle != given:
        return Person(f"{given[0]} {middle[0]} {family[0]}", f"{given[1]} {middle[1]} {family[1]}")
    return Person(f"{given[0]} {family[0]}", f"{given[1]} {family[1]}")


def _pair(written: str) -> tuple[str, str]:
    latin, _, native = written.partition(" ")
    return latin, native or latin


_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u200e\u200f\u061c\u2063\ufe0f\u034f"
_ACCENTS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328"
_LINE_ENDS = ("\n", "-\n", "\u00ad\n", "\n    ", "\r\n", "-\n  ")
_LOOKS = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")  # noqa: RUF001 - they look alike, which is the point


def other_case(name: str, chance: random.Random) -> str:
    """In capitals, in small letters, or in both at random."""
    return chance.choice([name.upper(), name.lower(), name.swapcase(), _any_case(name, chance)])


def _any_case(text: str, chance: random.Random) -> str:
    return "".join(chance.choice((each.upper(), each.lower())) for each in text)


def accents(name: str, chance: random.Random) -> str:
    """With accents on its letters that it does not have, or without those that it has."""
    if not name.isascii() and chance.random() < 0.5:
        return "".join(
            each for each in unicodedata.normalize("NFD", name) if not "\u0300" <= each <= "\u036f"
        )
    marked = "".join(
        each + chance.choice(_ACCENTS)
        if each.isascii() and each.isalpha() and chance.random() < 0.5
        else each
        for each in name
    )
    return unicodedata.normalize("NFC", marked)


def zero_width(name: str, chance: random.Random) -> str:
    """With characters between its letters that draw nothing."""
    return "".join(each + (chance.choice(_ZERO_WIDTH) if chance.random() < 0.5 else "") for each in name)


def line_end(name: str, chance: random.Random) -> str:
    """Split by a line end: within a word or between two."""
    if chance.random() < 0.3 and " " in name:
        return name.replace(" ", chance.choice(_LINE_ENDS[:1]), 1)
    at = chance.randrange(1, len(name))
    return name[:at] + chance.choice(_LINE_ENDS) + name[at:]


def look_alikes(name: str, chance: random.Random) -> str:
    """With letters of another alphabet that look the same."""
    return "".join(each.translate(_LOOKS) if chance.random() < 0.7 else each for each in name)


def reordered(name: str, chance: random.Random) -> str:
    """With the family name first."""
    words = name.split()
    return f"{words[-1]}{chance.choice([', ', ' '])}{' '.join(words[:-1])}" if len(words) > 1 else name


def joined(name: str, chance: random.Random) -> str:
    """As one word, or as a file or an account is named."""
    return chance.choice(["", "_", "-", "."]).join(name.split())


def markup(name: str, chance: random.Random) -> str:
    """With markup within its words."""
    at = chance.randrange(1, len(name))
    before, behind = chance.choice(
        [("**", "**"), ("<b>", "</b>"), ("_", "_"), ("<span class='x'>", "</span>")]
    )
    return f"{before}{name[:at]}{behind}{name[at:]}"


def initials(name: str, chance: random.Random) -> str:
    """The family name with initials."""
    del chance
    *given, family = name.split()
    return " ".join([*(f"{each[0]}." for each in given), family])
