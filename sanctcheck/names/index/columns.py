"""Rows of uneven length, and texts, as arrays: how the index keeps what belongs to each word, name and party."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.mapped import Array

    Places = NDArray[np.uint32]


class Rows(NamedTuple):
    """Rows of numbers, one after the other; row `n` stands from `ends[n]` to `ends[n + 1]`."""

    values: Places
    ends: Places

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Rows:
        """From rows as such."""
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        values = np.fromiter((value for row in rows for value in row), np.uint32, int(lengths.sum()))
        return cls(values, ends(lengths))

    @classmethod
    def by(cls, keys: Places, values: Places, number: int) -> Rows:
        """A row for each key from 0 to `number`, of the values that stand beside it."""
        order = np.lexsort((values, keys))
        return cls(values[order], ends(np.bincount(keys, minlength=number)))

    def turned(self, number: int) -> Rows:
        """For each value from 0 to `number` the rows in which it stands, each once."""
        rows = np.repeat(np.arange(len(self.ends) - 1, dtype=np.uint32), np.diff(self.ends))
        both = np.unique(np.stack([self.values, rows]), axis=1)
        return Rows.by(both[0], both[1], number)

    def row(self, place: int) -> Places:
        """One row."""
        return self.values[self.ends[place] : self.ends[place + 1]]

    def all(self, places: NDArray[np.integer]) -> tuple[Places, NDArray[np.intp]]:
        """Several rows one after the other, and how long each is."""
        starts = self.ends[places].astype(np.intp)
        lengths = self.ends[places + 1].astype(np.intp) - starts
        total = int(lengths.sum())
        before = np.cumsum(lengths) - lengths
        return self.values[np.repeat(starts - before, lengths) + np.arange(total)], lengths

    def arrays(self, name: str) -> dict[str, Array]:
        """As they are kept in a file."""
        return {name: self.values, f"{name}.ends": self.ends}

    @classmethod
    def read(cls, arrays: Mapping[str, Array], name: str) -> Rows:
        """As they were kept."""
        return cls(arrays[name], arrays[f"{name}.ends"])


def ends(lengths: NDArray[np.integer]) -> Places:
    """Where rows of these lengths start and end."""
    found = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=found[1:])
    return found


class Blobs(NamedTuple):
    """Bytes, a piece for each place."""

    content: memoryview
    ends: memoryview[int]

    def piece(self, place: int) -> memoryview:
        """One piece, not copied."""
        return self.content[self.ends[place] : self.ends[place + 1]]

    @staticmethod
    def arrays(name: str, pieces: Iterable[bytes]) -> dict[str, Array]:
        """As they are kept in a file."""
        kept = list(pieces)
        lengths = np.fromiter(map(len, kept), np.int64, len(kept))
        return {name: np.frombuffer(b"".join(kept), np.uint8), f"{name}.ends": ends(lengths)}

    @classmethod
    def read(cls, arrays: Mapping[str, Array], name: str) -> Blobs:
        """As they were kept."""
        return cls(arrays[name].data, integers(arrays[f"{name}.ends"]))


_KEY_BITS, _MOST_BITS, _EACH_BITS = 32, 18, 3


class Lookup(NamedTuple):
    """Places by hashed keys: sorted, so that a key is found by its first bits and by halving."""

    keys: Places
    places: Places

    @classmethod
    def of(cls, keys: Places, places: Places) -> Lookup:
        """From keys in any order, each with its place."""
        both = np.unique((keys.astype(np.uint64) << np.uint64(32)) | places)
        return cls(
            (both >> np.uint64(32)).astype(np.uint32), (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)
        )

    def found(self, keys: Places) -> tuple[Places, NDArray[np.intp]]:
        """The places of several keys, one after the other, and how many each has."""
        starts = np.searchsorted(self.keys, keys)
        lengths = np.searchsorted(self.keys, keys, side="right") - starts
        before = np.cumsum(lengths) - lengths
        return self.places[np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))], lengths

    def arrays(self, name: str) -> dict[str, Array]:
        """As they are kept in a file, with where the keys start that begin with the same bits."""
        bits = min(_MOST_BITS, max(1, len(self.keys).bit_length() - _EACH_BITS))
        firsts = np.arange((1 << bits) + 1, dtype=np.uint64) << np.uint64(_KEY_BITS - bits)
        starts = np.searchsorted(self.keys.astype(np.uint64), firsts).astype(np.uint32)
        return {f"{name}.keys": self.keys, f"{name}.starts": starts, name: self.places}


def integers(array: Array) -> memoryview[int]:
    """Numbers that are looked at one by one, which compiled modules do without Python, and plain Python faster than with numpy."""
    return array.data


def floats(array: Array) -> memoryview[float]:
    """The same with fractions."""
    return cast("memoryview[float]", array.data)
