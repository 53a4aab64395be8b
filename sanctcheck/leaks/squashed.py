"""Names whose letters stand in their order, whatever stands between them: line ends, hyphens, markup, or nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sanctcheck.leaks.sought import is_without_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.leaks.cutting import Word

_ANYWHERE = 11
"""Letters of a name that is found also in the middle of other letters."""
_ENDED = 8
"""Letters of a name that is found also where an ending of a few letters follows."""
_LONGEST_ENDING = 3
_FIRST_HAN = "\u3400"


@cache
def _han() -> re.Pattern[str]:
    return re.compile("[\u3400-\u9fff]{2,}")


def found(cut: Sequence[Word], wanted: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where a name stands: its first word and its last, counted from zero; and the name."""
    letters = "".join([word.text for word in cut])
    starts = ends = None
    for name in wanted:
        at = letters.find(name)
        while at >= 0:
            if starts is None or ends is None:
                starts, ends = _bounds(cut)
            first, last = _word_at(starts, at), _word_at(starts, at + len(name) - 1)
            if _stands(name, at - starts[first], ends[last] - at - len(name)):
                yield first, last, name
            at = letters.find(name, at + 1)


def _bounds(cut: Sequence[Word]) -> tuple[list[int], list[int]]:
    starts, ends, length = [], [], 0
    for word in cut:
        starts.append(length)
        length += len(word.text)
        ends.append(length)
    return starts, ends


def _word_at(starts: Sequence[int], place: int) -> int:
    from bisect import bisect_right  # noqa: PLC0415 - only where a name is found

    return bisect_right(starts, place) - 1


def _stands(name: str, before: int, behind: int) -> bool:
    """Whether what stands before a name in its first word, and behind it in its last, leaves it a name."""
    if is_without_blanks(name) or len(name) >= _ANYWHERE or not (before or behind):
        return True
    return not before and len(name) >= _ENDED and behind <= _LONGEST_ENDING


def in_ideographs(cut: Sequence[Word], wanted: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where ideographs that are read as a name stand: the first word and the last; and the name."""
    if all(max(word.text, default="") < _FIRST_HAN or not _han().search(word.text) for word in cut):
        return
    from anyascii import anyascii  # noqa: PLC0415 - few texts have ideographs

    names = [name for name in wanted if name.isascii()]
    for place, word in enumerate(cut):
        if _han().search(word.text) is not None:
            read = [anyascii(letter).lower() for letter in word.text]
            starts = {sum(map(len, read[:number])) for number in range(len(read) + 1)}
            joined = "".join(read)
            for name in names:
                at = joined.find(name)
                if at >= 0 and at in starts and at + len(name) in starts:
                    yield place, place, name
