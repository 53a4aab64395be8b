"""Greek, with the pairs of letters that are one sound."""

from __future__ import annotations

import re
import unicodedata

from sanctcheck.names.scripts import Romanised

_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_PAIRS = {
    "ου": "ou", "αι": "ai", "ει": "ei", "οι": "oi", "γγ": "ng", "γκ": "gk", "γχ": "nch", "γξ": "nx", "τσ": "ts", "τζ": "tz",
    "μπ": "mp", "ντ": "nt",
}  # fmt: skip
_VOICED = re.compile("^(?:μπ|ντ|γκ)")
_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g"}
_V_AFTER = re.compile("([αεη])υ(?=[αεηιουωβγδζλμνρ])")
_F_AFTER = re.compile("([αεη])υ")
_PAIR = re.compile("|".join(_PAIRS))


def romanise(word: str) -> tuple[Romanised, ...]:
    """As passports have it, and as it is spoken."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    bare = _V_AFTER.sub(r"\1v", bare)
    bare = _F_AFTER.sub(r"\1f", bare)
    start = _VOICED.match(bare)
    usual = _latin(_FIRST[start.group()] + bare[2:] if start is not None else bare)
    spoken = (
        usual.replace("ch", "h").replace("ou", "u").replace("mp", "b").replace("nt", "d").replace("gk", "g")
    )
    return (
        Romanised(
            usual,
            tuple(
                dict.fromkeys(
                    each
                    for each in (spoken, usual.replace("ch", "kh"), usual.replace("v", "b"))
                    if each != usual
                )
            ),
        ),
    )


def _latin(word: str) -> str:
    word = _PAIR.sub(lambda pair: _PAIRS[pair.group()], word)
    return "".join(_LETTERS.get(letter, letter) for letter in word if letter in _LETTERS or letter.isascii())
