"""Names after the father, told by their endings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sanctcheck.names import tables

if TYPE_CHECKING:
    from sanctcheck.names.token import Token

_EAST_SLAVIC = re.compile(
    r".{2,}(?:[oeay]v[iy]t?ch?|ov[iy]tsch|[oeiy][vu]na|[ae]una|[iy]nichna|[iy]ch(?:na)?|[oe]wna|owitsch)$"
)
_ENDING = re.compile("(?:itsch|i[ct]ch|itsj|[iy]tj|[iy]ch|icz|ic|na)$")
_CHILD = frozenset(
    {"oglu", "ogly", "oglou", "oghlu", "ogli", "ugli", "qizi", "kyzy", "kizi", "gizi", "gyzy", "uly", "uulu"}
)
"""`Son` and `daughter`, after the name of the father."""
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
    for index in names[1:]:
        if tokens[index].text in _CHILD:
            tokens[index] = replace(tokens[index], kind="particle", canonical="bin")
            found.append(index - 1)
        elif _TURKIC.match(tokens[index].text) is not None:
            found.append(index)
    for index in found:
        if tokens[index].kind == "name":
            father = _father(tokens[index].text)
            groups = (father,) if father else ()
            tokens[index] = replace(tokens[index], kind="patronymic", canonical=father, groups=groups)
    return tokens


def _father(patronymic: str) -> str:
    """The group of variants of the father's name, with an ending for a son or a daughter; empty where it is not known."""
    ending = _ENDING.search(patronymic)
    if ending is None:
        return ""
    group = _stems().get(_stem(patronymic[: ending.start()].rstrip("vwu")), "")
    return f"{group}ov{'na' if 'n' in ending.group() else 'ich'}" if group else ""


def _stem(name: str) -> str:
    return name.rstrip("aeiouyj")


@cache
def _stems() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in tables.lines("variants/slavic"):
        key, *others = line.split()
        for name in (key, *others):
            found.setdefault(_stem(name), key)
    return found
