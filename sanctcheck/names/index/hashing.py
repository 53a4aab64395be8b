# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Hashes of what is left of a word that loses letters: CRC-32, which goes on from where it stood before the letter.

Compiled where a compiler is at hand (`hashing.pxd` states the types), and the same without, only slower.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np

from sanctcheck.names.index.columns import integers

_POLYNOMIAL = 0xEDB88320
_ALL = 0xFFFFFFFF


def _table() -> list[int]:
    """What each byte makes of the hash."""
    found = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)  # noqa: PLW2901 - bit by bit
        found.append(value)
    return found


_STEPS = integers(np.array(_table(), np.uint32))


def rest_hashes(start: int, text: str, lost: int) -> list[int]:
    """The hashes of a text, and of what is left of it when it loses so many letters, two at most, or fewer.

    As `crc32` of each, which goes on from `start`. What is left can be the same for several letters.
    """
    letters = text.encode()
    found = [crc32(letters, start)]
    if len(letters) > len(text):
        return _of_characters(start, text, lost, found)
    number, before = len(letters), start ^ _ALL
    if lost:
        for place in range(number):
            one = before
            for other in range(place + 1, number):
                if lost > 1:
                    two = one
                    for at in range(other + 1, number):
                        two = _STEPS[(two ^ letters[at]) & 0xFF] ^ two >> 8
                    found.append(two ^ _ALL)
                one = _STEPS[(one ^ letters[other]) & 0xFF] ^ one >> 8
            found.append(one ^ _ALL)
            before = _STEPS[(before ^ letters[place]) & 0xFF] ^ before >> 8
    return found


def _of_characters(start: int, text: str, lost: int, found: list[int]) -> list[int]:
    """The same where a letter is several bytes."""
    places = range(len(text)) if lost else range(0)
    for place in places:
        one = text[:place] + text[place + 1 :]
        found.append(crc32(one.encode(), start))
        if lost > 1:
            found.extend(
                crc32((one[:other] + one[other + 1 :]).encode(), start) for other in range(place, len(one))
            )
    return found
