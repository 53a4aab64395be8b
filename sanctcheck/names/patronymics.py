"""Names after the father, told by their endings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.names.token import Token

_EAST_SLAVIC = re.compile(
    r".{2,}(?:[oeay]v[iy]t?ch?|ov[iy]tsch|[oeiy]vna|[iy]nichna|[iy]ch(?:na)?|[oe]wna|owitsch)$"
)
_TURKIC = re.compile(r".{2,}(?:o[gq]?h?l[uiy]|o[gh]+l[uyi]|[qkg][iyu]zy?[iy]|kyzy|qizi|uulu|uly|uli)$")


def with_patronymics(tokens: list[Token]) -> list[Token]:
    """The tokens of a person, with what is a patronymic and no surname marked: the one that is neither first nor last."""
    names = [index for index, token in enumerate(tokens) if token.kind in {"name", "initial"}]
    if len(names) < 3:
        return tokens
    found = [
        i for i in names[1:] if tokens[i].kind == "name" and _EAST_SLAVIC.match(tokens[i].text) is not None
    ]
    if len(names) == 3 and found and found[0] == names[1]:
        found = found[:1]
    elif found:
        found = found[-1:]
    found += [i for i in names[1:] if _TURKIC.match(tokens[i].text) is not None]
    for index in found:
        tokens[index] = tokens[index]._replace(kind="patronymic")
    return tokens
