"""Chinese characters: pinyin, and beside it Wade and Giles, and the surnames of Cantonese."""

from __future__ import annotations

import re

from sanctcheck.names import tables, wade_giles
from sanctcheck.names.scripts import Romanised, japanese_people, of_table

_SYLLABLE = re.compile("[A-Z][a-z]*|[a-z]+|[0-9]+")
_LONGEST_NAME = 5


def romanise(word: str, *, person: bool) -> tuple[Romanised, ...]:
    """A person's surname and given name; of anything else the words that a table knows, and what is between them."""
    if person and len(word) <= _LONGEST_NAME:
        return _person(word) if len(word) > 1 else (_one(word, japanese_people.part(word)),)
    return tuple(word for part in tables.segmented(word, "chinese_words") for word in _known(part))


def _person(word: str) -> tuple[Romanised, ...]:
    if len(word) == 2 and japanese_people.is_part(word):
        return (_japanese(word, japanese_people.part(word)),)
    japanese = japanese_people.surname_in(word)
    if japanese:
        rest = word[len(japanese) :]
        return (
            _japanese(japanese, japanese_people.surname(japanese)),
            _japanese(rest, japanese_people.given(rest)),
        )
    surnames = tables.readings("chinese_surnames")
    length = 2 if len(word) > 2 and word[:2] in surnames else 1
    known = surnames.get(word[:length], ())
    surname = _one(word[:length])
    if known:
        surname = Romanised(
            known[0], tuple(dict.fromkeys([*known[1:], *surname.readings])), (), word[:length]
        )
    return (surname, _one(word[length:]))


def _japanese(part: str, known: tuple[str, ...]) -> Romanised:
    """As in Japanese where it is known how; as in Chinese beside it."""
    as_chinese = _one(part)
    if not known:
        return as_chinese
    return Romanised(known[0], tuple(dict.fromkeys([*known[1:], as_chinese.text])), (), part)


def _known(part: str) -> tuple[Romanised, ...]:
    known = tables.readings("chinese_words").get(part)
    return of_table(known, part) if known else (_one(part),)


def _one(part: str, others: tuple[str, ...] = ()) -> Romanised:
    """As in Chinese; `others` are how else it is read."""
    from anyascii import anyascii  # noqa: PLC0415 - a name in Latin letters does not need it

    syllables = [syllable.lower() for syllable in _SYLLABLE.findall(anyascii(part))]
    pinyin = "".join(syllables)
    old = "".join((wade_giles.old(syllable) or (syllable,))[0] for syllable in syllables)
    readings = dict.fromkeys([old, *others])
    readings.pop(pinyin, None)
    return Romanised(pinyin, tuple(readings), (), part)
