"""A cleaned name, cut into words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sanctcheck.lists.scripts import script_of
from sanctcheck.names import tables

MOST = 40
"""Words of a name that are looked at."""
_LONGEST = 60
"""Characters of one word that are looked at."""
_ELISION = re.compile(r"^(d|l|dell|dall|nell|all|sant)'(?=[aeiouyhàâéèêëîïôöùûü])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=[^\W\d_]{2})'s$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[^\W\d_][./&+-]){1,9}[^\W\d_][./]?$")
_BOUNDS = frozenset(".,/&+-")
_BETWEEN = re.compile(r"[.,/&+-]+")


class Word(NamedTuple):
    """One word as written."""

    written: str
    hyphen: bool = False
    """It is tied to the word after it."""
    dotted: bool = False
    """It was written as an abbreviation: `J.`, `S.A.`, `M/V`."""


def split(chunk: str) -> list[Word]:
    """The words of what stands between two blanks of a cleaned name, in its order."""
    if chunk.isalnum():
        return [Word(chunk[:_LONGEST])]
    if _ABBREVIATION.match(chunk) is not None:
        letters = _BETWEEN.sub("", chunk)
        if letters.lower() in tables.words("abbreviations"):
            return [Word(letters, dotted=True)]
    found: list[Word] = []
    for part in re.split(r"([.,/&+-]+)", chunk):
        if not part:
            continue
        if part[0] in _BOUNDS:
            _note_bound(found, part[0])
        else:
            found.extend(_apostrophes(part))
    if found:
        found[-1] = found[-1]._replace(hyphen=False)
    return found


def _note_bound(found: list[Word], bound: str) -> None:
    """What stands between two words says something of the first."""
    if bound == "&":
        found.append(Word("and"))
    elif found and bound == "-":
        found[-1] = found[-1]._replace(hyphen=True)
    elif found and bound == "." and len(found[-1].written) < 5:
        found[-1] = found[-1]._replace(dotted=True)


def _apostrophes(part: str) -> list[Word]:
    before: list[Word] = []
    elision = _ELISION.match(part)
    if elision is not None:
        before.append(Word(elision.group(1)))
        part = part[elision.end() :]
    word = _POSSESSIVE.sub("", part).replace("'", "")[:_LONGEST]
    return [*before, Word(word)] if word else before


def script(word: str) -> str:
    """The script of a word; a word of digits alone has none."""
    return "Latn" if word.isascii() else script_of(word)
