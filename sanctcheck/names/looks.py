"""What kind of party a name looks like, where nobody says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.names.prepare import prepare

if TYPE_CHECKING:
    from sanctcheck.names.party import Party

_MOST = 3
"""So many names of a party are looked at."""
_OF_ORGANISATIONS = frozenset({"form", "generic", "numeral"})


def is_like_an_organisation(party: Party) -> bool:
    """Whether a legal form, a word such as `Bank`, or a number stands in its names."""
    return any(_has_such_words(name.text) for name in party.names[:_MOST])


@lru_cache(maxsize=1 << 12)
def _has_such_words(text: str) -> bool:
    return any(token.kind in _OF_ORGANISATIONS for token in prepare(text, "").tokens)
