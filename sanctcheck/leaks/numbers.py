"""Telling details: numbers whatever stands between their digits, and words that together point at somebody."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.leaks.cutting import plain, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.leaks.cutting import Word

_SHORTEST, _SHORTEST_CODE = 5, 5
"""Digits of a number, and characters of a code, that point at one person."""
_SUBSCRIBER = 8
"""The digits of a phone number that stay when it is written without its country and its leading zero."""
_SPREAD = 2
_MORE = 4
"""How many times as many words as a description has its words may be spread over, and how many more."""
_SHORTEST_WORD = 3
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "who",
        "was",
        "his",
        "her",
        "der",
        "die",
        "das",
        "und",
        "des",
        "dem",
        "den",
        "les",
        "des",
        "une",
        "los",
        "las",
        "del",
        "dei",
        "the",
    ]
)
"""Words that describe nobody."""
_HAS_DIGIT = re.compile(r"\d")
_HAS_NUMBER = re.compile(r"\d.?\d", re.DOTALL)
_DIGITS = re.compile(r"\d(?:[\s().,/\-\u2010-\u2015+:#]{0,3}\d)+")


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: a number by its digits, a code by its characters, or a description by its words."""

    digits: str = ""
    code: str = ""
    words: frozenset[str] = frozenset()


def detail(text: str) -> Detail | None:
    """What is looked for to find a detail; None where there is too little of it."""
    stripped = plain(text)[0]
    letters = [each for each in stripped if each.isalnum()]
    digits = _digits(stripped)
    has_words = sum(each.isalpha() for each in letters) > len(digits)
    if len(digits) >= _SHORTEST and not has_words:
        if len(digits) == len(letters):
            is_phone = stripped.strip()[:1] in {"+", "0", "("} and len(digits) > _SUBSCRIBER
            return Detail(digits=digits[-_SUBSCRIBER:] if is_phone else digits)
        return Detail(code="".join(letters).casefold())
    if len(letters) >= _SHORTEST_CODE and digits and len(stripped.split()) == 1:
        return Detail(code="".join(letters).casefold())
    chosen = frozenset(
        word.text
        for word in words(text)
        if (len(word.text) >= _SHORTEST_WORD and word.text not in _COMMON) or word.text.isdigit()
    )
    return Detail(words=chosen) if len(chosen) > 1 or sum(map(len, chosen)) >= _SHORTEST_CODE else None


def found(text: str, cut: Sequence[Word], details: Iterable[Detail]) -> Iterator[tuple[int, int, Detail]]:
    """Where a detail stands in a text: from its first character to behind its last."""
    numbered = []
    for each in details:
        if each.words:
            for start, end in _described(cut, each.words):
                yield start, end, each
        else:
            numbered.append(each)
    # A code may have a single digit.
    near = [each for each in numbered if (_HAS_DIGIT if each.code else _HAS_NUMBER).search(text)]
    if near:
        stripped, places = plain(text)
        for each in near:
            for start, end in _numbers(stripped, each.digits) if each.digits else _codes(stripped, each.code):
                yield *_back(start, end, places), each


def _back(start: int, end: int, places: list[int] | None) -> tuple[int, int]:
    return (start, end) if places is None else (places[start], places[end - 1] + 1)


def _numbers(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    for match in _DIGITS.finditer(text):
        if wanted in _digits(match.group()):
            yield match.span()


def _codes(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    spaced = r"[\W_]{0,3}".join(map(re.escape, wanted))
    for match in re.finditer(
        rf"(?<![^\W_]){spaced}(?![^\W_])", text.casefold() if not text.isascii() else text.lower()
    ):
        yield match.span()


def _described(cut: Sequence[Word], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The words of a description where all of them stand near one another; what stands between them is left."""
    places = [(place, word.text) for place, word in enumerate(cut) if word.text in wanted]
    reach = _SPREAD * len(wanted) + _MORE
    for start, (first, _) in enumerate(places):
        near = [(place, text) for place, text in places[start:] if place - first < reach]
        if len({text for _, text in near}) == len(wanted):
            yield from _runs(cut, [place for place, _ in near])


def _runs(cut: Sequence[Word], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Words side by side as one stretch; a small word between two belongs to it."""
    first = last = places[0]
    for place in places[1:]:
        if all(len(word.text) < _SHORTEST_WORD or word.text in _COMMON for word in cut[last + 1 : place]):
            last = place
            continue
        yield cut[first].start, cut[last].end
        first = last = place
    yield cut[first].start, cut[last].end


def _digits(text: str) -> str:
    """The digits of a text, of whatever script, as Latin ones."""
    return "".join(str(unicodedata.digit(each)) for each in text if each.isdigit())
