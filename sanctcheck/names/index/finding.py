# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Places by hashed keys, found by their first bits and by halving: compiled where a compiler is at hand (`finding.pxd` states the types)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.index.columns import integers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.names.index.mapped import Array


class Finder:
    """Looks keys up, one by one. `Lookup` is how the arrays are made."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        self.keys = integers(arrays[f"{name}.keys"])
        self.values = integers(arrays[name])
        self.starts = integers(arrays[f"{name}.starts"])
        self.shift = 33 - (len(self.starts) - 1).bit_length()

    def start(self, key: int) -> int:
        """Where the places of a key begin, or those of the next one."""
        first = key >> self.shift
        low, high = self.starts[first], self.starts[first + 1]
        while low < high:
            middle = (low + high) >> 1
            if self.keys[middle] < key:
                low = middle + 1
            else:
                high = middle
        return low

    def places(self, key: int) -> list[int]:
        """All places of a key."""
        number, place, found = len(self.keys), self.start(key), []
        while place < number and self.keys[place] == key:
            found.append(self.values[place])
            place += 1
        return found

    def places_of(self, keys: Iterable[int]) -> list[int]:
        """Those of several keys, each once, in their order."""
        return sorted({place for key in keys for place in self.places(key)})
