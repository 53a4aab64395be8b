"""Words of legal forms that somebody misspelt: `LIMITED LIABILTY COMPANY`, `AKTSIONERNOE OBSHCHETVO`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rapidfuzz.distance import OSA

from sanctcheck.names import stems, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.words import Latin

_LEAST, _SURE = 5, 7
"""Letters of a word that can be known again beside another word of a form, and of one that can be by itself."""


def mended(words: Sequence[Latin]) -> Sequence[Latin]:
    """The words of an organisation's name, with those of legal forms as they are spelt."""
    meant = [_meant(word.text) if len(word.text) >= _LEAST - 1 else "" for word in words]
    if not any(meant):
        return words
    return [
        replace(word, text=spelt)
        if spelt and (len(spelt) >= _SURE or _is_beside(words, meant, place))
        else word
        for place, (word, spelt) in enumerate(zip(words, meant, strict=True))
    ]


def _is_beside(words: Sequence[Latin], meant: Sequence[str], place: int) -> bool:
    """Whether a word of a form stands before it or behind it, misspelt or not."""
    beside = [other for other in (place - 1, place + 1) if 0 <= other < len(words)]
    return any(meant[other] or words[other].text in _form_words() for other in beside)


@lru_cache(maxsize=1 << 14)
def _meant(text: str) -> str:
    """The word of a legal form that is one slip away from a word that is known as nothing else; empty for any other."""
    if text in _known():
        return ""
    found = {word for rest in _shortened(text) for word in _by_shortened().get(rest, ())}
    near = sorted(word for word in found if OSA.distance(text, word, score_cutoff=1) <= 1)
    return near[0] if near and not stems.meaning(text) and not stems.place(text) else ""


@cache
def _form_words() -> frozenset[str]:
    return frozenset(
        word for phrases in tables.phrases("forms").values() for words, _ in phrases for word in words
    )


@cache
def _known() -> frozenset[str]:
    from sanctcheck.names.weights import packaged_weights  # noqa: PLC0415 - which prepares names itself

    generic = {
        word for phrases in tables.phrases("generic").values() for words, _ in phrases for word in words
    }
    return _form_words() | generic | tables.groups("variants").keys() | packaged_weights().counts.keys()


@cache
def _by_shortened() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(_form_words()):
        for rest in _shortened(word) if len(word) >= _LEAST else ():
            found.setdefault(rest, []).append(word)
    return found


def _shortened(word: str) -> Iterator[str]:
    """A word, and what is left of it without each of its letters: two that are a slip apart have one of these in common."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
