"""How words are spelt, as numbers and bytes that an index keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.names.token import Token

VOWELLED, GROUPED, IS_INITIAL, GENERIC, STRANGE = 1, 2, 4, 8, 16
"""Signs of a word; the last of a word of a query alone."""
ALPHABET = 32
"""Letters that are told apart: of others, some count as one, which makes words nearer and never farther."""

Y_FOR_I = ord("y") - ord("i")
"""How far apart they are; so are other letters, which makes words with them nearer and never farther."""
GLANCE = 6
"""Numbers that are kept side by side of each word, of which most say enough."""


def coded(text: str) -> bytes:
    """A byte for each letter, below `ALPHABET`."""
    return bytes([ord(letter) % ALPHABET for letter in text])


def skeletons_of(word: Token) -> tuple[str, ...]:
    """All skeletons of a word."""
    return word.skeletons or (word.skeleton,)


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
