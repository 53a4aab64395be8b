"""How words are spelt, as numbers and bytes that an index keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from sanctcheck.names.token import Token

VOWELLED, GROUPED, IS_INITIAL, GENERIC, STRANGE = 1, 2, 4, 8, 16
"""Signs of a word; the last of a word of a query alone."""
ALPHABET = 32
"""Letters that are told apart: of others, some count as one, which makes words nearer and never farther."""


def coded(text: str) -> bytes:
    """A byte for each letter, below `ALPHABET`."""
    return bytes([letter & (ALPHABET - 1) for letter in text.encode("latin-1", "replace")])


def skeletons_of(word: Token) -> tuple[str, ...]:
    """All skeletons of a word."""
    return word.skeletons or (word.skeleton,)


def letters_of(text: str) -> int:
    """The same for words of the same letters in any order."""
    return crc32("".join(sorted(text)).encode())


def signs_of(word: Token) -> int:
    """What tells of a word how its letters count."""
    return (
        word.vowelled * VOWELLED
        | bool(word.groups) * GROUPED
        | (word.kind == "initial") * IS_INITIAL
        | (word.kind == "generic") * GENERIC
    )


def shape(letters: bytes) -> int:
    """Which letters a word has, a bit for each."""
    found = 0
    for letter in letters:
        found |= 1 << letter
    return found
