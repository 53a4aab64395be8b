"""Reads the tables of `data/`: plain text, one group a line, its key first; `#` begins a comment.

A line of a table of phrases is `key: a phrase, another`. A line of a table of words is words alone, the first of which
is the key, and `_` stands for a blank within one. Tables are read once, when something first asks for them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = Path(__file__).parent / "data"

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By the first word of a phrase: all its words, and its key; the longest phrase first."""


def lines(name: str) -> Iterator[str]:
    """The lines of one table without comments, or of all tables in a folder."""
    path = _DATA / name
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]:
        for line in file.read_text("utf-8").split("\n"):
            stated = line.partition("#")[0].strip() if "#" in line else line
            if stated:
                yield stated


@cache
def phrases(name: str) -> Phrases:
    """A table of phrases; a key is a phrase of its own."""
    found: Phrases = {}
    for line in lines(name):
        key, _, stated = line.partition(": ")
        for phrase in {key.partition("/")[0].lstrip("?"), *stated.split(", ")}:
            words = tuple(phrase.split())
            if words:
                found.setdefault(words[0], []).append((words, key))
    for several in found.values():
        several.sort(key=lambda each: (-len(each[0]), each))
    return found


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """A table of words: the keys of the groups in which each word stands."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        words = line.split()
        key = words[0]
        for word in words:
            known = found.get(word)
            if known is None:
                found[word] = (key,)
            elif key not in known:
                found[word] = (*known, key)
    return found


@cache
def readings(name: str) -> dict[str, tuple[str, ...]]:
    """A table of words in another script: how each is usually written in Latin letters."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(f"readings/{name}"):
        word, *latin = line.split()
        found[word] = tuple(latin)
    return found


@cache
def words(name: str) -> frozenset[str]:
    """A table of words without groups."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def arabic_words() -> frozenset[str]:
    """The Latin spellings of the words and names of Arabic that the tables know."""
    known = {latin for several in readings("arabic").values() for latin in several}
    return frozenset(known.union(*(line.split() for line in lines("variants/arabic"))))


def segmented(text: str, name: str) -> list[str]:
    """A text without blanks, cut where a table has its words: the longest that fits, and what is between them."""
    table = readings(name)
    longest = max(map(len, table), default=1)
    found: list[str] = []
    rest, index = "", 0
    while index < len(text):
        size = next(
            (n for n in range(min(longest, len(text) - index), 1, -1) if text[index : index + n] in table), 0
        )
        if not size:
            rest += text[index]
            index += 1
            continue
        found += [rest, text[index : index + size]] if rest else [text[index : index + size]]
        rest = ""
        index += size
    return [*found, rest] if rest else found
