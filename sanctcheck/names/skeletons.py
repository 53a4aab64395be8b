"""The skeleton of a word: its consonants, written so that rival romanisations of one name have the same.

Doubled letters count once, vowels are dropped but for a first one (`a`, whichever it was), and what romanisations do not
agree on is one letter: `k` for k, q, ck and hard c; `h` for kh and h; `x` for sh, sch and shch; `c` for ch, tch and tsch;
`j` for zh, dj and j; `v` for v and w. Last letters lose their voice (`Ahmed` and `Ahmet`, `Ivanov` and `Ivanoff`). Where a
spelling can stand for different sounds (`ch` is `sh` in French, `j` is `y` in German), there are further skeletons.
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST = 5
"""Skeletons of one word."""

_DOUBLED = re.compile(r"(.)\1+")
_START = re.compile(r"^(?:y(?=[ei])|h(?=[^aeiouy])|(?:kn)(?=[aeiou])|mc(?=[^aeiouh]))")
_COMPOUND = re.compile(
    r"^[ae]bd(?:[aeiou]{0,2}(?:l(?=[^aeiou]|[aeiou]{1,2}[^aeiouyh])|r(?=r)|ss?(?=s)|ssh(?=sh)|sh(?=sh)|n(?=n)|z(?=z)|t(?=t)|d(?=d))|)(?=.{3})"
    r"|(?<=..)(?:[aeou]|ou)l?d+(?:i|ee)ne?$"
)
"""`Abd` with its article, and `al-Din`, written as one word with the rest."""
_GLIDE = re.compile(r"^i(?=[aou])")
_GRAPHS = {
    "dsch": "J", "tsch": "C", "shch": "X", "sch": "X", "sh": "X", "ch": "C", "tch": "C", "kh": "h", "zh": "J", "dzh": "J",
    "dj": "J", "dz": "z", "ts": "Z", "tz": "Z", "cz": "C", "sz": "X", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b", "ck": "k", "cq": "k",
    "qu": "k", "x": "ks", "rh": "r", "wh": "v",
    "ce": "s", "ci": "s", "cy": "s", "ge": "ge",
}  # fmt: skip
_GRAPH = re.compile("|".join(sorted(_GRAPHS, key=lambda graph: (-len(graph), graph))))
_LETTERS = str.maketrans({
    "q": "k", "c": "k", "w": "v", "j": "j", "X": "x", "C": "c", "J": "j", "Z": "z",
    **dict.fromkeys("aeiouy", ""),
})  # fmt: skip
_VOWELS = frozenset("aeiou")
_LAST = {"d": "t", "b": "p", "f": "v"}
_VOWEL_CLASSES = str.maketrans("eiyaou", "iiiauu")
_RIVALS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), became)
    for pattern, became in (
        (r"(?<=[^ao])j(?=[^j])|^j", "y"),  # German, Slavic
        (r"(?<![st])ch", "sh"),  # French
        (r"(?<!^)w", "u"),  # of Arabic: Anwar, Anouar
        (r"dh", "z"),
        (r"th", "s"),
        (r"q", "g"),  # of Arabic and Persian: Qasem, Gasem
        (r"c(?=[ei])", "ch"),  # Slavic and Turkish without their marks
        (r"c(?=[aou]|$)", "ts"),  # Slavic: Kuznecov
        (r"(?<=[aeo])ch(?=[mln]|$)", "kh"),  # German: Achmed
        (r"^x", "s"),
        (r"^ts|^tz", "s"),
        (r"^z(?=[aeiuw])", "ts"),
    )
)
_AMBIGUOUS = re.compile("[jcwqx]|dh|th|^z|^t[sz]")


@lru_cache(maxsize=1 << 16)
def skeletons(word: str) -> tuple[str, ...]:
    """All skeletons of a folded Latin word; the usual one first."""
    first = skeleton(word)
    if _AMBIGUOUS.search(word) is None:
        return (first,)
    found = [first]
    for pattern, became in _RIVALS:
        if pattern.search(word) is not None:
            rival = skeleton(pattern.sub(became, word))
            if rival not in found:
                found.append(rival)
    return tuple(found[:MOST])


def skeleton(word: str) -> str:
    """The usual skeleton of a folded Latin word; never empty for a word."""
    letters = _COMPOUND.sub(_compounded, word)
    letters = _DOUBLED.sub(r"\1", letters)
    letters = _GLIDE.sub("y", _START.sub(_begun, letters))
    spelt = _GRAPH.sub(_written, letters)
    if len(spelt) > 2 and spelt[-1] == "h":
        spelt = spelt[:-1]
    start = spelt[:1]
    bones = _DOUBLED.sub(r"\1", spelt).translate(_LETTERS)
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
    """A word with hardly a consonant keeps its vowels, of which only front, open and back are told apart."""
    return _DOUBLED.sub(r"\1", spelt.translate(_VOWEL_CLASSES).replace("q", "k").replace("w", "v").lower())[
        :4
    ]


def _compounded(match: re.Match[str]) -> str:
    return "abd" if match.start() == 0 else "din"


def _begun(match: re.Match[str]) -> str:
    return {"y": "", "h": "h", "kn": "n", "mc": "mac"}[match.group()]


def _written(match: re.Match[str]) -> str:
    return _GRAPHS[match.group()]
