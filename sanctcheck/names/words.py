"""The words of a name in Latin letters, whatever their script."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names import cleaning, splitting, tables
from sanctcheck.names.skeletons import MOST, skeletons

if TYPE_CHECKING:
    from sanctcheck.names.splitting import Word


class Latin(NamedTuple):
    """One word in Latin letters."""

    text: str
    written: str
    readings: tuple[str, ...] = ()
    skeletons: tuple[str, ...] = ()
    hyphen: bool = False
    dotted: bool = False


def of_script(words: list[Word], kind: str) -> list[Latin]:
    """Each word in Latin letters; one word of a script without blanks can become several."""
    found: list[Latin] = []
    person = kind == "person" or (kind not in {"entity", "vessel", "aircraft"} and len(words) == 1)
    for word in words:
        latin = _latin(word.written, person=person and not word.written.isascii())
        if word.hyphen or word.dotted:
            latin = tuple(each._replace(hyphen=word.hyphen, dotted=word.dotted) for each in latin)
        found.extend(latin)
    return found[: splitting.MOST]


@lru_cache(maxsize=1 << 16)
def _latin(written: str, *, person: bool) -> tuple[Latin, ...]:
    script = splitting.scripts(written)
    if script in {"Latn", ""}:
        text = cleaning.folded(written)
        if text[:2] in {"al", "el"} and len(text) > 5 and _is_arabic(text[2:]):
            return (
                Latin(text[:2], written[:2], (), skeletons(text[:2]), hyphen=True),
                *_latin(written[2:], person=person),
            )
        readings = () if written.isascii() else _marked(written, text)
        return (Latin(text, written, readings, _all_skeletons(text, readings, ())),) if text else ()
    from sanctcheck.names.scripts import romanise  # noqa: PLC0415 - most names need no script but Latin

    return tuple(
        Latin(each.text, written, each.readings, _all_skeletons(each.text, each.readings, each.skeletons))
        for each in romanise(written, script, person=person)
    )


def _is_arabic(rest: str) -> bool:
    """Whether what follows `al` in one word is a word of Arabic, so that `al` is its article."""
    if rest[0] in "aeiouy":
        return False
    return rest in tables.arabic_words() or (len(rest) > 4 and rest[-1] in "iy")


def _all_skeletons(text: str, readings: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    found = given or skeletons(text)
    if readings:
        found = (*found, *(skeletons(reading)[0] for reading in readings))
        found += tuple(each for reading in readings[:2] for each in skeletons(reading)[1:])
        found = tuple(dict.fromkeys(found))
    return found[: MOST + 7]


_MARKED = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe",
    "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh", "ź": "zh", "ż": "zh", "đ": "dj",
    "ř": "rzh", "ğ": "gh", "ñ": "ny", "ł": "w", "ţ": "ts", "ț": "ts", "ě": "ye", "ń": "ny", "ḥ": "h", "ḫ": "kh",
    "ġ": "gh", "ṯ": "th", "ḏ": "dh", "ǧ": "j", "ə": "e", "ē": "e", "ō": "ou", "ū": "uu",
})  # fmt: skip


def _marked(written: str, text: str) -> tuple[str, ...]:
    """What an accent says of the sound, spelt out: `š` is `sh`."""
    import unicodedata  # noqa: PLC0415

    spelt = cleaning.folded(unicodedata.normalize("NFC", written.lower()).translate(_MARKED))
    return (spelt,) if spelt != text else ()
