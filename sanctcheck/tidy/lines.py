"""Two texts line by line, as `diff -u` shows them, in a time that grows with their length alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = 100
"""Lines between two anchors that are compared with each other one by one: it takes the square of them, and more."""
_COMPARISONS = 300_000
"""How many such comparisons there are in all; beyond, what is between two anchors is shown as one change."""
Match = tuple[int, int, int]


class _Lines(SequenceMatcher[str]):
    """Lines that stand once in both texts, and in the same order, are the same; only what is between them is searched.

    `difflib` alone needs minutes where many lines are alike, and whoever writes a file chooses its lines.
    """

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, "", "", autojunk=False)
        self.a, self.b = before, after
        self._left = _COMPARISONS

    def get_matching_blocks(self) -> list[Match]:  # type: ignore[override]
        """Where the texts are the same, in order; at last an empty match at their ends."""
        ends = (len(self.a), len(self.b))
        anchors = [(-1, -1), *_anchors(self.a, self.b), ends]
        found = [
            match
            for (first, second), (next_first, next_second) in pairwise(anchors)
            for match in self._between((first + 1, next_first), (second + 1, next_second))
        ]
        singles = [(first, second, 1) for first, second in anchors[1:-1]]
        return [*_joined(sorted(found + singles)), (*ends, 0)]

    def _between(self, first: tuple[int, int], second: tuple[int, int]) -> Iterator[Match]:
        (start, end), (other, other_end) = first, second
        while start < end and other < other_end and self.a[start] == self.b[other]:
            yield start, other, 1
            start, other = start + 1, other + 1
        tail = 0
        while start < end and other < other_end and self.a[end - 1] == self.b[other_end - 1]:
            end, other_end, tail = end - 1, other_end - 1, tail + 1
        if tail:
            yield end, other_end, tail
        wide, other_wide = end - start, other_end - other
        if 0 < wide <= _SMALL and 0 < other_wide <= _SMALL and wide * other_wide <= self._left:
            self._left -= wide * other_wide
            inner = SequenceMatcher(None, self.a[start:end], self.b[other:other_end], autojunk=False)
            for at, at_other, size in inner.get_matching_blocks():
                if size:
                    yield start + at, other + at_other, size


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the lines that stand once in both: as many as are in the same order."""
    once = {line for line, number in Counter(after).items() if number == 1}
    where = {line: place for place, line in enumerate(after) if line in once}
    counted = Counter(before)
    both = [(place, where[line]) for place, line in enumerate(before) if counted[line] == 1 and line in where]
    ends: list[int] = []  # the smallest end that a row of each length has
    last: list[int] = []  # which of `both` it is
    came_from: list[int] = []
    for index, (_, place) in enumerate(both):
        length = bisect_left(ends, place)
        came_from.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    row = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(both[index])
        index = came_from[index]
    return row[::-1]


def _joined(matches: list[Match]) -> list[Match]:
    """Matches that follow one another at once are one."""
    joined: list[Match] = []
    for at, other, size in matches:
        if joined and joined[-1][0] + joined[-1][2] == at and joined[-1][1] + joined[-1][2] == other:
            before = joined.pop()
            joined.append((before[0], before[1], before[2] + size))
        else:
            joined.append((at, other, size))
    return joined


def unified(before: Sequence[str], after: Sequence[str], names: tuple[str, str]) -> Iterator[str]:
    """The changes with three lines around each, as `diff -u` writes them; nothing where there is none."""
    for number, group in enumerate(_Lines(before, after).get_grouped_opcodes(3)):
        if not number:
            yield f"--- {names[0]}"
            yield f"+++ {names[1]}"
        yield f"@@ -{_range(group[0][1], group[-1][2])} +{_range(group[0][3], group[-1][4])} @@"
        for tag, start, end, other, other_end in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[start:end])
                continue
            yield from (f"-{line}" for line in before[start:end])
            yield from (f"+{line}" for line in after[other:other_end])


def _range(start: int, end: int) -> str:
    """As `diff` counts: from one, and an empty range by the line before it."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"
