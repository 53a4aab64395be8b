"""Kana by its sounds; the commonest Chinese characters of Japanese names by a table, the others as in Chinese."""

from __future__ import annotations

import re

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised, of_table
from sanctcheck.names.scripts.chinese import romanise as chinese

_KANA = re.compile("[\u3040-\u30ff]+")
_LONG = re.compile("ou|oo|uu|aa|ee|ー|-")
_LONG_SHORT = {"ou": "o", "oo": "o", "uu": "u", "aa": "a", "ee": "e", "ー": "", "-": ""}
_SMALL = (
    ("shiya", "sha"), ("shiyu", "shu"), ("shiyo", "sho"), ("chiya", "cha"), ("chiyu", "chu"), ("chiyo", "cho"), ("jiya", "ja"),
    ("jiyu", "ju"), ("jiyo", "jo"), ("kiyo", "kyo"), ("kiya", "kya"), ("kiyu", "kyu"), ("riyo", "ryo"), ("riyu", "ryu"), ("niyo", "nyo"),
    ("hiyo", "hyo"), ("giyo", "gyo"), ("miyo", "myo"), ("biyo", "byo"),
)  # fmt: skip


def romanise(word: str, *, person: bool) -> tuple[Romanised, ...]:
    """Each run of kana or of characters."""
    found: list[Romanised] = []
    for part in tables.segmented(word, "japanese_words"):
        known = tables.readings("japanese_words").get(part)
        if known:
            found.extend(of_table(known, part))
        else:
            found.extend(_runs(part, person=person))
    return tuple(found)


def _runs(part: str, *, person: bool) -> tuple[Romanised, ...]:
    if _KANA.search(part) is None:
        return chinese(part, person=person)
    from anyascii import anyascii  # noqa: PLC0415 - a name in Latin letters does not need it

    text = anyascii(part).lower()
    text = "".join(character for character in text if character.isalnum() or character == "-")
    for spelt, spoken in _SMALL:
        text = text.replace(spelt, spoken)
    short = _LONG.sub(lambda long: _LONG_SHORT[long.group()], text)
    return (Romanised(short, (text.replace("-", ""),) if text != short else (), (), part),)
