"""The parts of a prepared name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import msgspec

TokenKind = Literal["name", "particle", "title", "form", "numeral", "initial", "generic", "patronymic"]
"""What a word is: part of a name; `bin`, `van der`; `General`; a legal form or vessel prefix; a number; a single letter;
a word that many bear (`bank`); `Ivanovich`."""
GENERATIONS = frozenset({"jr", "sr"})
"""Titles that tell a father from his son."""
token_kinds: tuple[TokenKind, ...] = get_args(TokenKind)


class Token(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One word of a name, or several that are one (`Abd al-Rahman`)."""

    text: str
    """In Latin letters, lower case, without accents."""
    kind: TokenKind
    skeleton: str
    written: str
    readings: tuple[str, ...] = ()
    """Rival romanisations, folded as `text` is."""
    canonical: str = ""
    """What all forms of the word share: `joint stock company`, `5`, `bank`; for a name, its group of variants."""
    skeletons: tuple[str, ...] = ()
    """All skeletons, that of the text first: two words with one in common can be the same name."""
    groups: tuple[str, ...] = ()
    """All groups of variants in which a name stands (`aleksandr`): spellings of one name."""
    related: tuple[str, ...] = ()
    """The names for which it may stand: as a short form (`Bill`), or in another language (`Joseph`, `Yusuf`)."""
    family: str = ""
    """For a legal form: the wider kind that it is of (`limited`); two of one family may be translations."""
    vowelled: bool = True
    """Whether its vowels are known; a word in Arabic or Hebrew script that no table has is known by its consonants alone."""

    @property
    def key(self) -> str:
        """What `Prepared.key` has of it; empty for what can be left out of a name without making it another."""
        if self.kind in {"title", "particle"}:
            return self.canonical if self.canonical in GENERATIONS else ""
        return self.canonical if self.kind in {"form", "numeral", "generic"} else self.text


@dataclass(frozen=True, slots=True)
class Prepared:
    """A name taken apart."""

    text: str
    """As it was given."""
    script: str
    """ISO 15924."""
    tokens: tuple[Token, ...]
    key: str
    """Equal keys: equal names after preparation."""
