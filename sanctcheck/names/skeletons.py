# cython: language_level=3, annotation_typing=False
"""The skeleton of a word: its consonants, written so that rival romanisations of one name have the same.

Doubled letters count once, vowels are dropped but for a first one (`a`, whichever it was), and what romanisations do not
agree on is one letter: `k` for k, q, ck and hard c; `h` for kh and h; `x` for sh, sch and shch; `c` for ch, tch and tsch;
`j` for zh, dj and j; `v` for v and w. Last letters lose their voice (`Ahmed` and `Ahmet`, `Ivanov` and `Ivanoff`). A word
with hardly a consonant keeps its vowels, of which only front, open and back are told apart (`Ali`, `Li`, `Lee`).

Where a spelling means one sound in one language and another in the next (`ch` is `sh` in French, `j` is `y` in German), a
word has a skeleton for each way to read it: two words can be one name where they have any in common.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MOST = 6
"""Skeletons of one word."""

_COMPOUND = re.compile(
    r"^[ae]bd(?:[aeiou]{0,2}(?:l(?=[^aeiou]|[aeiou]{1,2}[^aeiouyh])|r(?=r)|ss?(?=s)|ssh(?=sh)|sh(?=sh)|n(?=n)|z(?=z)|t(?=t)|d(?=d))|)(?=.{3})"
    r"|(?<=..)(?:[aeou]|ou)l?d+(?:i|ee)ne?$"
)
"""`Abd` with its article, and `al-Din`, written as one word with the rest."""
_RELIGION = ("din", "deen", "dean", "dine", "deene")
_START = re.compile(r"^(?:y(?=[ei])|hs|kn(?=[aeiou])|mc(?=[^aeiouh])|ou(?=[aeiy])|i(?=[aou]))")
_STARTS = frozenset("yhkmoi")
_STARTED = {"y": "", "hs": "s", "kn": "n", "mc": "mac", "ou": "w", "i": "y"}
_GRAPHS = {
    "dsch": "J", "tsch": "C", "shch": "X", "sch": "X", "sh": "X", "ch": "C", "tch": "C", "kh": "h", "zh": "J", "dzh": "J", "schtsch": "X", "chtch": "X",
    "dj": "J", "dz": "z", "ts": "Z", "tz": "Z", "cz": "C", "sz": "X", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b",
    "ck": "k", "cq": "k", "qu": "k", "x": "ks", "rh": "r", "wh": "v", "ce": "s", "ci": "s", "cy": "s",
}  # fmt: skip
_GRAPH = re.compile("|".join(sorted(_GRAPHS, key=lambda graph: (-len(graph), graph))))
_LETTERS = str.maketrans(
    {"q": "k", "c": "k", "w": "v", "X": "x", "C": "c", "J": "j", "Z": "z", **dict.fromkeys("aeiouy'", "")}
)
_VOWELS = frozenset("aeiou")
_LAST = {"d": "t", "b": "p", "f": "v"}
_VOWEL_CLASSES = str.maketrans("eiyaouqwXCJZ", "iiiauukvxcjz")
_SLAVIC_END = r"(?:ov|ev|in|yn|ko|uk|i[ck]h?|ych|sk[iy][iy]?|[aeo]u|vna|i[iy]|[oe]va|ina|ka|aya)$"


class _Way(NamedTuple):
    """One way to read a spelling."""

    fits: re.Pattern[str]
    """What a word has to have for the way to make a difference."""
    changes: tuple[tuple[re.Pattern[str], str], ...]


def _way(fits: str, *changes: tuple[str, str]) -> _Way:
    return _Way(re.compile(fits), tuple((re.compile(pattern), became) for pattern, became in changes))


_WAYS = (
    # German, Dutch, Nordic and Slavic in Latin letters: j is a vowel, ch is kh, c is ts
    _way(
        rf"j(?:.*{_SLAVIC_END}|$)|(?<=[^aeioudn])j|^j|c(?!h)|(?<![st])ch(?!$)",
        (r"(?<![t])tj", "tch"), ("ts+j", "tch"), ("sj", "sh"), ("zj", "zh"), (r"j", "y"), ("(?<![st])ch(?!$)", "kh"), ("(?<=i)c$", "ch"),
        ("c(?=[hkqz])", "c"), ("(?<!t)c(?![hkqz])", "ts"), ("^y(?=[ei])", ""),
    ),
    # the same, where ch is ch
    _way("j.*ch|ch.*j", ("(?<!t)tj", "tch"), ("sj", "sh"), ("zj", "zh"), ("j", "y"), ("^y(?=[ei])", "")),
    # French
    _way("(?<![st])ch", ("(?<![st])ch", "sh")),
    # Persian and Turkish ways with Arabic
    _way("dh|th|q", ("dh", "z"), ("th", "s"), ("q", "g")),
    # of Arabic, where the two letters are two sounds: Azhar, Fathi, Adham
    _way("(?<=[aeiou])[tdz]h(?=[aeiou])", ("(?<=[aeiou])([tdz])h(?=[aeiou])", r"\1'h")),
    # of Arabic: Anwar and Anouar
    _way("(?<!^)w(?=[aeiou])", ("(?<!^)w(?=[aeiou])", "u")),
    # Belarusian, and of Arabic: Daud and Davud
    _way(
        "[ae]u(?:$|[bdgjklmnrstz])|[eo]u$|(?:dz|ts)(?=[eijy])",
        ("(?<=[aeo])u(?=$|[bdgjklmnrstz])", "v"), ("dz(?=[eijy])", "d"), ("ts(?=[eijy])", "t"), ("j", "y"),
    ),
    _way(
        rf"(?:dz|ts)(?=[eijy]).*{_SLAVIC_END}",
        ("(?<=[aeo])u(?=$|[bdgjklmnrstz])", "v"), ("dz(?=[eijy])", "d"), ("ts(?=[eijy])", "t"), ("j", "y"), ("(?<![cdghkpstwz])h", "g"),
    ),
    # Ukrainian and Belarusian h
    _way(f"(?<![cdghkpstwz])h.*{_SLAVIC_END}", ("(?<![cdghkpstwz])h", "g")),
    # Turkish and Slavic without their marks
    _way("c(?=[eiu])|c$", ("c(?=[eiu]|$)", "ch")),
    # Chinese
    _way("^x|^t[sz]", ("^x", "s"), ("^t[sz]", "s")),
    _way("^z(?=[aeiuvw])", ("^z", "ts")),
)  # fmt: skip
_AMBIGUOUS = re.compile(r"[jcqxw]|[dtz]h|h.*" + _SLAVIC_END + "|^z|ts|dz|[ae]u|[eo]u$")


@lru_cache(maxsize=1 << 15)
def skeletons(word: str) -> tuple[str, ...]:
    """All skeletons of a folded Latin word; the usual one first."""
    first = skeleton(word)
    if _AMBIGUOUS.search(word) is None:
        return (first,)
    found = [first]
    for way in _WAYS:
        if way.fits.search(word) is None:
            continue
        spelt = word
        for pattern, became in way.changes:
            spelt = pattern.sub(became, spelt)
        rival = skeleton(spelt)
        if rival not in found:
            found.append(rival)
    return tuple(found[:MOST])


def skeleton(word: str) -> str:
    """The usual skeleton of a folded Latin word; never empty for a word."""
    letters = word
    if word[1:3] == "bd" or word.endswith(_RELIGION):
        letters = _COMPOUND.sub(_compounded, letters)
    letters = undoubled(letters)
    if letters[:1] in _STARTS:
        letters = _START.sub(_started, letters)
    spelt = _GRAPH.sub(_written, letters)
    if len(spelt) > 2 and spelt[-1] == "h":
        spelt = spelt[:-1]
    start = spelt[:1]
    bones = undoubled(spelt).translate(_LETTERS)
    if spelt[-1:] in _LAST:
        bones = bones[:-1] + _LAST[spelt[-1]]
    if start in _VOWELS:
        bones = "a" + bones
    elif start == "y":
        bones = "y" + bones
    if len(bones) > 2 or (len(bones) > 1 and start not in _VOWELS):
        return bones
    return _short(spelt) or word


def _short(spelt: str) -> str:
    return undoubled(spelt.translate(_VOWEL_CLASSES).replace("'", ""))[:4]


def undoubled(word: str) -> str:
    """A word in which no letter stands twice in a row."""
    before = "\0"
    for letter in word:
        if letter == before:
            return "".join([one for one, other in zip(word, "\0" + word) if one != other])  # noqa: B905 - one is longer
        before = letter
    return word


def _compounded(match: re.Match[str]) -> str:
    return "abd" if match.start() == 0 else "din"


def _started(match: re.Match[str]) -> str:
    return _STARTED[match.group()]


def _written(match: re.Match[str]) -> str:
    return _GRAPHS[match.group()]
