"""What a name consists of: its words, romanised, each with what it is and with a skeleton that rival romanisations share.

Nothing is deleted: titles, particles, legal forms and words that say little are marked as such, so that whoever compares
two names can weigh them.
"""

from __future__ import annotations

from functools import lru_cache

from sanctcheck.names import cleaning, splitting
from sanctcheck.names.joining import joined
from sanctcheck.names.korean_syllables import with_rival_spellings
from sanctcheck.names.tagging import tagged
from sanctcheck.names.token import Prepared, Token, token_kinds
from sanctcheck.names.wade_giles import with_pinyin
from sanctcheck.names.words import latin_words

__all__ = ["Prepared", "Token", "prepare", "token_kinds"]


@lru_cache(maxsize=1 << 12)
def prepare(text: str, kind: str = "") -> Prepared:
    """A name taken apart; the same for the same text, whatever came before.

    Args:
        text: the name as somebody wrote it, in any script; what is beyond its bounds is not looked at.
        kind: `person`, `entity`, `vessel`, `aircraft`; anything else leaves it to the name.
    """
    cleaned = cleaning.clean(text)
    words = joined(latin_words(cleaned, kind))
    if kind == "person":
        words = with_rival_spellings(with_pinyin(words, cleaned))
    tokens = tuple(tagged(words, kind))
    return Prepared(text, splitting.script(cleaned) if tokens else "", tokens, _key(tokens))


def _key(tokens: tuple[Token, ...]) -> str:
    stated = sorted(token.key for token in tokens if token.key)
    if not stated:
        stated = sorted(token.text for token in tokens)
    return " ".join(stated)
