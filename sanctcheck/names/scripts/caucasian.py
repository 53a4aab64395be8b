"""Georgian, which anyascii's table writes as Georgians do, and Armenian, which differs between East and West."""

from __future__ import annotations

from sanctcheck.names.scripts import Romanised
from sanctcheck.names.scripts.other import ascii_letters

_WESTERN = str.maketrans("բգդպկտծձճջԲԳԴՊԿՏԾՁՃՋ", "պկտբգդձծջճՊԿՏԲԳԴՁԾՋՃ")
_ARMENIAN = ("\u0530", "\u058f")
_PAIRS = (("ու", "ւ"), ("եւ", "և"))


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form, and for Armenian that of the West."""
    if not _ARMENIAN[0] <= word[0] <= _ARMENIAN[1]:
        return (Romanised(ascii_letters(word)),)
    eastern = _armenian(word)
    western = _armenian(word.translate(_WESTERN))
    return (Romanised(eastern, tuple({western, _ended(eastern)} - {eastern})),)


def _armenian(word: str) -> str:
    word = word.lower().replace("ու", "\u0001").replace("և", "\u0002")
    text = "".join("u" if c == "\u0001" else "ev" if c == "\u0002" else ascii_letters(c) for c in word)
    return f"v{text}" if word[0] == "ո" and len(word) > 1 and word[1] != "\u0001" else text


def _ended(text: str) -> str:
    """`-ian` as the diaspora writes it."""
    return f"{text[:-3]}ian" if text.endswith("yan") else text
