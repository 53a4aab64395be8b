"""Every script without a module of its own, by one table for all of Unicode."""

from __future__ import annotations

from sanctcheck.names.scripts import Romanised


def ascii_letters(text: str) -> str:
    """Text in lower-case ASCII letters and digits alone."""
    from anyascii import anyascii  # noqa: PLC0415 - a name in Latin letters does not need it

    return "".join(character for character in anyascii(text).lower() if character.isalnum())


def romanise(word: str) -> tuple[Romanised, ...]:
    """The word by the table."""
    return (Romanised(ascii_letters(word)),)
